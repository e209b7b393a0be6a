//! A test that no text was left behind: where an English line was reworded, the line of each other language was looked at too.
//! `assets/text/<language>/written-for.txt` records both as they were when they last said the same.

use super::Language;
use super::lines::{Template, lines};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Set to `write`, the test records the texts as they are now: by that you say that each line says what the English one says.
const RECORDING: &str = "BROKER_SETUP_TRANSLATED";

/// What was recorded of a line, by file and key: the mark of the English text and of its own.
type Record = BTreeMap<String, (String, String)>;

/// Eight hexadecimal digits that differ when the text does (FNV-1a).
fn mark(line: &Template) -> String {
    let hash = line.text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

fn now(language: Language) -> Record {
    let files = language.translation().sources().zip(Language::English.translation().sources());
    let mut record = Record::new();
    for ((file, own), (_, english)) in files {
        let (own, english) = (lines(file, own), lines(file, english));
        let both = own.iter().filter_map(|(key, line)| Some((key, line, english.get(key)?)));
        record.extend(both.map(|(key, line, english)| (format!("{file}.ftl {key}"), (mark(english), mark(line)))));
    }
    record
}

fn read(text: &str) -> Record {
    let line = |line: &str| {
        let mut words = line.rsplitn(3, ' ');
        let (own, english, key) = (words.next()?, words.next()?, words.next()?);
        Some((key.to_owned(), (english.to_owned(), own.to_owned())))
    };
    text.lines().filter(|line| !line.starts_with('#')).filter_map(line).collect()
}

/// The lines whose English was reworded while their own text stayed.
fn left_behind(recorded: &Record, now: &Record) -> Vec<String> {
    let is_left = |(key, (english, own)): &(&String, &(String, String))| {
        now.get(*key).is_some_and(|(new_english, new_own)| new_english != english && new_own == own)
    };
    recorded.iter().filter(is_left).map(|(key, _)| key.clone()).collect()
}

#[test]
fn a_reworded_english_line_is_reworded_in_every_language() {
    for language in Language::ALL.iter().copied().filter(|language| *language != Language::English) {
        let path = format!("{}/assets/text/{language}/written-for.txt", env!("CARGO_MANIFEST_DIR"));
        let now = now(language);
        if std::env::var(RECORDING).is_ok_and(|word| word == "write") {
            let mut text = "# Each line as it was when it last said what English says: its file and key, a mark of the English text, a mark of its own.\n".to_owned();
            for (key, (english, own)) in &now {
                let _ = writeln!(text, "{key} {english} {own}");
            }
            assert!(std::fs::write(&path, text).is_ok(), "{path}");
        }
        let recorded = read(&std::fs::read_to_string(&path).unwrap_or_default());
        assert!(!recorded.is_empty(), "{path}");
        let left = left_behind(&recorded, &now);
        assert!(
            left.is_empty(),
            "English was reworded here. Reword assets/text/{language} too; where it says the same already, run this test with {RECORDING}=write: {left:#?}"
        );
    }
}

#[test]
fn a_line_is_left_behind_when_only_english_changed() {
    let recorded = read("# as it was\na.ftl one 1 2\na.ftl two 3 4\na.ftl three.fix 5 6\na.ftl gone 7 8\n");
    let now = read("a.ftl one 1 2\na.ftl two 33 4\na.ftl three.fix 55 66\na.ftl new 9 9\n");
    assert_eq!(left_behind(&recorded, &now), ["a.ftl two"]);
    assert!(mark(&Template { text: "Send it.".to_owned(), ..Template::default() }) != mark(&Template::default()));
}
