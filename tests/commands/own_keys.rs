//! Keys on the command line: made for a profile, killed in the middle, shown, checked, and kept when the profile goes.

use crate::program::{Home, Said, flat};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// How often a deed is killed; more for a long run.
const KILLS: u64 = 5;
const DEED: &[&str] = &["do", "make-key", "--profile", "mine", "--yes"];

fn ran(home: &Home, arguments: &[&str]) -> Said {
    let said = home.run(arguments);
    assert_eq!(said.code, 0, "{arguments:?}: {}{}", said.out, said.err);
    said
}

/// A profile of TT02, of which nothing is asked.
fn with_profile() -> Home {
    let home = Home::new();
    ran(&home, &["profile", "new", "mine", "--role", "sender", "--environment", "tt02", "--organisation", "991825827"]);
    home
}

fn private_keys(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.to_string_lossy().ends_with(".private.pem")).collect()
}

fn keys(home: &Home) -> Vec<PathBuf> {
    private_keys(&home.path().join("config/keys/mine"))
}

#[test]
fn a_key_is_made_shown_and_checked_and_stays_when_its_profile_goes() {
    let home = with_profile();
    let shown = ran(&home, &[DEED, &["--dry-run"]].concat()).out;
    assert!(flat(&shown).contains("for test") && keys(&home).is_empty(), "{shown}");
    let said = ran(&home, DEED).out;
    // The JWKS stands whole on a line of its own, to be copied.
    let jwks = said.lines().find(|line| line.starts_with("{\"keys\":[{")).expect("the public key");
    let json: serde_json::Value = serde_json::from_str(jwks).expect("JSON");
    assert_eq!((&json["keys"][0]["use"], &json["keys"][0]["alg"]), (&"sig".into(), &"RS256".into()));
    assert!(json["keys"][0].get("d").is_none());
    let made = keys(&home);
    let kid = json["keys"][0]["kid"].as_str().expect("a kid");
    assert!(made.len() == 1 && kid.starts_with("991825827-"), "{made:?} {kid}");
    let profile = ran(&home, &["profile", "show", "mine"]).out;
    assert!(profile.contains(&made[0].display().to_string()) && profile.contains(kid), "{profile}");
    assert_eq!(home.run(DEED).code, 1, "there is one");

    let facts = ran(&home, &["key", "show", "--profile", "mine"]).out;
    assert!(facts.contains("RSA 2048") && facts.contains(kid) && !facts.contains("PRIVATE"), "{facts}");
    let check = ["key", "check", "--profile", "mine", "--ics", "key.ics"];
    assert_eq!(home.run(&check).code, 3, "nobody knows when it was added");
    assert!(!home.path().join("key.ics").exists());
    let today = jiff::Zoned::now().date().to_string();
    let posted = [&check[..], &["--client-key-posted", &today]].concat();
    assert_eq!(ran(&home, &posted).code, 0);
    let calendar = std::fs::read_to_string(home.path().join("key.ics")).expect("the calendar");
    assert_eq!((calendar.matches("BEGIN:VEVENT").count(), calendar.matches("BEGIN:VALARM").count()), (1, 3));
    assert_eq!(home.run(&[&posted[..], &["--expires-in", "400d"]].concat()).code, 1, "it is due");

    let removed = ran(&home, &["profile", "remove", "mine", "--yes"]).err;
    assert!(flat(&removed).contains("keys/removed/mine-"), "{removed}");
    let aside = std::fs::read_dir(home.path().join("config/keys/removed")).expect("the folder").flatten().next().expect("one").path();
    assert_eq!((private_keys(&aside).len(), keys(&home).len()), (1, 0));
}

#[test]
fn a_test_key_is_not_used_in_production() {
    let home = with_profile();
    ran(&home, DEED);
    let said = home.run(&["check", "client.key", "--profile", "mine", "--environment", "prod"]);
    assert!(said.code == 1 && flat(&said.out).contains("made for test"), "{}", said.out);
}

#[test]
fn a_deed_killed_anywhere_makes_one_key_and_loses_none() {
    let home = with_profile();
    let kills = std::env::var("BROKER_SETUP_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let mut seed: u64 = 20_261_129;
    for _ in 0..kills {
        let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
        command.args(DEED).env("BROKER_SETUP_HOME", home.path()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("it starts");
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The moment is what is tried here, so no state is waited for.
        std::thread::sleep(Duration::from_millis((seed >> 33) % 700));
        child.kill().and_then(|()| child.wait()).expect("it ends");
        assert!(keys(&home).len() <= 1, "{:?}", keys(&home));
    }
    let last = home.run(DEED);
    assert!(last.code == 0 || flat(&last.err).contains("There is a private key already"), "{}{}", last.out, last.err);
    let made = keys(&home);
    assert_eq!(made.len(), 1);
    let profile = ran(&home, &["profile", "show", "mine"]).out;
    assert!(profile.contains(&made[0].display().to_string()), "{profile}");
    let left = std::fs::read_dir(home.path().join("config/keys/mine")).expect("the folder").flatten();
    let left: Vec<_> = left.filter(|entry| entry.file_name().to_string_lossy().starts_with(".saving-")).collect();
    assert!(left.is_empty(), "{left:?}");
}
