//! The screen that tells what is in a token, against the sandbox: got, exchanged at Altinn, pasted; and never on the screen itself.

use crate::practising::practising;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

fn flat(screen: &str) -> String {
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A token of test that nobody has signed.
fn unsigned() -> String {
    let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
    let claims = r#"{"iss":"https://test.maskinporten.no/","scope":"altinn:broker.write","exp":1700000000}"#;
    format!("{}.{}.c2lnbmF0dXJl", part(r#"{"alg":"none"}"#), part(claims))
}

#[test]
fn a_token_is_told_in_words_exchanged_and_read_from_a_paste() {
    let home = tempfile::tempdir().expect("a home");
    let mut program = practising(home.path());
    program.press("T");
    let screen = flat(&program.wait_for("is genuine"));
    for part in ["altinn:broker.write send files", "altinn:events.subscribe subscribe to events", "Acts for", "only after an exchange"] {
        assert!(screen.contains(part), "{part}: {screen}");
    }
    program.press("a");
    program
        .wait("the exchanged token", |screen| screen.contains("Altinn, in exchange for Maskinporten's") && screen.contains("is genuine"));
    program.paste(&format!("Bearer {}", unsigned()));
    let screen = flat(&program.wait_for("What you pasted"));
    let screen = if screen.contains("It has expired") { screen } else { flat(&program.wait_for("It has expired")) };
    for part in ["another environment", "not signed as Maskinporten and Altinn do it"] {
        assert!(screen.contains(part), "{part}: {screen}");
    }
    program.press("c");
    program.wait_for("Altinn, in exchange for Maskinporten's");
    // The calls that it made are among the others, with the token masked.
    program.press("t");
    // The whole frame: what is waited for next stands on the screen before.
    program.wait("the calls", |screen| screen.contains("exchange/maskinporten") && !screen.contains("The token itself is not shown"));
    program.press("\x1b");
    program.wait_for("The token itself is not shown");
    program.press("\x1b");
    program.wait_for("Enter does it");
    let raw = String::from_utf8_lossy(&program.raw()).into_owned();
    assert!(!raw.contains("eyJ"), "a token was drawn");
}
