//! Pipes, devices and folders where a file is meant: answers and secrets may come through a pipe, and nothing waits for ever.

#![cfg(unix)]

use crate::ending::program;
use crate::program::{Home, flat};
use rustix::fs::{CWD, FileType, Mode, mknodat};
use rustix::process::{Pid, Signal, kill_process};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Far less than the limit for a pipe, and more than a busy machine needs.
const AT_ONCE: Duration = Duration::from_secs(25);
const ANSWERS: &str = "role = \"sender\"\norganisation = \"991825827\"\n";

fn pipe(home: &Home, name: &str) -> PathBuf {
    let path = home.path().join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
    mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe");
    path
}

fn said(output: &Output) -> String {
    flat(&format!("{} {}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)))
}

/// Runs a command of bash, in which `$0` is the program.
fn bash(home: &Home, script: &str) -> Output {
    let mut command = Command::new("bash");
    command.args(["-c", script, env!("CARGO_BIN_EXE_broker-setup")]).current_dir(home.path());
    command.env("BROKER_SETUP_HOME", home.path()).env("LC_ALL", "C.UTF-8").stdin(Stdio::null()).output().expect("bash")
}

#[test]
fn answers_come_through_standard_input_and_a_shells_own_pipe() {
    let home = Home::new();
    home.write("a.toml", ANSWERS.as_bytes());
    for script in [
        "\"$0\" status --format json --answers - < a.toml",
        "cat a.toml | \"$0\" status --format json --answers -",
        "cat a.toml | \"$0\" status --format json --answers /dev/stdin",
        "\"$0\" status --format json --answers <(cat a.toml)",
    ] {
        let output = bash(&home, script);
        assert!(
            said(&output).contains("\"organisation\": \"991825827\"") || said(&output).contains("\"organisation\":\"991825827\""),
            "{script}: {}",
            said(&output)
        );
    }
}

#[test]
fn a_pipe_without_a_writer_is_left_by_ctrl_c() {
    for arguments in [["check", "--answers", "pipe"], ["status", "--answers", "pipe"], ["listen", "--answers", "pipe"]] {
        let home = Home::new();
        pipe(&home, "pipe");
        let begun = Instant::now();
        let mut child = program(home.path()).args(arguments).spawn().expect("it starts");
        let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw).expect("it runs");
        // Until its handler is set, the signal ends the program by itself; afterwards it ends with 130.
        while child.try_wait().expect("it can be waited for").is_none() {
            let _ = kill_process(pid, Signal::INT);
            assert!(begun.elapsed() < AT_ONCE, "{arguments:?} is deaf");
            std::thread::park_timeout(Duration::from_millis(20));
        }
    }
}

#[test]
fn what_is_no_answers_file_is_named() {
    let home = Home::new();
    for (path, words) in [
        ("/dev/zero", "larger than"),
        ("/dev/null", "The role is missing"),
        (".", "is a folder"),
        ("none.toml", "There is no file"),
        ("nowhere.toml", "is a link to"),
    ] {
        if path == "nowhere.toml" {
            std::os::unix::fs::symlink("gone.toml", home.path().join(path)).expect("a link");
        }
        let output = home.run(&["status", "--answers", path]);
        assert!(output.code == 2 && flat(&output.err).contains(words), "{path}: {}", output.err);
    }
    assert!(!home.path().join("gone.toml").exists(), "reading makes nothing");
}

#[test]
fn a_pipe_in_place_of_a_file_of_the_program_is_named_and_nothing_waits() {
    let home = Home::new();
    let mine = home.run(&["profile", "new", "mine", "--role", "sender", "--environment", "tt02", "--organisation", "991825827"]);
    assert_eq!(mine.code, 0, "{}", mine.err);
    pipe(&home, "config/profiles/piped.toml");
    let listed = home.run(&["profile", "list"]);
    assert!(flat(&listed.out).contains("mine") && flat(&listed.out).contains("piped"), "{} {}", listed.out, listed.err);
    assert!(flat(&home.run(&["status", "--profile", "piped"]).err).contains("is a named pipe"));
    for name in
        ["state/opened.toml", "state/calls.json", "state/.write-lock", "config/profiles/.write-lock", "state/connections/.write-lock"]
    {
        let path = home.path().join(name);
        let _ = std::fs::remove_file(&path);
        pipe(&home, name);
        for arguments in [["profile", "use", "mine"].as_slice(), &["check", "client.key", "--profile", "mine"], &["profile", "list"]] {
            let begun = Instant::now();
            home.run(arguments);
            assert!(begun.elapsed() < AT_ONCE, "{name} {arguments:?}");
        }
        std::fs::remove_file(&path).expect("removed");
    }
}

#[test]
fn a_secret_comes_through_a_pipe_and_what_is_no_file_is_named() {
    let home = Home::new();
    let key = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys/pkcs8.pem");
    let check = |reference: &str| {
        let reference = reference.to_owned();
        ["check", "client.key", "--role", "sender", "--environment", "tt02", "--client-kid", "a", "--client-key"]
            .into_iter()
            .map(ToOwned::to_owned)
            .chain([reference])
            .collect::<Vec<String>>()
    };
    for (reference, words) in
        [("file:.", "is a folder, not a file"), ("file:/dev/zero", "too large for a secret"), ("file:none", "there is no file")]
    {
        let output = program(home.path()).args(check(reference)).output().expect("it runs");
        assert!(said(&output).contains(words), "{reference}: {}", said(&output));
    }
    let path = pipe(&home, "pipe");
    let child = program(home.path()).args(check("file:pipe")).spawn().expect("it starts");
    let mut writer = std::fs::File::options().write(true).open(path).expect("it reads");
    writer.write_all(&std::fs::read(key).expect("a key")).expect("written");
    drop(writer);
    let output = child.wait_with_output().expect("it ends");
    assert!(said(&output).contains("RSA 2048"), "{}", said(&output));
}
