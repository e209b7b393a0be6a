//! Every screen in every language: nothing is cut, and no line is missing its words.

use super::scenes::{ALL, COLOUR, drawn, text};
use crate::text::{Language, Text};

/// The words of a picture that end in the sign of a cut, which stands right behind the last letter that was kept.
fn cut_words(picture: &str) -> Vec<String> {
    let words = picture.split_whitespace().filter(|word| word.chars().count() > 1 && word.ends_with('…') && !is_link(word));
    words.map(ToOwned::to_owned).collect()
}

/// A link has one line, so that the terminal can open it; `x` shows a longer one whole.
fn is_link(word: &str) -> bool {
    word.starts_with("https://")
}

#[test]
fn nothing_is_cut_in_any_language() {
    let mut amiss = Vec::new();
    for language in Language::ALL {
        for (width, height) in [(80, 24), (120, 40)] {
            for (name, scene) in ALL {
                let mut model = scene();
                model.text = Text::new(*language);
                let picture = text(&drawn(&mut model, width, height, COLOUR));
                let cut = cut_words(&picture);
                if !cut.is_empty() {
                    amiss.push(format!("{language} {name} {width}x{height}: {cut:?}\n{picture}"));
                }
            }
        }
    }
    assert!(amiss.is_empty(), "{}", amiss.join("\n\n"));
}

#[test]
fn a_cut_is_seen() {
    assert_eq!(cut_words("│ ✓ 5 Hendelsesabonnem… ◂│ … venter"), ["Hendelsesabonnem…"]);
}
