//! What `listen` does beside receiving: its address is kept, events are sent on, replayed and asked for; and the sandbox makes them.

#![cfg(unix)]

use crate::ending::{program, signal};
use crate::journal::sandbox;
use crate::listening::{Listening, status};
use crate::program::{Home, flat};
use rustix::process::Signal;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{ChildStdout, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

const DEADLINE: Duration = Duration::from_secs(60);

fn home() -> Home {
    let home = Home::new();
    let made = home.run(&[
        "profile",
        "new",
        "mine",
        "--role",
        "sender",
        "--environment",
        "tt02",
        "--organisation",
        "991825827",
        "--resource",
        "acme-files",
    ]);
    assert_eq!(made.code, 0, "{}", made.err);
    home
}

/// An application that answers each event with 202, and the bodies that came to it.
fn application() -> (String, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}/altinn", listener.local_addr().expect("an address"));
    let (sender, bodies) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let _ = sender.send(body(stream));
        }
    });
    (url, bodies)
}

fn body(stream: TcpStream) -> String {
    let mut reader = BufReader::new(stream.try_clone().expect("the same stream"));
    let (mut line, mut length) = (String::new(), 0);
    while reader.read_line(&mut line).is_ok_and(|count| count > 2) {
        if let Some(given) = line.to_lowercase().strip_prefix("content-length:") {
            length = given.trim().parse().expect("a length");
        }
        line.clear();
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("a body");
    (&stream).write_all(b"HTTP/1.1 202 Accepted\r\nContent-Length: 5\r\nConnection: close\r\n\r\ntaken").expect("answered");
    String::from_utf8(body).expect("text")
}

fn started(home: &Home, arguments: &[&str]) -> (Listening, Receiver<String>) {
    let mut command = program(home.path());
    let mut child = command.args(arguments).stdout(Stdio::piped()).spawn().expect("it starts");
    let lines = lines(child.stdout.take().expect("its output"));
    (Listening(child), lines)
}

fn lines(output: ChildStdout) -> Receiver<String> {
    let (sender, lines) = channel();
    std::thread::spawn(move || BufReader::new(output).lines().map_while(Result::ok).all(|line| sender.send(line).is_ok()));
    lines
}

/// The first line that has this word.
fn line_with(lines: &Receiver<String>, word: &str) -> String {
    loop {
        let line = lines.recv_timeout(DEADLINE).unwrap_or_else(|_| panic!("no line with {word}"));
        if line.contains(word) {
            return line;
        }
    }
}

fn end(mut listening: Listening) {
    signal(&listening.0, Signal::TERM);
    assert_eq!(listening.0.wait().expect("it ends").code(), Some(0));
}

fn endpoint(home: &Home) -> String {
    let shown = home.run(&["profile", "show", "mine"]).out;
    let line = shown.lines().find(|line| line.contains("https://hooks.example.no/")).unwrap_or_else(|| panic!("{shown}"));
    line.split_whitespace().find(|word| word.contains("https://")).expect("an address").trim_matches('"').to_owned()
}

fn host_and_path(lines: &Receiver<String>) -> (String, String) {
    let url = lines.recv_timeout(DEADLINE).expect("its address");
    let (host, path) = url.strip_prefix("http://").and_then(|rest| rest.split_once('/')).expect("an address");
    (host.to_owned(), format!("/{path}"))
}

#[test]
fn a_public_address_gets_a_random_part_once_and_keeps_it() {
    let home = home();
    let arguments = ["listen", "--profile", "mine", "--public-url", "https://hooks.example.no/altinn"];
    let (listening, lines) = started(&home, &arguments);
    let (host, path) = host_and_path(&lines);
    let kept = endpoint(&home);
    assert_eq!(kept, format!("https://hooks.example.no/altinn{path}"));
    assert!(path.len() > 30, "{path}");
    // The tunnel may or may not take its own part off.
    assert_eq!(status(&host, &format!("/altinn{path}"), 1), Some(200));
    assert_eq!(status(&host, "/altinn", 2), Some(404));
    end(listening);
    let (again, lines) = started(&home, &arguments);
    assert_eq!(host_and_path(&lines).1, path);
    assert_eq!(endpoint(&home), kept);
    end(again);
    // The public address is kept as well.
    let (without, lines) = started(&home, &["listen", "--profile", "mine"]);
    assert_eq!(host_and_path(&lines).1, path);
    end(without);
    let refused = home.run(&["listen", "--profile", "mine", "--public-url", "http://hooks.example.no/"]);
    assert!(refused.code == 2 && refused.err.contains("https"), "{}: {}", refused.code, refused.err);
}

#[test]
fn an_event_is_kept_sent_on_and_replayed() {
    let home = home();
    let (application, bodies) = application();
    let (listening, lines) = started(&home, &["listen", "--profile", "mine", "--forward-to", &application]);
    let (host, path) = host_and_path(&lines);
    assert_eq!(status(&host, &path, 7), Some(200));
    assert!(line_with(&lines, "event-7").contains("no.altinn.broker.published"));
    // It names neither resource nor party, so that it proves nothing, and each is said.
    assert!(line_with(&lines, "another").contains("resource"));
    let told = line_with(&lines, "202");
    assert!(told.contains("event-7") && told.contains("taken"), "{told}");
    let first = bodies.recv_timeout(DEADLINE).expect("it came");
    assert!(first.contains("\"event-7\""), "{first}");
    end(listening);
    for id in ["event-7", "last"] {
        let replayed = home.run(&["listen", "--profile", "mine", "--replay", id, "--forward-to", &application]);
        assert!(replayed.code == 0 && replayed.out.contains("202"), "{}: {}{}", replayed.code, replayed.out, replayed.err);
        assert_eq!(bodies.recv_timeout(DEADLINE).expect("it came"), first, "the same bytes");
    }
    let unknown = home.run(&["listen", "--profile", "mine", "--replay", "event-8", "--forward-to", &application]);
    assert!(unknown.code == 2 && unknown.err.contains("event-7"), "{}", unknown.err);
    let closed = home.run(&["listen", "--profile", "mine", "--replay", "event-7", "--forward-to", "http://127.0.0.1:9/"]);
    assert!(closed.code == 1 && closed.out.contains("did not answer"), "{}: {}", closed.code, closed.out);
}

/// The sandbox's address, from its kit.
fn origin(home: &Home) -> String {
    let kit = std::fs::read_to_string(home.path().join("kit/kit.json")).expect("the kit");
    let kit: serde_json::Value = serde_json::from_str(&kit).expect("JSON");
    kit["platform"].as_str().expect("an address").trim_end_matches('/').to_owned()
}

/// Lets half a minute pass in the sandbox.
fn half_a_minute_passes(origin: &str) {
    let host = origin.strip_prefix("http://").expect("an address");
    let body = r#"{"pass":"PT31S"}"#;
    let mut stream = TcpStream::connect(host).expect("it listens");
    let head = format!(
        "POST /sandbox/time HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes()).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.contains(" 200 "), "{answer}");
}

#[test]
fn the_sandbox_makes_an_event_and_it_is_asked_for_and_sent_on() {
    let home = Home::new();
    let _sandbox = sandbox(&home);
    let origin = origin(&home);
    let made = home.run(&["sandbox", "trigger", "downloadconfirmed", "--at", &origin]);
    assert!(made.code == 0 && made.out.contains("no.altinn.broker.downloadconfirmed to "), "{}{}", made.out, made.err);
    let transfer = made.out.split_whitespace().nth(1).expect("a transfer").to_owned();
    half_a_minute_passes(&origin);
    let (application, bodies) = application();
    let (polling, lines) = started(&home, &["listen", "--poll", "--answers", "kit/sender.toml", "--forward-to", &application]);
    let line = line_with(&lines, "downloadconfirmed");
    assert!(line.contains(&transfer), "{line}");
    assert!(line_with(&lines, "Received").contains("another transfer"));
    line_with(&lines, "202");
    assert!(bodies.recv_timeout(DEADLINE).expect("it came").contains(&transfer));
    end(polling);
    // What was polled does not show that the webhook is reached.
    let checked = home.run(&["check", "--answers", "kit/sender.toml"]).out;
    assert!(!flat(&checked).contains("told of an event"), "{checked}");
}

#[test]
fn trigger_says_what_it_does_not_find() {
    let home = Home::new();
    let nowhere = home.run(&["sandbox", "trigger", "published"]);
    assert!(nowhere.code == 3 && nowhere.err.contains("--at"), "{}: {}", nowhere.code, nowhere.err);
    let unknown = home.run(&["sandbox", "trigger", "filedeleted"]);
    assert!(unknown.code == 2 && unknown.err.contains("published"), "{}: {}", unknown.code, unknown.err);
    let _sandbox = sandbox(&home);
    let refused = home.run(&["sandbox", "trigger", "published", "--at", &origin(&home), "--resource", "no-such-one"]);
    assert!(refused.code == 2 && refused.err.contains("no-such-one"), "{}: {}", refused.code, refused.err);
}
