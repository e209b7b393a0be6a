//! Files that are broken, foreign, from a newer version, gone or not writable: the wizard names them and never overwrites them.

use crate::practising::practising;
use crate::program::Program;
use std::fs;
use std::path::{Path, PathBuf};

const ENTER: &str = "\r";
const TT02: &str = "version = 1\nrole = \"sender\"\nenvironment = \"tt02\"\norganisation = \"991825827\"\n";

fn write(home: &Path, name: &str, content: &[u8]) -> PathBuf {
    let path = home.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
    fs::write(&path, content).expect("the file");
    path
}

fn profile(home: &Path, name: &str, content: &[u8]) -> PathBuf {
    write(home, &format!("config/profiles/{name}.toml"), content)
}

/// The screen's text on one line, so that an assertion does not depend on where it was wrapped.
fn flat(screen: &str) -> String {
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_broken_profile_is_set_aside_named_and_said() {
    for content in [b"role = \"send".as_slice(), b"role = 5\n", &[0, 159, 146, 150], b"version = 1\nrole = \"sender\"\nnonsense = 1\n"] {
        let home = tempfile::tempdir().expect("a home");
        let path = profile(home.path(), "torn", content);
        let mut program = Program::start(home.path(), &["--profile", "torn"], 200, 24);
        program.wait("what became of it", |screen| {
            flat(screen).contains("torn could not be read. It is kept as") && screen.contains("broken-1")
        });
        program.press("q");
        assert_eq!(program.ending(), Ok(0));
        assert_eq!(fs::read(path.with_file_name("torn.toml.broken-1")).expect("kept"), content);
        assert!(!path.exists());
    }
}

#[test]
fn a_foreign_profile_and_one_of_the_future_are_left_alone_and_said() {
    for (content, words) in [
        ("[package]\nname = \"x\"\n", "mine is not a profile of broker-setup. It is left alone."),
        ("version = 9\nrole = \"sender\"\nnew = 1\n", "mine was written by a newer version of broker-setup. It is left alone."),
    ] {
        let home = tempfile::tempdir().expect("a home");
        let path = profile(home.path(), "mine", content.as_bytes());
        let mut program = Program::start(home.path(), &["--profile", "mine"], 200, 24);
        program.wait(words, |screen| flat(screen).contains(words));
        // Opening it from the list does not overwrite it either.
        program.press(ENTER);
        program.press("\x0c");
        program.press("\x03");
        assert_eq!(program.ending(), Ok(0));
        assert_eq!(fs::read_to_string(&path).expect("still there"), content);
    }
}

#[test]
fn a_broken_profile_beside_a_sound_one_costs_only_itself() {
    let home = tempfile::tempdir().expect("a home");
    profile(home.path(), "torn", b"role = [");
    profile(home.path(), "sound", TT02.as_bytes());
    let program = Program::start(home.path(), &[], 200, 30);
    program.wait("both", |screen| screen.contains("sound") && screen.contains("torn"));
}

/// Makes a sender's profile in the sandbox, checks it and quits.
fn left(home: &Path) {
    let mut program = practising(home);
    program.press("\x03");
    assert_eq!(program.ending(), Ok(0));
}

#[test]
fn broken_findings_are_kept_aside_and_found_anew() {
    let home = tempfile::tempdir().expect("a home");
    left(home.path());
    let folder = home.path().join("state/connections");
    let state = fs::read_dir(&folder).expect("what was found").flatten().next().expect("a file").path();
    for (content, number) in [(b"[[findings".as_slice(), 1), (&[0xff, 0xfe], 2)] {
        fs::write(&state, content).expect("broken");
        let mut program = Program::start(home.path(), &["--profile", "practice-sender"], 200, 40);
        program.wait("what became of it", |screen| flat(screen).contains("Something kept could not be read. It lies in"));
        program.wait_for("ready 3 of 5");
        program.press("\x03");
        assert_eq!(program.ending(), Ok(0));
        let aside = folder.join(format!("{}.broken-{number}", state.file_name().expect("a name").to_string_lossy()));
        assert_eq!(fs::read(aside).expect("kept"), content);
    }
}

#[test]
fn a_newer_world_is_left_alone_and_said() {
    let home = tempfile::tempdir().expect("a home");
    let newer = b"{\"version\": 99}";
    let world = write(home.path(), "state/sandbox/world.json", newer);
    let mut program = Program::start(home.path(), &["--env", "sandbox"], 200, 40);
    program.wait_for("We send files");
    program.press(ENTER);
    program.wait_for("Fill in the sandbox's answers");
    program.press(ENTER);
    program.wait("why it does not start", |screen| {
        flat(screen).contains("a newer version of broker-setup wrote its world, which is left alone")
    });
    program.press("\x03");
    assert!(program.ending().is_ok());
    assert_eq!(fs::read(&world).expect("kept"), newer);
    assert_eq!(
        fs::read_dir(world.parent().expect("a folder")).expect("a folder").flatten().filter(|entry| entry.path().is_file()).count(),
        2
    );
}

#[test]
fn a_broken_world_is_kept_aside_and_a_new_one_begins() {
    let home = tempfile::tempdir().expect("a home");
    let world = write(home.path(), "state/sandbox/world.json", b"{\"version\": 1, \"id\":");
    let mut program = Program::start(home.path(), &["--env", "sandbox"], 200, 40);
    program.wait_for("We send files");
    program.press(ENTER);
    program.wait_for("Fill in the sandbox's answers");
    program.press(ENTER);
    program.wait("what became of it", |screen| flat(screen).contains("Something kept could not be read. It lies in"));
    program.wait_for("Enter does it");
    program.press("\x03");
    assert_eq!(program.ending(), Ok(0));
    assert_eq!(fs::read(world.with_file_name("world.json.broken-1")).expect("kept"), b"{\"version\": 1, \"id\":");
    serde_json::from_slice::<serde_json::Value>(&fs::read(world).expect("a new one")).expect("whole");
}

#[test]
fn where_nothing_can_be_written_it_is_said_and_the_wizard_works() {
    // Files in place of folders make writing fail. Permissions would not do that for root, who runs the tests in some containers.
    let home = tempfile::tempdir().expect("a home");
    write(home.path(), "config", b"");
    let mut program = Program::start(home.path(), &["--env", "sandbox"], 160, 40);
    program.wait_for("We send files");
    program.press(ENTER);
    program.wait_for("Fill in the sandbox's answers");
    program.press(ENTER);
    program.wait("what is not saved", |screen| flat(screen).contains("Not saved") && flat(screen).contains("tries again by itself"));
    assert!(program.is_alive());
    // It stays said, whatever is pressed, and the end says it too.
    program.press("1");
    program.wait("the step and the message", |screen| screen.contains("key.gateway") && flat(screen).contains("Not saved"));
    program.press("\x03");
    assert_eq!(program.ending(), Ok(4));
    program.assert_terminal_given_back("nothing to write to");
    let left = flat(&program.screen());
    assert!(left.contains("Not saved") && left.contains("What is not saved is lost"), "{left}");
}

#[test]
fn what_is_told_after_the_wizard_is_in_the_language_that_it_ended_in() {
    let home = tempfile::tempdir().expect("a home");
    write(home.path(), "config", b"");
    let mut program = Program::start(home.path(), &[], 160, 40);
    for (key, shows) in [("L", "Koble virksomheten din"), (ENTER, "Vi sender filer"), (ENTER, "Et navn"), (ENTER, "Ikke lagret")] {
        program.wait_for("broker-setup");
        program.press(key);
        program.wait("the next screen", |screen| flat(screen).contains(shows));
    }
    program.press("\x03");
    assert_eq!(program.ending(), Ok(4));
    let left = flat(&program.screen());
    assert!(left.contains("Det som ikke er lagret, er tapt") && !left.contains("Not saved"), "{left}");
}

#[test]
fn an_answer_that_could_not_be_saved_is_saved_once_the_disk_takes_it() {
    let home = tempfile::tempdir().expect("a home");
    let path = profile(home.path(), "mine", TT02.replace("tt02", "prod").as_bytes());
    let mut program = Program::start(home.path(), &["--profile", "mine"], 160, 40);
    program.wait_for("Maskinporten client");
    let (config, away) = (home.path().join("config"), home.path().join("away"));
    fs::rename(&config, &away).and_then(|()| fs::write(&config, "")).expect("nothing can be written");
    for (step, label, text) in [("2", "Client id", "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"), ("3", "Resource", "smart-files")] {
        // F5 between them: keys that come at once would be a pasted text. A guide on screen lets them pass.
        program.press(&format!("{step}\x1b[15~e"));
        program.wait_for(label);
        program.wait_for("Enter accept");
        program.press(text);
        program.wait_for(text);
        program.press(ENTER);
        program.wait("what is not saved", |screen| flat(screen).contains("Not saved") && !screen.contains("Enter accept"));
    }
    fs::remove_file(&config).and_then(|()| fs::rename(&away, &config)).expect("it can be written again");
    program.wait_for("Everything is on disk now.");
    program.press("\x03");
    assert_eq!(program.ending(), Ok(0));
    let kept = fs::read_to_string(path).expect("a profile");
    assert!(kept.contains("7e1c2b1e") && kept.contains("smart-files"), "{kept}");
}

#[test]
fn a_sandbox_without_a_folder_is_said() {
    let home = tempfile::tempdir().expect("a home");
    write(home.path(), "state", b"");
    let mut program = Program::start(home.path(), &["--env", "sandbox"], 160, 40);
    program.wait_for("We send files");
    program.press(ENTER);
    program.wait_for("Fill in the sandbox's answers");
    program.press(ENTER);
    program.wait("why there is no sandbox", |screen| flat(screen).contains("The sandbox did not start:"));
    program.press("\x03");
    assert_eq!(program.ending(), Ok(0));
}

#[test]
fn a_profile_removed_while_it_is_open_comes_back_with_the_next_answer() {
    let home = tempfile::tempdir().expect("a home");
    left(home.path());
    let path = home.path().join("config/profiles/practice-sender.toml");
    let before = fs::read_to_string(&path).expect("a profile");
    let mut program = Program::start(home.path(), &["--profile", "practice-sender"], 120, 40);
    program.wait_for("ready 3 of 5");
    fs::remove_file(&path).expect("removed");
    program.press("c");
    program.wait_for("ready 3 of 5");
    program.press("\x03");
    assert_eq!(program.ending(), Ok(0));
    if path.exists() {
        assert_eq!(fs::read_to_string(&path).expect("a profile"), before);
    }
}
