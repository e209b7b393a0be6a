//! Measures streaming and prints the figures without judging them: uploads a body to the sandbox's Broker in each of the three ways
//! and downloads it again, compared with a bare HTTP server that only writes to and reads from the same folder. Each server runs in
//! its own process, so that its peak memory can be measured; the sandbox is the program itself.
//!
//! `cargo build --release --bins --example stream`, then `target/release/examples/stream [--mib N] [--rounds N]`: The defaults are
//! 256 MiB and 3 rounds. The aim is at least 0.8 of the bare server's speed in each way, and a peak below 64 MiB.

use altinn_sandbox::known;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::routing::post;
use futures_util::{Stream, StreamExt, stream};
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Value, json};
use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::fs::File;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::process::{Child, Command};

type Outcome<T> = Result<T, Box<dyn Error>>;

const CHUNK: usize = 256 * 1024;
/// Bytes in one request of a resumable upload.
const STRETCH: u64 = 64 << 20;
/// The largest file in a form, in bytes: Broker's limit minus room for the form's fields.
const FORM: u64 = (2 << 30) - (1 << 20);
const BOUNDARY: &str = "stream";
const GRANT: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";

#[tokio::main]
async fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, folder] = arguments.as_slice()
        && mode == "serve-bare"
    {
        return serve_bare(PathBuf::from(folder)).await;
    }
    let (mut mebibytes, mut rounds) = (256_u64, 3_usize);
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let value = arguments.next().ok_or("a number is missing")?;
        match argument.as_str() {
            "--mib" => mebibytes = value.parse()?,
            "--rounds" => rounds = value.parse()?,
            other => return Err(format!("not understood: {other}").into()),
        }
    }
    measure(mebibytes << 20, rounds).await
}

/// A server in a process of its own.
struct Server {
    process: Child,
    origin: String,
}

impl Server {
    async fn sandbox(kit: &Path, temporary: &Path) -> Outcome<Self> {
        let beside = std::env::current_exe()?.parent().and_then(Path::parent).ok_or("no folder")?.join("altinn-sandbox");
        let mut command = Command::new(beside);
        command.args(["--json", "--gateway", "open", "--people", "never", "--kit"]).arg(kit);
        let (process, line) = Self::start(command, temporary).await?;
        let told: Value = serde_json::from_str(&line)?;
        Ok(Self { process, origin: told["platform"].as_str().ok_or("no origin")?.to_owned() })
    }

    async fn bare(folder: &Path) -> Outcome<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("serve-bare").arg(folder);
        let (process, origin) = Self::start(command, folder).await?;
        Ok(Self { process, origin })
    }

    async fn start(mut command: Command, temporary: &Path) -> Outcome<(Child, String)> {
        command.env("TMPDIR", temporary).env("TMP", temporary);
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true).spawn()?;
        let output = process.stdout.take().ok_or("no output")?;
        let line =
            BufReader::new(output).lines().next_line().await?.ok_or("the server did not start; is the program built beside this one?")?;
        Ok((process, line))
    }

    /// The process's peak memory in KiB, on systems that report it.
    fn peak(&self) -> Option<u64> {
        let text = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()?)).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().trim_end_matches("kB").trim().parse().ok()
    }

    async fn stop(mut self) -> io::Result<()> {
        self.process.kill().await
    }
}

/// The bare server: writes one file, and reads one file.
async fn serve_bare(folder: PathBuf) -> Outcome<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}/", listener.local_addr()?);
    let app = Router::new().route("/", post(take).get(give)).with_state(folder.join("bare"));
    Ok(axum::serve(listener, app).await?)
}

async fn take(State(path): State<PathBuf>, body: Body) -> Result<(), StatusCode> {
    let refused = |_: io::Error| StatusCode::INTERNAL_SERVER_ERROR;
    let mut file = File::create(path).await.map_err(refused)?;
    let mut chunks = body.into_data_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| StatusCode::BAD_REQUEST)?;
        file.write_all(&chunk).await.map_err(refused)?;
    }
    file.flush().await.map_err(refused)
}

async fn give(State(path): State<PathBuf>) -> Result<Body, StatusCode> {
    let file = File::open(path).await.map_err(|_| StatusCode::NOT_FOUND)?;
    Ok(Body::from_stream(stream::unfold(file, |mut file| async move {
        let mut chunk = Vec::with_capacity(CHUNK);
        match (&mut file).take(CHUNK as u64).read_to_end(&mut chunk).await {
            Ok(0) => None,
            Ok(_) => Some((Ok(Bytes::from(chunk)), file)),
            Err(cause) => Some((Err(cause), file)),
        }
    })))
}

/// A measurement: bytes, and the time they took.
type Ran = (u64, Duration);

fn rate((bytes, took): Ran) -> f64 {
    f64::from(u32::try_from(bytes >> 10).unwrap_or(u32::MAX)) / 1024.0 / took.as_secs_f64()
}

