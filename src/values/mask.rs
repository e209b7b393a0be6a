//! The secrets of a run, and how they are hidden in text that a host sends back.

use super::one_line;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use secrecy::{ExposeSecret, SecretString};
use std::collections::VecDeque;
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, PoisonError, RwLock};

pub(crate) const SHOWN: &str = "[…]";
/// A shorter secret is not masked, in bytes: it would match everywhere.
const SHORTEST: usize = 4;
/// The shortest part or encoding of a secret that is masked, and the shortest secret that is found with blanks in it, in bytes.
const SHORTEST_PART: usize = 8;
/// How many tokens and assertions are remembered. They live for minutes, so older ones are worth nothing to anybody.
const REMEMBERED: usize = 64;
/// How much of a text is looked at, in bytes. Far less is shown.
const LOOKED_AT: usize = 64 * 1024;
/// How many bytes a byte can take when it is escaped: `\u0033`.
const LONGEST_ESCAPE: usize = 6;
/// How often one text is decoded, in case an encoding was encoded again.
const DECODED: usize = 3;

/// What must not be shown: the API key, and the tokens and assertions of this run. Clones share what they know.
#[derive(Clone, Default)]
pub(crate) struct Mask {
    known: Arc<RwLock<Known>>,
}

#[derive(Default)]
struct Known {
    /// The forms of the secrets that last as long as the run.
    lasting: Vec<SecretString>,
    /// The forms of each token and assertion, oldest first.
    passing: VecDeque<Vec<SecretString>>,
}

impl Known {
    fn forms(&self) -> impl Iterator<Item = &str> {
        self.lasting.iter().chain(self.passing.iter().flatten()).map(ExposeSecret::expose_secret)
    }
}

impl fmt::Debug for Mask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mask")
    }
}

impl Mask {
    pub(crate) fn of(secret: Option<&SecretString>) -> Self {
        let mask = Self::default();
        let forms = secret.map(|secret| forms(secret.expose_secret())).unwrap_or_default();
        mask.known.write().unwrap_or_else(PoisonError::into_inner).lasting = forms;
        mask
    }

    /// Masks this token or assertion from now on.
    pub(crate) fn remember(&self, secret: &str) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.passing.len() == REMEMBERED {
            known.passing.pop_front();
        }
        known.passing.push_back(forms(secret));
    }

    /// The text on one line, with every known secret and everything that looks like a token hidden: as it is, with blanks in it, in
    /// base64, or behind `%` and `\` escapes.
    pub(crate) fn over(&self, text: &str) -> String {
        let start = text.get(..text.floor_char_boundary(LOOKED_AT)).unwrap_or_default();
        let line = one_line(start);
        // A secret could begin at the end of what is looked at, and not be known for one there.
        let doubtful = if start.len() < text.len() { self.longest() * LONGEST_ESCAPE } else { 0 };
        let mut shown = self.hide(&line, line.len().saturating_sub(doubtful));
        let mut view = shown.clone();
        for _ in 0..DECODED {
            let decoded = one_line(&decoded(&view));
            if decoded == view {
                break;
            }
            view = self.hide(&decoded, decoded.len());
            // The escapes held a secret, so the text is shown without escapes.
            if view != decoded {
                shown.clone_from(&view);
            }
        }
        let dense: String = view.split(' ').collect();
        let hides_more = dense.len() < view.len() && !self.spans(&dense, SHORTEST_PART).is_empty();
        if hides_more { self.hide(&dense, dense.len()) } else { shown }
    }

    /// Whether the text is a number or a certificate in base64, as in a JWK, and holds no known secret. Of those in base64url, and of
    /// those in ordinary base64, which Altinn writes (facts platform C.2), one in some hundred has `eyJ` in it by chance, as a token does.
    pub(crate) fn is_number(&self, text: &str) -> bool {
        let is_base64 = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'+' | b'/' | b'='));
        is_base64 && !text.starts_with("eyJ") && self.spans(text, SHORTEST).is_empty()
    }

    /// The length of the longest form of a secret, in bytes.
    fn longest(&self) -> usize {
        self.known.read().unwrap_or_else(PoisonError::into_inner).forms().map(str::len).max().unwrap_or_default()
    }

    /// The line without its secrets, and without what stands after `known_to`.
    fn hide(&self, line: &str, known_to: usize) -> String {
        let mut spans = self.spans(line, SHORTEST);
        spans.extend(tokens(line));
        spans.extend((known_to < line.len()).then_some(known_to..line.len()));
        spans.sort_by_key(|span| span.start);
        let mut shown = String::with_capacity(line.len());
        let mut end = 0;
        for span in spans {
            // A span that begins inside the one before it only makes that one longer.
            if span.start >= end {
                shown.push_str(line.get(end..span.start).unwrap_or_default());
                shown.push_str(SHOWN);
            }
            end = end.max(span.end);
        }
        shown + line.get(end..).unwrap_or_default()
    }

    /// Where the forms of at least `shortest` bytes stand.
    fn spans(&self, line: &str, shortest: usize) -> Vec<Range<usize>> {
        let line = folded(line);
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let forms = known.forms().filter(|form| (shortest..=line.len()).contains(&form.len()));
        forms.flat_map(|form| line.match_indices(form).map(|(at, found)| at..at + found.len()).collect::<Vec<_>>()).collect()
    }
}

