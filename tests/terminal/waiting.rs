//! The wait for a person, in production under its own names: they are asked, they say no with a reason, and they are asked again.

use crate::practising::settled;
use crate::program::Program;
use portable_pty::CommandBuilder;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

const ENTER: &str = "\r";
const DOWN: &str = "\x1b[B";

/// A sandbox that answers for production's hosts too, and whose people do nothing by themselves.
struct Sandbox(Child);

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn sandbox(folder: &Path) -> (Sandbox, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
    command.env("BROKER_SETUP_HOME", folder.join("sandbox")).args(["sandbox", "--json", "--people", "never", "--proxy", "127.0.0.1:0"]);
    command.arg("--ca-out").arg(folder.join("ca.pem")).arg("--kit").arg(folder.join("kit"));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("its addresses");
    let said: serde_json::Value = serde_json::from_str(&line).expect("JSON");
    (Sandbox(child), said["proxy"]["address"].as_str().expect("a proxy").to_owned())
}

/// The test file that waits in the sandbox is fetched, so that one must be asked for.
fn nothing_waits(folder: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
    command.env("BROKER_SETUP_HOME", folder.join("other")).args(["do", "receive-test", "--yes", "--trust-answers", "--answers"]);
    let done = command.arg(folder.join("kit/recipient.toml")).output().expect("it runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// The kit's recipient as a profile in production, without events.
fn recipient(folder: &Path, home: &Path) {
    let kit = folder.join("kit");
    let mut answers: toml::Table = std::fs::read_to_string(kit.join("recipient.toml")).expect("answers").parse().expect("TOML");
    answers.remove("api_key");
    answers.insert("version".to_owned(), 1.into());
    answers.insert("environment".to_owned(), "prod".into());
    answers.insert("events".to_owned(), toml::Table::from_iter([("set_aside".to_owned(), "later".into())]).into());
    let client = answers.get_mut("client").and_then(toml::Value::as_table_mut).expect("a client");
    client.insert("key".to_owned(), format!("file:{}", kit.join("recipient.pem").display()).into());
    let profiles = home.join("config/profiles");
    std::fs::create_dir_all(&profiles).expect("a folder");
    std::fs::write(profiles.join("live.toml"), answers.to_string()).expect("a profile");
}

/// Types a line, and presses Enter once it stands there: what comes all at once is taken for a paste.
fn typed(program: &mut Program, text: &str) {
    program.press(text);
    program.wait_for(&format!("  {text} "));
    program.press(ENTER);
}

#[test]
fn they_say_no_in_production_and_are_asked_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_sandbox, proxy) = sandbox(folder.path());
    nothing_waits(folder.path());
    let home = folder.path().join("home");
    recipient(folder.path(), &home);
    let authority = folder.path().join("ca.pem");
    let variables = [("HTTPS_PROXY", proxy.as_str()), ("SSL_CERT_FILE", authority.to_str().expect("a path"))];
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_broker-setup"));
    command.args(["--profile", "live"]);
    let mut program = Program::spawn(command, &home, 100, 40, &variables);
    // In production nobody is asked anything before the user says so.
    program.wait_for("Run the checks");
    program.press("c");
    program.wait("the checks are over", |screen| screen.contains("3 of 5") && !screen.contains("checking") && screen.contains("Next"));
    // The letter is sent, in production under the profile's name.
    program.press("m");
    program.wait_for("I have sent it");
    program.press(ENTER);
    program.wait_for("Type the profile's name");
    typed(&mut program, "live");
    let waits = |screen: &str| screen.contains("Wait for") && !screen.contains("checking") && !screen.contains("I have sent it");
    program.wait("the wait", waits);
    settled(&program, "");
    program.press(ENTER);
    program.wait_for("They said no, for this reason");
    program.press(DOWN);
    program.press(ENTER);
    program.wait_for("Why did they say no?");
    typed(&mut program, "not before the new year");
    program.wait_for("Type the profile's name");
    typed(&mut program, "live");
    program.wait_for("The answer is kept");
    program.wait("the letter again", |screen| !screen.contains("Wait for") && !screen.contains("checking"));
    program.press("\x03");
    assert_eq!(program.ending(), Ok(0));
    program.assert_terminal_given_back("the wait");
}
