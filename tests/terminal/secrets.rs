//! Nothing that the wizard draws or writes holds a secret, from the first answer to the last of five steps.

use crate::program::Program;
use std::fs;
use std::path::{Path, PathBuf};

const ENTER: &str = "\r";

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The secrets of this home's sandbox, from its own files: the API keys and every line of each private key.
fn secrets(home: &Path) -> Vec<String> {
    let sandbox = home.join("state/sandbox");
    let world = altinn_sandbox::stored_world(&sandbox.join("world.json")).expect("a world");
    let mut secrets: Vec<String> = [world.api_key, world.foreign_api_key].iter().map(|key| key.expose().to_owned()).collect();
    for file in files(&sandbox.join("keys")) {
        let text = fs::read_to_string(file).expect("a key");
        secrets.extend(text.lines().filter(|line| line.len() > 20 && !line.starts_with("-----")).map(ToOwned::to_owned));
    }
    assert!(secrets.len() > 20, "the sandbox has keys");
    secrets
}

fn assert_clean(what: &str, text: &str, secrets: &[String]) {
    for secret in secrets {
        assert!(!text.contains(secret.as_str()), "{what} holds a secret");
        // A screen wraps long lines, so a secret would not stand there in one piece: its first 16 characters must not be there.
        assert!(!text.contains(secret.get(..16).expect("it is long")), "{what} holds a part of a secret");
    }
    for token in ["eyJ", "client_assertion", "assertion=", "Bearer ", "PRIVATE KEY"] {
        assert!(!text.contains(token), "{what} holds {token:?}");
    }
}

/// The text of the output, without escape sequences.
fn drawn(raw: &[u8]) -> String {
    let text = String::from_utf8_lossy(raw);
    let mut out = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '\u{1b}' => {
                let _ = rest.by_ref().find(|c| c.is_ascii_alphabetic());
            }
            c => out.push(c),
        }
    }
    out
}

fn see(program: &mut Program, screens: &mut Vec<String>, keys: &str, there: impl Fn(&str) -> bool) {
    program.press(keys);
    screens.push(program.wait(&format!("what {keys:?} shows"), there));
}

#[test]
fn a_whole_run_shows_and_writes_no_secret() {
    let home = tempfile::tempdir().expect("a home");
    let log = home.path().join("log.txt");
    let mut program = Program::start(home.path(), &["--env", "sandbox", "--log", &log.display().to_string()], 160, 50);
    program.wait_for("We send files");
    let mut screens = vec![program.screen()];
    for (keys, shows) in [
        (ENTER, "Fill in the sandbox's answers"),
        (ENTER, "Enter does it"),
        (ENTER, "/events/api/v1/subscriptions"),
        (ENTER, "ready 4 of 5"),
        (ENTER, "/broker/api/v1/filetransfer"),
        (ENTER, "ready 5 of 5"),
    ] {
        see(&mut program, &mut screens, keys, |screen| screen.contains(shows));
    }
    see(&mut program, &mut screens, ENTER, |screen| !screen.contains("Enter close"));
    let mut see = |keys: &str, shows: &str, hides: &str| {
        see(&mut program, &mut screens, keys, |screen| screen.contains(shows) && !screen.contains(hides));
    };
    see("t", "/token", "~");
    see("g", "/authentication/api/v1", "~");
    see("\x1b", "What was proven", "/authentication/api/v1");
    see("?", "Paint the screen anew", "~");
    see("\x1b", "What was proven", "Paint the screen anew");
    see("1", "key.gateway", "~");
    see("2", "client.key", "~");
    see("\x1b[C", "client.key", "~");
    see("\x1b[F", "client.identity", "~");
    see("x", "Found ", "~");
    see("\x1b", "client.identity", "Found ");
    see("\x1b[H", "client.key", "~");
    see("e", "accept", "~");
    program.press("\x12");
    program.press("\x0c");
    program.press("\x03");
    assert_eq!(program.ending(), Ok(0));
    program.assert_terminal_given_back("the run");
    let secrets = secrets(home.path());
    for screen in &screens {
        assert_clean("a screen", screen, &secrets);
    }
    assert_clean("what was drawn", &drawn(&program.raw()), &secrets);
    let sandbox = home.path().join("state/sandbox");
    let written: Vec<PathBuf> = files(home.path()).into_iter().filter(|path| !path.starts_with(&sandbox)).collect();
    assert!(written.contains(&log) && written.len() > 3, "{written:?}");
    for file in written {
        assert_clean(&file.display().to_string(), &String::from_utf8_lossy(&fs::read(&file).expect("readable")), &secrets);
    }
}
