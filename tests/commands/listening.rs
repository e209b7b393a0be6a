//! `listen` keeps an event before it answers 200: what was answered is there afterwards, however the program ends.

#![cfg(unix)]

use crate::ending::{program, signal};
use crate::program::Home;
use rustix::process::Signal;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const EVENTS: usize = 40;
/// How many times the program is ended. This variable sets another number.
const ROUNDS: (&str, usize) = ("ROUNDS_OF_LISTENING", 9);
const DEADLINE: Duration = Duration::from_secs(60);

fn home() -> Home {
    let home = Home::new();
    let made = home.run(&["profile", "new", "mine", "--role", "sender", "--environment", "tt02", "--organisation", "991825827"]);
    assert_eq!(made.code, 0, "{}", made.err);
    home
}

/// Ends with the test, also with one that fails.
pub struct Listening(pub Child);

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The host and the path that `listen` prints first. Its other lines are read in the background, so that it never waits for us.
pub fn address(child: &mut Child) -> (String, String) {
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines().map_while(Result::ok);
    let url = lines.next().expect("its address");
    std::thread::spawn(move || lines.count());
    let (host, path) = url.strip_prefix("http://").and_then(|rest| rest.split_once('/')).expect("an address");
    (host.to_owned(), format!("/{path}"))
}

/// Posts an event and returns the status of the answer; none if there was no answer.
pub fn status(host: &str, path: &str, number: usize) -> Option<u16> {
    let body = format!(
        r#"{{"id":"event-{number}","source":"https://platform.altinn.no/x","specversion":"1.0","type":"no.altinn.broker.published"}}"#
    );
    let mut stream = TcpStream::connect(host).ok()?;
    stream.set_read_timeout(Some(DEADLINE)).ok()?;
    let head = format!("POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n", body.len());
    stream.write_all(format!("{head}{body}").as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    answer.split(' ').nth(1)?.parse().ok()
}

/// The file of the one connection; empty if there is none yet.
fn kept(home: &Home) -> String {
    let files = std::fs::read_dir(home.path().join("state/connections")).into_iter().flatten().flatten().map(|entry| entry.path());
    let state = files.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).last();
    state.map(|path| std::fs::read_to_string(path).expect("a state")).unwrap_or_default()
}

/// Ends the program after some answers, while the others are under way.
fn ended_with(how: Signal, after: usize) {
    let home = home();
    let mut listening = Listening(program(home.path()).args(["listen", "--profile", "mine"]).spawn().expect("it starts"));
    let (host, path) = address(&mut listening.0);
    let answers = AtomicUsize::new(0);
    let statuses: Vec<(usize, Option<u16>)> = std::thread::scope(|scope| {
        let post = |number| {
            let (host, path, answers) = (&host, &path, &answers);
            scope.spawn(move || {
                let status = status(host, path, number);
                answers.fetch_add(1, Ordering::SeqCst);
                (number, status)
            })
        };
        let posting: Vec<_> = (0..EVENTS).map(post).collect();
        let begun = Instant::now();
        while answers.load(Ordering::SeqCst) < after {
            assert!(begun.elapsed() < DEADLINE, "no answers");
            std::thread::yield_now();
        }
        signal(&listening.0, how);
        posting.into_iter().map(|posted| posted.join().expect("no panic")).collect()
    });
    let ended = listening.0.wait().expect("it ends");
    if how != Signal::KILL {
        assert_eq!(ended.code(), Some(0), "{how:?}");
    }
    let kept = kept(&home);
    let answered: Vec<usize> = statuses.iter().filter(|(_, status)| *status == Some(200)).map(|(number, _)| *number).collect();
    assert!(answered.len() >= after.saturating_sub(1), "{statuses:?}");
    for number in answered {
        assert!(kept.contains(&format!("\"event-{number}\"")), "{how:?} after {after}: event-{number} was answered and is lost\n{kept}");
    }
}

#[test]
fn what_was_answered_is_kept_however_it_ends() {
    let (variable, usual) = ROUNDS;
    let rounds = std::env::var(variable).ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(usual);
    for round in 0..rounds {
        let how = [Signal::KILL, Signal::TERM, Signal::INT][round % 3];
        // Another moment in each round, the same ones in each run.
        ended_with(how, (round * 17 + round / 3 * 5) % EVENTS);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_event_that_cannot_be_kept_is_answered_with_500_and_told() {
    let home = home();
    // With a file size limit of 0 every write to a file fails as on a full disk.
    let mut command = Command::new("sh");
    command.args([
        "-c",
        "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"",
        env!("CARGO_BIN_EXE_broker-setup"),
        "listen",
        "--profile",
        "mine",
    ]);
    command.env("BROKER_SETUP_HOME", home.path()).env("LC_ALL", "C.UTF-8").stdin(Stdio::null());
    let mut listening = Listening(command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts"));
    let mut lines = BufReader::new(listening.0.stdout.take().expect("its output")).lines().map_while(Result::ok);
    let url = lines.next().expect("its address");
    let (host, path) = url.strip_prefix("http://").and_then(|rest| rest.split_once('/')).expect("an address");
    for _ in 0..2 {
        assert_eq!(status(host, &format!("/{path}"), 7), Some(500), "it may come again");
        let line = lines.next().expect("a line");
        assert!(line.contains("event-7") && line.contains("could not be kept"), "{line}");
    }
    assert!(!kept(&home).contains("event-7"));
    signal(&listening.0, Signal::TERM);
    listening.0.wait().expect("it ends");
}
