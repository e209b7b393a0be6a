//! Runs `check` of the real binary with a temporary home and an environment that is given by its addresses.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;

pub const API_KEY: &str = "3f9c8b7a6d5e4f3a2b1c0d9e8f7a6b5c";

/// The result of a `check`: exit code, document, standard error.
pub struct Checked {
    pub code: i32,
    pub document: Value,
    pub said: String,
}

/// A home with a sender's answers. All are well-formed, so that no check is skipped for a missing or wrong answer.
pub fn home(platform: &str, maskinporten: &str) -> TempDir {
    let addresses = format!("[environment]\nplatform = \"{platform}\"\nmaskinporten = \"{maskinporten}\"\n");
    home_with("", &format!("{platform}hook"), &addresses)
}

/// The same answers about TT02, whose hosts are not on this machine, so that a proxy counts.
pub fn home_at_tt02() -> TempDir {
    home_with("environment = \"tt02\"\n", "https://hooks.example.no/hook", "")
}

fn home_with(first: &str, endpoint: &str, last: &str) -> TempDir {
    // Making a key takes a while, so all tests share one.
    static KEY: OnceLock<String> = OnceLock::new();
    let key = KEY.get_or_init(|| {
        use secrecy::ExposeSecret;
        let (_, pem) = broker_setup::keys::make().expect("a key");
        pem.expose_secret().to_owned()
    });
    let home = tempfile::tempdir().expect("a home");
    let answers = format!(
        "{first}role = \"sender\"\norganisation = \"310400203\"\nresource = \"prov-filutveksling\"\napi_key = \"file:api-key.txt\"\n\
         client.id = \"5a0c0002-7d1e-4f6a-9b1c-000000000002\"\nclient.kid = \"k\"\nclient.key = \"file:key.pem\"\n\
         events.endpoint = \"{endpoint}\"\n{last}"
    );
    for (name, text) in [("answers.toml", answers.as_str()), ("key.pem", key), ("api-key.txt", API_KEY)] {
        write_private(&home.path().join(name), text);
    }
    home
}

fn write_private(path: &Path, text: &str) {
    std::fs::write(path, text).expect("written");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).expect("the user's alone");
    }
}

/// Runs `check --format json` with the answers of [`home`]. It must end with 1 or 3, and its document must be valid.
pub fn check(home: &Path) -> Checked {
    let checked = check_role(home);
    assert!(matches!(checked.code, 1 | 3), "{} {}", checked.code, checked.said);
    checked
}

/// Like [`check`], but with any exit code.
pub fn check_role(home: &Path) -> Checked {
    check_with(home, &[])
}

/// Like [`check_role`], with variables of the environment.
pub fn check_with(home: &Path, variables: &[(&str, &str)]) -> Checked {
    let output = program(home)
        .envs(variables.iter().copied())
        .args(["check", "--answers", "answers.toml", "--format", "json"])
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let document = valid(&output.stdout, &said);
    Checked { code: output.status.code().expect("it ended by itself"), document, said }
}

/// The binary with its own home, and without those of the caller's variables that could change what it does.
pub fn program(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BROKER_SETUP") || name.to_lowercase().ends_with("_proxy")) {
        command.env_remove(name);
    }
    command.env("BROKER_SETUP_HOME", home).env("LC_ALL", "C.UTF-8").current_dir(home).stdin(Stdio::null());
    command.env_remove("SSL_CERT_FILE").env_remove("SSL_CERT_DIR");
    command
}

fn valid(out: &[u8], said: &str) -> Value {
    let schema = serde_json::from_str(include_str!("../../assets/schema/check.v1.json")).expect("the schema");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let document: Value = serde_json::from_slice(out).unwrap_or_else(|error| panic!("{error}: {said}"));
    let broken: Vec<String> = validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path)).collect();
    assert!(broken.is_empty(), "{broken:#?}\n{document:#}");
    document
}

impl Checked {
    pub fn checks(&self) -> Vec<&Value> {
        self.document["steps"].as_array().into_iter().flatten().flat_map(|step| step["checks"].as_array().into_iter().flatten()).collect()
    }

    pub fn check(&self, id: &str) -> &Value {
        self.checks().into_iter().find(|check| check["id"] == id).unwrap_or_else(|| panic!("no {id} in {:#}", self.document))
    }

    /// Every check with its verdict, code, summary and cause, for the message of a failed assertion.
    pub fn lines(&self) -> String {
        let line = |check: &&Value| {
            let part = |name: &str| check[name].as_str().unwrap_or_default().to_owned();
            format!("{:<26}{:<10}{:<10}{} | {}\n", part("id"), part("verdict"), part("code"), part("summary"), part("cause"))
        };
        self.checks().iter().map(line).collect()
    }
}
