//! The first minute in bokmål, as the locale asks for it: every screen on the way to five ready steps speaks it.

use crate::program::Program;

const ENTER: &str = "\r";

#[test]
fn a_norwegian_locale_leads_to_five_ready_steps_in_bokmaal() {
    let home = tempfile::tempdir().expect("a home");
    let locale = [("LANG", "nb_NO.UTF-8"), ("LC_ALL", "nb_NO.UTF-8")];
    let mut program = Program::start_with(home.path(), &["--env", "sandbox"], 120, 40, &locale);
    program.wait_for("Vi sender filer");
    let presses = [
        (ENTER, "Fyll inn svarene fra sandkassen"),
        (ENTER, "Enter gjør det"),
        (ENTER, "Altinn sender først en valideringshendelse"),
        (ENTER, "4 av 5 klare"),
        (ENTER, "En fil merket som test går til"),
        (ENTER, "5 av 5 klare"),
    ];
    for (key, shows) in presses {
        program.press(key);
        program.wait_for(shows);
    }
}