async fn measure(size: u64, rounds: usize) -> Outcome<()> {
    println!("{} MiB, {rounds} rounds; MiB/s of the sandbox, of the bare stack beside it, and their ratio", size >> 20);
    let mut ratios: Vec<(&str, Vec<f64>)> = ["upload", "form", "tus", "download"].map(|way| (way, Vec::new())).into();
    let mut peaks = (0, 0);
    for round in 0..rounds {
        for (way, ratios) in &mut ratios {
            // A new pair each time, so that the files of the last one are gone from the disk.
            let pair = Pair::start(size).await?;
            let (sandbox, bare) = pair.run(way, round).await?;
            let ratio = rate(sandbox) / rate(bare);
            println!("round {round} {way:<9} {:>6.0} {:>6.0}  {ratio:.2}", rate(sandbox), rate(bare));
            ratios.push(ratio);
            let seen = pair.stop().await?;
            peaks = (peaks.0.max(seen.0), peaks.1.max(seen.1));
        }
    }
    for (way, ratios) in &mut ratios {
        ratios.sort_by(f64::total_cmp);
        let count = f64::from(u32::try_from(ratios.len())?);
        let mean = (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / count).exp();
        let at = |at: usize| ratios.get(at).copied().unwrap_or_default();
        println!("{way:<9} ratio: mean {mean:.2}, least {:.2}, most {:.2}", at(0), at(rounds.saturating_sub(1)));
    }
    println!("peak memory: sandbox {} MiB, bare {} MiB", peaks.0 >> 10, peaks.1 >> 10);
    Ok(())
}

/// A new sandbox and a new bare server that write to the same folder.
struct Pair {
    _folder: TempDir,
    client: reqwest::Client,
    sandbox: Server,
    bare: Server,
    sender: String,
    recipient: String,
    size: u64,
}

