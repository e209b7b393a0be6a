//! The start of many tests: a sender's profile in the sandbox, filled in and checked.

use crate::program::Program;
use std::path::Path;

const ENTER: &str = "\r";

pub fn practising(home: &Path) -> Program {
    let mut program = Program::start(home, &["--env", "sandbox"], 120, 40);
    program.wait_for("We send files");
    program.press(ENTER);
    program.wait_for("Fill in the sandbox's answers");
    program.press(ENTER);
    program.wait_for("Enter does it");
    program
}
