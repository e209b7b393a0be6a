//! Tests of the house style: complete sentences, no apologies, no vague words.

use super::Language;
use super::lines::lines;

/// Words that do not help the reader.
const NEVER: [&str; 6] = ["please", "invalid input", "something went wrong", "an error occurred", "oops", "unexpected error"];

/// File, key and text of every line.
fn all() -> Vec<(&'static str, String, String)> {
    let sources = Language::English.translation().sources();
    sources.flat_map(|(file, source)| lines(file, source).into_iter().map(move |(key, line)| (file, key, line.text))).collect()
}

#[test]
fn nothing_is_vague_or_apologetic() {
    for (file, key, text) in all() {
        let lower = text.to_lowercase();
        for word in NEVER {
            assert!(!lower.contains(word), "{file}.ftl: {key} says {word:?}");
        }
        assert!(!text.contains("  ") || file == "cli" || text.contains('\n'), "{file}.ftl: {key} has two spaces in a row");
    }
}

#[test]
fn sentences_end_with_a_full_stop() {
    for (file, key, text) in all() {
        let part = key.split_once('.').map_or("", |(_, part)| part);
        let is_sentence = match file {
            // The line of a deed may name a phase, which is not a sentence.
            "findings" | "deeds" => matches!(part, "cause" | "fix"),
            "fields" => part == "help",
            "steps" => part.starts_with("about"),
            "invalid" => true,
            _ => false,
        };
        assert!(!is_sentence || text.ends_with(['.', '?', ':', '}']), "{file}.ftl: {key} does not end: {text}");
    }
}
