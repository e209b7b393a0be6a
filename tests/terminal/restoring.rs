//! The terminal is restored however the program ends, and the program survives every size of it.

use crate::program::Program;
#[cfg(unix)]
use crate::program::hung_up;
#[cfg(unix)]
use portable_pty::CommandBuilder;
#[cfg(unix)]
use rustix::process::Signal;

const HOME_SCREEN: &str = "Connect your organisation to Altinn Broker";

#[test]
fn quitting_gives_the_terminal_back() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = Program::start(home.path(), &[], 80, 24);
    program.wait_for(HOME_SCREEN);
    program.press("q");
    assert_eq!(program.ending(), Ok(0));
    program.assert_terminal_given_back("q");
}

#[cfg(unix)]
#[test]
fn signals_give_the_terminal_back() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let home = tempfile::tempdir().expect("a home");
        let mut program = Program::start(home.path(), &[], 80, 24);
        program.wait_for(HOME_SCREEN);
        program.signal(signal);
        assert_eq!(program.ending(), Ok(code), "{signal:?}");
        program.assert_terminal_given_back(&format!("{signal:?}"));
    }
}

/// A farewell that is written to a terminal which is gone must not end the program in another way.
#[cfg(unix)]
#[test]
fn a_terminal_that_is_gone_ends_it_like_a_hang_up() {
    let home = tempfile::tempdir().expect("a home");
    let end_of_a_frame = "\x1b[?2026l";
    let wizard = CommandBuilder::new(env!("CARGO_BIN_EXE_broker-setup"));
    assert_eq!(hung_up(wizard, home.path(), end_of_a_frame), 129);
}

#[test]
fn ctrl_c_quits_from_anywhere() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = Program::start(home.path(), &["--env", "sandbox"], 80, 24);
    program.wait_for("We send files");
    program.press("\x03");
    assert_eq!(program.ending(), Ok(0));
    program.assert_terminal_given_back("Ctrl-C");
}

#[test]
fn every_size_is_survived() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = Program::start(home.path(), &[], 100, 30);
    program.wait_for(HOME_SCREEN);
    for (columns, rows) in [(80, 24), (40, 10), (20, 5), (10, 3), (5, 2), (3, 1), (1, 1), (200, 60), (200, 1), (1, 60)] {
        program.resize(columns, rows);
        program.press("?\x1b");
    }
    program.resize(80, 24);
    program.wait_for(HOME_SCREEN);
    assert!(program.is_alive());
}
