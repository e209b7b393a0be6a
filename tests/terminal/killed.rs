//! The wizard is killed at random moments. Afterwards every file is whole, and no confirmed answer or transfer is lost.

#![cfg(unix)]

use crate::practising::practising;
use crate::program::Program;
use rustix::process::Signal;
use std::fs;
use std::path::{Path, PathBuf};

const ENTER: &str = "\r";
const ROUNDS: usize = 12;

pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Asserts that every TOML and JSON file can be parsed, and that no file was set aside as broken.
pub fn assert_whole(home: &Path, round: &str) {
    for file in files(home) {
        let name = file.to_string_lossy().into_owned();
        assert!(!name.contains(".broken-"), "{round}: {name}");
        let text = || fs::read_to_string(&file).expect("text");
        if name.ends_with(".toml") {
            toml::from_str::<toml::Table>(&text()).unwrap_or_else(|error| panic!("{round}: {name}: {error}"));
        } else if name.ends_with(".json") || name.ends_with(".lock") {
            serde_json::from_str::<serde_json::Value>(&text()).unwrap_or_else(|error| panic!("{round}: {name}: {error}"));
        }
    }
}

/// Kills the program after it has drawn a random number of bytes, fewer than `within`, or once `done` is on the screen.
fn kill_somewhere(mut program: Program, within: usize, done: &str) {
    let moment = program.raw().len() + usize::try_from(uuid::Uuid::new_v4().as_u128() % 1_000_000).expect("small") % within;
    program.wait_until("its moment", || program.raw().len() >= moment || program.screen().contains(done));
    program.signal(Signal::KILL);
    assert!(program.ending().is_err());
}

#[test]
fn a_new_setup_killed_anywhere_leaves_whole_files_and_goes_on() {
    for round in 0..ROUNDS {
        let home = tempfile::tempdir().expect("a home");
        let mut program = Program::start(home.path(), &["--env", "sandbox"], 120, 40);
        program.wait_for("We send files");
        program.press(ENTER);
        program.wait_for("Fill in the sandbox's answers");
        program.press(ENTER);
        kill_somewhere(program, 6000, "Enter does it");
        assert_whole(home.path(), &format!("round {round}"));
        // The next start opens the same step, or the question that was not answered yet.
        let mut again = Program::start(home.path(), &["--env", "sandbox"], 120, 40);
        again.wait("a way on", |screen| {
            ["We send files", "Fill in the sandbox's answers", "Enter does it"].iter().any(|text| screen.contains(text))
        });
        again.press("\x03");
        assert_eq!(again.ending(), Ok(0));
        assert_whole(home.path(), &format!("after round {round}"));
    }
}

#[test]
fn a_deed_killed_anywhere_loses_nothing_that_was_answered() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = practising(home.path());
    program.press("\x03");
    assert_eq!(program.ending(), Ok(0));
    let mut sent = 0;
    for round in 0..ROUNDS {
        let mut program = Program::start(home.path(), &["--profile", "practice-sender"], 120, 40);
        program.wait("its findings", |screen| screen.contains("of 5") && screen.contains('✓') && !screen.contains("checking"));
        // F5 between them: the step may be shown already, and letters that come at once would be a pasted text.
        program.press("4\x1b[15~d");
        program.wait_for("/broker/api/v1/filetransfer");
        program.press(ENTER);
        kill_somewhere(program, 5000, "is published for");
        assert_whole(home.path(), &format!("round {round}"));
        // The number of transfers in Broker never falls, and a transfer in the evidence is one that Broker has.
        let world = altinn_sandbox::stored_world(&home.path().join("state/sandbox/world.json")).expect("a whole world");
        let transfers: Vec<_> = world.broker.newest_first().collect();
        let known = serde_json::to_string(&transfers).expect("JSON");
        let count = known.matches("broker-setup-test-").count();
        assert!(count >= sent, "round {round}: {count} of {sent} transfers");
        sent = count;
        // What a kill leaves of a file that was about to be replaced is swept at the next start.
        let is_state = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
        for state in files(&home.path().join("state/connections")).into_iter().filter(is_state) {
            let state: toml::Table = toml::from_str(&fs::read_to_string(state).expect("text")).expect("TOML");
            let id = state.get("evidence").and_then(|evidence| evidence.get("transfer")).and_then(|transfer| transfer.get("id"));
            assert!(id.and_then(toml::Value::as_str).is_none_or(|id| known.contains(id)), "round {round}: {id:?}");
        }
    }
    let again = Program::start(home.path(), &["--profile", "practice-sender"], 120, 40);
    again.wait_for("of 5");
}
