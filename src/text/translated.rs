//! Tests that every language says what English says: the same lines with the same values, and names that are never translated.

use super::Language;
use super::lines::{Template, lines};
use std::collections::{BTreeMap, BTreeSet};

type Lines = BTreeMap<String, Template>;

/// Lines that are still English in a language are listed in `assets/text/<language>/untranslated.txt`, as `file.ftl key`.
fn listed(language: Language) -> BTreeSet<String> {
    let text = match language {
        Language::English => "",
        Language::Bokmal => include_str!("../../assets/text/nb/untranslated.txt"),
        Language::Nynorsk => include_str!("../../assets/text/nn/untranslated.txt"),
    };
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(ToOwned::to_owned).collect()
}

/// The files of a language and of English: name, its own lines, the English lines.
fn files(language: Language) -> Vec<(&'static str, Lines, Lines)> {
    let pairs = language.translation().sources().zip(Language::English.translation().sources());
    pairs.map(|((file, own), (_, english))| (file, lines(file, own), lines(file, english))).collect()
}

fn others() -> impl Iterator<Item = Language> {
    Language::ALL.iter().copied().filter(|language| *language != Language::English)
}

fn missing(own: &Lines, english: &Lines) -> Vec<String> {
    english.keys().filter(|key| !own.contains_key(*key)).cloned().collect()
}

/// Lines that English does not have, lines that show other values than the English ones, and lines of which a variant lacks a value that
/// each English variant shows.
fn differences(own: &Lines, english: &Lines) -> Vec<String> {
    own.iter()
        .filter_map(|(key, line)| match english.get(key) {
            None => Some(format!("{key} is not in English")),
            Some(wanted) if wanted.placeholders != line.placeholders => {
                Some(format!("{key} has {:?}, and English has {:?}", line.placeholders, wanted.placeholders))
            }
            Some(wanted) if !wanted.always.is_subset(&line.always) => {
                Some(format!("{key} always shows {:?}, and English {:?}", line.always, wanted.always))
            }
            Some(_) => None,
        })
        .collect()
}

#[test]
fn what_is_still_english_is_listed() {
    for language in others() {
        let missing: BTreeSet<String> = files(language)
            .iter()
            .flat_map(|(file, own, english)| missing(own, english).into_iter().map(move |key| format!("{file}.ftl {key}")))
            .collect();
        let listed = listed(language);
        let new: Vec<_> = missing.difference(&listed).collect();
        assert!(new.is_empty(), "write these lines in assets/text/{language} too: {new:#?}");
        let done: Vec<_> = listed.difference(&missing).collect();
        assert!(done.is_empty(), "assets/text/{language} has these lines: remove them from its untranslated.txt: {done:#?}");
    }
}

#[test]
fn every_language_shows_the_same_values() {
    let all: Vec<String> = others()
        .flat_map(|language| files(language).into_iter().map(move |file| (language, file)))
        .flat_map(|(language, (file, own, english))| {
            differences(&own, &english).into_iter().map(move |line| format!("{language}/{file}.ftl: {line}"))
        })
        .collect();
    assert!(all.is_empty(), "{all:#?}");
}

#[test]
fn what_a_language_lacks_or_changes_is_found() {
    let english = lines("a", "one = { $count } of them\n    .fix = Add one.\ntwo = two\n");
    let other = lines("b", "one = { $number } av dem\nthree = tre\n");
    assert_eq!(missing(&other, &english), ["one.fix", "two"]);
    assert_eq!(differences(&other, &english), ["one has {\"number\"}, and English has {\"count\"}", "three is not in English"]);
    let english = lines("a", "a =\n    { $role ->\n        [sender] Send { $name }.\n       *[other] Fetch { $name }.\n    }\n");
    let other = lines("b", "a =\n    { $role ->\n        [sender] Send { $name }.\n       *[other] Hent den.\n    }\n");
    assert_eq!(differences(&other, &english), ["a always shows {}, and English {\"name\"}"]);
}

/// What is typed or copied as it stands: code in backticks, flags, variables, addresses.
fn literals(text: &str) -> BTreeSet<String> {
    let code = text.split('`').skip(1).step_by(2).map(ToOwned::to_owned);
    let words = text.split(|c: char| c.is_whitespace() || "`\"«»‹›,;()[]".contains(c)).map(|word| word.trim_end_matches(['.', ':', '?']));
    let is_variable = |word: &str| word.contains('_') && word.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    let is_literal = |word: &str| word.starts_with("--") || word.contains("://") || word.contains('@') || is_variable(word);
    code.chain(words.filter(|word| is_literal(word)).map(ToOwned::to_owned)).collect()
}

#[test]
fn names_are_never_translated() {
    let mut amiss = Vec::new();
    for language in others() {
        for (file, own, english) in files(language) {
            for (key, line) in &own {
                let Some(wanted) = english.get(key) else { continue };
                let (has, wants) = (literals(&line.text), literals(&wanted.text));
                if has != wants {
                    amiss.push(format!("{language}/{file}.ftl: {key} has {has:?}, and English has {wants:?}"));
                }
            }
        }
    }
    assert!(amiss.is_empty(), "{amiss:#?}");
}

#[test]
fn every_language_counts_one_apart() {
    for language in Language::ALL {
        let text = super::Text::new(*language);
        let counted = |count: i64| text.line("screens", "traffic.title", &[("count", crate::values::Value::Number(count))]);
        assert!(counted(1).replace('1', "2") != counted(2), "{language}: {}", counted(1));
    }
}
