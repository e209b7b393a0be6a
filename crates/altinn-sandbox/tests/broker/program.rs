//! Runs the sandbox program in a process of its own, so that a test can measure, interrupt and kill it.

use crate::support::*;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use rustix::process::{Pid, Signal, kill_process};
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use url::Url;

pub struct Program {
    child: Child,
    pub origin: Url,
    kit: TempDir,
}

impl Program {
    /// Starts a sandbox with this temporary folder.
    pub fn started(temporary: &Path, arguments: &[&str]) -> Self {
        Self::run(Command::new(env!("CARGO_BIN_EXE_altinn-sandbox")), temporary, arguments)
    }

    /// Starts a sandbox whose files cannot grow beyond a number of blocks, as on a full disk.
    pub fn with_little_room(temporary: &Path, blocks: u32, arguments: &[&str]) -> Self {
        let mut shell = Command::new("sh");
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_altinn-sandbox")]);
        Self::run(shell, temporary, arguments)
    }

    /// Starts a sandbox whose files and folders would be open to everybody, were it not careful.
    pub fn without_umask(temporary: &Path, arguments: &[&str]) -> Self {
        let mut shell = Command::new("sh");
        shell.args(["-c", "umask 000; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_altinn-sandbox")]);
        Self::run(shell, temporary, arguments)
    }

    /// The folder that its kit is in.
    pub fn kit(&self) -> PathBuf {
        self.kit.path().join("kit")
    }

    fn run(mut command: Command, temporary: &Path, arguments: &[&str]) -> Self {
        let kit = tempfile::tempdir().unwrap();
        command.args(["--json", "--gateway", "open", "--people", "never", "--kit"]).arg(kit.path().join("kit")).args(arguments);
        let mut child = command
            .env("TMPDIR", temporary)
            .env("HOME", temporary)
            .env("XDG_CACHE_HOME", temporary)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let said: Value = serde_json::from_str(&line).expect("one line of JSON");
        let origin = said["platform"].as_str().expect("an origin").parse().unwrap();
        Self { child, origin, kit }
    }

    pub fn url(&self, path: &str) -> Url {
        self.origin.join(path).unwrap()
    }

    /// An exchanged token for a party's system user.
    pub async fn token(&self, name: &str, party: &str) -> String {
        let known = known::client(name).unwrap();
        let key = EncodingKey::from_rsa_pem(&fs::read(self.kit().join(format!("{name}.pem"))).unwrap()).unwrap();
        let header = Header { kid: Some(known.kid()), ..Header::new(Algorithm::RS256) };
        let now = jiff::Timestamp::now().as_second();
        let claims = json!({"aud": self.origin, "iss": known.id, "scope": "altinn:broker.write altinn:broker.read", "iat": now,
            "exp": now + 100, "jti": uuid::Uuid::new_v4(), "authorization_details": [{"type": "urn:altinn:systemuser",
                "systemuser_org": {"authority": "iso6523-actorid-upis", "ID": format!("0192:{party}")}}]});
        let assertion = jsonwebtoken::encode(&header, &claims, &key).unwrap();
        let form = [("grant_type", GRANT_TYPE), ("assertion", &assertion)];
        let granted: Value = client().post(self.url("token")).form(&form).send().await.unwrap().json().await.unwrap();
        let exchange = client().get(self.url("authentication/api/v1/exchange/maskinporten"));
        exchange.bearer_auth(granted["access_token"].as_str().unwrap()).send().await.unwrap().text().await.unwrap()
    }

    /// Its peak memory in KiB, on systems that report it.
    pub fn peak(&self) -> Option<u64> {
        let text = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().trim_end_matches("kB").trim().parse().ok()
    }

    /// Sends a signal and waits until the process has ended.
    pub fn end(mut self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The folders for large bodies in the user's cache.
pub fn folders(temporary: &Path) -> Vec<PathBuf> {
    let cache = if cfg!(target_os = "macos") { temporary.join("Library/Caches") } else { temporary.to_owned() };
    let all = fs::read_dir(cache.join("altinn-sandbox")).into_iter().flatten().map(|entry| entry.unwrap().path());
    all.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("bodies-")).collect()
}

/// How many large bodies there are in a temporary folder.
pub fn bodies(temporary: &Path) -> usize {
    let entries = folders(temporary).into_iter().flat_map(|folder| fs::read_dir(folder).into_iter().flatten());
    entries.filter(|entry| entry.as_ref().unwrap().file_name() != "alive").count()
}
