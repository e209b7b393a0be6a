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
        for word in &words(paragraph, width) {
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

/// The words of a paragraph. What is read as one is one of them: an organisation number, half of which would be read as another; and,
/// if a line has room for it, a date, or a number with its unit.
fn words(paragraph: &str, width: usize) -> Vec<String> {
    let parts: Vec<&str> = paragraph.split(' ').collect();
    let mut words = Vec::new();
    let mut rest = parts.as_slice();
    while let Some((held, following)) = rest.split_at_checked(held_together(rest, width)).filter(|(held, _)| !held.is_empty()) {
        words.push(held.join(" "));
        rest = following;
    }
    words
}

/// How many of the first parts stay together: `310 456 780`, `29. november 2026`, `20 minutes`, `kl. 14.05`.
fn held_together(parts: &[&str], width: usize) -> usize {
    let fits = |count: usize| parts.iter().take(count).map(|part| part.width() + 1).sum::<usize>() <= width + 1;
    match parts {
        [first, second, third, ..] if is_organisation(first, second, third) => 3,
        [number, word, year, ..] if is_counted(number, word) && is_year(year) && fits(3) => 3,
        [number, word, ..] if is_counted(number, word) && fits(2) => 2,
        // Norwegian says "at" so, before a time of day.
        ["kl.", time, zone, ..] if is_time(time) && without_end(zone) == "UTC" && fits(3) => 3,
        ["kl.", time, ..] if is_time(time) && fits(2) => 2,
        [_, ..] => 1,
        [] => 0,
    }
}

fn is_organisation(first: &str, second: &str, third: &str) -> bool {
    is_three_digits(without_lead(first)) && is_three_digits(second) && is_three_digits(without_end(third))
}

/// Whether a number belongs to the word after it: its unit, or the month of its day. A full stop behind a day is none if the sentence
/// goes on.
fn is_counted(number: &str, word: &str) -> bool {
    let number = without_lead(number);
    let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(|c: char| c.is_ascii_digit());
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '–' | '\u{a0}' | '\u{202f}'));
    match number.strip_suffix('.') {
        Some(day) => day.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day)) && word.starts_with(char::is_lowercase),
        None => is_number(number) && digits(number) && word.starts_with(char::is_alphabetic),
    }
}

fn is_time(part: &str) -> bool {
    part.starts_with(|c: char| c.is_ascii_digit())
}

fn is_year(part: &str) -> bool {
    let part = without_end(part);
    part.len() == 4 && (part.starts_with("19") || part.starts_with("20")) && part.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_three_digits(part: &str) -> bool {
    part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit())
}

fn without_lead(part: &str) -> &str {
    part.trim_start_matches(|c: char| !c.is_alphanumeric())
}

fn without_end(part: &str) -> &str {
    part.trim_end_matches(|c: char| !c.is_alphanumeric())
}

fn push_broken(lines: &mut Vec<String>, line: &mut String, word: &str, width: usize) {
    if line.width() + word.width() <= width {
        return line.push_str(word);
    }
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
    fn a_date_and_a_number_with_its_unit_stay_on_one_line() {
        let broken = |text, width| wrap(text, width, LongWords::Broken);
        assert_eq!(broken("Venter siden 29. november 2026.", 20), ["Venter siden", "29. november 2026."]);
        assert_eq!(broken("asked on 20 November 14:05", 14), ["asked on", "20 November", "14:05"]);
        assert_eq!(broken("29. november kl. 14.05, og så", 17), ["29. november", "kl. 14.05, og så"]);
        assert_eq!(broken("29. november kl. 14.05 UTC.", 22), ["29. november", "kl. 14.05 UTC."]);
        assert_eq!(broken("works within 10 minutes.", 16), ["works within", "10 minutes."]);
        assert_eq!(broken("a file of (1,5 MiB) and 7", 15), ["a file of", "(1,5 MiB) and 7"]);
        assert_eq!(broken("ended in 2025. Make a key", 16), ["ended in 2025.", "Make a key"]);
        assert_eq!(broken("line 7. Then go on", 12), ["line 7. Then", "go on"]);
        // Where no line has room for it, it is broken like other words.
        assert_eq!(broken("29. november 2026", 9), ["29.", "november", "2026"]);
    }

    #[test]
    fn cutting_counts_cells() {
        assert_eq!(cut("scopes", 4, "…"), "sco…");
        assert_eq!(cut("四四四", 4, "…"), "四…");
        assert_eq!(cut("abc", 0, "…"), "");
    }
}
