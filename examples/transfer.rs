//! Measures sending a large file, and prints the figures without judging them: the program itself (`do send-test --size`), beside a bare
//! client on the same HTTP library that sends the same parts of the same pieces. Each sends to a sandbox of its own, in another process;
//! each is a process too, so that its peak memory can be told.
//!
//! `cargo build --release --bins --example transfer`, then `target/release/examples/transfer [--mib N] [--rounds N]`: the defaults are
//! 1024 MiB and 3 rounds. The aim is at least 0.9 of the bare client's speed, and a peak below 24 MiB.

use altinn_sandbox::known;
use futures_util::stream;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use reqwest::{Body, Client, Method};
use serde_json::{Value, json};
use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// As the program has them.
const PART: u64 = 32 << 20;
const PIECE: u64 = 64 << 10;
const GRANT: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";

#[tokio::main(worker_threads = 2)]
async fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, origin, kit, size] = arguments.as_slice()
        && mode == "bare"
    {
        return bare(origin, Path::new(kit), size.parse()?).await;
    }
    let (mut mebibytes, mut rounds) = (1024_u64, 3_usize);
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

/// How long an upload took, and the peak memory of its process in KiB, on systems that tell it.
struct Ran {
    took: Duration,
    peak: u64,
}

async fn measure(size: u64, rounds: usize) -> Outcome<()> {
    println!("{} MiB, {rounds} rounds; MiB/s of the program, of the bare client, and their ratio", size >> 20);
    let rate = |ran: &Ran| f64::from(u32::try_from(size >> 10).unwrap_or(u32::MAX)) / 1024.0 / ran.took.as_secs_f64();
    let (mut ratios, mut peak) = (Vec::new(), 0);
    for round in 0..rounds {
        // Whoever comes second meets another disk, so they take turns.
        let (program, bare) = if round % 2 == 0 {
            let program = Stage::set().await?.program(size).await?;
            (program, Stage::set().await?.bare(size).await?)
        } else {
            let bare = Stage::set().await?.bare(size).await?;
            (Stage::set().await?.program(size).await?, bare)
        };
        let ratio = rate(&program) / rate(&bare);
        println!("{:8.0} {:8.0} {ratio:6.2}   peaks {} and {} KiB", rate(&program), rate(&bare), program.peak, bare.peak);
        ratios.push(ratio);
        peak = peak.max(program.peak);
    }
    ratios.sort_by(f64::total_cmp);
    println!("median ratio {:.2}, highest peak of the program {peak} KiB", ratios.get(ratios.len() / 2).copied().unwrap_or_default());
    Ok(())
}

/// A sandbox in a process of its own, and a folder that is gone afterwards.
struct Stage {
    folder: TempDir,
    sandbox: Child,
    origin: String,
}

impl Stage {
    async fn set() -> Outcome<Self> {
        // Earlier writes have reached the disk.
        let _ = Command::new("sync").status().await;
        let folder = TempDir::new()?;
        let mut command = Command::new(beside("altinn-sandbox")?);
        command.args(["--json", "--gateway", "open", "--people", "never", "--kit"]).arg(folder.path().join("kit"));
        command.env("TMPDIR", folder.path()).env("BROKER_SETUP_HOME", folder.path().join("sandbox"));
        let mut sandbox = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true).spawn()?;
        let output = sandbox.stdout.take().ok_or("no output")?;
        let line =
            BufReader::new(output).lines().next_line().await?.ok_or("the sandbox did not start; is it built beside this program?")?;
        let told: Value = serde_json::from_str(&line)?;
        let origin = told["platform"].as_str().ok_or("no origin")?.to_owned();
        Ok(Self { folder, sandbox, origin })
    }

    /// From the line that the transfer is announced to the line that all is sent.
    async fn program(mut self, size: u64) -> Outcome<Ran> {
        let mut command = Command::new(beside("broker-setup")?);
        command.args(["do", "send-test", "--yes", "--language", "en", "--answers", "kit/sender.toml", "--size"]).arg(size.to_string());
        command.current_dir(self.folder.path()).env("BROKER_SETUP_HOME", self.folder.path().join("home"));
        let mut process = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true).spawn()?;
        let mut lines = BufReader::new(process.stderr.take().ok_or("no output")?).lines();
        let (mut begun, mut ran) = (None, None);
        while let Some(line) = lines.next_line().await? {
            if line.contains("expects transfer") {
                begun = Some(Instant::now());
            } else if line.contains("has all") {
                let took = begun.ok_or("it was not announced")?.elapsed();
                ran = Some(Ran { took, peak: peak(&process) });
            }
        }
        process.wait().await?;
        self.sandbox.kill().await?;
        ran.ok_or_else(|| "the program did not send the file".into())
    }

    async fn bare(mut self, size: u64) -> Outcome<Ran> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("bare").arg(&self.origin).arg(self.folder.path().join("kit")).arg(size.to_string());
        let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().await?;
        self.sandbox.kill().await?;
        let told: Value = serde_json::from_slice(&output.stdout)?;
        let number = |name: &str| told[name].as_u64().ok_or("the bare client told nothing");
        Ok(Ran { took: Duration::from_millis(number("took_ms")?), peak: number("peak")? })
    }
}

