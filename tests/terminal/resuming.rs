//! A half-finished setup goes on at the same place after the wizard was killed, suspended or quit.

use crate::practising::practising;
use crate::program::Program;
#[cfg(unix)]
use rustix::process::Signal;

const ENTER: &str = "\r";

#[cfg(unix)]
#[test]
fn a_killed_setup_resumes_with_its_profile_its_step_and_its_findings() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = practising(home.path());
    program.signal(Signal::KILL);
    assert!(program.ending().is_err());
    let mut again = Program::start(home.path(), &[], 120, 40);
    again.wait_for("practice-sender");
    again.press(ENTER);
    again.wait("the same step, by stored or new findings", |screen| {
        screen.contains("ready 3 of 5") && screen.contains("Subscribe to events")
    });
}

#[cfg(unix)]
#[test]
fn killed_while_it_saves_it_loses_no_profile_and_leaves_no_torn_file() {
    let home = tempfile::tempdir().expect("a home");
    drop(practising(home.path()));
    for round in 0..8 {
        let mut program = Program::start(home.path(), &["--profile", "practice-sender"], 120, 40);
        program.wait_for("practice-sender");
        // The checks start by themselves, and each finding is saved. The first rounds kill the program one finding later each.
        program.wait("some findings", |screen| screen.matches('✓').count() > round.min(3));
        program.signal(Signal::KILL);
        assert!(program.ending().is_err());
    }
    let again = Program::start(home.path(), &["--profile", "practice-sender"], 120, 40);
    again.wait_for("ready 3 of 5");
    let broken = walk(home.path()).into_iter().filter(|path| path.to_string_lossy().contains(".broken-")).count();
    assert_eq!(broken, 0);
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[cfg(unix)]
#[test]
fn suspended_and_continued_it_paints_itself_anew() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = Program::start(home.path(), &[], 80, 24);
    program.wait_for("Connect your organisation");
    program.signal(Signal::TSTP);
    program.wait("the main screen", |screen| !screen.contains("Connect your organisation"));
    // The terminal is given back a moment before the program stops, and a signal in between would be lost.
    program.wait_until("the picture again", || {
        program.signal(Signal::CONT);
        program.screen().contains("Connect your organisation")
    });
    program.press("q");
    assert_eq!(program.ending(), Ok(0));
}

#[cfg(unix)]
#[test]
fn a_step_that_was_chosen_is_the_one_that_opens_next_time() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = practising(home.path());
    program.press("2");
    program.wait_for("2  Maskinporten client");
    program.press("q");
    program.press("\x1b");
    program.wait_for("Continue");
    program.press("q");
    assert_eq!(program.ending(), Ok(0));
    let again = Program::start(home.path(), &["--profile", "practice-sender"], 120, 40);
    again.wait_for("2  Maskinporten client");
}
