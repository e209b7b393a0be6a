//! Servers on loopback that misbehave, each for one test.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The time-out of a server's connection. It is longer than the program waits, and ends the server's thread soon after its test.
const BOUND: Duration = Duration::from_secs(40);
const MEGABYTE: usize = 1024 * 1024;

/// How the server treats a connection.
#[derive(Debug, Clone)]
pub enum Manner {
    /// Close it before anything is read.
    Close,
    /// Read the request and never answer.
    Silent,
    /// Write these bytes, then nothing until the client gives up.
    Stall(Vec<u8>),
    /// Write these bytes, then close the writing half and go on reading.
    HalfClose(Vec<u8>),
    /// Write these bytes, then close.
    Answer(Vec<u8>),
    /// Write this head, then ten megabytes of spaces.
    TenMegabytes(&'static str),
    /// Pass on the answer of the server at this address.
    Forward(SocketAddr),
    /// Pass on that server's answer, changed.
    Changed(SocketAddr, fn(&[u8]) -> Vec<u8>),
}

/// A whole HTTP answer with its length, after which the connection is closed.
pub fn answer(status: u16, headers: &str, body: &[u8]) -> Manner {
    let head = format!("HTTP/1.1 {status} X\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    Manner::Answer([head.as_bytes(), body].concat())
}

/// Like [`answer`], with a content type.
pub fn typed(status: u16, kind: &str, body: &[u8]) -> Manner {
    answer(status, &format!("Content-Type: {kind}\r\n"), body)
}

/// A server that chooses its manner by the request.
pub struct Server {
    pub address: SocketAddr,
    heard: Arc<Mutex<Vec<String>>>,
    ending: Arc<AtomicBool>,
}

impl Server {
    /// A server with one manner for every path.
    pub fn of(manner: Manner) -> Self {
        Self::by_path(move |_| manner.clone())
    }

    pub fn by_path(manner: impl Fn(&str) -> Manner + Send + Sync + 'static) -> Self {
        Self::by_request(move |request| manner(path_of(request)))
    }

    /// A server that chooses its manner by the whole request, head and body.
    pub fn by_request(manner: impl Fn(&str) -> Manner + Send + Sync + 'static) -> Self {
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

    /// The requests so far, each with head and body. A connection that was closed at once counts as an empty one.
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().expect("no server panics").clone()
    }

    /// The requests since the last time.
    pub fn take_heard(&self) -> Vec<String> {
        std::mem::take(&mut *self.heard.lock().expect("no server panics"))
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
    // A failed write is ignored: a client that hangs up early is what some tests want.
    match manner(&text) {
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
        Manner::Changed(to, change) => {
            let mut answer = Vec::new();
            forward(&mut answer, &request, to);
            let _ = stream.write_all(&change(&answer));
        }
    }
}

/// The address in a request's first line.
pub fn path_of(request: &str) -> &str {
    request.split_whitespace().nth(1).unwrap_or("/")
}

fn wait_for_the_end(mut stream: &TcpStream) {
    let _ = stream.read(&mut [0; 1]);
}

/// Reads a whole request; `None` when the client closes before its end.
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

fn forward(mut back: impl Write, request: &[u8], to: SocketAddr) {
    let Ok(mut there) = TcpStream::connect(to) else { return };
    let text = String::from_utf8_lossy(request);
    let closing = text.replacen("\r\n", "\r\nConnection: close\r\n", 1);
    if there.write_all(closing.as_bytes()).is_ok() {
        let _ = std::io::copy(&mut there, &mut back);
    }
}
