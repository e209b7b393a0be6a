//! Two wizards on one profile: neither loses the other's answers.

use crate::program::Program;
use std::fs;
use std::path::Path;

const ENTER: &str = "\r";

fn opened(home: &Path) -> Program {
    let mut program = Program::start(home, &["--profile", "mine"], 120, 40);
    // The guide of the step is on screen at first.
    program.wait_for("Esc close");
    program.press("\x1b");
    program.wait_for("Maskinporten client");
    program
}

/// Opens a step and types an answer into the field that `e` edits there. `label` is that field's label.
fn answer(program: &mut Program, step: &str, label: &str, text: &str) {
    // F5 between them: keys that come at once would be a pasted text.
    program.press(&format!("{step}\x1b[15~e"));
    program.wait_for(label);
    program.wait_for("Enter accept");
    program.press(text);
    program.wait_for(text);
    program.press(ENTER);
    program.wait(text, |screen| screen.contains(text) && !screen.contains("Enter accept"));
}

/// Writes a sender's profile in production, where no check starts by itself.
fn profile(home: &Path) -> std::path::PathBuf {
    let folder = home.join("config/profiles");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("mine.toml");
    fs::write(&path, "version = 1\nrole = \"sender\"\nenvironment = \"prod\"\norganisation = \"991825827\"\n").expect("a profile");
    path
}

#[test]
fn an_answer_given_in_one_wizard_is_not_undone_by_the_other() {
    let home = tempfile::tempdir().expect("a home");
    let path = profile(home.path());
    let (mut one, mut other) = (opened(home.path()), opened(home.path()));
    answer(&mut one, "2", "Client id", "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11");
    one.wait_until("its answer on disk", || fs::read_to_string(&path).is_ok_and(|kept| kept.contains("7e1c2b1e")));
    answer(&mut other, "3", "Resource", "smart-files");
    for program in [&mut one, &mut other] {
        program.press("\x03");
        assert_eq!(program.ending(), Ok(0));
    }
    let kept = fs::read_to_string(&path).expect("a profile");
    assert!(kept.contains("7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11") && kept.contains("smart-files"), "{kept}");
}

#[test]
fn an_answer_that_both_have_given_is_the_later_one_and_is_said() {
    let home = tempfile::tempdir().expect("a home");
    let path = profile(home.path());
    let (mut one, mut other) = (opened(home.path()), opened(home.path()));
    answer(&mut one, "3", "Resource", "first-files");
    one.wait_until("its answer on disk", || fs::read_to_string(&path).is_ok_and(|kept| kept.contains("first-files")));
    answer(&mut other, "3", "Resource", "later-files");
    other.wait_for("Changed by another program too, and replaced by your answer: Resource: first-files");
    // The earlier one takes it in with its next save, and says what its own answer was.
    answer(&mut one, "2", "Client id", "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11");
    one.wait_for("Another program has changed: Resource: later-files. Before that it was: Resource: first-files.");
    one.press("3");
    one.wait_for("later-files");
    for program in [&mut one, &mut other] {
        program.press("\x03");
        assert_eq!(program.ending(), Ok(0));
    }
    assert!(fs::read_to_string(&path).is_ok_and(|kept| kept.contains("later-files")));
}
