//! The first minute: from an empty machine to five ready steps in the sandbox, in at most six key presses.

use crate::program::Program;

const ENTER: &str = "\r";

#[test]
fn six_key_presses_lead_a_sender_to_five_ready_steps() {
    to_ready("");
}

#[test]
fn and_a_recipient() {
    to_ready("j");
}

/// `choose` moves from the first role; it counts as a key press as well.
fn to_ready(choose: &str) {
    let home = tempfile::tempdir().expect("a home");
    let mut program = Program::start(home.path(), &["--env", "sandbox"], 120, 40);
    program.wait_for("We send files");
    let mut pressed = choose.len();
    program.press(choose);
    while !program.screen().contains("ready 5 of 5") {
        assert!(pressed < 6, "not ready after {pressed} key presses:\n{}", program.screen());
        program.press(ENTER);
        pressed += 1;
        program.wait("what Enter does next, or readiness", |screen| screen.contains("Enter") && !screen.contains("checking"));
    }
    program.press("q");
}
