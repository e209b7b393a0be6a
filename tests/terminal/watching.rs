//! `check --watch` at a terminal: each report is drawn over the one before, and Ctrl-C gives the terminal back. One that only
//! shows lines gets a line for each look.

use crate::program::Program;
use portable_pty::CommandBuilder;

/// A sender's answers for an environment on port 1, where no program listens, so that each look ends at once.
const NOWHERE: &str = "role = \"sender\"\norganisation = \"991825827\"\nresource = \"smart-files\"\n\
    client.id = \"7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11\"\nclient.kid = \"k\"\nclient.key = \"file:none.pem\"\n\
    [environment]\nplatform = \"http://127.0.0.1:1/\"\nmaskinporten = \"http://127.0.0.1:1/\"\n";

/// How a look begins: at the top of an empty screen.
const LOOK: &[u8] = b"\x1b[H\x1b[2J";

fn looks(program: &Program) -> usize {
    program.raw().windows(LOOK.len()).filter(|part| *part == LOOK).count()
}

fn has(raw: &[u8], part: &[u8]) -> bool {
    raw.windows(part.len()).any(|bytes| bytes == part)
}

fn watching(home: &std::path::Path, term: &str) -> Program {
    std::fs::write(home.join("a.toml"), NOWHERE).expect("answers");
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "echo what was there; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_broker-setup")]);
    command.args(["check", "key.reach", "--watch", "--answers", "a.toml"]);
    command.cwd(home);
    Program::spawn(command, home, 100, 40, &[("TERM", term)])
}

#[cfg(unix)]
#[test]
fn a_signal_gives_the_terminal_back_too() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = watching(home.path(), "xterm-256color");
    program.wait("a look", |screen| screen.contains("127.0.0.1:1"));
    program.signal(rustix::process::Signal::TERM);
    assert_eq!(program.ending(), Ok(143));
    program.assert_terminal_given_back("SIGTERM");
}

#[test]
fn each_look_is_drawn_over_the_one_before_and_ctrl_c_gives_the_terminal_back() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = watching(home.path(), "xterm-256color");
    program.wait_until("three looks", || looks(&program) >= 3);
    let screen = program.wait("a whole look", |screen| screen.contains("127.0.0.1:1") && screen.contains("again"));
    assert!(screen.contains("nothing on this machine answers"), "{screen}");
    assert!(!screen.contains("what was there"), "the report alone: {screen}");
    program.press("\x03");
    assert_eq!(program.ending(), Ok(130));
    program.assert_terminal_given_back("Ctrl-C");
    let (left, raw) = (program.screen(), program.raw());
    assert!(left.starts_with("what was there") && left.contains("127.0.0.1:1"), "{left}");
    assert!(!has(&raw, b"\x1b[3J"), "what was scrolled away before stays");
}

#[test]
fn a_terminal_that_only_shows_lines_gets_a_line_for_each_look() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = watching(home.path(), "dumb");
    program.wait("two looks", |screen| screen.matches("ready 0 of 5").count() >= 2);
    program.press("\x03");
    assert_eq!(program.ending(), Ok(130));
    let raw = program.raw();
    assert!(!raw.contains(&0x1b), "{}", String::from_utf8_lossy(&raw));
}
