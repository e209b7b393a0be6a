//! `token`: a token got in the sandbox, told in words and shown only when asked for; a token read from standard input.

use crate::program::{Home, flat};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

fn token(header: &str, claims: &str) -> String {
    format!("{}.{}.c2lnbmF0dXJl", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims))
}

/// The kit of a sandbox that runs until the test ends.
pub struct Served(std::process::Child);

impl Served {
    pub fn start(home: &Home) -> Self {
        let mut command = home.command(&["sandbox", "--kit", "kit"]);
        let child = command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().expect("it starts");
        let kit = home.path().join("kit/sender.toml");
        let end = std::time::Instant::now() + std::time::Duration::from_secs(30);
        while !(kit.exists() && home.path().join("kit/kit.json").exists()) {
            assert!(std::time::Instant::now() < end, "the kit was not written");
            std::thread::yield_now();
        }
        Self(child)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_token_is_told_in_words_and_shown_only_when_asked_for() {
    let home = Home::new();
    let _served = Served::start(&home);
    let said = home.run(&["token", "--answers", "kit/sender.toml"]);
    let text = flat(&said.out);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    for part in ["Maskinporten", "altinn:broker.write", "is genuine", "exchange"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!said.out.contains("eyJ") && !said.err.contains("eyJ"), "{}", said.out);
    let shown = home.run(&["token", "--answers", "kit/sender.toml", "--exchange", "--show"]);
    assert!(shown.out.starts_with("eyJ") && shown.out.lines().count() == 1, "{}", shown.err);
    let inspected = home.run_typing(&["token", "--inspect", "--answers", "kit/sender.toml", "--format", "json"], shown.out.as_bytes());
    let document: serde_json::Value =
        serde_json::from_str(&inspected.out).unwrap_or_else(|error| panic!("{error}: {}{}", inspected.out, inspected.err));
    assert_eq!((&document["facts"]["proof"], &document["facts"]["maker"]), (&"sound".into(), &"altinn".into()), "{document}");
    assert!(document["token"].is_null() && !inspected.out.contains("eyJ"));
    // One letter of the signature is another.
    let changed = format!("{}A{}", &shown.out.trim()[..shown.out.trim().len() - 20], &shown.out.trim()[shown.out.trim().len() - 19..]);
    if changed != shown.out.trim() {
        let inspected = home.run_typing(&["token", "--inspect", "--answers", "kit/sender.toml"], changed.as_bytes());
        assert!(inspected.code == 1 && flat(&inspected.out).contains("does not fit"), "{}{}", inspected.out, inspected.err);
    }
    let refused = home.run(&["token", "--answers", "kit/sender.toml", "--scope", "altinn:serviceowner"]);
    assert!(refused.code == 1 && refused.err.contains("MP-200"), "{}{}", refused.out, refused.err);
}

#[test]
fn a_token_of_another_environment_or_past_its_time_is_said() {
    let home = Home::new();
    // A test token in production, and a production token in test.
    for (issuer, environment) in [("https://test.maskinporten.no/", "prod"), ("https://maskinporten.no/", "tt02")] {
        let other = token(r#"{"alg":"none"}"#, &format!(r#"{{"iss":"{issuer}","scope":"altinn:broker.read","exp":1700000000}}"#));
        let said = home.run_typing(&["token", "--inspect", "--role", "sender", "--environment", environment], other.as_bytes());
        let text = flat(&said.out);
        assert_eq!(said.code, 1, "{}{}", said.out, said.err);
        for part in ["another environment", "has expired", "not signed"] {
            assert!(text.contains(part), "{environment}, {part}: {text}");
        }
        assert!(!text.contains(&other));
    }
}

#[test]
fn what_is_no_token_gets_a_sentence() {
    let home = Home::new();
    for (text, part) in [
        ("hello", "three parts"),
        ("a.b.c.d.e", "encrypted"),
        ("!.b.c", "base64url"),
        ("-----BEGIN PRIVATE KEY-----\nMIIE", "private key"),
        ("", "Pipe the token in"),
    ] {
        let said = home.run_typing(&["token", "--inspect"], text.as_bytes());
        assert!(said.code != 0 && flat(&said.err).contains(part) && !said.err.contains("token.none"), "{text}: {}", said.err);
    }
    let said = home.run_typing(&["token", "--inspect"], "a".repeat(100_000).as_bytes());
    assert!(said.code == 1 && said.err.contains("large"), "{}", said.err);
}
