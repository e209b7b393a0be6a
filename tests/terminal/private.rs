//! Whatever the umask: no file and no folder of a whole run can be read or changed by others, at no moment.

#![cfg(unix)]

use crate::program::Program;
use portable_pty::CommandBuilder;
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

const ENTER: &str = "\r";
const SHELL: &[&str] = &["-c", "umask 000; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_broker-setup")];

/// Looks again and again at everything below a folder, so that it also sees what is there for a moment only.
struct Watch {
    done: Arc<AtomicBool>,
    open: Arc<Mutex<BTreeSet<String>>>,
    thread: JoinHandle<usize>,
}

impl Watch {
    fn below(folder: &Path) -> Self {
        let (done, open) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(BTreeSet::new())));
        let (folder, is_done, found) = (folder.to_owned(), Arc::clone(&done), Arc::clone(&open));
        let thread = std::thread::spawn(move || {
            loop {
                let last = is_done.load(Ordering::SeqCst);
                let seen = look(&folder, &mut found.lock().expect("no panic"));
                if last {
                    return seen;
                }
                std::thread::park_timeout(Duration::from_millis(5));
            }
        });
        Self { done, open, thread }
    }

    /// Asserts that nothing was open to others. Returns how many files and folders there are at the end.
    fn end(self) -> usize {
        self.done.store(true, Ordering::SeqCst);
        let seen = self.thread.join().expect("it looked");
        let open = self.open.lock().expect("no panic");
        assert!(open.is_empty(), "open to others: {open:#?}");
        seen
    }
}

fn look(folder: &Path, open: &mut BTreeSet<String>) -> usize {
    let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut seen = 0;
    for path in paths {
        // The world of the sandbox has a test of its own.
        if path.ends_with("state/sandbox") {
            continue;
        }
        // What is gone by now was there for a moment.
        let Ok(about) = path.symlink_metadata() else { continue };
        seen += 1;
        if !about.is_symlink() && about.permissions().mode() & 0o077 != 0 {
            open.insert(format!("{:o} {}", about.permissions().mode() & 0o7777, path.display()));
        }
        if about.is_dir() {
            seen += look(&path, open);
        }
    }
    seen
}

fn wizard(home: &Path, arguments: &[&str]) -> Program {
    let mut command = CommandBuilder::new("sh");
    command.args(SHELL);
    command.args(arguments);
    command.cwd(home.parent().expect("a folder"));
    Program::spawn(command, home, 120, 40, &[])
}

fn command(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("sh");
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BROKER_SETUP") || name.to_lowercase().ends_with("_proxy")) {
        command.env_remove(name);
    }
    command.args(SHELL).args(arguments).env("BROKER_SETUP_HOME", home).env("LC_ALL", "C.UTF-8");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(home: &Path, arguments: &[&str]) {
    let output = command(home, arguments).output().expect("it runs");
    let code = output.status.code();
    assert!(code == Some(0) || code == Some(1), "{arguments:?}: {code:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn receive(mut child: Child) {
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines().map_while(Result::ok);
    let url = lines.next().expect("its address");
    let (address, path) = url.strip_prefix("http://").and_then(|rest| rest.split_once('/')).expect("an address");
    let transfer = "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11";
    let event = format!(
        r#"{{"id":"a6f1","source":"https://platform.altinn.no/broker/api/v1/filetransfer/{transfer}","specversion":"1.0","type":"no.altinn.broker.published","resourceinstance":"{transfer}","time":"2026-11-23T10:00:00Z"}}"#
    );
    let mut stream = TcpStream::connect(address).expect("it listens");
    let head = format!(
        "POST /{path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/cloudevents+json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        event.len()
    );
    stream.write_all(format!("{head}{event}").as_bytes()).expect("it takes it");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    assert!(lines.next().expect("a line").contains("a6f1"));
    child.kill().and_then(|()| child.wait()).expect("it ends");
}

#[test]
fn nothing_of_a_whole_run_is_open_to_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("home");
    let watch = Watch::below(folder.path());
    let log = folder.path().join("log.txt");
    let mut program = wizard(&home, &["--env", "sandbox", "--log", &log.display().to_string()]);
    program.wait_for("We send files");
    for (key, shows) in [
        (ENTER, "Fill in the sandbox's answers"),
        (ENTER, "Enter does it"),
        (ENTER, "/events/api/v1/subscriptions"),
        (ENTER, "ready 4 of 5"),
        (ENTER, "/broker/api/v1/filetransfer"),
        (ENTER, "ready 5 of 5"),
    ] {
        program.press(key);
        program.wait_for(shows);
    }
    program.press("\x03");
    assert_eq!(program.ending(), Ok(0));
    run(&home, &["check", "--profile", "practice-sender", "--format", "json"]);
    run(&home, &["do", "send-test", "--profile", "practice-sender", "--yes"]);
    run(&home, &["do", "subscribe", "--profile", "practice-sender", "--yes"]);
    run(&home, &["profile", "new", "mine", "--role", "recipient", "--environment", "tt02", "--organisation", "991825827"]);
    run(&home, &["profile", "use", "mine"]);
    receive(command(&home, &["listen", "--profile", "mine"]).spawn().expect("it starts"));
    run(&home, &["profile", "remove", "mine", "--yes"]);
    run(&home, &["status", "--profile", "practice-sender"]);
    let seen = watch.end();
    assert!(seen > 10, "{seen}");
    assert_no_test_file_is_left(&home);
}

fn assert_no_test_file_is_left(home: &Path) {
    let scratch = fs::read_dir(home.join("state/scratch")).into_iter().flatten().flatten();
    let left: Vec<PathBuf> = scratch.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    assert!(left.is_empty(), "{left:?}");
}
