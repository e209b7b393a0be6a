//! Text as people type and paste it, before a value is read from it.

use super::one_line::is_invisible;

/// The pairs of quotation marks that come along when a value is copied together with them.
const QUOTES: [(char, char); 9] =
    [('"', '"'), ('\'', '\''), ('`', '`'), ('“', '”'), ('„', '“'), ('„', '”'), ('”', '”'), ('‘', '’'), ('«', '»')];

/// The text without characters that cannot be seen, and with every kind of blank, the tab too, as a space; trimmed. Control
/// characters stay, so that they are refused.
#[must_use]
pub fn visible(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_invisible(*c));
    let blank = |c: char| c == '\t' || (c.is_whitespace() && !c.is_control());
    seen.map(|c| if blank(c) { ' ' } else { c }).collect::<String>().trim().to_owned()
}

/// A word without blanks inside, such as an id, a day or an address: [`visible`], without quotation marks around it, and with every
/// kind of hyphen that word processors put in place of the one on the keyboard as that one.
#[must_use]
pub fn word(text: &str) -> String {
    let hyphen = |c: char| matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}');
    unquoted(&visible(text)).trim().chars().map(|c| if hyphen(c) { '-' } else { c }).collect()
}

/// The text without one pair of quotation marks around it.
#[must_use]
pub(super) fn unquoted(text: &str) -> &str {
    let within = |(open, close): &(char, char)| text.strip_prefix(*open)?.strip_suffix(*close);
    QUOTES.iter().find_map(within).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_not_there_and_every_blank_is_a_space() {
        assert_eq!(visible("\u{feff} smart\u{200b}-\u{ad}files\u{a0}\t"), "smart-files");
        assert_eq!(visible("310\u{202f}400\t203"), "310 400 203");
        assert_eq!(visible("a\u{7}"), "a\u{7}");
    }

    #[test]
    fn quotation_marks_and_word_processors_hyphens_come_along_with_a_paste() {
        for text in ["\"smart-files\"", "'smart-files'", "“smart‑files”", "« smart–files »", "`smart-files`"] {
            assert_eq!(word(text), "smart-files", "{text}");
        }
        assert_eq!(word("\""), "\"");
    }
}
