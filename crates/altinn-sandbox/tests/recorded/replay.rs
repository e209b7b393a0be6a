//! Sends a recording's requests to a sandbox, with nothing added that was not recorded.

use crate::comparable::comparable;
use crate::names::Names;
use crate::recording::{Asked, Event, Recording, Sent};
use crate::support::{Requests, Sandbox, json, open};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{AUTHORIZATION, HOST};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;

/// A transfer is asked for this often while the clock moves on.
const LOOKS: usize = 200;

/// The sandbox's answers, in the recording's order.
pub async fn answers(recording: &Recording) -> Vec<Value> {
    let sandbox = open().await;
    let mut names = Names::of(&sandbox, recording).await;
    let mut answers = Vec::new();
    for event in &recording.events {
        match event {
            // In steps, because one piece of work may call for the next.
            Event::Waited { wait } => {
                for _ in 0..wait / 100 {
                    pass(&sandbox, 100).await;
                }
            }
            Event::Until { until, status, token } => becomes(&sandbox, &names, until, status, token).await,
            Event::Asked(asked) => answers.push(ask(&sandbox, asked, &mut names).await),
        }
    }
    sandbox.stop().await;
    answers
}

/// Moves the sandbox's clock instead of waiting.
async fn pass(sandbox: &Sandbox, milliseconds: u64) {
    let time = format!("PT{}.{:03}S", milliseconds / 1000, milliseconds % 1000);
    sandbox.post("sandbox/time").json(json!({"pass": time})).await.is(200);
}

async fn becomes(sandbox: &Sandbox, names: &Names, transfer: &str, wanted: &[String], token: &str) {
    let path = names.filled(&format!("broker/api/v1/filetransfer/{{{transfer}}}"));
    for _ in 0..LOOKS {
        let answer = sandbox.get(&path).token(names.token(token)).await;
        let status = answer.json()["fileTransferStatus"].as_str().map(str::to_owned);
        pass(sandbox, 250).await;
        // The recording looked four times a second, so what follows within moments had happened by then.
        if status.is_some_and(|status| wanted.contains(&status)) {
            return;
        }
    }
    panic!("{transfer} never became {wanted:?}");
}

async fn ask(sandbox: &Sandbox, asked: &Asked, names: &mut Names) -> Value {
    let response = sent(sandbox, asked, names).await;
    let (head, body) = response.into_parts();
    let body = body.collect().await.expect("a body").to_bytes();
    if let Some(name) = &asked.save
        && let Some(made) = made(&head.headers, &body)
    {
        names.keep(name, made);
    }
    comparable(head.status.as_u16(), &head.headers, &body, names)
}

/// The id in an answer's body, or the path of its Location.
fn made(headers: &hyper::HeaderMap, body: &[u8]) -> Option<String> {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let id = body.get("fileTransferId").or_else(|| body.get("id")).map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
    let location = || {
        let location = headers.get("location")?.to_str().ok()?;
        Some(url::Url::parse(location).map_or_else(|_| location.to_owned(), |url| url.path().to_owned()))
    };
    id.or_else(location)
}

async fn sent(sandbox: &Sandbox, asked: &Asked, names: &Names) -> hyper::Response<hyper::body::Incoming> {
    let address = sandbox.origin.socket_addrs(|| None).expect("an address")[0];
    let stream = TcpStream::connect(address).await.expect("a connection");
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.expect("HTTP");
    tokio::spawn(connection);
    let path = names.filled(&asked.path).replace(' ', "%20");
    let mut request = hyper::Request::builder().method(asked.method.as_str()).uri(path).header(HOST, address.to_string());
    if let Some(token) = &asked.token {
        request = request.header(AUTHORIZATION, format!("Bearer {}", names.token(token)));
    }
    for (name, value) in &asked.headers {
        request = request.header(name, names.filled(value.as_str().expect("a text")));
    }
    let body = match asked.body() {
        Sent::Nothing => Bytes::new(),
        Sent::Text(text) => names.filled(text).into(),
        Sent::Bytes(bytes) => bytes.into(),
    };
    let request = request.body(Full::new(body)).expect("a request");
    sender.send_request(request).await.unwrap_or_else(|error| panic!("{}: {error}", asked.name))
}
