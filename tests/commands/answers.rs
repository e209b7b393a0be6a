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
fn what_people_write_instead_of_toml_is_named_with_what_to_write() {
    let home = Home::new();
    for (content, words) in [
        ("organisation = 310 400 203", ["line 2", "Write organisation = \"…\"."]),
        ("client.kid = my-key", ["line 2", "Write client.kid = \"…\"."]),
        ("client.key = \"C:\\keys\\x.pem\"", ["line 2", "Write client.key = '…', with single quotes."]),
        ("client.key = \"file:C:\\new\\tt02.pem\"", ["line 2", "Write client.key = '…', with single quotes."]),
        ("resource = “smart-files”", ["line 2", "straight quotes of the keyboard"]),
        ("resource = „smart-files“", ["line 2", "straight quotes of the keyboard"]),
        ("resource smart-files", ["line 2", "resource has no equals sign"]),
        ("resource: smart-files", ["line 2", "resource has no equals sign"]),
        ("organisation = \"000000000\"", ["line 2", "begins with 0"]),
        ("environment.platform = \"https://https://a.no\"", ["line 2", "Write https://a.no instead."]),
        ("environment.platform = \"platform.tt02.altinn.no\"", ["line 2", "Write https://platform.tt02.altinn.no instead."]),
        (
            "environment.platform = \"https://platform.tt02.altinn.no/broker/api/v1/\"",
            ["line 2", "Write https://platform.tt02.altinn.no/ instead."],
        ),
        ("environment.maskinporten = \"https://test.maskinporten.no/token\"", ["line 2", "Write https://test.maskinporten.no/ instead."]),
    ] {
        home.write("a.toml", format!("role = \"sender\"\n{content}\n").as_bytes());
        let said = refused(&home, &["--answers", "a.toml"], &[]);
        assert!(words.iter().all(|word| said.contains(word)), "{content}: {said}");
    }
    for (content, format) in [
        ("{\"role\": \"sender\", \"organisation\": \"991825827\"}", "JSON"),
        ("{\n  \"role\": \"sender\"\n}", "JSON"),
        ("role: sender\norganisation: 991825827\n", "YAML"),
        ("# mine\n---\nclient:\n  id: x\n", "YAML"),
        ("role;organisation\nsender;991825827\n", "CSV"),
        ("role,sender\norganisation,991825827\n", "CSV"),
        ("<answers><role>sender</role></answers>", "XML"),
    ] {
        home.write("a.toml", content.as_bytes());
        let said = refused(&home, &["--answers", "a.toml"], &[]);
        assert!(said.contains(&format!("this is {format}; an answers file is TOML")), "{content}: {said}");
    }
    home.write("a.toml", &[0x30, 0x82, 0x04, 0xff, 0x00]);
    assert!(refused(&home, &["--answers", "a.toml"], &[]).contains("is not text"));
}

#[test]
fn what_people_write_and_can_only_mean_one_thing_is_read() {
    let home = Home::new();
    for content in [
        "role = \"sender\"\norganisation = 991825827\n",
        "role = \"sender\"\norganisation = 991_825_827\ntransfer.recipients = [974760673, \"810514442\"]\n",
        "role\t=\t\"sender\"\r\norganisation\t=\t\"991\t825\t827\"\r\n",
        "role = 'sender'\norganisation = \"NO 991 825 827 MVA\"\n",
        "role = \" sender\u{a0}\"\norganisation = \"\u{200b}991825827\"\n",
        "role = \"sender\"\norganisation = \"991825827\"\nresource = \"https://altinn.studio/resourceadm/a/b/resource/smart-files/about\"\n",
    ] {
        let little: Vec<u8> = format!("\u{feff}{content}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [content.as_bytes(), format!("\u{feff}{content}").as_bytes(), &little] {
            home.write("a.toml", bytes);
            assert_eq!(document(&home, &["--answers", "a.toml"], &[])["organisation"], "991825827", "{content}");
        }
    }
}

#[test]
fn a_role_must_be_somewhere() {
    let home = Home::new();
    home.write("a.toml", b"organisation = \"991825827\"\n");
    assert!(refused(&home, &["--answers", "a.toml"], &[]).contains("--role sender"));
}
