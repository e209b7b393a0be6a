//! Text that may come from anybody, made safe to show: one line, without characters that a reader does not see.

use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;

/// The longest text of somebody else that is shown, in characters.
pub const LONGEST: usize = 300;

/// Whether a character is one of those that only format text (Unicode's category Cf), such as a zero-width space, a soft hyphen, a byte
/// order mark or a mark of the writing direction. They come along with a paste and cannot be seen.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    category(c) == GeneralCategory::Format
}

/// Whether a character shows nothing and can change what is shown around it: control characters, line and paragraph separators, and
/// format characters, such as those that turn the direction of writing (Unicode's Cc, Zl, Zp, Cf).
#[must_use]
pub fn is_hidden(c: char) -> bool {
    breaks(c) || is_invisible(c)
}

/// The text on one line. Control characters and line breaks become spaces, format characters are left out.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).map(|c| if breaks(c) { ' ' } else { c }).collect()
}

/// The text, at most this many characters of it. If something was cut off, it ends in `…`.
#[must_use]
pub fn capped(text: &str, longest: usize) -> String {
    if text.chars().nth(longest).is_none() {
        return text.to_owned();
    }
    text.chars().take(longest.saturating_sub(1)).chain(['…']).collect()
}

fn breaks(c: char) -> bool {
    matches!(category(c), GeneralCategory::Control | GeneralCategory::LineSeparator | GeneralCategory::ParagraphSeparator)
}

fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_hidden_character_is_left_and_words_stay_apart() {
        let text = "one\u{1b}[2J\r\ntwo\u{2028}three\u{2029}\u{202e}four\u{200b}\u{feff}\u{2066}\u{e0041}\u{0}\u{85}five";
        assert_eq!(one_line(text), "one [2J  two three four  five");
        assert!(!one_line(text).chars().any(is_hidden));
        assert_eq!(one_line("Ærlig å være 四 ✓ e\u{301}"), "Ærlig å være 四 ✓ e\u{301}");
    }

    #[test]
    fn a_long_text_is_cut_with_a_mark() {
        assert_eq!(capped("four", 4), "four");
        assert_eq!(capped("fourth", 4), "fou…");
        assert_eq!(capped(&"å".repeat(1000), LONGEST).chars().count(), LONGEST);
    }
}
