//! Tests of the house style: complete sentences, no apologies, no vague words.

use super::Language;
use super::lines::lines;

/// Words that do not help the reader.
const fn never(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &["please", "invalid input", "something went wrong", "an error occurred", "oops", "unexpected error"],
        // The last four are other words than those of the glossary (facts terms 1, facts terms 5).
        Language::Bokmal => &[
            "vennligst",
            "ugyldig",
            "noe gikk galt",
            "det oppstod en feil",
            "oisann",
            "beklager",
            "klikk her",
            "omfang",
            "bedrift",
            "politikk",
        ],
    }
}

/// File, key and text of every line.
fn all() -> Vec<(Language, &'static str, String, String)> {
    let of = |language: Language| language.translation().sources().map(move |(file, source)| (language, file, source));
    let sources = Language::ALL.iter().flat_map(|language| of(*language));
    sources
        .flat_map(|(language, file, source)| lines(file, source).into_iter().map(move |(key, line)| (language, file, key, line.text)))
        .collect()
}

#[test]
fn nothing_is_vague_or_apologetic() {
    for (language, file, key, text) in all() {
        let lower = text.to_lowercase();
        for word in never(language) {
            assert!(!lower.contains(word), "{language}/{file}.ftl: {key} says {word:?}");
        }
        assert!(!text.contains("  ") || file == "cli" || text.contains('\n'), "{language}/{file}.ftl: {key} has two spaces in a row");
    }
}

#[test]
fn sentences_end_with_a_full_stop() {
    for (language, file, key, text) in all() {
        let part = key.split_once('.').map_or("", |(_, part)| part);
        let is_sentence = match file {
            // The line of a deed may name a phase, which is not a sentence.
            "findings" | "deeds" => matches!(part, "cause" | "fix"),
            "fields" => part == "help",
            "steps" => part.starts_with("about"),
            "invalid" => true,
            _ => false,
        };
        assert!(!is_sentence || text.ends_with(['.', '?', ':', '}']), "{language}/{file}.ftl: {key} does not end: {text}");
    }
}
