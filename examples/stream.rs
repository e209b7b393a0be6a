//! Streaming, printed and not judged: a body up to the sandbox's Broker and down again, beside the bare HTTP stack that writes it to
//! (reads it from) the same folder and does nothing else. Each server is a process of its own, so that its peak memory is its own.
//!
//! `cargo run --release --example stream [-- --mib N] [-- --large]`: 256 MiB unless told, 2 GiB with `--large`. The aim is a ratio of
//! 0.8 or more each way, and a peak below 64 MiB.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path as UrlPath, State};
use axum::http::StatusCode;
use axum::routing::post;
use broker_setup::sandbox::{self, Gateway, Options, People, known};
use futures_util::{StreamExt, stream};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Value, json};
use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};
use tokio::fs::File;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::process::{Child, Command};

type Outcome<T> = Result<T, Box<dyn Error>>;

const CHUNK: usize = 256 * 1024;
const ROUNDS: usize = 4;
const GRANT: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";

#[tokio::main]
async fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["serve-sandbox", kit] => serve_sandbox(Path::new(kit)).await,
        ["serve-bare", folder] => serve_bare(PathBuf::from(folder)).await,
        [] => measure(256 << 20).await,
        ["--large"] => measure(2 << 30).await,
        ["--mib", mebibytes] => measure(mebibytes.parse::<u64>()? << 20).await,
        other => Err(format!("not understood: {other:?}").into()),
    }
}

/// A server of this program in a process of its own; it ends with its input.
struct Server {
    process: Child,
    origin: String,
}

impl Server {
    async fn start(mode: &str, argument: &Path, temporary: &Path) -> Outcome<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(mode).arg(argument).env("TMPDIR", temporary).env("TMP", temporary);
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true).spawn()?;
        let output = process.stdout.take().ok_or("no output")?;
        let mut lines = BufReader::new(output).lines();
        let origin = lines.next_line().await?.ok_or("the server did not start")?;
        Ok(Self { process, origin })
    }

    /// The most memory it ever held, where the system tells.
    fn peak(&self) -> Option<u64> {
        let text = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()?)).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().trim_end_matches("kB").trim().parse().ok()
    }

    async fn stop(mut self) -> io::Result<()> {
        drop(self.process.stdin.take());
        self.process.wait().await.map(|_| ())
    }
}

async fn announce(origin: &str) -> io::Result<()> {
    println!("{origin}");
    // Nothing is ever sent: the end of it is the end of us.
    let ended = tokio::task::spawn_blocking(|| io::copy(&mut io::stdin(), &mut io::sink()));
    ended.await.map_err(io::Error::other)?.map(|_| ())
}

async fn serve_sandbox(kit: &Path) -> Outcome<()> {
    let options = Options { gateway: Gateway::Open, people: People::Never, ..Options::default() };
    let sandbox = sandbox::start(options).await?;
    sandbox::write_kit(kit, &sandbox.world().await, &sandbox.origin)?;
    announce(sandbox.origin.as_str()).await?;
    sandbox.stop().await;
    Ok(())
}

/// The bare stack: a file is written, a file is read.
async fn serve_bare(folder: PathBuf) -> Outcome<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let origin = format!("http://{}/", listener.local_addr()?);
    let app = Router::new().route("/{name}", post(take).get(give)).with_state(folder);
    let serving = tokio::spawn(async move { axum::serve(listener, app).await });
    announce(&origin).await?;
    serving.abort();
    Ok(())
}

async fn take(State(folder): State<PathBuf>, UrlPath(name): UrlPath<u32>, body: Body) -> Result<(), StatusCode> {
    let refused = |_: io::Error| StatusCode::INTERNAL_SERVER_ERROR;
    let mut file = File::create(folder.join(name.to_string())).await.map_err(refused)?;
    let mut chunks = body.into_data_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| StatusCode::BAD_REQUEST)?;
        file.write_all(&chunk).await.map_err(refused)?;
    }
    file.flush().await.map_err(refused)
}

