//! `do ask-…`: the letters are printed, noted in the answers and in the journal, and nothing is sent.

use crate::program::{Home, Said, flat};
use std::process::{Command, Stdio};
use std::time::Duration;

/// A home with a profile of a sender in TT02 that has no client yet. Its letters need no network.
fn newcomer() -> Home {
    let home = Home::new();
    let made = home.run(&[
        "profile",
        "new",
        "files",
        "--role",
        "sender",
        "--environment",
        "tt02",
        "--organisation",
        "310456780",
        "--resource",
        "smart-files",
        "--contact-name",
        "Kari Nordmann",
    ]);
    assert_eq!(made.code, 0, "{}", made.err);
    home
}

fn ask(home: &Home, arguments: &[&str]) -> Said {
    home.run(&[&["do"], arguments, &["--profile", "files"]].concat())
}

fn shown(home: &Home) -> String {
    home.run(&["profile", "show", "files"]).out
}

#[test]
fn the_letter_alone_is_on_standard_output_and_its_day_in_the_profile() {
    let home = newcomer();
    let dry = ask(&home, &["ask-scopes", "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    assert!(!shown(&home).contains("scopes_requested"), "a dry run notes nothing");
    let said = ask(&home, &["ask-scopes", "--yes"]);
    assert_eq!((said.code, &said.out), (0, &dry.out), "{}", said.err);
    assert!(said.out.starts_with("Scopes for Altinn Formidling til 310 456 780"), "{}", said.out);
    assert!(said.out.contains("altinn:broker.write") && said.out.trim_end().ends_with("Kari Nordmann"), "{}", said.out);
    assert!(said.err.contains("servicedesk@altinn.no"), "{}", said.err);
    assert!(shown(&home).contains("scopes_requested"), "{}", shown(&home));
    let journal = home.run(&["journal"]).out;
    assert!(flat(&journal).contains("servicedesk@altinn.no in a letter") && journal.contains(": done"), "{journal}");
    // The same again notes nothing new.
    let again = ask(&home, &["ask-scopes", "--yes"]);
    assert!(again.code == 0 && again.err.contains("already"), "{}", again.err);
    assert_eq!(home.run(&["journal"]).out, journal);
}

#[test]
fn a_letter_is_in_its_receivers_language_and_opens_in_a_mail_program() {
    let home = newcomer();
    let letter = |language: &str| ask(&home, &["ask-access", "--dry-run", "--letter-language", language]).out;
    assert!(letter("nb").contains("Vennlig hilsen") && letter("nn").contains("Venleg helsing") && letter("en").contains("Kind regards"));
    let link = ask(&home, &["ask-access", "--dry-run", "--mailto", "--to", "eier@example.no"]).out;
    assert!(link.starts_with("mailto:eier@example.no?subject=Tilgang%20til%20smart-files") && link.lines().count() == 1, "{link}");
    let refused = ask(&home, &["ask-access", "--dry-run", "--to", "eier"]);
    assert!(refused.code == 2 && refused.err.contains("--to"), "{}", refused.err);
}

#[test]
fn a_letter_is_saved_to_a_new_file_only() {
    let home = newcomer();
    let saved = ask(&home, &["ask-scopes", "--yes", "--save", "letter.txt"]);
    assert_eq!(saved.code, 0, "{}", saved.err);
    let file = home.path().join("letter.txt");
    assert_eq!(std::fs::read_to_string(&file).expect("the letter"), saved.out);
    assert_eq!(ask(&home, &["ask-scopes", "--yes", "--save", "letter.txt"]).code, 0, "it is the same letter");
    std::fs::write(&file, "mine").expect("written");
    let refused = ask(&home, &["ask-scopes", "--yes", "--save", "letter.txt"]);
    assert!(refused.code == 2 && refused.err.contains("letter.txt"), "{}", refused.err);
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), "mine");
}

