//! The words that are known at every question, and answers that are refused. In the sandbox, which the program starts by itself.

use crate::conversation::{Conversation, assert_plain, question};

/// A sender in the sandbox, at the question for its organisation.
fn begun(home: &std::path::Path) -> (Conversation, String) {
    let mut talk = Conversation::start(home, &["--env", "sandbox"], &[]);
    let said = talk.asked();
    assert_eq!(question(&said), "Your role", "{said}");
    assert!(said.contains("1: We send files") && said.contains("Type a number from 1 to 3."), "{said}");
    let said = talk.then("1");
    assert!(question(&said) == "Name" && said.contains("Enter alone takes what is proposed: practice-sender"), "{said}");
    let said = talk.then("");
    assert!(said.contains("The profile practice-sender is made.") && question(&said) == "Who runs the system", "{said}");
    let said = talk.then("own");
    assert!(said.contains("1: Fill in the sandbox's answers"), "{said}");
    let said = talk.then("all");
    assert!(said.contains("Step 1 of 5") && question(&said) == "Organisation number", "{said}");
    (talk, said)
}

#[test]
fn a_wrong_answer_gets_its_reason_and_is_asked_again() {
    let home = tempfile::tempdir().expect("a home");
    let (mut talk, _) = begun(home.path());
    let said = talk.then("310 400 603");
    assert!(said.contains("one of the nine digits is mistyped"), "{said}");
    assert_eq!(question(&said), "Organisation number");
    let said = talk.then("");
    assert!(said.contains("Nothing is filled in here.") && question(&said) == "Organisation number", "{said}");
    let said = talk.then("310 400 602");
    assert!(said.contains("Kept. Organisation number: 310 400 602"), "{said}");
    assert_plain(&talk.transcript());
}

#[test]
fn a_part_of_a_name_narrows_the_list_and_a_number_takes_one_of_it() {
    let home = tempfile::tempdir().expect("a home");
    let (mut talk, said) = begun(home.path());
    assert!(said.contains("1: 310 400 106, Prøvedirektoratet") && said.contains("Type a number from 1 to 6"), "{said}");
    let said = talk.then("kommune");
    assert!(said.contains("1: 310 400 300, Mottaker kommune") && said.contains("Type 1 to take it"), "{said}");
    let said = talk.then("1");
    assert!(said.contains("Kept. Organisation number: 310 400 300") && question(&said) == "Resource", "{said}");
}

#[test]
fn each_question_is_explained_and_the_guide_and_what_is_left_are_read_out() {
    let home = tempfile::tempdir().expect("a home");
    let (mut talk, _) = begun(home.path());
    for asks in ["?", "help"] {
        let said = talk.then(asks);
        assert!(said.contains("nine digits") && said.contains("--organisation") && said.contains("later to go on without"), "{said}");
    }
    let said = talk.then("left");
    assert!(said.contains("things are left to do") && said.contains("1: Choose an organisation of the sandbox"), "{said}");
    let said = talk.then("guide");
    assert!(said.lines().count() > 3 && question(&said) == "Organisation number", "{said}");
    assert_plain(&talk.transcript());
}

#[test]
fn back_asks_the_question_before_and_loses_nothing() {
    let home = tempfile::tempdir().expect("a home");
    let (mut talk, _) = begun(home.path());
    let said = talk.then("310 400 602");
    assert_eq!(question(&said), "Resource", "{said}");
    let said = talk.then("back");
    assert!(said.contains("Enter alone keeps the answer as it is: 310 400 602") && question(&said) == "Organisation number", "{said}");
    let said = talk.then("back");
    assert!(question(&said) == "Who runs the system" && said.contains("Enter alone takes 1"), "{said}");
    let said = talk.then("back");
    assert!(said.contains("There is no question before this one."), "{said}");
    assert_eq!(question(&said), "Resource", "{said}");
}

#[test]
fn later_goes_on_with_what_can_be_done_without_it() {
    let home = tempfile::tempdir().expect("a home");
    let (mut talk, _) = begun(home.path());
    let mut said = talk.then("later");
    assert_ne!(question(&said), "Organisation number", "{said}");
    while !said.contains("You have put off everything that is left.") {
        said = talk.then("later");
    }
    assert!(said.contains("things are left to do, in this order."), "{said}");
    let said = talk.then("");
    assert_eq!(question(&said), "Organisation number", "{said}");
}

#[test]
fn a_pasted_key_is_refused_whole_and_kept_nowhere() {
    let home = tempfile::tempdir().expect("a home");
    let (mut talk, _) = begun(home.path());
    talk.then("310 400 602");
    let said = talk.then("prov-filutveksling");
    assert!(said.contains("Maskinporten client for this?"), "{said}");
    let said = talk.then("yes");
    assert_eq!(question(&said), "Client id", "{said}");
    let said = talk.then("7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11");
    assert_eq!(question(&said), "Private key", "{said}");
    let secret = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";
    let said = talk.then(&format!("-----BEGIN PRIVATE KEY-----\n{secret}\n{secret}\n-----END PRIVATE KEY-----"));
    assert_eq!(question(&said), "Private key", "{said}");
    let said = talk.then(&format!("{{\n\"kty\": \"RSA\",\n\"d\": \"{secret}\"\n}}"));
    assert_eq!(question(&said), "Private key", "{said}");
    assert!(!talk.transcript().contains(secret), "{}", talk.transcript());
    talk.kill();
    for file in files(home.path()) {
        let text = String::from_utf8_lossy(&std::fs::read(&file).unwrap_or_default()).into_owned();
        assert!(!text.contains(secret), "{}", file.display());
    }
}

fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn it_speaks_bokmal_and_takes_both_languages_words() {
    let home = tempfile::tempdir().expect("a home");
    let mut talk = Conversation::start(home.path(), &["--env", "sandbox", "--language", "nb"], &[]);
    let said = talk.asked();
    assert!(said.contains("Skriv et tall fra 1 til 3.") && question(&said) == "Rollen din", "{said}");
    talk.then("2");
    let said = talk.then("hjelp");
    assert!(said.contains("senere for å gå videre") && question(&said) == "Navn", "{said}");
    let said = talk.then("tilbake");
    assert_eq!(question(&said), "Rollen din", "{said}");
    talk.answer("avslutt");
    let (said, code) = talk.ending();
    assert!(said.contains("Avsluttet.") && code == Some(0), "{said} {code:?}");
}
