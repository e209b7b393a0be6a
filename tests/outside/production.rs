//! Those that take part already, as profiles in production: the sandbox answers under its names too.

use std::path::Path;
use std::process::Command;

/// Writes the profile `live` from the kit's answers of a role, without events.
pub fn profile(folder: &Path, home: &Path, role: &str) {
    let kit = folder.join("kit");
    let mut answers: toml::Table = std::fs::read_to_string(kit.join(format!("{role}.toml"))).expect("answers").parse().expect("TOML");
    answers.remove("api_key");
    answers.insert("version".to_owned(), 1.into());
    answers.insert("environment".to_owned(), "prod".into());
    answers.insert("events".to_owned(), toml::Table::from_iter([("set_aside".to_owned(), "later".into())]).into());
    let client = answers.get_mut("client").and_then(toml::Value::as_table_mut).expect("a client");
    client.insert("key".to_owned(), format!("file:{}", kit.join(format!("{role}.pem")).display()).into());
    let profiles = home.join("config/profiles");
    std::fs::create_dir_all(&profiles).expect("a folder");
    std::fs::write(profiles.join("live.toml"), answers.to_string()).expect("a profile");
}

/// The test file that waits in the sandbox is fetched, so that one must be asked for.
pub fn nothing_waits(folder: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
    command.env("BROKER_SETUP_HOME", folder.join("other")).args(["do", "receive-test", "--yes", "--trust-answers", "--answers"]);
    let done = command.arg(folder.join("kit/recipient.toml")).output().expect("it runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}
