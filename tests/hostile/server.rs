//! Servers that are not what they should be, on loopback, each for one test.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Longer than any client of ours waits: no server thread outlives its test by much.
const BOUND: Duration = Duration::from_secs(40);
const MEGABYTE: usize = 1024 * 1024;

/// What is done with every connection.
#[derive(Debug, Clone)]
pub enum Manner {
    /// Closed at once, before anything is read.
    Close,
    /// The request is read, and nothing is ever said.
    Silent,
    /// These bytes, then nothing until the client gives up.
    Stall(Vec<u8>),
    /// These bytes, then the connection is half-closed while the server goes on reading.
    HalfClose(Vec<u8>),
    /// These bytes, then the end.
    Answer(Vec<u8>),
    /// This head, then ten megabytes.
    TenMegabytes(&'static str),
    /// Whatever the server at this address says.
    Forward(SocketAddr),
}

/// An answer with a length, after which the connection ends.
pub fn answer(status: u16, headers: &str, body: &[u8]) -> Manner {
    let head = format!("HTTP/1.1 {status} X\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    Manner::Answer([head.as_bytes(), body].concat())
}

/// The same with a content type.
pub fn typed(status: u16, kind: &str, body: &[u8]) -> Manner {
    answer(status, &format!("Content-Type: {kind}\r\n"), body)
}

/// A server that behaves by the path of the request.
pub struct Server {
    pub address: SocketAddr,
    heard: Arc<Mutex<Vec<String>>>,
    ending: Arc<AtomicBool>,
}

impl Server {
    /// One manner for every path.
    pub fn of(manner: Manner) -> Self {
        Self::by_path(move |_| manner.clone())
    }

    pub fn by_path(manner: impl Fn(&str) -> Manner + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let (heard, ending) = (Arc::<Mutex<Vec<String>>>::default(), Arc::<AtomicBool>::default());
        let (into, over, manner) = (Arc::clone(&heard), Arc::clone(&ending), Arc::new(manner));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten().take_while(|_| !over.load(Ordering::SeqCst)) {
                let (into, manner) = (Arc::clone(&into), Arc::clone(&manner));
                std::thread::spawn(move || serve(stream, &*manner, &into));
            }
        });
        Self { address, heard, ending }
    }

    pub fn base(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// The requests, each with its head and its body; an empty one for a connection that said nothing.
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().expect("no server panics").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ending.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address);
    }
}

fn serve(mut stream: TcpStream, manner: &(impl Fn(&str) -> Manner + ?Sized), heard: &Mutex<Vec<String>>) {
    let bounded = stream.set_read_timeout(Some(BOUND)).and_then(|()| stream.set_write_timeout(Some(BOUND)));
    bounded.expect("time-outs");
    let note = |text: &str| heard.lock().expect("no server panics").push(text.to_owned());
    if matches!(manner(""), Manner::Close) {
        return note("");
    }
    let Some(request) = request(&stream) else { return };
    let text = String::from_utf8_lossy(&request).into_owned();
    note(&text);
    let path = text.split_whitespace().nth(1).unwrap_or("/").to_owned();
    // Whoever is told too much hangs up: that is what is tested, and no trouble here.
    match manner(&path) {
        Manner::Close => {}
        Manner::Silent => wait_for_the_end(&stream),
        Manner::Stall(bytes) => {
            let _ = stream.write_all(&bytes);
            wait_for_the_end(&stream);
        }
        Manner::HalfClose(bytes) => {
            let _ = stream.write_all(&bytes).and_then(|()| stream.shutdown(Shutdown::Write));
            wait_for_the_end(&stream);
        }
        Manner::Answer(bytes) => drop(stream.write_all(&bytes)),
        Manner::TenMegabytes(head) => {
            let piece = vec![b' '; MEGABYTE];
            let _ = stream.write_all(head.as_bytes());
            (0..10).all(|_| stream.write_all(&piece).is_ok());
        }
        Manner::Forward(to) => forward(stream, &request, to),
    }
}

fn wait_for_the_end(mut stream: &TcpStream) {
    let _ = stream.read(&mut [0; 1]);
}

/// A whole request, as bytes.
fn request(stream: &TcpStream) -> Option<Vec<u8>> {
    let mut reader = BufReader::new(stream);
    let mut all = Vec::new();
    let mut length = 0;
    loop {
        let begin = all.len();
        if reader.read_until(b'\n', &mut all).ok()? == 0 {
            return None;
        }
        let line = String::from_utf8_lossy(all.get(begin..)?).to_lowercase();
        if let Some(number) = line.strip_prefix("content-length:") {
            length = number.trim().parse().ok()?;
        }
        if line == "\r\n" {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    all.extend(body);
    Some(all)
}

fn forward(mut back: TcpStream, request: &[u8], to: SocketAddr) {
    let Ok(mut there) = TcpStream::connect(to) else { return };
    let text = String::from_utf8_lossy(request);
    let closing = text.replacen("\r\n", "\r\nConnection: close\r\n", 1);
    if there.write_all(closing.as_bytes()).is_ok() {
        let _ = std::io::copy(&mut there, &mut back);
    }
}
