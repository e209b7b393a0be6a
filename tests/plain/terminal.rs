//! At a terminal that only shows lines, and where there is no terminal at all.

use crate::program::Program;
use portable_pty::CommandBuilder;
use std::process::{Command, Stdio};

#[test]
fn a_dumb_terminal_gets_lines_without_being_asked_for() {
    let home = tempfile::tempdir().expect("a home");
    let command = CommandBuilder::new(env!("CARGO_BIN_EXE_broker-setup"));
    let mut program = Program::spawn(command, home.path(), 100, 40, &[("TERM", "dumb")]);
    program.wait_for("Your choice: ");
    program.press("1\n");
    program.wait_for("Your role: ");
    program.press("quit\n");
    assert_eq!(program.ending(), Ok(0));
    program.assert_terminal_given_back("after lines");
    assert!(!program.raw().contains(&0x1b), "{}", String::from_utf8_lossy(&program.raw()));
}

#[test]
fn what_was_typed_before_a_deed_was_shown_does_not_agree_to_it() {
    let home = tempfile::tempdir().expect("a home");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_broker-setup"));
    command.args(["--env", "sandbox"]);
    let mut program = Program::spawn(command, home.path(), 100, 40, &[("TERM", "dumb")]);
    program.wait_for("Your role: ");
    program.press("sender\n");
    program.wait_for("Name: ");
    program.press("\n");
    program.wait_for("Who runs the system: ");
    program.press("own\nfill\nyes\nyes\n");
    program.wait_for("Yes or no: ");
    program.press("no\n");
    program.wait_for("Nothing was done.");
    assert!(!String::from_utf8_lossy(&program.raw()).contains("is validated."), "{}", String::from_utf8_lossy(&program.raw()));
}

#[test]
fn without_a_terminal_nothing_asks_unless_it_was_asked_for() {
    let home = tempfile::tempdir().expect("a home");
    let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
    let command = command.env("BROKER_SETUP_HOME", home.path()).env("LC_ALL", "C.UTF-8").env("TERM", "dumb").stdin(Stdio::null());
    let output = command.output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("There is no terminal to show the wizard on."), "{said}");
    assert!(output.stdout.is_empty() && output.status.code() == Some(2), "{output:?}");
}
