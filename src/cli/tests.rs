//! The command line by itself: its words, and the answers file's reader.

use super::console::Console;
use super::{answers_file, words};
use crate::journey::FieldId;
use std::path::Path;

fn assert_described(command: &clap::Command) {
    for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        assert!(!help.is_empty() && !help.starts_with("help."), "{} {}: {help}", command.get_name(), arg.get_id());
    }
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    assert!(!about.is_empty() && !about.starts_with("help."), "{}: {about}", command.get_name());
    command.get_subcommands().filter(|sub| sub.get_name() != "help").for_each(assert_described);
}

#[test]
fn every_command_and_flag_is_described() {
    let mut command = words::command(&Console::of_this_process());
    command.build();
    assert_described(&command);
}

#[test]
fn every_field_is_a_flag_and_a_variable() {
    let mut command = words::command(&Console::of_this_process());
    command.build();
    for name in ["check", "status", "do"] {
        let sub = command.find_subcommand(name).unwrap_or_else(|| panic!("{name}"));
        for field in FieldId::ALL {
            let arg = sub.get_arguments().find(|arg| arg.get_id() == field.name()).unwrap_or_else(|| panic!("{name} {field}"));
            assert_eq!(arg.get_long().map(|long| format!("--{long}")), Some(field.flag()));
            assert_eq!(arg.get_env().map(|env| env.to_string_lossy().into_owned()), Some(field.variable()));
        }
    }
}

fn read(source: &str) -> Result<answers_file::AnswersFile, String> {
    answers_file::read(source, Path::new("dir/a.toml"), &Console::of_this_process())
}

#[test]
fn dotted_names_and_tables_say_the_same() {
    let dotted = read("role = \"sender\"\nclient.kid = \"k\"\nevents.types = [\"published\"]\nclient.key_posted = 2026-11-20\n");
    let tables = read("role = \"sender\"\n[client]\nkid = \"k\"\nkey_posted = \"2026-11-20\"\n[events]\ntypes = [\"published\"]\n");
    let answers = |file: Result<answers_file::AnswersFile, String>| {
        let mut answers: Vec<_> = file.unwrap_or_default().answers.into_iter().map(|answer| (answer.field, answer.text)).collect();
        answers.sort();
        answers
    };
    assert_eq!(answers(dotted), answers(tables));
}

#[test]
fn an_environment_of_ones_own_ends_in_a_slash_and_is_complete() {
    let own = read("role = \"sender\"\n[environment]\nplatform = \"https://a.no\"\nmaskinporten = \"http://127.0.0.1:1/x\"\n");
    let endpoints = own.ok().and_then(|file| file.custom).and_then(|environment| environment.endpoints(None));
    assert_eq!(
        endpoints.map(|e| (e.platform.to_string(), e.maskinporten.to_string())),
        Some(("https://a.no/".into(), "http://127.0.0.1:1/x/".into()))
    );
    assert!(read("environment.platform = \"https://a.no\"").is_err_and(|said| said.contains("line 1") && said.contains("maskinporten")));
    assert!(read("environment.platform = \"a.no\"").is_err_and(|said| said.contains("line 1")));
}

#[test]
fn what_is_no_answer_is_refused_by_line() {
    for (source, said) in [
        ("role = \"sender\"\n\nclient_id = \"x\"", ["line 3", "client.id"]),
        ("role = \"sender\"\n[client]\nidd = \"x\"", ["line 3", "client.idd"]),
        ("role = \"sender\"\nzzz = 1", ["line 2", "zzz"]),
        ("role = 5", ["line 1", "integer"]),
        ("role = \"sender\"\nrole = \"recipient\"", ["line 2", "TOML"]),
        ("role = \"sender\"\napi_key = s3cr3t-value", ["line 2", "TOML"]),
        ("version = 2", ["line 1", "version 2"]),
        ("api_key = \"cmd:pass show key\"", ["line 1", "cmd:"]),
        ("[client]\nkey = \"cmd:pass\"", ["line 2", "cmd:"]),
        ("client = \"x\"", ["line 1", "client"]),
    ] {
        let refused = read(source).err().unwrap_or_default();
        assert!(said.iter().all(|word| refused.contains(word)), "{source}\n{refused}");
        assert!(!refused.contains("s3cr3t"), "{refused}");
    }
}