impl Pair {
    async fn start(size: u64) -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let kit = folder.path().join("kit");
        let (sandbox, bare) = (Server::sandbox(&kit, folder.path()).await?, Server::bare(folder.path()).await?);
        let client = reqwest::Client::builder().no_proxy().build()?;
        let sender = token(&client, &sandbox.origin, &kit, "sender", known::SENDER.number).await?;
        let recipient = token(&client, &sandbox.origin, &kit, "recipient", known::RECIPIENT.number).await?;
        Ok(Self { _folder: folder, client, sandbox, bare, sender, recipient, size })
    }

    /// Stops both and returns the peak memory of each in KiB.
    async fn stop(self) -> Outcome<(u64, u64)> {
        let peaks = (self.sandbox.peak().unwrap_or(0), self.bare.peak().unwrap_or(0));
        self.sandbox.stop().await?;
        self.bare.stop().await?;
        Ok(peaks)
    }

    /// Measures one way on both. They take turns at being first, in case the disk is still busy with what the first one wrote.
    async fn run(&self, way: &str, round: usize) -> Outcome<(Ran, Ran)> {
        if way == "download" {
            self.bare_up().await?;
            self.until_summed(&self.upload().await?.0).await?;
        }
        if round.is_multiple_of(2) {
            let bare = self.bare(way).await?;
            Ok((self.ours(way).await?, bare))
        } else {
            let ours = self.ours(way).await?;
            Ok((ours, self.bare(way).await?))
        }
    }

    async fn bare(&self, way: &str) -> Outcome<Ran> {
        settled().await;
        if way == "download" { self.down(&self.bare.origin, "none").await } else { self.bare_up().await }
    }

    /// Measures the sandbox. Waits for the checksum, which is computed after the answer, so that it does not disturb the next
    /// measurement.
    async fn ours(&self, way: &str) -> Outcome<Ran> {
        settled().await;
        let (id, ran) = match way {
            "upload" => self.upload().await?,
            "form" => self.form().await?,
            "tus" => self.tus().await?,
            _ => {
                let newest = self.published().await?;
                return self.down(&self.transfer(&format!("/{newest}/download")), &self.recipient).await;
            }
        };
        self.until_summed(&id).await?;
        Ok(ran)
    }

    fn body(size: u64) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static {
        let chunk = Bytes::from(vec![b'x'; CHUNK]);
        stream::iter((0..size.div_ceil(CHUNK as u64)).map(move |at| {
            let left = size - at * CHUNK as u64;
            Ok(chunk.slice(..CHUNK.min(usize::try_from(left).unwrap_or(CHUNK))))
        }))
    }

    async fn up(&self, url: &str, token: &str) -> Outcome<Ran> {
        let request = self.client.post(url).bearer_auth(token).header("Content-Type", "application/octet-stream");
        let begin = Instant::now();
        let body = reqwest::Body::wrap_stream(Self::body(self.size));
        request.header("Content-Length", self.size).body(body).send().await?.error_for_status()?;
        Ok((self.size, begin.elapsed()))
    }

    async fn down(&self, url: &str, token: &str) -> Outcome<Ran> {
        let begin = Instant::now();
        let mut answer = self.client.get(url).bearer_auth(token).send().await?.error_for_status()?;
        let mut size = 0;
        while let Some(chunk) = answer.chunk().await? {
            size += chunk.len() as u64;
        }
        if size == self.size { Ok((size, begin.elapsed())) } else { Err(format!("{size} bytes came back").into()) }
    }

    async fn bare_up(&self) -> Outcome<Ran> {
        self.up(&self.bare.origin, "none").await
    }

    fn transfer(&self, tail: &str) -> String {
        format!("{}broker/api/v1/filetransfer{tail}", self.sandbox.origin)
    }

    async fn upload(&self) -> Outcome<(String, Ran)> {
        let id = self.initialize().await?;
        let ran = self.up(&self.transfer(&format!("/{id}/upload")), &self.sender).await?;
        Ok((id, ran))
    }

    /// Uploads the same bytes as a form, up to the form's limit.
    async fn form(&self) -> Outcome<(String, Ran)> {
        let size = self.size.min(FORM);
        let field = |(name, value): (&str, String)| {
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"Metadata.{name}\"\r\n\r\n{value}\r\n")
        };
        let fields = [
            ("FileName", "large.bin".to_owned()),
            ("ResourceId", known::RESOURCE.to_owned()),
            ("SendersFileTransferReference", "stream".to_owned()),
            ("Sender", party(known::SENDER.number)),
            ("Recipients", party(known::RECIPIENT.number)),
            ("DisableVirusScan", "true".to_owned()),
        ];
        let head = format!(
            "{}--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"FileTransfer\"; filename=\"large.bin\"\r\n\r\n",
            fields.map(field).concat()
        );
        let tail = format!("\r\n--{BOUNDARY}--\r\n");
        let whole = size + (head.len() + tail.len()) as u64;
        let once = |text: String| stream::once(async { Ok(Bytes::from(text)) });
        let body = reqwest::Body::wrap_stream(once(head).chain(Self::body(size)).chain(once(tail)));
        let request = self.client.post(self.transfer("/upload")).bearer_auth(&self.sender);
        let request = request.header("Content-Type", format!("multipart/form-data; boundary={BOUNDARY}")).header("Content-Length", whole);
        let begin = Instant::now();
        let answer = request.body(body).send().await?.error_for_status()?;
        let took = begin.elapsed();
        Ok((transfer_id(&answer.json().await?)?, (size, took)))
    }

    async fn tus(&self) -> Outcome<(String, Ran)> {
        let id = self.initialize().await?;
        let url = self.transfer(&format!("/upload/tus/{id}"));
        let request = |method: Method| self.client.request(method, &url).bearer_auth(&self.sender).header("Tus-Resumable", "1.0.0");
        let begin = Instant::now();
        request(Method::POST).header("Upload-Length", self.size).send().await?.error_for_status()?;
        let mut offset = 0;
        while offset < self.size {
            let length = STRETCH.min(self.size - offset);
            let patch = request(Method::PATCH).header("Upload-Offset", offset).header("Content-Type", "application/offset+octet-stream");
            let body = reqwest::Body::wrap_stream(Self::body(length));
            patch.header("Content-Length", length).body(body).send().await?.error_for_status()?;
            offset += length;
        }
        Ok((id, (self.size, begin.elapsed())))
    }

    async fn initialize(&self) -> Outcome<String> {
        let body = json!({"fileName": "large.bin", "resourceId": known::RESOURCE, "sendersFileTransferReference": "stream",
            "sender": party(known::SENDER.number), "recipients": [party(known::RECIPIENT.number)], "disableVirusScan": true});
        let answer = self.client.post(self.transfer("")).bearer_auth(&self.sender).json(&body).send().await?.error_for_status()?;
        transfer_id(&answer.json().await?)
    }

    async fn published(&self) -> Outcome<String> {
        let url = self.transfer(&format!("?resourceId={}&status=Published&role=Recipient", known::RESOURCE));
        let found: Vec<String> = self.client.get(url).bearer_auth(&self.recipient).send().await?.error_for_status()?.json().await?;
        Ok(found.first().ok_or("nothing is published")?.clone())
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

/// Runs `sync`, where there is one, so that earlier writes have reached the disk.
async fn settled() {
    let _ = Command::new("sync").status().await;
}

fn party(number: &str) -> String {
    format!("0192:{number}")
}

fn transfer_id(answer: &Value) -> Outcome<String> {
    Ok(answer["fileTransferId"].as_str().ok_or("no id")?.to_owned())
}

/// An exchanged token for a known client's system user.
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