async fn give(State(folder): State<PathBuf>, UrlPath(name): UrlPath<u32>) -> Result<Body, StatusCode> {
    let file = File::open(folder.join(name.to_string())).await.map_err(|_| StatusCode::NOT_FOUND)?;
    Ok(Body::from_stream(stream::unfold(file, |mut file| async move {
        let mut chunk = Vec::with_capacity(CHUNK);
        match (&mut file).take(CHUNK as u64).read_to_end(&mut chunk).await {
            Ok(0) => None,
            Ok(_) => Some((Ok(Bytes::from(chunk)), file)),
            Err(cause) => Some((Err(cause), file)),
        }
    })))
}

struct Bench {
    client: reqwest::Client,
    sandbox: String,
    bare: String,
    sender: String,
    recipient: String,
    size: u64,
}

async fn measure(size: u64) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let kit = folder.path().join("kit");
    std::fs::create_dir(&kit)?;
    let sandbox = Server::start("serve-sandbox", &kit, folder.path()).await?;
    let bare = Server::start("serve-bare", folder.path(), folder.path()).await?;
    let client = reqwest::Client::builder().no_proxy().build()?;
    let sender = token(&client, &sandbox.origin, &kit, "sender", known::SENDER.number).await?;
    let recipient = token(&client, &sandbox.origin, &kit, "recipient", known::RECIPIENT.number).await?;
    let bench = Bench { client, sandbox: sandbox.origin.clone(), bare: bare.origin.clone(), sender, recipient, size };
    println!("{} MiB, the best of {ROUNDS} rounds", size >> 20);
    let (mut up, mut down) = (Best::default(), Best::default());
    for round in 0..ROUNDS {
        // What the disk still has to do for the one before falls on each of them in turn.
        if round % 2 == 0 {
            up.bare(bench.bare_up(round).await?);
        }
        let id = bench.initialize().await?;
        up.sandbox(bench.sandbox_up(&id).await?);
        // The checksum comes after the answer: what is measured next must not share the machine with it.
        bench.until_summed(&id).await?;
        if round % 2 == 1 {
            up.bare(bench.bare_up(round).await?);
        }
        down.bare(bench.bare_down(round).await?);
        down.sandbox(bench.sandbox_down(&id).await?);
    }
    up.print("up", size);
    down.print("down", size);
    let shown = |server: &Server| server.peak().map_or_else(|| "unknown".to_owned(), |kilobytes| format!("{} MiB", kilobytes >> 10));
    println!("peak memory: sandbox {}, bare {}", shown(&sandbox), shown(&bare));
    sandbox.stop().await?;
    bare.stop().await?;
    Ok(())
}

#[derive(Default)]
struct Best {
    bare: Option<Duration>,
    sandbox: Option<Duration>,
}

impl Best {
    fn bare(&mut self, took: Duration) {
        self.bare = Some(self.bare.map_or(took, |best| best.min(took)));
    }

    fn sandbox(&mut self, took: Duration) {
        self.sandbox = Some(self.sandbox.map_or(took, |best| best.min(took)));
    }

    fn print(&self, way: &str, size: u64) {
        let (Some(bare), Some(sandbox)) = (self.bare, self.sandbox) else { return };
        let rate = |took: Duration| f64::from(u32::try_from(size >> 20).unwrap_or(u32::MAX)) / took.as_secs_f64();
        let ratio = bare.as_secs_f64() / sandbox.as_secs_f64();
        println!("{way:<5} sandbox {:>7.0} MiB/s  bare {:>7.0} MiB/s  ratio {ratio:.2}", rate(sandbox), rate(bare));
    }
}

impl Bench {
    fn body(&self) -> Body {
        let chunk = Bytes::from(vec![b'x'; CHUNK]);
        let count = self.size / CHUNK as u64;
        Body::from_stream(stream::iter((0..count).map(move |_| Ok::<_, io::Error>(chunk.clone()))))
    }

