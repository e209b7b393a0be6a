//! Tests that the files of words are complete: each message has a line, each line belongs to a message, and each placeholder of a
//! line is filled by its message.

use super::lines::{Template, lines};
use super::*;
use crate::journey::{Cause, ChainQuestion, CheckId, FieldId, Role, StepId};
use std::collections::BTreeMap;

type Lines = BTreeMap<String, Template>;

/// Message ids and their placeholders, as `phrases!` lists them.
type Messages<'a> = &'a [(&'static str, &'static [&'static str])];

fn english(file: &str) -> Lines {
    let (_, source) = Language::English.translation().sources().find(|(name, _)| *name == file).expect("a file of this name");
    lines(file, source)
}

/// Compares a file with its messages: each message has a line, and each line belongs to a message, uses only the values of that
/// message or the reader's role, and has no attribute outside `attributes`. Lines whose key starts with `prefix_of_others` are not messages and are
/// skipped.
fn assert_complete(file: &str, messages: Messages<'_>, attributes: &[&str], prefix_of_others: Option<&str>) {
    let lines = english(file);
    for (id, _) in messages {
        assert!(lines.contains_key(*id), "{file}.ftl has no {id}");
    }
    for (key, line) in &lines {
        if prefix_of_others.is_some_and(|prefix| key.starts_with(prefix)) {
            continue;
        }
        let (id, attribute) = key.split_once('.').map_or((key.as_str(), None), |(id, attribute)| (id, Some(attribute)));
        let Some((_, values)) = messages.iter().find(|(known, _)| *known == id) else { panic!("{file}.ftl: nothing says {id}") };
        assert!(attribute.is_none_or(|attribute| attributes.contains(&attribute)), "{file}.ftl: {key} is not a part");
        for name in &line.placeholders {
            // A deed's message may tell somebody to run a command.
            let is_of_all = name == "role" || (file == "deeds" && name == "command");
            assert!(is_of_all || values.contains(&name.as_str()), "{file}.ftl: {key} has ${name}, which the message has not");
        }
    }
}

#[test]
fn every_finding_has_words() {
    // A refusal is worded by its cause, so each known cause needs lines here too. They may use the value `status`.
    let known: Vec<Cause> = Cause::ALL.iter().copied().filter(|cause| *cause != Cause::Unrecognised).collect();
    let of_causes = known.iter().map(|cause| (cause.name(), &["status"][..]));
    let all: Vec<_> = Message::ALL.iter().copied().chain(of_causes).collect();
    assert_complete("findings", &all, &["cause", "fix"], None);
    let lines = english("findings");
    for cause in known {
        assert!(lines.contains_key(&format!("{cause}.fix")), "findings.ftl: {cause} says nothing to do");
    }
}

/// A refusal that has no message of its own is worded by its cause, in findings and in deeds.
#[test]
fn a_refusal_reads_as_its_cause() {
    let text = Text::new(Language::English);
    for cause in Cause::ALL.iter().copied().filter(|cause| *cause != Cause::Unrecognised) {
        let found = text.finding(&Message::Refused { status: 400, cause });
        let fix = text.find("findings", &format!("{cause}.fix"), &[]);
        assert_eq!((found.fix, found.who), (fix.clone(), Some(cause.who())));
        let stopped = text.deed(&DeedMessage::Refused { status: 400, text: "no".to_owned(), cause });
        assert_eq!((stopped.fix, stopped.who), (fix, Some(cause.who())));
    }
    let unknown = text.finding(&Message::Refused { status: 400, cause: Cause::Unrecognised });
    assert_eq!(unknown.summary, "the service refuses with 400, which is not expected here");
}

#[test]
fn every_deed_message_has_words() {
    assert_complete("deeds", DeedMessage::ALL, &["fix"], Some("preview-"));
}

/// The command of a sentence is data: a message that has one says it, and no other does.
#[test]
fn a_command_to_run_is_in_the_sentence_of_each_message_that_has_one() {
    let lines = english("deeds");
    let says = |id: &str| {
        let parts = [lines.get(id), lines.get(&format!("{id}.fix"))];
        parts.into_iter().flatten().any(|line| line.placeholders.contains("command"))
    };
    for message in crate::journey::samples::samples::<DeedMessage>(DeedMessage::ALL) {
        assert_eq!(message.tells_to_run().is_some(), says(message.id()), "{}", message.id());
    }
}

#[test]
fn every_value_to_choose_has_a_line() {
    assert_complete("choices", ChoiceMessage::ALL, &[], Some("none-"));
}

#[test]
fn every_refusal_has_a_line() {
    assert_complete("invalid", Invalid::ALL, &[], None);
}

/// The sandbox says them too, for those who use it without the wizard.
#[test]
fn every_fault_of_the_sandbox_has_a_line_that_says_what_the_sandbox_says() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/altinn-sandbox/assets/faults.toml");
    let table: toml::Table = std::fs::read_to_string(path).expect("the sandbox's faults").parse().expect("TOML");
    // Those of the proxy's face are never met by the wizard.
    let groups = table["group"].as_array().expect("groups").iter().filter(|group| group.get("face").is_none());
    let faults = groups.flat_map(|group| group["faults"].as_array().expect("faults"));
    let said = |fault: &toml::Value, part: &str| fault[part].as_str().expect("a text").to_owned();
    let of_sandbox: BTreeMap<String, String> = faults.map(|fault| (said(fault, "name").replace('.', "-"), said(fault, "does"))).collect();
    let ours: BTreeMap<String, String> = english("faults").into_iter().map(|(key, line)| (key, line.text)).collect();
    assert_eq!(ours, of_sandbox);
}

#[test]
fn everything_that_the_engine_says_has_a_line() {
    assert_complete("engine", EngineMessage::ALL, &[], None);
}

#[test]
fn the_engine_names_fields_by_their_labels() {
    let said = Text::new(Language::English).engine(&EngineMessage::AnswersReplaced { answers: vec!["client.id=7e1c".to_owned()] });
    assert!(said.contains("Client id: 7e1c") && !said.contains("client.id"), "{said}");
}

#[test]
fn whatever_is_to_be_done_has_somebody_to_do_it() {
    // Every cause says who must act. `not-known` needs nobody else: its fix is to use the newer version.
    for (file, advised) in [("findings", Message::ADVISED), ("deeds", DeedMessage::ADVISED)] {
        for id in english(file).keys().filter_map(|key| key.strip_suffix(".fix")).filter(|id| *id != "not-known") {
            let is_cause = file == "findings" && id.parse::<Cause>().is_ok();
            assert!(is_cause || advised.contains(&id), "{file}.ftl: {id} has a fix, and nobody to do it");
        }
    }
}

#[test]
fn steps_fields_and_checks_are_all_described() {
    let described = |file: &str, wanted: Vec<String>, optional: &[String]| {
        let lines = english(file);
        for key in &wanted {
            assert!(lines.contains_key(key), "{file}.ftl has no {key}");
        }
        for key in lines.keys() {
            assert!(wanted.contains(key) || optional.contains(key), "{file}.ftl: {key} is not used");
        }
    };
    let of_step = |step: &StepId| {
        let parts = [String::new(), ".short".to_owned()].into_iter().chain(Role::ALL.iter().map(|role| format!(".about-{role}")));
        let parts = parts.chain([".about-by-vendor".to_owned()]);
        parts.map(|part| format!("{step}{part}")).collect::<Vec<_>>()
    };
    described("steps", StepId::ALL.iter().flat_map(of_step).collect(), &[]);
    let id = |name: &str| name.replace('.', "-");
    let of_field = |parts: &[&str]| FieldId::ALL.iter().flat_map(|field| parts.iter().map(move |part| id(field.name()) + part)).collect();
    let optional: Vec<String> = of_field(&[".example", ".unset", ".help-tt02"]);
    described("fields", of_field(&["", ".help"]), &optional);
    let of_check = |check: &CheckId| ["", ".proves"].map(|part| id(check.name()) + part);
    let questions = ChainQuestion::ALL.iter().map(|question| format!("question-{question}"));
    described("checks", CheckId::ALL.iter().flat_map(of_check).chain(questions).collect(), &[]);
}

/// The key `help.command.do` finds the message `help-command-do` first, so an attribute `.do` of `help-command` would never be
/// shown.
#[test]
fn a_key_names_one_line() {
    for (file, source) in Language::English.translation().sources() {
        let lines = lines(file, source);
        for key in lines.keys().filter(|key| key.contains('.')) {
            assert!(!lines.contains_key(&key.replace('.', "-")), "{file}.ftl: {key} is a message and an attribute");
        }
    }
}

#[test]
fn every_line_that_the_code_names_is_there() {
    let mut missing = Vec::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for source in sources(&root) {
        for (file, key) in named_lines(&source) {
            if Text::new(Language::English).find(&file, &key, &[]).is_none() {
                missing.push(format!("{file}: {key}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// An unused line would be translated for nothing. A key made at run time, such as `format!("role.{role}")`, is recognised by
/// the part before the brace.
#[test]
fn every_line_is_named_by_the_code() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let code = sources(&root).join("\n");
    let named: Vec<String> = code.split('"').map(|literal| literal.replace('.', "-")).filter(|key| !key.is_empty()).collect();
    let mut unused = Vec::new();
    for file in ["vocabulary", "values", "screens", "cli", "plain"] {
        for key in english(file).keys() {
            let id = key.replace('.', "-");
            let is_named = |named: &String| match named.split_once('{') {
                Some((begin, _)) => begin.ends_with('-') && id.starts_with(begin),
                None => *named == id,
            };
            if !named.iter().any(is_named) {
                unused.push(format!("{file}: {key}"));
            }
        }
    }
    assert!(unused.is_empty(), "{unused:#?}");
}

/// The text of each source file in a folder and its subfolders, without the files that hold only tests.
fn sources(folder: &std::path::Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut texts = Vec::new();
    let is_test = |path: &std::path::PathBuf| path.file_stem().is_some_and(|name| name == "tests" || name == "complete");
    for path in entries.flatten().map(|entry| entry.path()).filter(|path| !is_test(path)) {
        if path.is_dir() {
            texts.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            texts.extend(std::fs::read_to_string(&path));
        }
    }
    texts
}

/// File and key of each call `line("file", "key", ...)` in a source. Keys made at run time are not found here; the code that makes
/// them has tests of its own.
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
