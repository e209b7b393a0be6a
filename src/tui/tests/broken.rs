//! Panics and errors inside the wizard, in a real terminal: either the terminal is restored, or the wizard goes on.
//!
//! No key and no file makes the program panic, so each test starts this test binary again in another terminal and lets the test
//! `breaks` panic there.

use super::pty::Program;
use crate::engine::Engine;
use crate::text::Text;
use crate::tui::{Ended, Leave, WizardOptions};
use crate::values::Language;
use portable_pty::CommandBuilder;
use std::io;

const HOME_SCREEN: &str = "Connect your organisation to Altinn Broker";
const WAY: &str = "BROKER_SETUP_TEST_BREAKS";
const SECRET: &str = "what-was-being-said";

/// Runs in the second process, and breaks in the way that the environment variable `WAY` says. In an ordinary test run the variable
/// is not set, and this test does nothing.
#[test]
fn breaks() {
    let (Ok(way), Ok(engine)) = (std::env::var(WAY), Engine::of_the_user()) else { return };
    let options = WizardOptions {
        engine: std::sync::Arc::new(engine),
        environment: None,
        profile: None,
        text: Text::new(Language::English),
        theme: None,
    };
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
    assert!(matches!(ended, Ok(Ended { leave: Leave::Asked, .. }) | Err(_)));
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
        // The wizard still reacts to keys and draws.
        program.press("?");
        program.wait_for("Paint the screen anew");
        program.press("\x03");
        assert_eq!(program.ending(), Ok(0), "{way}");
        program.assert_terminal_given_back(way);
        assert!(!String::from_utf8_lossy(&program.raw()).contains(SECRET), "{way}: what was being said is not shown");
    }
}
