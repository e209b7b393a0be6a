//! `check`, `status` and `do` without a sandbox and without a terminal: exit codes, output streams, formats.

use crate::program::{Home, flat};
use std::process::{Command, Stdio};

/// A sender's answers for an environment on port 1, where no program listens, so that each request fails at once.
const NOWHERE: &str = "role = \"sender\"\norganisation = \"991825827\"\nresource = \"smart-files\"\n\
    client.id = \"7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11\"\nclient.kid = \"k\"\nclient.key = \"file:none.pem\"\n\
    [environment]\nplatform = \"http://127.0.0.1:1/\"\nmaskinporten = \"http://127.0.0.1:1/\"\n";

fn valid(document: &str) -> serde_json::Value {
    let schema = serde_json::from_str(include_str!("../../assets/schema/check.v1.json")).expect("the schema");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let document: serde_json::Value = serde_json::from_str(document).expect("one document and nothing else");
    let broken: Vec<String> = validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path)).collect();
    assert!(broken.is_empty(), "{broken:#?}\n{document:#}");
    document
}

#[test]
fn the_document_keeps_to_its_schema_and_stands_alone_on_standard_output() {
    let home = Home::new();
    home.write("a.toml", NOWHERE.as_bytes());
    let said = home.run(&["check", "--answers", "a.toml", "--format", "json"]);
    let document = valid(&said.out);
    assert_eq!((&document["ready"], &document["partial"]), (&false.into(), &false.into()));
    assert!(matches!(said.code, 1 | 3), "{}", said.code);
    // The findings are saved: `status` prints the same ones without a request.
    let status = home.run(&["status", "--answers", "a.toml", "--format", "json"]);
    assert_eq!(valid(&status.out)["steps"], document["steps"]);
    assert_eq!(status.code, said.code);
}

#[test]
fn findings_of_other_answers_are_not_shown() {
    let home = Home::new();
    home.write("a.toml", NOWHERE.as_bytes());
    home.run(&["check", "--answers", "a.toml"]);
    let found = |arguments: &[&str]| {
        let said = home.run(&[&["status", "--answers", "a.toml", "--format", "json"], arguments].concat());
        let document = valid(&said.out);
        let checks = document["steps"].as_array().expect("the steps").iter().flat_map(|step| step["checks"].as_array().cloned());
        checks.flatten().filter_map(|check| check["id"].as_str().map(ToOwned::to_owned)).collect::<Vec<_>>()
    };
    assert!(found(&[]).contains(&"client.key".to_owned()));
    let with_another_kid = found(&["--client-kid", "another"]);
    assert!(!with_another_kid.contains(&"client.key".to_owned()), "{with_another_kid:?}");
    assert!(with_another_kid.contains(&"key.reach".to_owned()), "{with_another_kid:?}");
}

#[test]
fn a_part_is_partial() {
    let home = Home::new();
    home.write("a.toml", NOWHERE.as_bytes());
    let document = valid(&home.run(&["check", "client.key", "--answers", "a.toml", "--format", "json"]).out);
    assert_eq!(document["partial"], true);
    assert_eq!(document["steps"].as_array().map(Vec::len), Some(1), "{document:#}");
    assert_ne!(document["steps"][0]["checks"][0]["verdict"], "pass", "{document:#}");
}

#[test]
fn every_format_is_written() {
    let home = Home::new();
    home.write("a.toml", NOWHERE.as_bytes());
    for (format, start) in [("text", "Sender"), ("junit", "<?xml"), ("github", "::")] {
        let said = home.run(&["status", "--answers", "a.toml", "--format", format]);
        assert!(said.out.starts_with(start), "{format}: {}", said.out);
    }
}

#[test]
fn a_wrong_call_ends_with_2_and_says_what_is_right() {
    let home = Home::new();
    home.write("a.toml", NOWHERE.as_bytes());
    for (arguments, word) in [
        (&["check", "client.tokn", "--answers", "a.toml"][..], "client.token"),
        (&["check", "access.service-owner", "--answers", "a.toml"], "access.system-user"),
        (&["check", "--profile", "none"], "none"),
        (&["check", "--answers", "a.toml", "--profile", "x"], "--profile"),
        (&["check", "--format", "yaml"], "junit"),
        (&["--profile", "x", "check"], "after check"),
        (&["do"], "send-test"),
        (&["do", "unknown"], "send-test"),
        (&["sandbox", "--listen", "0.0.0.0:0"], "127.0.0.1"),
        (&["nonsense"], "nonsense"),
    ] {
        let said = home.run(arguments);
        assert!(matches!(said.code, 2 | 3), "{arguments:?}: {}", said.code);
        assert!(said.out.is_empty() && flat(&said.err).contains(word), "{arguments:?}: {}{}", said.out, said.err);
    }
}

#[test]
fn the_wizard_needs_a_terminal() {
    let home = Home::new();
    for arguments in [&[][..], &["--env", "sandbox"], &["--profile", "x"]] {
        let said = home.run(arguments);
        assert!(said.code == 2 && said.err.contains("broker-setup check"), "{}", said.err);
    }
}

#[test]
fn production_is_meant_or_nothing_is_done() {
    let home = Home::new();
    home.write("a.toml", b"role = \"sender\"\nenvironment = \"prod\"\n");
    // Several things stop it here. This test holds only that `--yes` alone never leads to a success in production.
    let said = home.run(&["do", "subscribe", "--answers", "a.toml", "--yes"]);
    assert_ne!(said.code, 0, "{}", said.err);
}

#[test]
fn deeds_are_listed() {
    let said = Home::new().run(&["do", "--list"]);
    assert!(said.code == 0 && said.out.contains("send-test") && said.out.contains("subscribe"), "{}", said.out);
}

#[test]
fn help_and_version_are_results() {
    let home = Home::new();
    let version = home.run(&["--version"]);
    assert_eq!((version.code, version.out.trim()), (0, concat!("broker-setup ", env!("CARGO_PKG_VERSION"))));
    let help = home.run(&["check", "--help"]);
    assert!(help.out.contains("--client-id") && help.out.contains("BROKER_SETUP_CLIENT_ID") && help.out.contains("client.scopes"));
    assert!(home.run(&["sandbox", "--help"]).out.contains("departs from the services"));
    assert!(std::fs::read_dir(home.path()).expect("the home").next().is_none(), "nothing is made by asking for help");
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_gone_away_is_no_error() {
    let home = Home::new();
    let mut child = Command::new(env!("CARGO_BIN_EXE_broker-setup"))
        .args(["status", "--role", "sender"])
        .env("BROKER_SETUP_HOME", home.path())
        .env("LC_ALL", "C.UTF-8")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let code = child.wait().expect("it ends").code();
    // It ends with 3 if it wrote its result before the reader closed the pipe.
    assert!(matches!(code, Some(0 | 3)), "{code:?}");
}

#[cfg(unix)]
#[test]
fn the_log_is_the_users_alone_and_off_unless_asked_for() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.write("a.toml", NOWHERE.as_bytes());
    home.run(&["check", "client.key", "--answers", "a.toml", "--log", "log.txt"]);
    let mode = std::fs::metadata(home.path().join("log.txt")).expect("the log").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
