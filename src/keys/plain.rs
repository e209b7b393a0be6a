//! Text as it was before it was copied, quoted, escaped or commented.

use super::KeyProblem;
use std::borrow::Cow;

/// How public keys of SSH begin.
const PUBLIC: [&str; 4] = ["ssh-rsa ", "---- BEGIN SSH2 PUBLIC KEY", "ssh-ed25519 ", "ecdsa-sha2-"];

/// Without what a copy brings along: blanks, quotes, characters of no width.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}'))
}

/// Line breaks and quotes that were spelled out, once or several times, as they are in settings and variables.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '\\' {
            plain.push(c);
            continue;
        }
        while rest.next_if_eq(&'\\').is_some() {}
        match rest.next() {
            Some('n' | 'r' | 't') => plain.push('\n'),
            // JSON's own writers spell the plus and equals signs of base64 so.
            Some('u') => plain.extend(code_point(&mut rest)),
            Some(other) => plain.push(other),
            None => {}
        }
    }
    Cow::Owned(plain)
}

fn code_point(rest: &mut impl Iterator<Item = char>) -> Option<char> {
    let digits: String = rest.take(4).collect();
    u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32)
}

/// Settings files have lines of comment, which JSON does not know.
pub(super) fn uncommented(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Keys that are known by their text.
pub(super) fn known_text(text: &str) -> Option<KeyProblem> {
    if text.starts_with("PuTTY-User-Key-File-") {
        Some(KeyProblem::Putty)
    } else if text.contains("<RSAKeyValue>") {
        Some(if text.contains("<D>") { KeyProblem::Xml } else { KeyProblem::PublicOnly })
    } else if PUBLIC.iter().any(|head| text.starts_with(head)) {
        Some(KeyProblem::PublicOnly)
    } else {
        None
    }
}
