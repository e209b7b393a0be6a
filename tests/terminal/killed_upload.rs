//! The wizard is killed in the middle of a large upload to a sandbox in another process, and started again: the line "Next" leads to
//! going on with it, and one transfer arrives whole.

#![cfg(unix)]

use crate::leading::{ENTER, next};
use crate::practising::settled;
use crate::program::Program;
use rustix::process::Signal;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

/// What a file of 200 MiB takes at most, on a busy machine.
const A_WHILE: Duration = Duration::from_secs(120);

/// Ends with the test.
struct Sandbox(Child);

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn command(folder: &Path, home: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
    command.env("BROKER_SETUP_HOME", folder.join(home)).env("LC_ALL", "C.UTF-8").args(arguments).current_dir(folder);
    command
}

fn sandbox(folder: &Path) -> Sandbox {
    let mut command = command(folder, "sandbox", &["sandbox", "--json", "--people", "never", "--kit", "kit"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("its addresses");
    Sandbox(child)
}

/// The kit's sender as a profile, without events.
fn sender(folder: &Path) {
    let kit = folder.join("kit");
    let mut answers: toml::Table = std::fs::read_to_string(kit.join("sender.toml")).expect("answers").parse().expect("TOML");
    answers.insert("version".to_owned(), 1.into());
    answers.insert("api_key".to_owned(), format!("file:{}", kit.join("api-key.txt").display()).into());
    answers.insert("events".to_owned(), toml::Table::from_iter([("set_aside".to_owned(), "later".into())]).into());
    let client = answers.get_mut("client").and_then(toml::Value::as_table_mut).expect("a client");
    client.insert("key".to_owned(), format!("file:{}", kit.join("sender.pem").display()).into());
    let profiles = folder.join("home/config/profiles");
    std::fs::create_dir_all(&profiles).expect("a folder");
    std::fs::write(profiles.join("mine.toml"), answers.to_string()).expect("a profile");
}

fn received(folder: &Path, more: &[&str]) -> Output {
    let arguments = ["do", "receive-test", "--yes", "--trust-answers", "--wait", "PT0S", "--answers", "kit/recipient.toml"];
    command(folder, "other", &[&arguments[..], more].concat()).output().expect("it runs")
}

fn text(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text).into_owned()).concat()
}

/// The wizard, led by the line "Next" to the preview of the test file.
fn led_to_preview(home: &Path) -> Program {
    let mut program = Program::start(home, &["--profile", "mine"], 100, 40);
    let mut seen = String::new();
    for _ in 0..6 {
        let screen = settled(&program, &seen);
        if screen.contains("/broker/api/v1/filetransfer") && screen.contains("Esc cancel") {
            return program;
        }
        seen = screen;
        program.press(if next(&seen).ends_with(" n") { "n" } else { ENTER });
    }
    panic!("not led to a test file: {}", program.screen());
}

/// How much of the file has gone, in percent.
fn gone(screen: &str) -> Option<u32> {
    let line = screen.lines().find(|line| line.contains("Sending 200 MiB"))?;
    line.split('%').next()?.split_whitespace().last()?.parse().ok()
}

#[test]
fn an_upload_killed_with_the_wizard_is_gone_on_with_and_arrives_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let _sandbox = sandbox(folder);
    sender(folder);
    // The one that waits in every new world.
    assert!(received(folder, &[]).status.success());

    let mut program = led_to_preview(&folder.join("home"));
    program.press("s");
    program.wait_for("How large a file");
    program.paste("200 MiB");
    program.wait_for("200 MiB");
    program.press(ENTER);
    program.wait("the preview of that size", |screen| screen.contains("200 MiB") && screen.contains("Enter do it"));
    program.press(ENTER);
    program.wait_within(A_WHILE, "some of it gone", |screen| gone(screen).is_some_and(|percent| (20..95).contains(&percent)));
    program.signal(Signal::KILL);
    assert!(program.ending().is_err());

    let mut again = led_to_preview(&folder.join("home"));
    let screen = again.screen();
    assert!(screen.contains("Enter go on with it") && screen.contains("200 MiB") && screen.contains("a send a new one"), "{screen}");
    again.press(ENTER);
    again.wait_within(A_WHILE, "the end", |screen| screen.contains("is published for"));
    let journal = std::fs::read_to_string(folder.join("home/state/journal.jsonl")).expect("a journal");
    let entries: Vec<serde_json::Value> = journal.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let last = entries.last().expect("an entry");
    assert!(entries.iter().all(|entry| entry["id"] == last["id"]) && last["state"] == "done", "{journal}");

    // The recipient sees one, whose content is what was sent.
    let fetched = received(folder, &[]);
    let said = text(&fetched);
    assert!(fetched.status.success() && said.contains(last["made"].as_str().expect("an id")) && said.contains("SHA-256"), "{said}");
    assert!(!received(folder, &[]).status.success());
}
