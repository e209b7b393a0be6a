//! No message without words, no words without a message, no placeholder that nobody fills.

use super::fill::{Piece, pieces};
use super::language::ENGLISH;
use super::*;
use crate::journey::{Cause, CheckId, FieldId, Role, StepId};
use std::collections::{BTreeMap, BTreeSet};

/// Message ids and their placeholders, as `phrases!` lists them.
type All<'a> = &'a [(&'static str, &'static [&'static str])];

fn lines(file: &str) -> BTreeMap<String, String> {
    let lines = ENGLISH.lines(file).unwrap_or_default();
    assert!(!lines.is_empty(), "{file}.toml does not parse, or is empty");
    lines
}

fn placeholders(template: &str) -> BTreeSet<&str> {
    let named = |piece| match piece {
        Piece::Placeholder { name, .. } => Some(name),
        Piece::Plain(_) => None,
    };
    pieces(template).into_iter().filter_map(named).collect()
}

/// Every message has its first part, every part is known, every placeholder has a value, and no table is left over.
fn assert_complete(file: &str, all: All<'_>, first: &str, others: &[&str], extra: &[&str]) {
    let lines = lines(file);
    for (id, _) in all {
        assert!(lines.contains_key(&format!("{id}.{first}")), "{file}.toml: [{id}] has no {first}");
    }
    for (key, template) in &lines {
        let Some((id, part)) = key.split_once('.') else { panic!("{file}.toml: {key} stands outside any table") };
        if extra.contains(&id) {
            continue;
        }
        let Some((_, known)) = all.iter().find(|(known, _)| *known == id) else { panic!("{file}.toml: nothing says [{id}]") };
        assert!(part == first || others.contains(&part), "{file}.toml: [{id}] {part} is not a part");
        for name in placeholders(template) {
            assert!(known.contains(&name), "{file}.toml: [{id}] {part} has {{{name}}}, which the message has not");
        }
    }
}

#[test]
fn every_finding_has_words() {
    // A refusal has the words of its cause, and its values.
    let known: Vec<Cause> = Cause::ALL.iter().copied().filter(|cause| *cause != Cause::Unrecognised).collect();
    let of_causes = known.iter().map(|cause| (cause.name(), &["status"][..]));
    let all: Vec<_> = Message::ALL.iter().copied().chain(of_causes).collect();
    assert_complete("findings", &all, "summary", &["cause", "fix"], &[]);
    let lines = lines("findings");
    for cause in known {
        assert!(lines.contains_key(&format!("{cause}.fix")), "findings.toml: [{cause}] says nothing to do");
    }
}

/// What nobody wrote a message of its own for is told by its cause, in a finding as in a deed.
#[test]
fn a_refusal_reads_as_its_cause() {
    let text = Text::english();
    for cause in Cause::ALL.iter().copied().filter(|cause| *cause != Cause::Unrecognised) {
        let found = text.finding(&Message::Refused { status: 400, cause });
        let fix = lines("findings").remove(&format!("{cause}.fix"));
        assert_eq!((found.fix, found.who), (fix.clone(), Some(cause.who())));
        let stopped = text.deed(&DeedMessage::Refused { status: 400, text: "no".to_owned(), cause });
        assert_eq!((stopped.fix, stopped.who), (fix, Some(cause.who())));
    }
    let unknown = text.finding(&Message::Refused { status: 400, cause: Cause::Unrecognised });
    assert_eq!(unknown.summary, "the service refuses with 400, which is not expected here");
}

#[test]
fn every_deed_message_has_words() {
    assert_complete("deeds", DeedMessage::ALL, "says", &["fix"], &["preview"]);
}

/// Every message has its one line, and every line its message.
fn assert_one_line_each(file: &str, all: All) {
    let lines = lines(file);
    for (id, known) in all {
        let Some(template) = lines.get(*id) else { panic!("{file}.toml has no {id}") };
        assert!(placeholders(template).iter().all(|name| known.contains(name)), "{file}.toml: {id}");
    }
    assert_eq!(lines.len(), all.len(), "{file}.toml has a line that nothing says");
}

#[test]
fn every_refusal_has_a_line() {
    assert_one_line_each("invalid", Invalid::ALL);
}

#[test]
fn everything_that_the_engine_says_has_a_line() {
    assert_one_line_each("engine", EngineMessage::ALL);
}

#[test]
fn the_engine_names_fields_by_their_labels() {
    let said = Text::english().engine(&EngineMessage::AnswersReplaced { fields: vec![FieldId::ClientId.to_string()] });
    assert!(said.contains("Client id") && !said.contains("client.id"), "{said}");
}

#[test]
fn whatever_is_to_be_done_has_somebody_to_do_it() {
    // A cause always says who; what a newer version wrote has its one action in the newer version.
    for (file, advised) in [("findings", Message::ADVISED), ("deeds", DeedMessage::ADVISED)] {
        for id in lines(file).keys().filter_map(|key| key.strip_suffix(".fix")).filter(|id| *id != "not-known") {
            let is_cause = file == "findings" && id.parse::<Cause>().is_ok();
            assert!(is_cause || advised.contains(&id), "{file}.toml: [{id}] has a fix, and nobody to do it");
        }
    }
}

#[test]
fn steps_fields_and_checks_are_all_described() {
    let described = |file: &str, wanted: Vec<String>, optional: &[String]| {
        let lines = lines(file);
        for key in &wanted {
            assert!(lines.contains_key(key), "{file}.toml has no {key}");
        }
        for key in lines.keys() {
            assert!(wanted.contains(key) || optional.contains(key), "{file}.toml: {key} is not used");
        }
    };
    let of_step = |step: &StepId| {
        let parts = ["name".to_owned(), "short".to_owned()].into_iter().chain(Role::ALL.iter().map(|role| format!("about.{role}")));
        parts.map(|part| format!("{step}.{part}")).collect::<Vec<_>>()
    };
    described("steps", StepId::ALL.iter().flat_map(of_step).collect(), &[]);
    let of_field = |parts: &[&str]| FieldId::ALL.iter().flat_map(|field| parts.iter().map(move |part| format!("{field}.{part}"))).collect();
    let optional: Vec<String> = of_field(&["example", "unset"]);
    described("fields", of_field(&["label", "help"]), &optional);
    described("checks", CheckId::ALL.iter().map(|check| format!("{check}.title")).collect(), &[]);
}

#[test]
fn every_line_that_the_code_names_is_there() {
    let mut missing = Vec::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for source in sources(&root) {
        for (file, key) in named_lines(&source) {
            if ENGLISH.line(&file, &key).is_none() {
                missing.push(format!("{file}: {key}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

fn sources(folder: &std::path::Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.extend(std::fs::read_to_string(&path));
        }
    }
    found
}

/// The pairs of `line("file", "key"` in a source; keys made at run time are for the tests of their makers.
fn named_lines(source: &str) -> Vec<(String, String)> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let calls = code.split(".line(").skip(1);
    let literals = |call: &str| {
        let mut quoted = call.split('"');
        let (lead, file, comma, key) = (quoted.next()?.trim(), quoted.next()?, quoted.next()?.trim(), quoted.next()?);
        (lead.is_empty() && comma == ",").then(|| (file.to_owned(), key.to_owned()))
    };
    calls.filter_map(literals).collect()
}
