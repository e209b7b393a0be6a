//! A test that no text was left behind: where a line was reworded, the lines that were written from it were looked at too. Bokmål is
//! written from English, and nynorsk from bokmål. `assets/text/<language>/written-for.txt` records a line and its original as they were
//! when they last said the same.

use super::Language;
use super::lines::{Template, lines};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Set to `write`, the test records the texts as they are now: by that you say that each line says what its original says.
const RECORDING: &str = "BROKER_SETUP_TRANSLATED";

/// The language that another is written from. A reworded English line is found in nynorsk too: bokmål is reworded first, or looked at.
const fn original(language: Language) -> Option<Language> {
    match language {
        Language::English => None,
        Language::Bokmal => Some(Language::English),
        Language::Nynorsk => Some(Language::Bokmal),
    }
}

/// What was recorded of a line, by file and key: the mark of the original text and of its own.
type Record = BTreeMap<String, (String, String)>;

/// Eight hexadecimal digits that differ when the text does (FNV-1a).
fn mark(line: &Template) -> String {
    let hash = line.text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

fn now(language: Language, original: Language) -> Record {
    let files = language.translation().sources().zip(original.translation().sources());
    let mut record = Record::new();
    for ((file, own), (_, original)) in files {
        let (own, original) = (lines(file, own), lines(file, original));
        let both = own.iter().filter_map(|(key, line)| Some((key, line, original.get(key)?)));
        record.extend(both.map(|(key, line, original)| (format!("{file}.ftl {key}"), (mark(original), mark(line)))));
    }
    record
}

fn read(text: &str) -> Record {
    let line = |line: &str| {
        let mut words = line.rsplitn(3, ' ');
        let (own, original, key) = (words.next()?, words.next()?, words.next()?);
        Some((key.to_owned(), (original.to_owned(), own.to_owned())))
    };
    text.lines().filter(|line| !line.starts_with('#')).filter_map(line).collect()
}

/// The lines whose original was reworded while their own text stayed.
fn left_behind(recorded: &Record, now: &Record) -> Vec<String> {
    let is_left = |(key, (original, own)): &(&String, &(String, String))| {
        now.get(*key).is_some_and(|(new_original, new_own)| new_original != original && new_own == own)
    };
    recorded.iter().filter(is_left).map(|(key, _)| key.clone()).collect()
}

#[test]
fn a_reworded_line_is_reworded_in_what_was_written_from_it() {
    for (language, original) in Language::ALL.iter().filter_map(|language| Some((*language, original(*language)?))) {
        let path = format!("{}/assets/text/{language}/written-for.txt", env!("CARGO_MANIFEST_DIR"));
        let now = now(language, original);
        if std::env::var(RECORDING).is_ok_and(|word| word == "write") {
            let mut text = format!(
                "# Each line as it was when it last said what assets/text/{original} says: its file and key, a mark of that text, a mark of its own.\n"
            );
            for (key, (original, own)) in &now {
                let _ = writeln!(text, "{key} {original} {own}");
            }
            assert!(std::fs::write(&path, text).is_ok(), "{path}");
        }
        let recorded = read(&std::fs::read_to_string(&path).unwrap_or_default());
        assert!(!recorded.is_empty(), "{path}");
        let left = left_behind(&recorded, &now);
        assert!(
            left.is_empty(),
            "assets/text/{original} was reworded here. Reword assets/text/{language} too; where it says the same already, run this test with {RECORDING}=write: {left:#?}"
        );
    }
}

#[test]
fn a_line_is_left_behind_when_only_its_original_changed() {
    let recorded = read("# as it was\na.ftl one 1 2\na.ftl two 3 4\na.ftl three.fix 5 6\na.ftl gone 7 8\n");
    let now = read("a.ftl one 1 2\na.ftl two 33 4\na.ftl three.fix 55 66\na.ftl new 9 9\n");
    assert_eq!(left_behind(&recorded, &now), ["a.ftl two"]);
    assert!(mark(&Template { text: "Send it.".to_owned(), ..Template::default() }) != mark(&Template::default()));
}
