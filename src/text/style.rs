//! The house style, held by a test: sentences, no apologies, no vagueness.

use super::language::ENGLISH;

/// Words that say nothing to the reader.
const NEVER: [&str; 6] = ["please", "invalid input", "something went wrong", "an error occurred", "oops", "unexpected error"];

#[test]
fn nothing_is_vague_or_apologetic() {
    for file in ENGLISH.files() {
        for (key, text) in ENGLISH.lines(file).into_iter().flatten() {
            let lower = text.to_lowercase();
            for word in NEVER {
                assert!(!lower.contains(word), "{file}.toml: {key} says {word:?}");
            }
            assert!(!text.contains("  ") || file == "cli" || text.contains('\n'), "{file}.toml: {key} has two spaces in a row");
        }
    }
}

#[test]
fn sentences_end_with_a_full_stop() {
    let parts = [("findings", ["cause", "fix"]), ("deeds", ["fix", "fix"]), ("fields", ["help", "help"])];
    for (file, parts) in parts {
        for (key, text) in ENGLISH.lines(file).into_iter().flatten() {
            // What a deed says may be a phase, which is no sentence.
            let is_sentence = key.rsplit_once('.').is_some_and(|(table, part)| table != "preview" && parts.contains(&part));
            let ended = text.ends_with(['.', '?', ':', '}']);
            assert!(!is_sentence || ended, "{file}.toml: {key} does not end: {text}");
        }
    }
    for file in ["invalid", "steps"] {
        for (key, text) in ENGLISH.lines(file).into_iter().flatten() {
            let is_name = key.ends_with(".name") || key.ends_with(".short");
            assert!(is_name || text.ends_with('.'), "{file}.toml: {key} does not end: {text}");
        }
    }
}