/// Letters without their case, and base64url as base64. Keeps the length, so that places in the result are places in the text.
fn folded(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '-' => '+',
            '_' => '/',
            other => other.to_ascii_lowercase(),
        })
        .collect()
}

/// Every form of a secret that is searched for, folded: as it was given, trimmed, in base64, and the parts of a token.
fn forms(secret: &str) -> Vec<SecretString> {
    let trimmed = secret.trim();
    let mut forms = vec![one_line(secret), one_line(trimmed)];
    let parts: Vec<&str> = trimmed.split('.').collect();
    if parts.len() == 3 {
        forms.extend(parts.into_iter().filter(|part| part.len() >= SHORTEST_PART).map(ToOwned::to_owned));
    }
    for given in [secret, trimmed] {
        forms.extend((0..3).map(|before| in_base64(given, before)).filter(|form| form.len() >= SHORTEST_PART));
    }
    let mut forms: Vec<String> = forms.iter().map(|form| folded(form)).filter(|form| form.len() >= SHORTEST).collect();
    forms.sort_unstable();
    forms.dedup();
    forms.into_iter().map(SecretString::from).collect()
}

/// The characters of the secret's base64 that do not depend on what stands around it, when `before` bytes stand before it: what is
/// encoded may be longer than the secret, such as `Bearer …`.
fn in_base64(secret: &str, before: usize) -> String {
    let bytes = [&[0; 2][..before], secret.as_bytes()].concat();
    let mixed_at_the_end = usize::from(!bytes.len().is_multiple_of(3));
    let mixed_at_the_start = before + usize::from(before > 0);
    let text = STANDARD_NO_PAD.encode(&bytes);
    text.get(mixed_at_the_start..text.len() - mixed_at_the_end).unwrap_or_default().to_owned()
}

/// Every word of 16 or more characters that starts as a JWT does: `eyJ` is `{"` in base64url.
fn tokens(line: &str) -> Vec<Range<usize>> {
    let belongs = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '=' | '+' | '/');
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = line.get(from..).and_then(|rest| rest.find("eyJ")).map(|at| from + at) {
        let word = line.get(start..).unwrap_or_default();
        let length = word.find(|c: char| !belongs(c)).unwrap_or(word.len());
        if length >= 16 {
            found.push(start..start + length);
        }
        from = start + length;
    }
    found
}

