//! Breaks and shortens text to a width. Widths count terminal cells, not characters: some characters take two cells, some none.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What to do with a word that is longer than a line, such as a link or an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LongWords {
    /// Broken at the end of the line.
    Broken,
    /// Not broken: it gets its own line, which may be too long, so that it can be copied.
    Whole,
}

/// Breaks a text at spaces into lines of at most `width` columns.
#[must_use]
pub fn wrap(text: &str, width: usize, long: LongWords) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in &words(paragraph) {
            if !line.is_empty() && line.width() + 1 + word.width() > width {
                lines.push(std::mem::take(&mut line));
            } else if !line.is_empty() {
                line.push(' ');
            }
            match long {
                LongWords::Broken => push_broken(&mut lines, &mut line, word, width),
                LongWords::Whole => line.push_str(word),
            }
        }
        lines.push(line);
    }
    if lines.is_empty() { vec![String::new()] } else { lines }
}

/// The words of a paragraph. An organisation number, written as three groups of three digits, is one of them: half a number on a line
/// would be read as another.
fn words(paragraph: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut parts = paragraph.split(' ');
    while let Some(part) = parts.next() {
        let mut word = part.to_owned();
        let mut following = parts.clone();
        if let (Some(second), Some(third)) = (following.next(), following.next())
            && ends_in_three_digits(part)
            && is_three_digits(second)
            && begins_with_three_digits(third)
        {
            word = format!("{part} {second} {third}");
            parts = following;
        }
        words.push(word);
    }
    words
}

fn is_three_digits(part: &str) -> bool {
    part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit())
}

fn ends_in_three_digits(part: &str) -> bool {
    is_three_digits(part.trim_start_matches(|c: char| !c.is_alphanumeric()))
}

fn begins_with_three_digits(part: &str) -> bool {
    is_three_digits(part.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

fn push_broken(lines: &mut Vec<String>, line: &mut String, word: &str, width: usize) {
    for c in word.chars() {
        if line.width() + c.width().unwrap_or(0) > width && !line.is_empty() {
            lines.push(std::mem::take(line));
        }
        line.push(c);
    }
}

/// Shortens a text to at most `width` columns. If something was cut, it ends in `mark`.
#[must_use]
pub fn cut(text: &str, width: usize, mark: &str) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(mark.width());
    let mut kept = String::new();
    for c in text.chars() {
        if kept.width() + c.width().unwrap_or(0) > room {
            break;
        }
        kept.push(c);
    }
    if width >= mark.width() {
        kept.push_str(mark);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_broken_or_left_whole_and_nothing_is_lost() {
        let broken = |text, width| wrap(text, width, LongWords::Broken);
        assert_eq!(broken("one two three", 7), ["one two", "three"]);
        assert_eq!(broken("https://example.no/long", 10), ["https://ex", "ample.no/l", "ong"]);
        assert_eq!(broken("", 5), [""]);
        assert_eq!(broken("a b", 0), ["a", "b"]);
        assert_eq!(wrap("a https://example.no/long b", 10, LongWords::Whole), ["a", "https://example.no/long", "b"]);
    }

    #[test]
    fn an_organisation_number_stays_on_one_line() {
        let lines = wrap("it acts for 310 456 780, and (991 825 827).", 16, LongWords::Whole);
        assert_eq!(lines, ["it acts for", "310 456 780, and", "(991 825 827)."]);
        assert_eq!(wrap("100 200 300 400", 7, LongWords::Whole), ["100 200 300", "400"]);
        assert_eq!(wrap("310 456", 4, LongWords::Whole), ["310", "456"]);
    }

    #[test]
    fn cutting_counts_cells() {
        assert_eq!(cut("scopes", 4, "…"), "sco…");
        assert_eq!(cut("四四四", 4, "…"), "四…");
        assert_eq!(cut("abc", 0, "…"), "");
    }
}
