//! The password of a private key, typed at a terminal: it is not shown, not kept, and opens the key.

use crate::program::Program;
use portable_pty::CommandBuilder;
#[cfg(unix)]
use rustix::process::Signal;
use std::path::{Path, PathBuf};

const ENTER: &str = "\r";
const QUESTION: &str = "Its password (not shown, never kept):";

/// A home with a sandbox profile whose key is protected.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a home");
    let folder = home.path().join("config/profiles");
    std::fs::create_dir_all(&folder).expect("a folder");
    let profile = "version = 1\nrole = \"sender\"\norganisation = \"310400203\"\nresource = \"prov-filutveksling\"\nenvironment = \"sandbox\"\n\
        [client]\nid = \"5a0c0002-7d1e-4f6a-9b1c-000000000002\"\nkid = \"k\"\nkey = \"file:key.p12\"\n";
    std::fs::write(folder.join("mine.toml"), profile).expect("a profile");
    let key = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys/openssl3.p12");
    std::fs::copy(key, folder.join("key.p12")).expect("a key");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(folder.join("key.p12"), std::fs::Permissions::from_mode(0o600)).expect("its user's alone");
    }
    home
}

fn checking(home: &Path) -> Program {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_broker-setup"));
    command.args(["check", "client.key", "--profile", "mine"]);
    let program = Program::spawn(command, home, 120, 40, &[]);
    program.wait_for(QUESTION);
    program
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn assert_nowhere(password: &str, program: &Program, home: &Path) {
    assert!(!String::from_utf8_lossy(&program.raw()).contains(password), "it was drawn");
    for file in files(home) {
        // A file that takes the place of another has been renamed since.
        let held = match std::fs::read(&file) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            held => held.expect("a file"),
        };
        assert!(!String::from_utf8_lossy(&held).contains(password), "{} holds it", file.display());
    }
}

#[test]
fn a_command_asks_for_it_again_until_it_fits() {
    let home = home();
    let mut program = checking(home.path());
    program.press("opensesame\r");
    program.wait_for("That password does not open it. Again:");
    program.press("sesamf\x7fe\r");
    program.wait_for("PKCS#12");
    assert_eq!(program.ending(), Ok(0));
    program.assert_terminal_given_back("a typed password");
    assert_nowhere("sesam", &program, home.path());
}

#[test]
fn without_one_the_check_names_the_answer() {
    let home = home();
    let mut program = checking(home.path());
    program.press(ENTER);
    program.wait_for("--client-key-password");
    assert_eq!(program.ending(), Ok(1));
    program.assert_terminal_given_back("no password");
}

#[cfg(unix)]
#[test]
fn ended_while_it_asks_it_gives_the_terminal_back() {
    let home = home();
    let mut program = checking(home.path());
    program.press("ses\x03");
    assert_eq!(program.ending(), Ok(130));
    program.assert_terminal_given_back("Ctrl-C at a password");
    let mut program = checking(home.path());
    program.signal(Signal::TERM);
    assert_eq!(program.ending(), Ok(143));
    program.assert_terminal_given_back("SIGTERM at a password");
}

#[test]
fn the_wizard_takes_it_in_place_of_a_reference_and_keeps_it_nowhere() {
    let home = home();
    let mut program = Program::start(home.path(), &["--profile", "mine"], 120, 40);
    program.wait_for("key.gateway");
    program.press("2");
    program.wait_for("the private key is protected with a password");
    // From the first field to the password's.
    // F5 between them: keys of a text that come at once would be a pasted one.
    program.press("e\x1b[15~\t\x1b[15~\t\x1b[15~\t\x1b[15~\t\x1b[15~\t");
    program.wait_for("Or type the password itself");
    program.press("sesame");
    program.wait_for("••••••");
    program.press(ENTER);
    program.wait_for("typed, until you quit");
    program.wait_for("PKCS#12");
    assert_nowhere("sesame", &program, home.path());
    program.press("\x03");
    assert_eq!(program.ending(), Ok(0));
    // It opens at the step that was chosen.
    let again = Program::start(home.path(), &["--profile", "mine"], 120, 40);
    again.wait_for("the private key is protected with a password");
}

/// What reads the password leaves the terminal to whoever asks next.
#[test]
fn a_question_after_it_is_answered_as_ever() {
    let home = home();
    let file = home.path().join("config/profiles/mine.toml");
    let profile = std::fs::read_to_string(&file).expect("a profile").replace("\"sandbox\"", "\"prod\"");
    std::fs::write(&file, format!("{profile}[events]\nendpoint = \"https://hooks.example.no/a\"\n")).expect("a profile");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_broker-setup"));
    command.args(["do", "subscribe", "--profile", "mine"]);
    let mut program = Program::spawn(command, home.path(), 120, 40, &[("HTTPS_PROXY", "http://127.0.0.1:9")]);
    program.wait_for(QUESTION);
    program.press("sesame\r");
    program.wait_for("This is production. Type mine to go on:");
    program.press("no\r");
    program.wait_for("Nothing was done.");
    assert_eq!(program.ending(), Ok(1));
    program.assert_terminal_given_back("a question after a password");
}
