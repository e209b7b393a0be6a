//! What the tests of the terminal see is what a person sees: whole frames.

use crate::program::Program;
use portable_pty::CommandBuilder;

/// Draws half of an update, waits for Enter, and draws the other half.
const IN_TWO_HALVES: &str = r"printf '\033[?2026hthe one half'; read -r answer; printf ', and the other\033[?2026l'; read -r answer";

#[test]
fn half_a_frame_is_not_on_screen() {
    let home = tempfile::tempdir().expect("a folder");
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", IN_TWO_HALVES]);
    let mut program = Program::spawn(command, home.path(), 80, 24, &[]);
    program.wait_until("the first half", || String::from_utf8_lossy(&program.raw()).contains("the one half"));
    assert_eq!(program.screen().trim(), "");
    program.press("\r");
    let screen = program.wait_for("and the other");
    assert!(screen.contains("the one half"), "{screen}");
}