    async fn up(&self, url: &str, token: &str) -> Outcome<Duration> {
        let body = reqwest::Body::wrap_stream(self.body().into_data_stream());
        let request = self.client.post(url).bearer_auth(token).header("Content-Type", "application/octet-stream");
        let begin = Instant::now();
        request.header("Content-Length", self.size).body(body).send().await?.error_for_status()?;
        Ok(begin.elapsed())
    }

    async fn down(&self, url: &str, token: &str) -> Outcome<Duration> {
        let begin = Instant::now();
        let mut answer = self.client.get(url).bearer_auth(token).send().await?.error_for_status()?;
        let mut size = 0;
        while let Some(chunk) = answer.chunk().await? {
            size += chunk.len() as u64;
        }
        if size == self.size { Ok(begin.elapsed()) } else { Err(format!("{size} bytes came back").into()) }
    }

    fn transfer(&self, tail: &str) -> String {
        format!("{}broker/api/v1/filetransfer{tail}", self.sandbox)
    }

    async fn bare_up(&self, round: usize) -> Outcome<Duration> {
        self.up(&format!("{}{round}", self.bare), "none").await
    }

    async fn bare_down(&self, round: usize) -> Outcome<Duration> {
        self.down(&format!("{}{round}", self.bare), "none").await
    }

    async fn initialize(&self) -> Outcome<String> {
        let party = |number: &str| format!("0192:{number}");
        let body = json!({"fileName": "large.bin", "resourceId": known::RESOURCE, "sendersFileTransferReference": "stream",
            "sender": party(known::SENDER.number), "recipients": [party(known::RECIPIENT.number)], "disableVirusScan": true});
        let answer = self.client.post(self.transfer("")).bearer_auth(&self.sender).json(&body).send().await?.error_for_status()?;
        let answer: Value = answer.json().await?;
        Ok(answer["fileTransferId"].as_str().ok_or("no id")?.to_owned())
    }

    async fn sandbox_up(&self, id: &str) -> Outcome<Duration> {
        self.up(&self.transfer(&format!("/{id}/upload")), &self.sender).await
    }

    async fn sandbox_down(&self, id: &str) -> Outcome<Duration> {
        self.down(&self.transfer(&format!("/{id}/download")), &self.recipient).await
    }

    async fn until_summed(&self, id: &str) -> Outcome<()> {
        loop {
            let shown = self.client.get(self.transfer(&format!("/{id}"))).bearer_auth(&self.sender).send().await?;
            let shown: Value = shown.error_for_status()?.json().await?;
            if shown["checksum"].as_str().is_some_and(|sum| !sum.is_empty()) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// An exchanged token of a known client's system user.
async fn token(client: &reqwest::Client, origin: &str, kit: &Path, name: &str, party: &str) -> Outcome<String> {
    let known = known::client(name).ok_or("no such client")?;
    let key = EncodingKey::from_rsa_pem(&std::fs::read(kit.join(format!("{name}.pem")))?)?;
    let header = Header { kid: Some(known.kid()), ..Header::new(Algorithm::RS256) };
    let now = jiff::Timestamp::now().as_second();
    let claims = json!({"aud": origin, "iss": known.id, "scope": "altinn:broker.write altinn:broker.read", "iat": now, "exp": now + 100,
        "jti": uuid::Uuid::new_v4(), "authorization_details": [{"type": "urn:altinn:systemuser",
            "systemuser_org": {"authority": "iso6523-actorid-upis", "ID": format!("0192:{party}")}}]});
    let form = [("grant_type", GRANT.to_owned()), ("assertion", encode(&header, &claims, &key)?)];
    let granted: Value = client.post(format!("{origin}token")).form(&form).send().await?.error_for_status()?.json().await?;
    let raw = granted["access_token"].as_str().ok_or("no token")?;
    let exchange = format!("{origin}authentication/api/v1/exchange/maskinporten");
    Ok(client.get(exchange).bearer_auth(raw).send().await?.error_for_status()?.text().await?)
}
