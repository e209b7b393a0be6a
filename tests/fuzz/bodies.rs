//! A server between the program and a sandbox, which passes on what the sandbox answers with changes in its status and its body.

use crate::PATIENCE;
use crate::dice::Dice;
use crate::mutation;
use altinn_sandbox::{Options, People, Sandbox, start, write_kit};
use broker_setup::checks::{Connection, run};
use broker_setup::journey::{Evidence, Profile, plan};
use broker_setup::services::Trace;
use secrecy::ExposeSecret;
use serde_json::json;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use url::Url;

const ROLES: [&str; 3] = ["sender", "recipient", "service-owner"];
const STATUSES: [&str; 8] = [
    "200 OK",
    "204 No Content",
    "302 Found",
    "400 Bad Request",
    "401 Unauthorized",
    "404 Not Found",
    "429 Too Many Requests",
    "500 Internal Server Error",
];

/// A sandbox that lives as long as all rounds.
pub struct Stage {
    sandbox: Sandbox,
    kit: TempDir,
    /// An answer of the token endpoint, for when the server between stands before Maskinporten too: the sandbox takes assertions for
    /// its own address only.
    token: String,
}

struct Between {
    sandbox: SocketAddr,
    token: String,
    dice: Mutex<Dice<'static>>,
}

impl Stage {
    pub async fn open() -> Self {
        let sandbox = start(Options { people: People::Never, ..Options::default() }).await.unwrap();
        let kit = tempfile::tempdir().unwrap();
        write_kit(kit.path(), &sandbox.world().await, &sandbox.origin).unwrap();
        let mut stage = Self { sandbox, kit, token: String::new() };
        let connection = stage.connect(stage.profile("sender")).await;
        let token = connection.granted(&connection.own_grant().unwrap()).await.unwrap();
        let token = token.secret.expose_secret();
        stage.token = json!({"access_token": token, "token_type": "Bearer", "expires_in": 119, "scope": "altinn:broker.write"}).to_string();
        stage
    }

    fn profile(&self, role: &str) -> Profile {
        toml::from_str(&std::fs::read_to_string(self.kit.path().join(format!("{role}.toml"))).unwrap()).unwrap()
    }

    async fn connect(&self, profile: Profile) -> Connection {
        Connection::open(profile, self.kit.path(), None, Evidence::default(), Trace::default()).await.unwrap()
    }

    /// Runs the checks of a role. None of them breaks, and all of them end.
    pub async fn check(&self, mut dice: Dice<'static>) {
        let role = dice.one(&ROLES);
        let before_maskinporten = dice.one_in(3);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base: Url = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
        let sandbox = self.sandbox.origin.socket_addrs(|| None).unwrap()[0];
        let between = Arc::new(Between { sandbox, token: self.token.clone(), dice: Mutex::new(dice) });
        let serving = tokio::spawn(serve(listener, between));
        let mut profile = self.profile(role);
        let maskinporten = if before_maskinporten { base.clone() } else { self.sandbox.origin.clone() };
        profile.environment = toml::from_str(&format!("platform = \"{base}\"\nmaskinporten = \"{maskinporten}\"")).unwrap();
        let connection = self.connect(profile.clone()).await;
        let (sender, _progress) = mpsc::unbounded_channel();
        let ended = tokio::time::timeout(PATIENCE, run(&connection, &plan(&profile), sender)).await.expect("the run ends");
        for finding in &ended.findings {
            assert_ne!(finding.message.id(), "check-broke", "{role}: {} broke", finding.check);
        }
        serving.abort();
    }
}

async fn serve(listener: TcpListener, between: Arc<Between>) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(exchange(stream, Arc::clone(&between)));
    }
}

/// One request and its changed answer. Whoever hangs up in between is left alone.
async fn exchange(mut stream: TcpStream, between: Arc<Between>) -> Option<()> {
    let (head, body) = read_message(&mut stream, false).await?;
    let (status, mut kind, answer) = if head.starts_with("POST /token ") {
        ("200 OK".to_owned(), "application/json".to_owned(), between.token.clone().into_bytes())
    } else {
        let mut sandbox = TcpStream::connect(between.sandbox).await.ok()?;
        let passed: String =
            head.split("\r\n").filter(|line| !line.to_lowercase().starts_with("connection:")).map(|line| format!("{line}\r\n")).collect();
        sandbox.write_all(format!("{passed}Connection: close\r\n\r\n").as_bytes()).await.ok()?;
        sandbox.write_all(&body).await.ok()?;
        let (head, body) = read_message(&mut sandbox, true).await?;
        let status = head.split("\r\n").next()?.split_once(' ')?.1.to_owned();
        let kind = header(&head, "content-type").unwrap_or("text/plain").to_owned();
        (status, kind, body)
    };
    let (status, answer) = {
        let mut dice = between.dice.lock().unwrap();
        let status = if dice.one_in(12) { dice.one(&STATUSES).to_owned() } else { status };
        if dice.one_in(20) {
            kind = dice.one(&["text/html", "application/json", "", "application/problem+json"]).to_owned();
        }
        let answer = if dice.one_in(3) { mutation::of(&answer, &[], &mut dice) } else { answer };
        (status, answer)
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nLocation: /elsewhere\r\nConnection: close\r\n\r\n",
        answer.len()
    );
    stream.write_all(head.as_bytes()).await.ok()?;
    stream.write_all(&answer).await.ok()?;
    stream.shutdown().await.ok()
}

/// The head without its last line break, and the body: as long as it says, or up to the end.
async fn read_message(stream: &mut TcpStream, to_the_end: bool) -> Option<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let mut body = bytes.split_off(end + 4);
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let length: usize = header(&head, "content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    while to_the_end || body.len() < length {
        if stream.read_buf(&mut body).await.ok()? == 0 {
            break;
        }
    }
    Some((head, body))
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.split("\r\n")
        .filter_map(|line| line.split_once(':'))
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.trim())
}
