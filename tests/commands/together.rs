//! Several processes save evidence of one connection at the same time, and none of it is lost.

use crate::ending::{post, program};
use crate::program::Home;
use std::io::{BufRead, BufReader};
use std::process::Child;

const PROCESSES: usize = 4;
const EVENTS: usize = 8;

fn event(process: usize, number: usize) -> String {
    let transfer = "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11";
    format!(
        r#"{{"id":"event-{process}-{number}","source":"https://platform.altinn.no/broker/api/v1/filetransfer/{transfer}","specversion":"1.0","type":"no.altinn.broker.published","resourceinstance":"{transfer}","time":"2026-11-23T10:00:{number:02}Z"}}"#
    )
}

/// Posts events to one process. It saves an event before it prints the event's line.
fn listen(child: &mut Child, process: usize) {
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines().map_while(Result::ok);
    let url = lines.next().expect("its address");
    let (address, path) = url.strip_prefix("http://").and_then(|rest| rest.split_once('/')).expect("an address");
    for number in 0..EVENTS {
        assert!(post(address, &format!("/{path}"), &event(process, number)).contains(" 200 "));
        assert!(lines.next().expect("a line").contains(&format!("event-{process}-{number}")));
    }
}

#[test]
fn four_processes_that_keep_evidence_of_one_connection_lose_none_of_it() {
    let home = Home::new();
    let made = home.run(&["profile", "new", "mine", "--role", "sender", "--environment", "tt02", "--organisation", "991825827"]);
    assert_eq!(made.code, 0, "{}", made.err);
    std::thread::scope(|scope| {
        for process in 0..PROCESSES {
            let home = &home;
            scope.spawn(move || {
                let mut child = program(home.path()).args(["listen", "--profile", "mine"]).spawn().expect("it starts");
                listen(&mut child, process);
                child.kill().expect("it ends");
                child.wait().expect("it has ended");
            });
        }
    });
    let folder = home.path().join("state/connections");
    let files = std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    let states: Vec<_> = files.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect();
    assert_eq!(states.len(), 1, "{states:?}");
    let kept = std::fs::read_to_string(&states[0]).expect("what was kept");
    for process in 0..PROCESSES {
        for number in 0..EVENTS {
            assert!(kept.contains(&format!("\"event-{process}-{number}\"")), "event-{process}-{number} is lost\n{kept}");
        }
    }
}
