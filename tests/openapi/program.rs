//! The program itself, role by role, with the tap where it looks for the platform.

use crate::sandbox_support::openapi::Exchange;
use crate::sandbox_support::started;
use crate::tap::Tap;
use broker_setup::sandbox::{Gateway, Options, People, write_kit};
use std::path::Path;
use std::process::Stdio;
use tokio::process::Command;

/// Documented operations that the program calls, at least.
pub const LEAST_OPERATIONS: usize = 15;

/// What the program says to the platform, from `do subscribe` to `check`.
pub async fn runs() -> Vec<Exchange> {
    let sandbox = started(Options { gateway: Gateway::Open, people: People::Instant, ..Options::default() }).await;
    let tap = Tap::before(&sandbox.origin).await;
    let folder = tempfile::tempdir().unwrap();
    write_kit(folder.path(), &sandbox.world().await, &sandbox.origin).unwrap();
    for role in ["service-owner", "sender", "recipient"] {
        let file = folder.path().join(format!("{role}.toml"));
        let mut answers: toml::Table = std::fs::read_to_string(&file).unwrap().parse().unwrap();
        answers["environment"]["platform"] = tap.origin.as_str().into();
        std::fs::write(&file, answers.to_string()).unwrap();
        for arguments in [&["do", "subscribe", "--yes"][..], &["do", "send-test", "--yes"], &["check"]] {
            run(folder.path(), arguments, &file).await;
        }
    }
    sandbox.stop().await;
    tap.exchanges()
}

async fn run(home: &Path, arguments: &[&str], answers: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BROKER_SETUP") || name.to_lowercase().ends_with("_proxy")) {
        command.env_remove(name);
    }
    command.env("BROKER_SETUP_HOME", home).args(arguments).arg("--answers").arg(answers).stdin(Stdio::null()).kill_on_drop(true);
    let output = command.output().await.expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}\n{}\n{}", text(&output.stdout), text(&output.stderr));
}
