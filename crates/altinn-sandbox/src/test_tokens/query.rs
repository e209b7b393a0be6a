//! The generator's parameters, and its error text for each missing or wrong one.

use serde_json::{Map, Value};
use url::Url;
use uuid::Uuid;

const MISSING: &str = "Parameter must be supplied";
const WRONG: &str = "Parameter was supplied with a invalid value";
/// The environments that the generator makes tokens for; production is not among them.
const ENVIRONMENTS: [&str; 6] = ["at22", "at23", "at24", "tt02", "yt01", "none"];
const LONGEST_SCOPES: usize = 500;
const LONGEST_IDENTIFIER: usize = 50;

/// A query that is being read; collects its errors.
pub(super) struct Query<'q> {
    given: &'q [(String, String)],
    complaints: Map<String, Value>,
}

impl<'q> Query<'q> {
    pub(super) fn of(given: &'q [(String, String)]) -> Self {
        Self { given, complaints: Map::new() }
    }

    /// A parameter's value. The name's case is ignored, and an empty value counts as missing.
    fn value(&self, name: &str) -> Option<&'q str> {
        let found = self.given.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    pub(super) fn is_given(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// Reads an optional parameter.
    pub(super) fn optional<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let given = self.value(name)?;
        let found = read(given);
        if found.is_none() {
            self.complain(name, WRONG);
        }
        found
    }

    /// Reads a required parameter.
    pub(super) fn required<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        if !self.is_given(name) {
            self.complain(name, MISSING);
        }
        self.optional(name, read)
    }

    fn complain(&mut self, name: &str, complaint: &str) {
        self.complaints.insert(name.to_owned(), complaint.into());
    }

    pub(super) fn is_sound(&self) -> bool {
        self.complaints.is_empty()
    }

    pub(super) fn complaints(self) -> Value {
        Value::Object(self.complaints)
    }
}

pub(super) fn environment(text: &str) -> Option<&'static str> {
    ENVIRONMENTS.into_iter().find(|known| *known == text)
}

/// Scopes separated by commas or spaces.
pub(super) fn scopes(text: &str) -> Option<String> {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b":/_-,. ".contains(&byte);
    let sound = text.len() <= LONGEST_SCOPES && text.bytes().all(letter);
    sound.then(|| text.split([',', ' ']).filter(|scope| !scope.is_empty()).collect::<Vec<_>>().join(" "))
}

pub(super) fn identifier(text: &str) -> Option<String> {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    (text.len() <= LONGEST_IDENTIFIER && text.bytes().all(letter)).then(|| text.to_owned())
}

/// Nine digits; the check digit is not checked.
pub(super) fn organisation(text: &str) -> Option<String> {
    digits(text, 9)
}

pub(super) fn person(text: &str) -> Option<String> {
    digits(text, 11)
}

fn digits(text: &str, count: usize) -> Option<String> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.to_owned())
}

pub(super) fn address(text: &str) -> Option<String> {
    Url::parse(text).ok().map(|_| text.to_owned())
}

pub(super) fn level(text: &str) -> Option<String> {
    ["1", "2", "3", "4"].contains(&text).then(|| text.to_owned())
}

pub(super) fn number(text: &str) -> Option<u32> {
    text.parse().ok()
}

pub(super) fn uuid(text: &str) -> Option<Uuid> {
    text.parse().ok()
}

pub(super) fn any_text(text: &str) -> Option<String> {
    Some(text.to_owned())
}
