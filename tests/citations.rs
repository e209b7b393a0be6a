//! Citations in code, tests and assets are spelled in one way, and each names a section that exists in a document below `docs`.
//!
//! The spelling: `facts platform E.1`, `facts broker-api 2.3 and 2.4`, `facts examples 27`, `contract 6`.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The words of a citation, and the document that they mean.
const DOCUMENTS: [(&str, &str); 6] = [
    ("facts platform", "docs/facts/platform.md"),
    ("facts broker-api", "docs/facts/broker-api.md"),
    ("facts examples", "docs/facts/examples.md"),
    ("facts terms", "docs/facts/terms.md"),
    ("facts newcomers", "docs/facts/newcomers.md"),
    ("contract", "docs/contract.md"),
];

/// Other spellings, and documents that are not in this repository.
const FOREIGN: [&str; 7] = ["platform facts", "broker-api facts", "broker facts", "CONTRACT", "DESIGN ", "SCREENS", "../shared"];

/// The files and folders whose citations are checked.
const PLACES: [&str; 9] = ["src", "tests", "examples", "crates", "assets", ".ci", "README.md", "Cargo.toml", "CHANGELOG.md"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(place: &Path, found: &mut Vec<PathBuf>) {
    if place.is_dir() {
        for entry in fs::read_dir(place).expect("a folder").flatten() {
            files(&entry.path(), found);
        }
    } else if place.extension().is_some_and(|kind| ["rs", "toml", "md", "ftl", "html", "mjs", "json"].iter().any(|known| kind == *known)) {
        found.push(place.to_owned());
    }
}

/// The section numbers in a document's headings, such as `E.1`, `27` and `0.1`.
fn headings(document: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join(document)).expect("the document");
    let numbers = text.lines().filter(|line| line.starts_with('#')).filter_map(|line| line.split_whitespace().nth(1).map(str::to_owned));
    numbers.map(|number| number.trim_end_matches('.').to_owned()).collect()
}

/// A file's text on one line and without comment marks, because a citation can run over a line's end.
fn flat(text: &str) -> String {
    let line = |line: &str| line.trim().trim_start_matches(['/', '!', '#', '*']).trim_start().to_owned();
    text.lines().map(line).collect::<Vec<_>>().join(" ")
}

/// The sections that are named at the start of this text, such as `E.1, E.2 and F` or `24–28`.
fn sections(after: &str) -> Vec<String> {
    let mut found = Vec::new();
    for item in after.trim_start().split_inclusive([' ', ',', ';', ')', ':']) {
        let word = item.trim_end_matches([' ', ',', ';', ')', ':', '.', '"', '`']);
        let is_section = word.chars().next().is_some_and(|c| c.is_ascii_digit() || ('A'..='K').contains(&c))
            && word.chars().skip(1).all(|c| c.is_ascii_digit() || c == '.' || c == '–' || c == '-');
        match word {
            "and" | "to" | "" => {}
            _ if is_section => found.extend(word.split(['–', '-']).map(str::to_owned)),
            _ => break,
        }
        // The citation ends here: what follows belongs to another sentence.
        if item.ends_with([';', ')', ':']) || item.trim_end().ends_with('.') {
            break;
        }
    }
    found
}

#[test]
fn every_citation_leads_to_a_heading_and_is_spelled_in_one_way() {
    let known: BTreeMap<&str, BTreeSet<String>> = DOCUMENTS.iter().map(|(words, path)| (*words, headings(path))).collect();
    let mut found = Vec::new();
    PLACES.iter().for_each(|place| files(&root().join(place), &mut found));
    let (mut wrong, mut count) = (Vec::new(), 0);
    for file in found.iter().filter(|file| !file.ends_with("citations.rs") && !file.to_string_lossy().contains("/target/")) {
        let Ok(text) = fs::read_to_string(file) else { continue };
        let text = flat(&text);
        let at = file.strip_prefix(root()).unwrap_or(file).display();
        for foreign in FOREIGN.iter().filter(|foreign| text.contains(**foreign)) {
            wrong.push(format!("{at} says {foreign}"));
        }
        // A citation at the start of a sentence has a capital letter.
        let lower = text.replace("Facts ", "facts ").replace("Contract ", "contract ");
        for (words, headings) in &known {
            for after in lower.split(&format!("{words} ")).skip(1) {
                for section in sections(after) {
                    count += 1;
                    if !headings.contains(&section) {
                        wrong.push(format!("{at} cites {words} {section}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count > 300, "{count} citations were found");
}

/// The lists of the sandbox's facts name sections as the keys of their tables: `["E.1"]`.
#[test]
fn every_section_of_the_lists_of_facts_has_a_heading() {
    let tests = root().join("crates/altinn-sandbox/tests");
    let platform = headings("docs/facts/platform.md");
    let broker = headings("docs/facts/broker-api.md");
    for (list, known) in [("platform/facts.toml", [&platform, &broker]), ("broker/facts.toml", [&broker, &broker])] {
        let list: toml::Table = fs::read_to_string(tests.join(list)).expect("the list").parse().expect("TOML");
        for section in list.keys() {
            let number = section.strip_prefix("broker-api ").unwrap_or(section);
            assert!(known.iter().any(|headings| headings.contains(number)), "{section} is no heading");
        }
    }
}

#[test]
fn sections_are_read_as_they_are_written() {
    assert_eq!(sections("E.1 and E.2)"), ["E.1", "E.2"]);
    assert_eq!(sections("A.4, D.3, G; facts broker-api 4.1)"), ["A.4", "D.3", "G"]);
    assert_eq!(sections("24–28)."), ["24", "28"]);
    assert_eq!(sections("4: refused"), ["4"]);
    assert_eq!(sections("that hold"), Vec::<String>::new());
}
