//! The first minute: from an empty machine to five ready steps in the sandbox, in at most six key presses.

use crate::program::Program;

const ENTER: &str = "\r";
const DOWN: &str = "j";

/// A key press, and the text that shows it has been understood.
type Press<'a> = (&'a str, &'a str);

#[test]
fn six_key_presses_lead_a_sender_to_five_ready_steps() {
    to_ready(&[
        (ENTER, "Fill in the sandbox's answers"),
        (ENTER, "ready 3 of 5"),
        (ENTER, "/events/api/v1/subscriptions"),
        (ENTER, "ready 4 of 5"),
        (ENTER, "/broker/api/v1/filetransfer"),
        (ENTER, "ready 5 of 5"),
    ]);
}

#[test]
fn a_recipient_chooses_the_second_role_and_needs_one_more() {
    to_ready(&[
        (DOWN, "▸ We receive files"),
        (ENTER, "Fill in the sandbox's answers"),
        (ENTER, "ready 3 of 5"),
        (ENTER, "/events/api/v1/subscriptions"),
        (ENTER, "ready 4 of 5"),
        (ENTER, "/broker/api/v1/filetransfer"),
        (ENTER, "ready 5 of 5"),
    ]);
}

fn to_ready(presses: &[Press<'_>]) {
    let home = tempfile::tempdir().expect("a home");
    let mut program = Program::start(home.path(), &["--env", "sandbox"], 120, 40);
    program.wait_for("We send files");
    for (key, shows) in presses {
        program.press(key);
        program.wait_for(shows);
    }
}
