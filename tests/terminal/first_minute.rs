//! The first minute: from an empty machine to five ready steps in the sandbox, in at most six key presses.

use crate::program::Program;

const ENTER: &str = "\r";

#[test]
fn six_key_presses_lead_a_sender_to_five_ready_steps() {
    to_ready(ENTER, "/broker/api/v1/filetransfer");
}

#[test]
fn six_key_presses_lead_a_recipient_to_five_ready_steps() {
    to_ready("2", "/broker/api/v1/filetransfer");
}

#[test]
fn six_key_presses_lead_a_service_owner_to_five_ready_steps() {
    to_ready("3", "/broker/api/v1/filetransfer");
}

/// Presses the keys of the shortest way, and waits after each for the text that shows its effect.
fn to_ready(role: &str, transfer: &str) {
    let home = tempfile::tempdir().expect("a home");
    let mut program = Program::start(home.path(), &["--env", "sandbox"], 120, 40);
    program.wait_for("We send files");
    let presses = [
        (role, "Fill in the sandbox's answers"),
        (ENTER, "Enter does it"),
        (ENTER, "/events/api/v1/subscriptions"),
        (ENTER, "ready 4 of 5"),
        (ENTER, transfer),
        (ENTER, "ready 5 of 5"),
    ];
    for (key, shows) in presses {
        program.press(key);
        program.wait_for(shows);
    }
}
