//! Placeholders: `{name}`, `{name:day|days}` for a number with its noun.

use super::{Place, write};
use crate::values::Value;

/// A piece of a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Plain(&'a str),
    /// Replaced by a value, written as the form says.
    Placeholder {
        name: &'a str,
        /// How it is written, where it is not written plainly.
        form: Option<&'a str>,
    },
}

/// Cuts a template into its pieces. A brace that opens no name is plain text.
pub(super) fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((before, name, form, after)) = next(rest) {
        pieces.push(Piece::Plain(before));
        pieces.push(Piece::Placeholder { name, form });
        rest = after;
    }
    pieces.push(Piece::Plain(rest));
    pieces
}

fn next(text: &str) -> Option<(&str, &str, Option<&str>, &str)> {
    let mut from = 0;
    while let Some(open) = text.get(from..)?.find('{').map(|at| at + from) {
        let inside = text.get(open + 1..)?;
        if let Some(close) = inside.find('}') {
            let (name, form) = match inside.get(..close)?.split_once(':') {
                Some((name, form)) => (name, Some(form)),
                None => (inside.get(..close)?, None),
            };
            if !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
                return Some((text.get(..open)?, name, form, inside.get(close + 1..)?));
            }
        }
        from = open + 1;
    }
    None
}

/// Fills a template. A placeholder without a value stays as it is written.
pub(super) fn fill(template: &str, values: &[(&'static str, Value)], place: &Place) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    for piece in pieces(template) {
        match piece {
            Piece::Plain(plain) => text.push_str(plain),
            Piece::Placeholder { name, form } => match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => text.push_str(&write::formed(value, form, place)),
                None => text.push_str(&format!("{{{name}}}")),
            },
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::UTC;

    const PLACE: Place = Place { zone: &UTC, now: None };

    #[test]
    fn fills_by_name_and_leaves_other_braces_alone() {
        let values = [("host", Value::Text("a.no".to_owned())), ("days", Value::Number(1))];
        assert_eq!(
            fill("{host} answers in {days:day|days}: {\"json\"} {Upper}", &values, &PLACE),
            "a.no answers in 1 day: {\"json\"} {Upper}"
        );
        assert_eq!(fill("{gone} {", &values, &PLACE), "{gone} {");
    }

    #[test]
    fn a_value_is_never_filled_itself() {
        let values = [("host", Value::Text("{days}".to_owned())), ("days", Value::Number(2))];
        assert_eq!(fill("{host}", &values, &PLACE), "{days}");
    }
}
