//! The start of many tests: a sender's profile in the sandbox, filled in and checked.

use crate::program::Program;
use std::path::Path;
use std::time::Duration;

const ENTER: &str = "\r";

/// The screen once it differs from `seen`, and nothing runs any more.
pub fn settled(program: &Program, seen: &str) -> String {
    loop {
        let screen = program.wait("a screen that waits for a person", |screen| {
            let waits = screen.contains("Enter ") || screen.contains("Nothing is left to do");
            screen != seen && !screen.contains("checking") && waits
        });
        if !program.wait_for_output(Duration::from_millis(400)) {
            return screen;
        }
    }
}

pub fn practising(home: &Path) -> Program {
    let mut program = Program::start(home, &["--env", "sandbox"], 120, 40);
    program.wait_for("We send files");
    program.press(ENTER);
    program.wait_for("Fill in the sandbox's answers");
    program.press(ENTER);
    program.wait_for("Enter does it");
    program
}
