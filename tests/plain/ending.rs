//! How it ends: by the word, by the end of the input, by a kill; and that it goes on where it was.

use crate::conversation::{Conversation, assert_plain, question};
use std::path::Path;

/// A sender in the sandbox whose answers are filled in, at the first thing that it is asked to agree to.
fn filled(home: &Path) -> Conversation {
    let mut talk = Conversation::start(home, &["--env", "sandbox"], &[]);
    talk.asked();
    for answer in ["sender", "", "own"] {
        talk.then(answer);
    }
    let said = talk.then("fill");
    assert!(said.contains("Ready 3 of 5.") && question(&said) == "Yes or no", "{said}");
    talk
}

#[test]
fn five_ready_steps_in_the_sandbox() {
    let home = tempfile::tempdir().expect("a home");
    let mut talk = filled(home.path());
    let mut said = talk.then("?");
    assert!(said.contains("POST http") && question(&said) == "Yes or no", "{said}");
    for _ in 0..10 {
        talk.answer(if question(&said) == "Yes or no" { "yes" } else { "" });
        said = talk.asked_or_ended();
        if said.contains("can send files through Altinn Broker") {
            assert_plain(&talk.transcript());
            return;
        }
    }
    panic!("{}", talk.transcript());
}

#[test]
fn no_leaves_everything_as_it_is_and_goes_on() {
    let home = tempfile::tempdir().expect("a home");
    let mut talk = filled(home.path());
    let said = talk.then("");
    assert!(said.contains("Type yes to do it") && question(&said) == "Yes or no", "an empty line is no yes: {said}");
    let said = talk.then("no");
    assert!(said.contains("Nothing was done."), "{said}");
}

#[test]
fn the_end_of_the_input_says_what_is_kept_and_how_to_go_on() {
    let home = tempfile::tempdir().expect("a home");
    let mut talk = filled(home.path());
    talk.hang_up();
    let (said, code) = talk.ending();
    assert!(
        said.contains("is kept in the profile practice-sender") && said.contains("broker-setup --plain --profile practice-sender"),
        "{said}"
    );
    assert_eq!(code, Some(0));
}

#[test]
fn before_anything_is_answered_nothing_is_kept() {
    let home = tempfile::tempdir().expect("a home");
    let mut talk = Conversation::start(home.path(), &[], &[]);
    talk.asked();
    talk.answer("quit");
    let (said, code) = talk.ending();
    assert!(said.contains("Nothing was asked that had to be kept.") && code == Some(0), "{said} {code:?}");
}

#[test]
fn killed_it_goes_on_where_it_was() {
    let home = tempfile::tempdir().expect("a home");
    let mut talk = filled(home.path());
    talk.kill();
    let mut again = Conversation::start(home.path(), &[], &[]);
    let said = again.asked();
    assert!(said.contains("1: practice-sender: sender, sandbox, "), "{said}");
    assert!(said.contains("ready 3 of 5."), "{said}");
    let said = again.then("");
    assert_eq!(question(&said), "Yes or no", "{said}");
}

#[test]
fn a_profile_that_is_not_there_is_a_mistake_in_the_call() {
    let home = tempfile::tempdir().expect("a home");
    let mut talk = Conversation::start(home.path(), &["--profile", "nobody"], &[]);
    assert_eq!(talk.ending().1, Some(2));
}

#[cfg(unix)]
#[test]
fn interrupted_it_ends_as_every_command_does() {
    let home = tempfile::tempdir().expect("a home");
    let mut talk = filled(home.path());
    let pid = i32::try_from(talk.pid()).ok().and_then(rustix::process::Pid::from_raw).expect("it runs");
    rustix::process::kill_process(pid, rustix::process::Signal::INT).expect("it takes signals");
    assert_eq!(talk.ending().1, Some(130));
}
