//! Deeds about systems are killed at random moments, from a seed, and done again: nothing is made twice, and nothing is lost.
//! `BROKER_SETUP_KILLS` is how many there are of each, for a long run.

use crate::journal::sandbox;
use crate::program::Home;
use std::process::{Command, Stdio};
use std::time::Duration;

const KILLS: u64 = 5;
/// About as long as the longest of the deeds takes, in milliseconds.
const LONGEST: u64 = 400;
const OTHER_RESOURCE: &str = "nyk-filutveksling";

/// The next number of a sequence that is the same in each run (SplitMix64).
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// The answers of a sender whose client stands in no system.
fn answers(home: &Home) {
    let kit = std::fs::read_to_string(home.path().join("kit/sender.toml")).expect("the kit");
    let client = altinn_sandbox::known::client("off-system").expect("a client");
    let sender = altinn_sandbox::known::client("sender").expect("a client");
    let text = kit.replace(sender.id, client.id).replace(&format!("\"{}\"", sender.kid()), &format!("\"{}\"", client.kid()));
    let (before, rest) = text.split_once("[system]").expect("a table");
    let after = rest.split_once("\n[").map(|(_, after)| format!("[{after}")).expect("another table");
    home.write("kit/new.toml", format!("{before}{after}").as_bytes());
}

fn killed(home: &Home, arguments: &[&str], moment: Duration) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
    command.env("BROKER_SETUP_HOME", home.path()).env("LC_ALL", "C.UTF-8").current_dir(home.path()).args(arguments);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
    // The moment is what is tried here, so no state is waited for.
    std::thread::sleep(moment);
    child.kill().and_then(|()| child.wait()).expect("it ends");
}

/// The last line of each entry of this deed: its state and what was made.
fn entries(home: &Home, deed: &str) -> Vec<(String, String, String)> {
    let text = std::fs::read_to_string(home.path().join("state/journal.jsonl")).unwrap_or_default();
    let mut all: Vec<(String, String, String)> = Vec::new();
    for entry in text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()) {
        let word = |name: &str| entry[name].as_str().unwrap_or_default().to_owned();
        if word("deed") == deed {
            all.retain(|known| known.0 != word("id"));
            all.push((word("id"), word("state"), word("made")));
        }
    }
    all
}

#[test]
fn a_deed_about_a_system_killed_anywhere_makes_nothing_twice_and_loses_nothing() {
    let home = Home::new();
    let _sandbox = sandbox(&home);
    answers(&home);
    let kills = std::env::var("BROKER_SETUP_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let deeds: [(&str, &[&str]); 3] =
        [("register-system", &[]), ("ask-system-user", &[]), ("update-system", &["--resource", OTHER_RESOURCE])];
    let mut seed = 20_261_129;
    for (deed, more) in deeds {
        let own = ["--yes", "--answers", "kit/new.toml"];
        for kill in 0..kills {
            let arguments = [&["do", deed], &own[..], more].concat();
            killed(&home, &arguments, Duration::from_millis(next(&mut seed) % LONGEST));
            let again = home.run(&arguments);
            assert_eq!(again.code, 0, "{deed}, kill {kill}: {}{}", again.out, again.err);
            let all = entries(&home, deed);
            let stands: Vec<_> = all.iter().filter(|(_, state, _)| state != "undone").collect();
            let [(id, state, made)] = stands.as_slice() else { panic!("{deed}, kill {kill}: {all:?}") };
            assert!(state == "done" && !made.is_empty(), "{deed}, kill {kill}: {all:?}");
            // The last one stays for the deeds that follow.
            if kill + 1 < kills {
                let undone = home.run(&[&["undo", id.as_str()], &own[..], more].concat());
                assert_eq!(undone.code, 0, "{deed}, kill {kill}: {}{}", undone.out, undone.err);
            }
        }
    }
}

#[test]
fn subscribing_killed_anywhere_leaves_one_subscription_that_is_ours() {
    let home = Home::new();
    let _sandbox = sandbox(&home);
    let kills = std::env::var("BROKER_SETUP_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let mut seed = 20_261_130;
    let own = ["--yes", "--answers", "kit/sender.toml"];
    for kill in 0..kills {
        let arguments = [&["do", "subscribe"], &own[..]].concat();
        killed(&home, &arguments, Duration::from_millis(next(&mut seed) % LONGEST));
        let again = home.run(&arguments);
        assert_eq!(again.code, 0, "kill {kill}: {}{}", again.out, again.err);
        let all = entries(&home, "subscribe");
        let stands: Vec<_> = all.iter().filter(|(_, state, _)| state != "undone").collect();
        let [(_, state, made)] = stands.as_slice() else { panic!("kill {kill}: {all:?}") };
        assert!(state == "done" && made.parse::<i64>().is_ok(), "kill {kill}: {all:?}");
        // Taking it away is killed as well: it is gone once, and the journal knows.
        let takes = [&["do", "unsubscribe"], &own[..]].concat();
        killed(&home, &takes, Duration::from_millis(next(&mut seed) % LONGEST));
        let done = entries(&home, "unsubscribe").into_iter().filter(|(_, state, _)| state == "done").count();
        if u64::try_from(done) == Ok(kill) {
            let again = home.run(&takes);
            assert_eq!(again.code, 0, "kill {kill}: {}{}", again.out, again.err);
        }
        let gone: Vec<_> = entries(&home, "unsubscribe").into_iter().filter(|(_, state, _)| state != "refused").collect();
        assert_eq!(u64::try_from(gone.len()), Ok(kill + 1), "kill {kill}: {gone:?}");
        assert!(gone.iter().all(|(_, state, _)| state == "done"), "kill {kill}: {gone:?}");
        assert!(entries(&home, "subscribe").iter().all(|(_, state, _)| state == "undone"), "kill {kill}");
    }
}
