//! A raw server on this machine for the tests. It reads one request for each connection and answers with exactly the given bytes.

use super::claims::tests::token_text;
use super::http::Mask;
use super::{Patience, Services, Token, Trace};
use crate::values::Endpoints;
use secrecy::SecretString;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use url::Url;

/// How the server answers a request.
pub(super) enum Reply {
    /// Sends these bytes and closes the connection.
    Bytes(Vec<u8>),
    /// Sends this head, then as many bytes as the client reads.
    Endless(&'static str),
    /// Sends these bytes, then nothing until the client gives up.
    Stall(&'static str),
    /// Sends this head, then a byte every few milliseconds until the client gives up.
    Drip(&'static str),
    /// Sends these bytes as soon as the request's head is there, and reads its body only afterwards.
    Early(Vec<u8>),
    /// Closes the connection without reading the request.
    Close,
}

/// A request as it came over the wire.
#[derive(Debug)]
pub(super) struct Request {
    pub method: String,
    pub target: String,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// The method and the target, as in the request's first line.
    pub fn line(&self) -> String {
        format!("{} {}", self.method, self.target)
    }
}

pub(super) const API_KEY: &str = "3f9c8b7a6d5e4f3a2b1c";

/// A server with the [`Services`] that call it. It gives its replies in order, one for each connection.
pub(super) struct StubServer {
    pub services: Services,
    pub base: Url,
    pub requests: Receiver<Request>,
}

impl StubServer {
    pub fn new(replies: Vec<Reply>) -> Self {
        Self::with_base(|_| replies)
    }

    /// For replies that contain the server's own address.
    pub fn with_base(replies: impl FnOnce(&Url) -> Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = Url::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
        let replies = replies(&base);
        let (sender, requests) = channel();
        std::thread::spawn(move || {
            for reply in replies {
                let Ok((stream, _)) = listener.accept() else { return };
                stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
                stream.set_write_timeout(Some(Duration::from_secs(20))).unwrap();
                if let Some(request) = serve(stream, reply) {
                    let _ = sender.send(request);
                }
            }
        });
        let services = Services::new(Endpoints::sandbox(&base), Some(SecretString::from(API_KEY)), Trace::default());
        Self { services, base, requests }
    }

    pub fn json(status: u16, body: &Value) -> Self {
        Self::new(vec![json_reply(status, body)])
    }

    pub fn text(status: u16, kind: &str, body: &str) -> Self {
        Self::new(vec![text_reply(status, kind, body)])
    }

    /// The next request that the server got. Waits for it.
    pub fn request(&self) -> Request {
        self.requests.recv_timeout(Duration::from_secs(20)).unwrap()
    }

    /// The same server, called with short time-outs.
    pub fn impatient(mut self) -> Self {
        let short = Duration::from_millis(50);
        let patience = Patience { whole: short, idle: short, settle: short, ..Patience::default() };
        self.services = self.services.clone().with_patience(patience);
        self
    }
}

pub(super) fn json_reply(status: u16, body: &Value) -> Reply {
    text_reply(status, "application/json; charset=utf-8", &body.to_string())
}

pub(super) fn text_reply(status: u16, kind: &str, body: &str) -> Reply {
    with_headers(status, &format!("Content-Type: {kind}\r\n"), body)
}

pub(super) fn with_headers(status: u16, headers: &str, body: &str) -> Reply {
    let head = format!("HTTP/1.1 {status} X\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    Reply::Bytes([head.as_bytes(), body.as_bytes()].concat())
}

/// A token to send, and its text.
pub(super) fn token() -> (Token, String) {
    let text = token_text(&json!({"iss": "https://test.maskinporten.no/", "scope": "altinn:broker.write", "exp": 1_790_000_120}));
    (Token::read(&SecretString::from(text.as_str()), None, &Mask::default()).unwrap(), text)
}

fn serve(stream: TcpStream, reply: Reply) -> Option<Request> {
    let mut writer = stream.try_clone().unwrap();
    if matches!(reply, Reply::Close) {
        return None;
    }
    let mut reader = BufReader::new(&stream);
    let mut request = read_head(&mut reader)?;
    if let Reply::Early(bytes) = &reply {
        let _ = writer.write_all(bytes);
    }
    read_body(&mut reader, &mut request)?;
    match reply {
        Reply::Bytes(bytes) => drop(writer.write_all(&bytes)),
        Reply::Endless(head) => {
            let _ = writer.write_all(head.as_bytes());
            // Ends when the client closes the connection, after ten megabytes at most.
            let piece = [b' '; 4096];
            for _ in 0..2560 {
                if writer.write_all(&piece).is_err() {
                    break;
                }
            }
        }
        Reply::Drip(head) => {
            let mut going = writer.write_all(head.as_bytes()).is_ok();
            while going {
                std::thread::sleep(Duration::from_millis(5));
                going = writer.write_all(b"x").is_ok();
            }
        }
        Reply::Stall(bytes) => {
            let _ = writer.write_all(bytes.as_bytes());
            let _ = (&stream).read(&mut [0; 1]);
        }
        Reply::Close | Reply::Early(_) => {}
    }
    Some(request)
}

fn read_head(reader: &mut impl BufRead) -> Option<Request> {
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace().map(ToOwned::to_owned);
    let (method, target) = (words.next()?, words.next()?);
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        match line.trim_end().split_once(": ") {
            Some((name, value)) => headers.push((name.to_owned(), value.to_owned())),
            None => break,
        }
    }
    Some(Request { method, target, headers, body: Vec::new() })
}

fn read_body(reader: &mut impl Read, request: &mut Request) -> Option<()> {
    let length = request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    request.body = vec![0; length];
    reader.read_exact(&mut request.body).ok()
}
