//! A webhook with prepared answers, as Altinn meets them at its subscribers.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// How the webhook answers a call.
#[derive(Debug, Clone, Copy)]
pub enum Meets {
    Status(u16),
    /// A redirect to another path of the same webhook.
    Redirect(u16, &'static str),
    /// 200 after a delay.
    After(Duration),
    /// No answer, and the connection stays open.
    Silence,
    /// The connection is closed without an answer.
    HangUp,
}

/// A call that the webhook received.
#[derive(Debug, Clone)]
pub struct Seen {
    pub line: String,
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

impl Seen {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).expect("JSON")
    }
}

pub struct Hook {
    pub url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Hook {
    /// Answers the calls in this order; the last answer is repeated.
    pub async fn that(meets: Vec<Meets>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/hook", listener.local_addr().expect("an address"));
        let seen = Arc::new(Mutex::new(Vec::new()));
        let record = Arc::clone(&seen);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (record, meets) = (Arc::clone(&record), meets.clone());
                tokio::spawn(async move { attend(client, &record, &meets).await });
            }
        });
        Self { url, seen }
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("unpoisoned").clone()
    }

    /// The received events of Broker.
    pub fn events(&self) -> Vec<serde_json::Value> {
        let bodies = self.seen().into_iter().filter(|seen| !seen.body.is_empty());
        bodies.map(|seen| seen.json()).filter(|event| event["type"] != "platform.events.validatesubscription").collect()
    }
}

async fn attend(client: TcpStream, record: &Mutex<Vec<Seen>>, meets: &[Meets]) {
    let mut client = BufReader::new(client);
    let Some(seen) = read(&mut client).await else { return };
    let met = {
        let mut record = record.lock().expect("unpoisoned");
        record.push(seen);
        meets.get(record.len() - 1).or(meets.last()).copied().expect("an answer")
    };
    let (status, location) = match met {
        Meets::Status(status) => (status, String::new()),
        Meets::Redirect(status, to) => (status, format!("Location: {to}\r\n")),
        Meets::After(late) => {
            tokio::time::sleep(late).await;
            (200, String::new())
        }
        Meets::Silence => return std::future::pending().await,
        Meets::HangUp => return,
    };
    let answer = format!("HTTP/1.1 {status} x\r\n{location}Content-Length: 0\r\nConnection: close\r\n\r\n");
    // The caller may no longer wait for the answer.
    let _ = client.write_all(answer.as_bytes()).await;
    let _ = client.shutdown().await;
}

async fn read(client: &mut BufReader<TcpStream>) -> Option<Seen> {
    let mut line = String::new();
    client.read_line(&mut line).await.ok().filter(|read| *read > 0)?;
    let mut headers = BTreeMap::new();
    loop {
        let mut header = String::new();
        client.read_line(&mut header).await.ok()?;
        match header.trim_end().split_once(": ") {
            Some((name, value)) => headers.insert(name.to_ascii_lowercase(), value.to_owned()),
            None => break,
        };
    }
    let length = headers.get("content-length").and_then(|value| value.parse().ok()).unwrap_or_default();
    let mut body = vec![0; length];
    client.read_exact(&mut body).await.ok()?;
    Some(Seen { line: line.trim_end().to_owned(), headers, body: String::from_utf8_lossy(&body).into_owned() })
}
