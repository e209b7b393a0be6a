//! How commands end: interrupted, with a closed output, on a full disk, by a signal.

use crate::program::{Home, flat};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running `check` whose first request is never answered. `held` keeps its connections open.
struct Waiting {
    child: Child,
    listener: TcpListener,
    held: Vec<TcpStream>,
}

pub fn program(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("BROKER_SETUP") || name.to_lowercase().ends_with("_proxy")) {
        command.env_remove(name);
    }
    command.env("BROKER_SETUP_HOME", home).env("LC_ALL", "C.UTF-8").current_dir(home);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

impl Waiting {
    fn on_a_silent_server(home: &Home) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let base = format!("http://{}/", listener.local_addr().expect("an address"));
        let answers = format!("role = \"sender\"\n[environment]\nplatform = \"{base}\"\nmaskinporten = \"{base}\"\n");
        home.write("a.toml", answers.as_bytes());
        let child = program(home.path()).args(["check", "--answers", "a.toml"]).spawn().expect("it starts");
        let mut waiting = Self { child, listener, held: Vec::new() };
        waiting.accept();
        waiting
    }

    fn accept(&mut self) {
        self.held.push(self.listener.accept().expect("it asks").0);
    }
}

#[cfg(unix)]
pub fn signal(child: &Child, signal: rustix::process::Signal) {
    let pid = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw).expect("it runs");
    rustix::process::kill_process(pid, signal).expect("it takes signals");
}

#[cfg(unix)]
#[test]
fn ctrl_c_during_a_check_ends_it_with_130_and_no_document() {
    let home = Home::new();
    let waiting = Waiting::on_a_silent_server(&home);
    signal(&waiting.child, rustix::process::Signal::INT);
    let output = waiting.child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(130), 0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[cfg(unix)]
#[test]
fn a_check_whose_reader_has_left_is_no_error() {
    let home = Home::new();
    let mut waiting = Waiting::on_a_silent_server(&home);
    // Close its output while it still waits for an answer, thus before it writes anything.
    drop(waiting.child.stdout.take());
    let Waiting { child, listener, held } = waiting;
    drop((listener, held));
    let output = child.wait_with_output().expect("it ends");
    let said = flat(&String::from_utf8_lossy(&output.stderr));
    // Only the hosts, which were named before anything was sent.
    assert!(said.starts_with("This environment has addresses of its own:") && said.matches(". ").count() == 0, "{said}");
    assert_eq!(output.status.code(), Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_under_the_output_is_said() {
    let home = Home::new();
    let full = std::fs::File::options().write(true).open("/dev/full").expect("a full disk");
    let output = program(home.path()).args(["status", "--role", "sender"]).stdout(full).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(3) && said.contains("No space left"), "{said}");
}

/// Runs the program in a shell with a file size limit of 0, so that every write to a file fails as on a full disk.
#[cfg(target_os = "linux")]
fn on_a_full_disk(home: &Home, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\" 2>&1 | cat", env!("CARGO_BIN_EXE_broker-setup")]);
    let output = command.args(arguments).env("BROKER_SETUP_HOME", home.path()).env("LC_ALL", "C.UTF-8").output().expect("it runs");
    (output.status.code(), flat(&String::from_utf8_lossy(&output.stdout)))
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_costs_nothing_that_was_there() {
    let home = Home::new();
    home.run(&["profile", "new", "mine", "--role", "sender", "--environment", "tt02", "--organisation", "991825827"]);
    let path = home.path().join("config/profiles/mine.toml");
    let before = std::fs::read(&path).expect("a profile");
    let (_, said) = on_a_full_disk(&home, &["profile", "new", "other", "--role", "sender"]);
    assert!(said.contains("other") || said.contains("File too large"), "{said}");
    on_a_full_disk(&home, &["profile", "use", "mine"]);
    let (_, said) = on_a_full_disk(&home, &["check", "client.key", "--profile", "mine"]);
    assert!(said.contains("client.key"), "the result is told although it cannot be kept: {said}");
    assert_eq!(std::fs::read(&path).expect("still there"), before);
    let profiles = path.parent().expect("a folder");
    let mut names: Vec<_> = std::fs::read_dir(profiles).expect("profiles").flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    assert_eq!(names, [".write-lock", "mine.toml"], "nothing torn is left");
}

const VALIDATION: &str = r#"{"id":"1","source":"https://platform.tt02.altinn.no/events/api/v1/subscriptions/42","specversion":"1.0","type":"platform.events.validatesubscription"}"#;
const PUBLISHED: &str = r#"{"id":"a6f1","source":"https://platform.altinn.no/broker/api/v1/filetransfer/7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11","specversion":"1.0","type":"no.altinn.broker.published","resourceinstance":"7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11","time":"2026-11-23T10:00:00Z"}"#;

pub fn post(address: &str, path: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("it listens");
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/cloudevents+json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all([head.as_bytes(), body.as_bytes()].concat().as_slice()).expect("it takes it");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    answer.lines().next().unwrap_or_default().to_owned()
}

#[cfg(unix)]
#[test]
fn listen_shows_what_comes_and_ends_when_told() {
    for (kind, code) in [(rustix::process::Signal::TERM, 0), (rustix::process::Signal::INT, 0)] {
        let home = Home::new();
        let mut child = program(home.path()).args(["listen", "--secret", "only-we-know"]).spawn().expect("it starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines().map_while(Result::ok);
        let url = lines.next().expect("its address");
        let (address, path) = url.strip_prefix("http://").and_then(|rest| rest.split_once('/')).expect("an address");
        let path = format!("/{path}");
        assert!(path.contains("only-we-know"), "{url}");
        assert!(post(address, &path, VALIDATION).contains(" 200 "));
        assert!(lines.next().expect("a line").contains("validated the webhook of subscription 42"));
        assert!(post(address, &path, PUBLISHED).contains(" 200 "));
        let shown = lines.next().expect("a line");
        assert!(shown.contains("no.altinn.broker.published") && shown.contains("7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"), "{shown}");
        assert!(post(address, "/elsewhere", PUBLISHED).contains(" 404 "));
        signal(&child, kind);
        assert_eq!(child.wait().expect("it ends").code(), Some(code), "{kind:?}");
    }
}
