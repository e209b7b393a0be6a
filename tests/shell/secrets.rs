//! Nothing that the program prints or writes holds a secret.

use crate::sandbox::{Sandbox, program};
use std::fs;
use std::path::{Path, PathBuf};

/// Every file below a folder except the sandbox's world, keys and kit, which hold secrets on purpose.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files_below = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let holds_secrets = ["kit", "sandbox", "keys"].iter().any(|name| path.file_name().is_some_and(|own| own == *name));
        if path.is_dir() && !holds_secrets {
            files_below.extend(files(&path));
        } else if path.is_file() {
            files_below.push(path);
        }
    }
    files_below
}

/// The kit's secrets: the API key and every long line of each private key.
fn secrets(sandbox: &Sandbox) -> Vec<String> {
    let mut secrets = vec![fs::read_to_string(sandbox.kit("api-key.txt")).expect("the kit's API key").trim().to_owned()];
    for role in ["sender", "recipient", "service-owner"] {
        let pem = fs::read_to_string(sandbox.kit(&format!("{role}.pem"))).expect("the kit's key");
        secrets.extend(pem.lines().filter(|line| line.len() > 40).map(ToOwned::to_owned));
    }
    secrets
}

fn assert_clean(what: &str, bytes: &[u8], secrets: &[String]) {
    let text = String::from_utf8_lossy(bytes);
    for secret in secrets {
        assert!(!text.contains(secret.as_str()), "{what} holds a secret");
    }
    assert!(!text.contains("eyJ"), "{what} holds something that looks like a token");
}

#[test]
fn nothing_printed_or_written_holds_a_secret() {
    let sandbox = Sandbox::start(&[]);
    let secrets = secrets(&sandbox);
    let log = sandbox.home().join("log.txt");
    let log_argument = log.display().to_string();
    for role in ["sender", "recipient", "service-owner"] {
        for arguments in [
            vec!["do", "subscribe", "--yes"],
            vec!["do", "send-test", "--yes"],
            vec!["check"],
            vec!["check", "--format", "json"],
            vec!["check", "--format", "junit"],
            vec!["check", "--format", "github"],
            vec!["check", "--client-kid", "wrong"],
            vec!["check", "--api-key", "env:NOT_SET"],
        ] {
            let arguments = [&["--log", log_argument.as_str()], arguments.as_slice()].concat();
            let output = sandbox.run(role, &arguments);
            assert_clean(&format!("stdout of {arguments:?}"), &output.stdout, &secrets);
            assert_clean(&format!("stderr of {arguments:?}"), &output.stderr, &secrets);
        }
    }
    let written = files(sandbox.home());
    assert!(written.contains(&log), "the log was written");
    for file in written {
        assert_clean(&file.display().to_string(), &fs::read(&file).expect("it can be read"), &secrets);
    }
}

#[test]
fn a_literal_secret_in_an_answers_file_is_refused_by_line_and_not_repeated() {
    let home = tempfile::tempdir().expect("a home");
    let answers = home.path().join("answers.toml");
    fs::write(&answers, "role = \"sender\"\napi_key = \"3f9c8b7a6d5e4f3a2b1c0d9e8f7a6b5c\"\n").expect("it is written");
    let output = program(home.path()).arg("check").arg("--answers").arg(&answers).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("line 2") && !said.contains("3f9c8b7a"), "{said}");
}

#[cfg(unix)]
#[test]
fn what_is_written_can_be_read_by_the_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::start(&[]);
    sandbox.run("sender", &["do", "subscribe", "--yes"]);
    for file in
        files(sandbox.home()).into_iter().chain(["api-key.txt", "sender.pem", "sender.toml", "kit.json"].map(|name| sandbox.kit(name)))
    {
        let mode = fs::metadata(&file).expect("it exists").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", file.display());
    }
}

#[test]
fn no_picture_of_the_wizard_in_this_repository_holds_a_secret() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pictures: Vec<PathBuf> = ["src/tui/tests/snapshots", "assets"].iter().flat_map(|folder| files(&root.join(folder))).collect();
    assert!(pictures.iter().any(|path| path.extension().is_some_and(|extension| extension == "snap")), "{pictures:?}");
    for file in pictures {
        let text = fs::read_to_string(&file).expect("it can be read");
        for piece in ["eyJ", "-----BEGIN", "MIIE", "Bearer eyJ"] {
            assert!(!text.contains(piece), "{} holds {piece:?}", file.display());
        }
    }
}
