//! Answers on the command line: which source wins, which forms they have, and what is refused.

use crate::program::{Home, flat};
use serde_json::Value;

const SENDER: &str = "role = \"sender\"\nenvironment = \"tt02\"\norganisation = \"991825827\"\n";

/// The document of `status`, which makes no request and shows the answers that were used.
fn document(home: &Home, arguments: &[&str], variables: &[(&str, &str)]) -> Value {
    let said = home.run_with(&[&["status", "--format", "json"], arguments].concat(), variables);
    serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {} {}", said.out, said.err))
}

fn refused(home: &Home, arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let said = home.run_with(&[&["status"], arguments].concat(), variables);
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{}", said.err);
    flat(&said.err)
}

#[test]
fn a_flag_wins_over_a_variable_over_the_file() {
    let home = Home::new();
    home.write("a.toml", SENDER.as_bytes());
    let answers = ["--answers", "a.toml"];
    let variable = [("BROKER_SETUP_ORGANISATION", "974760673")];
    assert_eq!(document(&home, &answers, &[])["organisation"], "991825827");
    assert_eq!(document(&home, &answers, &variable)["organisation"], "974760673");
    let flag = [&answers[..], &["--organisation", "0192:810514442"]].concat();
    assert_eq!(document(&home, &flag, &variable)["organisation"], "810514442");
    assert_eq!(document(&home, &[&answers[..], &["--role", "recipient"]].concat(), &[])["role"], "recipient");
}

#[test]
fn they_win_over_a_profile_too_and_leave_it_as_it_is() {
    let home = Home::new();
    home.run(&["profile", "new", "mine", "--role", "sender", "--environment", "tt02", "--organisation", "991825827"]);
    let changed = document(&home, &["--profile", "mine", "--environment", "prod"], &[]);
    assert_eq!((&changed["environment"], &changed["profile"]), (&"prod".into(), &"mine".into()));
    assert_eq!(document(&home, &["--profile", "mine"], &[])["environment"], "tt02");
}

#[test]
fn flags_alone_are_enough_and_an_empty_variable_is_none() {
    let home = Home::new();
    let variables = [("BROKER_SETUP_ORGANISATION", ""), ("BROKER_SETUP_ACTING", " ")];
    let document = document(&home, &["--role", "recipient", "--environment", "tt02"], &variables);
    assert_eq!((&document["role"], &document["organisation"], &document["acting"]), (&"recipient".into(), &Value::Null, &"own".into()));
}

#[test]
fn an_environment_of_ones_own_is_two_addresses() {
    let home = Home::new();
    home.write("a.toml", b"role = \"sender\"\n[environment]\nplatform = \"http://127.0.0.1:1\"\nmaskinporten = \"http://127.0.0.1:1\"\n");
    assert_eq!(document(&home, &["--answers", "a.toml"], &[])["environment"], "custom");
}

#[test]
fn what_is_refused_is_named_by_where_it_stands_and_a_secret_is_not_repeated() {
    let home = Home::new();
    home.write("unknown.toml", format!("{SENDER}client_id = \"x\"\n").as_bytes());
    home.write("secret.toml", format!("{SENDER}[client]\nkey = \"-----BEGIN PRIVATE KEY-----MIIEvQ\"\n").as_bytes());
    home.write("number.toml", b"role = \"sender\"\norganisation = \"991825828\"\n");
    home.write("broken.toml", format!("{SENDER}api_key = 3f9c8b7a6d5e\n").as_bytes());
    for (arguments, variables, words) in [
        (["--answers", "unknown.toml"], None, ["unknown.toml, line 4", "client.id"]),
        (["--answers", "secret.toml"], None, ["secret.toml, line 5", "file:"]),
        (["--answers", "number.toml"], None, ["number.toml, line 2", "mistyped"]),
        (["--answers", "broken.toml"], None, ["broken.toml, line 4", "TOML"]),
        (["--answers", "none.toml"], None, ["none.toml", "There is no file"]),
        (["--role", "auditor"], None, ["--role", "sender"]),
        (["--role", "sender"], Some(("BROKER_SETUP_API_KEY", "3f9c8b7a6d5e")), ["BROKER_SETUP_API_KEY", "env:NAME"]),
        (["--role", "sender"], Some(("BROKER_SETUP_CLIENT_KEY", "cmd:cat k.pem")), ["BROKER_SETUP_CLIENT_KEY", "cmd:"]),
    ] {
        let said = refused(&home, &arguments, variables.as_slice());
        assert!(words.iter().all(|word| said.contains(word)), "{arguments:?}: {said}");
        assert!(!said.contains("3f9c8b7a") && !said.contains("MIIEvQ"), "{said}");
    }
}

#[test]
fn a_role_must_be_somewhere() {
    let home = Home::new();
    home.write("a.toml", b"organisation = \"991825827\"\n");
    assert!(refused(&home, &["--answers", "a.toml"], &[]).contains("--role sender"));
}
