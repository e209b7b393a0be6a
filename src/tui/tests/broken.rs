//! Errors and panics inside the wizard, in a real terminal: it restores the terminal, or goes on.
//!
//! No known key or file makes the program panic, so each test starts this test binary again in a terminal of its own and makes it
//! panic from within.

use super::pty::Program;
use crate::engine::Engine;
use crate::text::{Language, Text};
use crate::tui::{Leave, WizardOptions};
use portable_pty::CommandBuilder;
use std::io;

const HOME_SCREEN: &str = "Connect your organisation to Altinn Broker";
const WAY: &str = "BROKER_SETUP_TEST_BREAKS";
const SECRET: &str = "what-was-being-said";

/// Not a test by itself: the process that the other tests start. Without the variable that says how to break, it does nothing.
#[test]
fn breaks() {
    let (Ok(way), Ok(engine)) = (std::env::var(WAY), Engine::of_the_user()) else { return };
    let options = WizardOptions { engine, environment: None, profile: None, text: Text::new(Language::English) };
    let ended = crate::tui::run::run_with(options, |runtime| {
        match way.as_str() {
            "error" => return Err(io::Error::other("no terminal any more")),
            "task" => drop(runtime.spawn(async { panic!("{SECRET}") })),
            "blocking" => drop(runtime.spawn_blocking(|| panic!("{SECRET}"))),
            "thread" => drop(std::thread::spawn(|| panic!("{SECRET}"))),
            _ => panic!("the loop itself"),
        }
        Ok(())
    });
    println!("ended with {ended:?}");
    assert!(matches!(ended, Ok(Leave::Asked) | Err(_)));
}

fn breaking(home: &std::path::Path, way: &str) -> Program {
    let mut command = CommandBuilder::new(std::env::current_exe().expect("this binary"));
    command.args(["--exact", "tui::tests::broken::breaks", "--nocapture"]);
    Program::spawn(command, home, 100, 30, &[(WAY, way), ("RUST_BACKTRACE", "0")])
}

#[test]
fn a_panic_of_the_loop_gives_the_terminal_back_and_is_told() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = breaking(home.path(), "loop");
    assert_eq!(program.ending(), Ok(101));
    program.assert_terminal_given_back("a panic");
    assert!(program.screen().contains("the loop itself"), "{}", program.screen());
}

#[test]
fn an_error_gives_the_terminal_back() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = breaking(home.path(), "error");
    assert_eq!(program.ending(), Ok(0));
    program.assert_terminal_given_back("an error");
    assert!(program.screen().contains("no terminal any more"), "{}", program.screen());
}

#[test]
fn a_panic_elsewhere_is_a_line_and_the_wizard_lives_on() {
    for way in ["task", "blocking", "thread"] {
        let home = tempfile::tempdir().expect("a home");
        let mut program = breaking(home.path(), way);
        program.wait_for("Something in the program broke at src/tui/tests/broken.rs");
        assert!(program.screen().contains(HOME_SCREEN), "{way}: {}", program.screen());
        // The wizard still reads keys, and draws on its own screen.
        program.press("?");
        program.wait_for("Paint the screen anew");
        program.press("\x03");
        assert_eq!(program.ending(), Ok(0), "{way}");
        program.assert_terminal_given_back(way);
        assert!(!String::from_utf8_lossy(&program.raw()).contains(SECRET), "{way}: what was being said is not shown");
    }
}
