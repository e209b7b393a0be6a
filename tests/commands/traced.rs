//! `--trace FILE`: each call as a line of JSON, for its user alone, without secrets, and never over another's file.

use crate::program::Home;

fn practice(home: &Home) {
    home.write("a.toml", b"role = \"sender\"\nenvironment = \"sandbox\"\norganisation = \"991825827\"\nresource = \"smart-files\"\n");
}

#[test]
fn every_call_is_a_whole_line_and_a_second_run_goes_on() {
    let home = Home::new();
    practice(&home);
    for runs in 1..=2 {
        let said = home.run(&["check", "key.reach", "access.resource", "--answers", "a.toml", "--trace", "calls.jsonl"]);
        assert!(matches!(said.code, 0 | 1 | 3), "{}{}", said.out, said.err);
        let text = std::fs::read_to_string(home.path().join("calls.jsonl")).unwrap();
        let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines[0]["trace"], "broker-setup");
        assert!(lines.len() > runs * 2, "{text}");
        for call in &lines[1..] {
            for member in ["at", "method", "address", "took_ms", "sent", "answered"] {
                assert!(!call[member].is_null(), "{member}: {call}");
            }
        }
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(home.path().join("calls.jsonl")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_file_of_another_is_not_touched() {
    let home = Home::new();
    practice(&home);
    home.write("mine.txt", b"my own words\n");
    let said = home.run(&["status", "--answers", "a.toml", "--trace", "mine.txt"]);
    assert!(said.code == 2 && said.err.contains("mine.txt") && said.err.contains("--trace"), "{}", said.err);
    assert_eq!(std::fs::read(home.path().join("mine.txt")).unwrap(), b"my own words\n");
    let said = home.run(&["status", "--answers", "a.toml", "--trace", "no/such/folder/t.jsonl"]);
    assert_eq!(said.code, 2, "{}", said.err);
}

/// Whatever the moment of the kill, the file holds whole lines, masked, for its user alone; and the next command goes on after them.
#[cfg(unix)]
#[test]
fn a_kill_leaves_whole_masked_lines() {
    use std::os::unix::fs::PermissionsExt;
    use std::process::Stdio;
    use std::time::{Duration, Instant};
    let home = Home::new();
    let _served = crate::token::Served::start(&home);
    let file = home.path().join("calls.jsonl");
    let lines = || std::fs::read_to_string(&file).unwrap_or_default().lines().count();
    let mut before = 0;
    for kill in 1..=6 {
        let mut command = home.command(&["check", "--answers", "kit/sender.toml", "--trace", "calls.jsonl"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        let end = Instant::now() + Duration::from_secs(30);
        while lines() < before + kill * 3 && child.try_wait().expect("a child").is_none() {
            assert!(Instant::now() < end, "no calls were written");
            std::thread::yield_now();
        }
        child.kill().and_then(|()| child.wait()).expect("it ends");
        let text = std::fs::read_to_string(&file).expect("a trace");
        assert!(text.ends_with('\n'), "kill {kill}: half a line: {text}");
        for line in text.lines() {
            serde_json::from_str::<serde_json::Value>(line).unwrap_or_else(|error| panic!("kill {kill}: {error}: {line}"));
        }
        assert!(!text.contains("eyJ"), "kill {kill}: {text}");
        assert_eq!(std::fs::metadata(&file).expect("a file").permissions().mode() & 0o777, 0o600);
        assert!(text.lines().count() > before, "kill {kill}: it went on after the lines of before");
        before = text.lines().count();
    }
    let text = std::fs::read_to_string(&file).expect("a trace");
    assert!(text.contains("[assertion]") && text.contains("[token]"), "no secret was sent, so that none was masked: {text}");
}
