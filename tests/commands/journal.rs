//! `journal` and `undo`: what a deed has made is listed, and taken back.

use crate::program::{Home, Said, flat};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A sandbox in another process. It ends with the test.
pub struct Sandbox(Child);

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a sandbox that writes its kit into the folder `kit` of the home.
pub fn sandbox(home: &Home) -> Sandbox {
    sandbox_with(home, &[])
}

/// The same, with further arguments.
pub fn sandbox_with(home: &Home, arguments: &[&str]) -> Sandbox {
    let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
    command
        .env("BROKER_SETUP_HOME", home.path().join("other"))
        .env("LC_ALL", "C.UTF-8")
        .current_dir(home.path())
        .args(["sandbox", "--json", "--kit", "kit"])
        .args(arguments);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut first).expect("its addresses");
    Sandbox(child)
}

fn ran(home: &Home, arguments: &[&str]) -> Said {
    let said = home.run(arguments);
    assert_eq!(said.code, 0, "{arguments:?}: {}{}", said.out, said.err);
    said
}

#[test]
fn what_was_subscribed_is_in_the_journal_and_taken_back() {
    let home = Home::new();
    let _sandbox = sandbox(&home);
    let answers = ["--answers", "kit/sender.toml"];
    assert!(ran(&home, &["journal"]).err.contains("Nothing has been made yet"));
    ran(&home, &[&["do", "subscribe", "--yes"], &answers[..]].concat());
    // The deed has renewed its findings: nobody has to run the checks first.
    let status = home.run(&[&["status"], &answers[..]].concat()).out;
    assert!(status.contains("events.subscription"), "{status}");
    let listed = ran(&home, &["journal"]).out;
    assert!(flat(&listed).contains(": done") && listed.contains("Altinn Events"), "{listed}");
    let id = listed.split_whitespace().next().expect("an id").to_owned();
    // The same again makes nothing new, so it is no new line.
    ran(&home, &[&["do", "subscribe", "--yes"], &answers[..]].concat());
    assert_eq!(ran(&home, &["journal"]).out, listed);
    let undo = [&["undo", &id], &answers[..]].concat();
    let shown = ran(&home, &[&undo[..], &["--dry-run"]].concat()).out;
    assert!(shown.contains("DELETE"), "{shown}");
    assert_eq!(ran(&home, &["journal"]).out, listed, "a dry run changes nothing");
    ran(&home, &[&undo[..], &["--yes"]].concat());
    assert!(flat(&ran(&home, &["journal"]).out).contains("taken back"));
    let again = home.run(&[&undo[..], &["--yes"]].concat());
    assert!(again.code == 1 && again.err.contains("taken back before"), "{}: {}", again.code, again.err);
}

#[test]
fn an_entry_that_is_not_there_is_named() {
    let home = Home::new();
    let said = home.run(&["undo", "0badcafe", "--role", "sender"]);
    assert!(said.code == 2 && said.err.contains("0badcafe"), "{}: {}", said.code, said.err);
}
