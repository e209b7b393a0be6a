//! The wizard in the language that the locale asks for, and in the one that the user turns to on Home.

use crate::program::Program;
use std::path::Path;

const ENTER: &str = "\r";

/// The wizard with this locale in an organisation's usual terminal.
fn start(home: &Path, locale: &str) -> Program {
    Program::start_with(home, &[], 80, 24, &[("LANG", locale), ("LC_ALL", locale)])
}

#[test]
fn on_home_the_language_is_turned_at_once_and_kept_for_the_next_start() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = start(home.path(), "en_GB.UTF-8");
    program.wait_for("Connect your organisation");
    for shows in
        ["Koble virksomheten din", "Kople verksemda di", "Connect your organisation", "Koble virksomheten din", "Kople verksemda di"]
    {
        program.press("L");
        program.wait_for(shows);
    }
    program.press("q");
    assert_eq!(program.ending(), Ok(0));
    let mut again = start(home.path(), "en_GB.UTF-8");
    again.wait_for("Kople verksemda di");
    again.press("q");
    assert_eq!(again.ending(), Ok(0));
}

#[test]
fn a_locale_of_nynorsk_gets_nynorsk() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = start(home.path(), "nn_NO.UTF-8");
    program.wait_for("Norsk nynorsk");
    program.press("q");
    assert_eq!(program.ending(), Ok(0));
}

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
