//! Tests of the reader of answers files.

use super::*;
use crate::text::Text;
use crate::values::Language;

fn read(source: &str) -> Result<AnswersFile, String> {
    file::read(source, Path::new("dir/a.toml")).map_err(|problem| Text::new(Language::English).answers(&problem))
}

#[test]
fn dotted_names_and_tables_say_the_same() {
    let dotted = read("role = \"sender\"\nclient.kid = \"k\"\nevents.types = [\"published\"]\nclient.key_posted = 2026-11-20\n");
    let tables = read("role = \"sender\"\n[client]\nkid = \"k\"\nkey_posted = \"2026-11-20\"\n[events]\ntypes = [\"published\"]\n");
    let answers = |file: Result<AnswersFile, String>| {
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
        ("[client]\ncertificate = \"cmd:pass\"", ["line 2", "cmd:"]),
        ("client = \"x\"", ["line 1", "client"]),
    ] {
        let refused = read(source).err().unwrap_or_default();
        assert!(said.iter().all(|word| refused.contains(word)), "{source}\n{refused}");
        assert!(!refused.contains("s3cr3t"), "{refused}");
    }
}