/// A program that was built together with this one.
fn beside(name: &str) -> Outcome<PathBuf> {
    Ok(std::env::current_exe()?.parent().and_then(Path::parent).ok_or("no folder")?.join(name))
}

fn peak(process: &Child) -> u64 {
    process.id().and_then(|id| peak_of(&id.to_string())).unwrap_or_default()
}

fn peak_of(process: &str) -> Option<u64> {
    let text = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

/// Sends the parts with nothing around them.
async fn bare(origin: &str, kit: &Path, size: u64) -> Outcome<()> {
    let client = Client::builder().no_proxy().build()?;
    let token = token(&client, origin, kit).await?;
    let transfers = format!("{origin}broker/api/v1/filetransfer");
    let party = |number: &str| format!("0192:{number}");
    let body = json!({"fileName": "large.bin", "resourceId": known::RESOURCE, "sendersFileTransferReference": "bare",
        "sender": party(known::SENDER.number), "recipients": [party(known::RECIPIENT.number)]});
    let made: Value = client.post(&transfers).bearer_auth(&token).json(&body).send().await?.error_for_status()?.json().await?;
    let url = format!("{transfers}/upload/tus/{}", made["fileTransferId"].as_str().ok_or("no id")?);
    let request = |method: Method| client.request(method, &url).bearer_auth(&token).header("Tus-Resumable", "1.0.0");
    let begin = Instant::now();
    request(Method::POST).header("Upload-Length", size).send().await?.error_for_status()?;
    let mut offset = 0;
    while offset < size {
        let length = PART.min(size - offset);
        let patch = request(Method::PATCH).header("Upload-Offset", offset).header("Content-Type", "application/offset+octet-stream");
        patch.header("Content-Length", length).body(pieces(length)).send().await?.error_for_status()?;
        offset += length;
    }
    let took_ms = u64::try_from(begin.elapsed().as_millis())?;
    println!("{}", json!({"took_ms": took_ms, "peak": peak_of("self").unwrap_or_default()}));
    Ok(())
}

fn pieces(length: u64) -> Body {
    let piece = move |at: u64| vec![b'x'; usize::try_from(PIECE.min(length - at * PIECE)).unwrap_or_default()];
    Body::wrap_stream(stream::iter((0..length.div_ceil(PIECE)).map(move |at| Ok::<_, io::Error>(piece(at)))))
}

/// An exchanged token for the sender's system user.
async fn token(client: &Client, origin: &str, kit: &Path) -> Outcome<String> {
    let known = known::client("sender").ok_or("no such client")?;
    let key = EncodingKey::from_rsa_pem(&std::fs::read(kit.join("sender.pem"))?)?;
    let header = Header { kid: Some(known.kid()), ..Header::new(Algorithm::RS256) };
    let now = jiff::Timestamp::now().as_second();
    let claims = json!({"aud": origin, "iss": known.id, "scope": "altinn:broker.write", "iat": now, "exp": now + 100,
        "jti": uuid::Uuid::new_v4(), "authorization_details": [{"type": "urn:altinn:systemuser",
            "systemuser_org": {"authority": "iso6523-actorid-upis", "ID": format!("0192:{}", known::SENDER.number)}}]});
    let form = [("grant_type", GRANT.to_owned()), ("assertion", encode(&header, &claims, &key)?)];
    let granted: Value = client.post(format!("{origin}token")).form(&form).send().await?.error_for_status()?.json().await?;
    let raw = granted["access_token"].as_str().ok_or("no token")?;
    let exchange = format!("{origin}authentication/api/v1/exchange/maskinporten");
    Ok(client.get(exchange).bearer_auth(raw).send().await?.error_for_status()?.text().await?)
}
