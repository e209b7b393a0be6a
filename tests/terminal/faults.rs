//! A fault that is set on screen makes the sandbox misbehave, and the next checks find it.

use crate::practising::practising;

const ENTER: &str = "\r";
const TAB: &str = "\t";
const ESC: &str = "\u{1b}";

#[test]
fn a_fault_set_on_screen_is_found_by_the_next_checks_and_gone_when_cleared() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = practising(home.path());
    program.press("f");
    program.wait_for("How the sandbox misbehaves");
    program.wait_for("MP-011");
    program.press("zebra");
    program.wait_for("No fault has these words.");
    program.press("\u{15}mp-121");
    program.wait("what was typed, and its fault", |screen| screen.contains("mp-121") && screen.contains("posted more than a year ago"));
    program.press(ENTER);
    program.wait_for("set until you clear it");
    program.press(ESC);
    program.wait_for("MP-121. f shows it.");
    program.press("c");
    // The code stands twice on the screen: in the list of faults that are set, and in the finding.
    program.wait("the finding", |screen| screen.contains("ready 0 of 5") && screen.matches("MP-121").count() > 1);
    program.press("f");
    program.wait_for("set until you clear it");
    program.press("\u{18}");
    program.wait("it is gone", |screen| !screen.contains("set until you clear it"));
    program.press(ESC);
    program.wait("the checklist", |screen| screen.contains("0 of 5 ready") && !screen.contains("misbehaves"));
    program.press("c");
    program.wait_for("ready 3 of 5");
    program.press("f");
    program.wait_for("MP-011");
    program.press(TAB);
    program.wait_for("set for the next call");
}
