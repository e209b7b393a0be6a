//! In production, under its own names: what needs the profile's name is not done for any other word, and whom one waits for is reminded.

use crate::conversation::{Conversation, assert_plain, question};
use crate::outside::Outside;
use crate::outside::production::{nothing_waits, profile};

/// A profile in production that only has to be proven, and the world it talks to. The checks have run.
fn checked(role: &str) -> (tempfile::TempDir, Outside, Conversation, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let outside = Outside::with_kit(folder.path());
    nothing_waits(folder.path());
    let home = folder.path().join("home");
    profile(folder.path(), &home, role);
    let authority = folder.path().join("ca.pem");
    let variables = [("HTTPS_PROXY", outside.proxy.as_str()), ("SSL_CERT_FILE", authority.to_str().expect("a path"))];
    let mut talk = Conversation::start(&home, &["--profile", "live"], &variables);
    let said = talk.asked();
    // In production nobody is asked anything before the user says so.
    assert_eq!(question(&said), "Enter checks now", "{said}");
    let said = talk.then("");
    (folder, outside, talk, said)
}

/// Answers until this question comes. Enter alone does nothing that changes anything.
fn until(talk: &mut Conversation, mut said: String, asked: &str) -> String {
    for _ in 0..6 {
        if question(&said) == asked {
            return said;
        }
        said = talk.then("");
    }
    panic!("never asked for {asked}:\n{}", talk.transcript());
}

#[test]
fn only_the_profiles_name_lets_a_deed_into_production() {
    let (_folder, _outside, mut talk, mut said) = checked("sender");
    for typed in ["yes", "Live", ""] {
        said = until(&mut talk, said, "Type it");
        assert!(said.contains("This is production. Type the profile's name, live, to say that you mean it."), "{said}");
        said = talk.then(typed);
        assert!(said.contains("Nothing was done."), "{typed:?}: {said}");
    }
    said = until(&mut talk, said, "Type it");
    assert!(!talk.transcript().contains("is published for"), "nothing was sent: {}", talk.transcript());
    assert!(said.contains("is sent to"), "what would be done is shown each time: {said}");
    talk.answer("live");
    let said = talk.asked_or_ended();
    assert!(said.contains("can send files through Altinn Broker"), "{said}");
    assert_plain(&talk.transcript());
}

#[test]
fn whom_one_waits_for_is_asked_reminded_and_says_no() {
    let (_folder, _outside, mut talk, said) = checked("recipient");
    assert_eq!(question(&said), "Sent", "{said}");
    // A letter that was not meant is not noted as sent.
    let said = talk.then("sent");
    assert_eq!(question(&said), "Type it", "{said}");
    let said = talk.then("sent");
    assert!(said.contains("Nothing was done."), "{said}");
    let said = until(&mut talk, said, "Sent");
    assert!(!said.contains("reminder"), "{said}");
    talk.then("sent");
    let said = talk.then("live");
    assert!(question(&said) == "Enter looks now" && said.contains("Type remind for a reminder to send"), "{said}");
    let said = talk.then("remind");
    assert!(
        question(&said) == "Sent" && said.contains("har ikke fått svar"),
        "the reminder is read out, in its receiver's language: {said}"
    );
    talk.then("sent");
    let said = talk.then("live");
    assert!(said.contains("The reminder is noted.") && question(&said) == "Enter looks now", "{said}");
    let said = talk.then("no");
    assert!(question(&said).starts_with("Why did they say no?"), "{said}");
    talk.then("not before the new year");
    let said = talk.then("live");
    assert!(said.contains("not before the new year") && question(&said) == "Sent", "{said}");
    assert_plain(&talk.transcript());
}