/// The text without percent-encoding and without the escapes of JSON.
fn decoded(text: &str) -> String {
    if !text.contains(['%', '\\']) {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let number = |from: usize, to: usize| rest.get(from..to).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let (byte, length) = match (c, rest.as_bytes().get(1)) {
            ('%', _) => (number(1, 3).and_then(|code| u8::try_from(code).ok()), 3),
            ('\\', Some(b'u')) => (number(2, 6).and_then(|code| u8::try_from(code).ok()).filter(u8::is_ascii), 6),
            ('\\', Some(escaped @ (b'"' | b'\\' | b'/'))) => (Some(*escaped), 2),
            ('\\', Some(b'n' | b'r' | b't')) => (Some(b' '), 2),
            _ => (None, 0),
        };
        let taken = if let Some(byte) = byte {
            bytes.push(byte);
            length
        } else {
            bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            c.len_utf8()
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD};

    const KEY: &str = "3f9c8b7a-6d5e";
    const TOKEN: &str = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJlfj8_";

    fn mask() -> Mask {
        let mask = Mask::of(Some(&SecretString::from(format!(" {KEY}\t"))));
        mask.remember(TOKEN);
        mask
    }

    #[test]
    fn a_secret_is_hidden_in_every_form() {
        let percent: String = KEY.bytes().map(|byte| format!("%{byte:02x}")).collect();
        let json: String = KEY.bytes().map(|byte| format!("\\u{byte:04X}")).collect();
        let doubly = percent.replace('%', "%25");
        for form in [
            KEY.to_owned(),
            KEY.to_uppercase(),
            "3f9c8b7a\u{200b}-6\u{202e}d5e".to_owned(),
            "3f9c8b7a-\n6d5e".to_owned(),
            "3f9c8b7a-\\n6d5e".to_owned(),
            percent,
            KEY.replace('-', "%2D"),
            doubly,
            json,
            STANDARD.encode(KEY),
            URL_SAFE.encode(format!(" {KEY}\t")),
            STANDARD.encode(format!("key={KEY}&x")),
            URL_SAFE_NO_PAD.encode(format!("Ocp: {KEY}")),
        ] {
            let shown = mask().over(&format!("refused {form} now"));
            assert!(shown.contains("[…]") && !shown.to_lowercase().contains("8b7a") && shown.len() < 40, "{form}: {shown}");
        }
    }

    #[test]
    fn a_token_is_hidden_whole_in_its_parts_and_in_base64() {
        let [head, claims, signature] = TOKEN.split('.').collect::<Vec<_>>()[..] else { unreachable!() };
        for form in [TOKEN, signature, &format!("{head}.{claims}"), &STANDARD.encode(TOKEN), &STANDARD.encode(format!("Bearer {TOKEN}"))] {
            let shown = mask().over(&format!("for {form}, no"));
            assert!(shown.contains("[…]") && shown.len() <= 32, "{form}: {shown}");
        }
        let unknown = Mask::default().over("refused eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln for key\n\u{1b}[31mnow");
        assert_eq!(unknown, "refused […] for key  [31mnow");
    }

    #[test]
    fn what_is_no_secret_stays() {
        for text in [
            "eyJ is how they begin",
            "100 % of C:\\temp\\new",
            "%C3%A5 and \\u00e5",
            "The Id does not refer to a Registered System.",
            "3f9c 8b7b",
            "",
        ] {
            assert_eq!(mask().over(text), text);
        }
        // A secret of three characters would match everywhere.
        assert_eq!(Mask::of(Some(&SecretString::from("the"))).over("the end"), "the end");
    }

    #[test]
    fn a_secret_that_is_cut_off_is_not_shown() {
        let mask = mask();
        let many = "c2lnbmF0dXJlfj8_".repeat(LOOKED_AT / 16 + 2);
        assert_eq!(mask.over(&many.as_str()[7..]).replace("[…]", ""), "0dXJlfj8_");
        assert!(mask.over(&"å ".repeat(LOOKED_AT)).starts_with("å å"));
    }

    #[test]
    fn the_oldest_tokens_are_forgotten_and_the_key_is_not() {
        let mask = mask();
        for number in 0..REMEMBERED {
            mask.remember(&format!("secret-number-{number}"));
        }
        assert_eq!(mask.over(&format!("{KEY} secret-number-0 c2lnbmF0dXJlfj8_")), "[…] […] c2lnbmF0dXJlfj8_");
    }
}