#[test]
fn a_reminder_and_a_no_are_about_a_letter_that_was_sent() {
    let home = newcomer();
    for act in [&["--remind"][..], &["--said-no", "no agreement"]] {
        let refused = ask(&home, &[&["ask-scopes", "--yes"], act].concat());
        assert!(refused.code == 1 && refused.err.contains("No letter waits"), "{}", refused.err);
    }
    assert_eq!(ask(&home, &["ask-scopes", "--yes"]).code, 0);
    let reminder = ask(&home, &["ask-scopes", "--yes", "--remind"]);
    assert!(reminder.out.starts_with("Påminnelse: ") && reminder.out.contains("har ikke fått svar"), "{}", reminder.out);
    let no = ask(&home, &["ask-scopes", "--yes", "--said-no", "the agreement is missing"]);
    assert!(no.code == 0 && no.out.is_empty() && no.err.contains("the agreement is missing"), "{}{}", no.out, no.err);
    assert!(!shown(&home).contains("scopes_requested"), "{}", shown(&home));
    let journal = flat(&home.run(&["journal"]).out);
    assert!(journal.matches(": refused").count() == 2 && journal.contains("They said no: the agreement is missing"), "{journal}");
    // After the no the letter is due again.
    assert_eq!(ask(&home, &["ask-scopes", "--yes"]).code, 0);
    assert!(shown(&home).contains("scopes_requested"));
}

#[test]
fn a_note_is_taken_back() {
    let home = newcomer();
    assert_eq!(ask(&home, &["ask-approver", "--yes"]).code, 0);
    assert!(shown(&home).contains("approval_requested"));
    let journal = home.run(&["journal"]).out;
    let id = journal.split_whitespace().next().expect("an id");
    let undone = home.run(&["undo", id, "--yes", "--profile", "files"]);
    assert_eq!(undone.code, 0, "{}", undone.err);
    assert!(!shown(&home).contains("approval_requested"));
    assert!(flat(&home.run(&["journal"]).out).contains("taken back"));
}

#[test]
fn an_answer_that_the_letter_needs_is_named() {
    let home = Home::new();
    let made = home.run(&["profile", "new", "files", "--role", "recipient", "--environment", "tt02"]);
    assert_eq!(made.code, 0, "{}", made.err);
    let said = ask(&home, &["ask-counterpart", "--yes"]);
    assert!(said.code == 1 && said.err.contains("organisation"), "{}", said.err);
    let owner = home.run(&["do", "ask-access", "--yes", "--role", "service-owner", "--organisation", "310456780"]);
    assert!(owner.code == 1 && owner.err.contains("service owner"), "{}", owner.err);
}

/// Killed at any moment and done again, a letter is noted once.
#[cfg(unix)]
#[test]
fn a_letter_killed_anywhere_is_noted_once() {
    let kills = std::env::var("BROKER_SETUP_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(5_u64);
    for round in 0..kills {
        let home = newcomer();
        let mut command = Command::new(env!("CARGO_BIN_EXE_broker-setup"));
        command.env("BROKER_SETUP_HOME", home.path()).env("LC_ALL", "C.UTF-8").current_dir(home.path());
        command.args(["do", "ask-scopes", "--yes", "--profile", "files"]).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("it starts");
        let moment = u64::try_from(uuid::Uuid::new_v4().as_u128() % 400).expect("small");
        std::thread::sleep(Duration::from_millis(moment));
        let _ = child.kill();
        let _ = child.wait();
        let again = ask(&home, &["ask-scopes", "--yes"]);
        assert_eq!(again.code, 0, "round {round}, after {moment} ms: {}", again.err);
        assert!(shown(&home).contains("scopes_requested"), "round {round}");
        let journal = flat(&home.run(&["journal"]).out);
        assert_eq!(journal.matches("in a letter").count(), 1, "round {round}, after {moment} ms: {journal}");
        assert!(journal.contains(": done"), "round {round}: {journal}");
    }
}

#[test]
fn what_is_needed_since_the_letter_is_asked_for_in_another_letter() {
    let home = Home::new();
    let new = ["profile", "new", "files", "--role", "service-owner", "--environment", "tt02", "--organisation", "991825827"];
    assert_eq!(home.run(&[&new[..], &["--resource", "smart-files"]].concat()).code, 0);
    let first = ask(&home, &["ask-scopes", "--yes"]);
    assert!(first.code == 0 && first.out.contains("altinn:serviceowner") && !first.out.contains("accesslist"), "{}", first.out);
    // From now on only those on a list may use the resource.
    let grown = |more: &[&str]| ask(&home, &[&["ask-scopes", "--yes", "--policy-admits", "listed"], more].concat());
    let second = grown(&[]);
    assert!(second.code == 0 && second.out.contains("accesslist.write") && !second.out.contains("altinn:serviceowner"), "{}", second.out);
    assert_eq!(home.run(&["journal"]).out.matches(": done").count(), 2);
    let third = grown(&[]);
    assert!(third.code == 0 && third.err.contains("already"), "{}", third.err);
    let reminder = grown(&["--remind"]);
    assert!(reminder.out.contains("altinn:serviceowner") && reminder.out.contains("accesslist.write"), "{}", reminder.out);
}
