//! The real program, where its environment decides which way a call takes and whom it trusts.

use broker_setup::journey::Finding;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

pub struct Program {
    home: TempDir,
}

impl Program {
    pub fn new() -> Self {
        Self { home: tempfile::tempdir().expect("a home") }
    }

    pub fn folder(&self) -> &Path {
        self.home.path()
    }

    /// What `check` finds with these answers, and with these variables alone of those that say which way to take and whom to trust.
    pub fn check(&self, ids: &[&str], answers: &Path, variables: &[(&str, &str)]) -> Vec<Finding> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
        let decides = |name: &str| name.starts_with("BROKER_SETUP") || name.to_lowercase().ends_with("_proxy");
        for (name, _) in std::env::vars().filter(|(name, _)| decides(name)) {
            command.env_remove(name);
        }
        let own = self.home.path().join("own");
        command.env("HOME", &own).env("BROKER_SETUP_HOME", &own).env_remove("SSL_CERT_FILE").env_remove("SSL_CERT_DIR");
        command.envs(variables.iter().copied()).stdin(Stdio::null()).arg("check").args(ids).arg("--answers").arg(answers);
        let output = command.output().expect("it runs");
        let found = stored(&own.join("state"));
        assert!(!found.is_empty(), "{}\n{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        std::fs::remove_dir_all(&own).expect("the next run finds nothing of this one");
        found
    }
}

/// The findings that the program has kept, as typed as it has kept them.
fn stored(state: &Path) -> Vec<Finding> {
    let files: Vec<PathBuf> =
        std::fs::read_dir(state).map(|entries| entries.flatten().map(|entry| entry.path()).collect()).unwrap_or_default();
    let read = |path: PathBuf| -> Vec<Finding> {
        let table: Option<toml::Table> = std::fs::read_to_string(path).ok().and_then(|text| text.parse().ok());
        let findings = table.and_then(|table| table.get("findings").cloned());
        findings.and_then(|findings| findings.try_into().ok()).unwrap_or_default()
    };
    files.into_iter().flat_map(|path| if path.is_dir() { stored(&path) } else { read(path) }).collect()
}

/// The kit's answers for a role, about TT02: only a proxy leads them to the sandbox.
pub fn at_tt02(kit: &Path, role: &str) -> PathBuf {
    let text = std::fs::read_to_string(kit.join(format!("{role}.toml"))).expect("the kit");
    let mut answers: toml::Table = text.parse().expect("TOML");
    answers.insert("environment".to_owned(), "tt02".into());
    if let Some(events) = answers.get_mut("events").and_then(toml::Value::as_table_mut) {
        // Altinn takes only https, so the webhooks are below a name that the proxy answers for.
        events.insert("endpoint".to_owned(), format!("https://am.ui.tt02.altinn.no/sandbox/sink/{role}").into());
    }
    written(kit, &format!("{role}-tt02.toml"), &answers)
}

/// The kit's answers for a sender, about an environment at this one address.
pub fn at(kit: &Path, address: &str) -> PathBuf {
    let mut answers: toml::Table = std::fs::read_to_string(kit.join("sender.toml")).expect("the kit").parse().expect("TOML");
    let both = ["platform", "maskinporten"].map(|name| (name.to_owned(), toml::Value::from(address)));
    answers.insert("environment".to_owned(), toml::Value::Table(both.into_iter().collect()));
    written(kit, "elsewhere.toml", &answers)
}

fn written(kit: &Path, name: &str, answers: &toml::Table) -> PathBuf {
    let path = kit.join(name);
    std::fs::write(&path, answers.to_string()).expect("the answers");
    path
}
