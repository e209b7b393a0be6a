//! What a host sent: the one way in for text of others.

use super::Mask;
use crate::values::{LONGEST, capped};
use secrecy::SecretString;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::fmt;

/// The longest text that is read from JSON before it is shown, in characters: a refusal's text can have a trace id at its end, and an
/// address is used whole.
pub(super) const LONGEST_READ: usize = 2048;

/// A text of others: a body, a header's value, a certificate's issuer. It cannot be printed or stored as it came. Each way out
/// hides the secrets of this run, leaves out hidden characters and shortens what is too long; only [`Self::secret`] and
/// [`Self::secret_member`] do not, and give a type that cannot be printed either.
#[derive(Clone)]
pub(in crate::services) struct OutsideText {
    bytes: Vec<u8>,
    mask: Mask,
}

impl fmt::Debug for OutsideText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OutsideText({} bytes)", self.bytes.len())
    }
}

impl OutsideText {
    pub fn new(bytes: impl Into<Vec<u8>>, mask: &Mask) -> Self {
        Self { bytes: bytes.into(), mask: mask.clone() }
    }

    pub fn is_empty(&self) -> bool {
        self.bytes.iter().all(u8::is_ascii_whitespace)
    }

    /// The text on one line of at most 300 characters. Bytes that are not UTF-8 become `�`.
    pub fn shown(&self) -> String {
        capped(self.mask.over(&self.raw()).trim(), LONGEST)
    }

    /// The first word or so, to see what kind of text it is.
    pub fn begin(&self) -> String {
        let start = self.bytes.get(..64).unwrap_or(&self.bytes);
        self.mask.over(&String::from_utf8_lossy(start)).trim().to_owned()
    }

    pub fn is_json(&self) -> bool {
        serde_json::from_slice::<serde::de::IgnoredAny>(self.json_bytes()).is_ok()
    }

    /// The text on one line of at most 2048 characters, to read something out of it.
    pub fn read(&self) -> String {
        capped(&self.mask.over(&self.raw()), LONGEST_READ)
    }

    /// What the change leaves of the text, on one line of at most 300 characters.
    pub fn edited(&self, change: impl FnOnce(&str) -> String) -> String {
        Self::new(change(&self.raw()), &self.mask).shown()
    }

    /// The body as JSON. Every text in it, names of members too, is on one line of at most 2048 characters.
    pub fn value(&self) -> Option<Value> {
        // Read as a `Value` first, because a repeated member (Broker's `traceId`) would be an error otherwise.
        serde_json::from_slice(self.json_bytes()).ok().map(|value| masked(value, &self.mask))
    }

    /// The body as JSON, to be sent back as it came. None where a text in it would not be the same.
    pub fn exact(&self) -> Option<Value> {
        let value: Value = serde_json::from_slice(self.json_bytes()).ok()?;
        let shown = |text: &str| if self.mask.is_number(text) { text.to_owned() } else { capped(&self.mask.over(text), LONGEST_READ) };
        (texts(value.clone(), &shown) == value).then_some(value)
    }

    /// The text with its lines, to be sent back as it came. None where it would not be the same.
    pub fn exact_text(&self) -> Option<String> {
        let text = String::from_utf8(self.bytes.clone()).ok()?;
        text.split_whitespace().all(|word| self.mask.over(word) == word).then_some(text)
    }

    /// The body as JSON, read into a type. None if it has another form.
    pub fn json<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_value(shortened(self.value()?)).ok()
    }

    /// The text as it came, for a token.
    pub fn secret(&self) -> SecretString {
        SecretString::from(self.raw())
    }

    /// A member of a JSON object as it came, for a token.
    pub fn secret_member(&self, name: &str) -> Option<SecretString> {
        let value: Value = serde_json::from_slice(&self.bytes).ok()?;
        value.get(name)?.as_str().map(SecretString::from)
    }

    /// The body without a byte order mark.
    fn json_bytes(&self) -> &[u8] {
        self.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&self.bytes)
    }

    fn raw(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

/// JSON of others, such as a token's claims, with the secrets hidden in each of its texts.
pub(in crate::services) fn masked(value: Value, mask: &Mask) -> Value {
    texts(value, &|text| capped(&mask.over(text), LONGEST_READ))
}

/// What is shown is shorter than what is read. An address is kept whole, because it may be called.
fn shortened(value: Value) -> Value {
    let is_address = |text: &str| text.starts_with("https://") || text.starts_with("http://");
    texts(value, &|text| if is_address(text) { text.to_owned() } else { capped(text, LONGEST) })
}

fn texts(value: Value, change: &impl Fn(&str) -> String) -> Value {
    match value {
        Value::String(text) => Value::String(change(&text)),
        Value::Array(items) => Value::Array(items.into_iter().map(|item| texts(item, change)).collect()),
        Value::Object(members) => {
            let changed = members.into_iter().map(|(name, member)| (change(&name), texts(member, change)));
            Value::Object(changed.collect::<Map<_, _>>())
        }
        other @ (Value::Null | Value::Bool(_) | Value::Number(_)) => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::ExposeSecret;
    use serde_json::json;

    fn outside(text: &str) -> OutsideText {
        OutsideText::new(text, &Mask::of(Some(&SecretString::from("3f9c8b7a6d5e"))))
    }

    #[test]
    fn every_way_out_is_masked_clean_and_short() {
        let text = format!("3f9c8b7a6d5e\n::error::x\u{202e}{}", "å".repeat(1000));
        let shown = outside(&text).shown();
        assert!(shown.starts_with("[…] ::error::xå") && shown.chars().count() == LONGEST, "{shown}");
        let body = json!({ "3f9c8b7a6d5e": [text, 7, null], "next": format!("https://altinn.no/?{}", "x".repeat(400)) });
        let read: Value = outside(&body.to_string()).json().unwrap_or_default();
        assert_eq!(read["[…]"], json!([shown, 7, null]));
        assert_eq!(read["next"].as_str().map(str::len), Some(419));
        assert_eq!(format!("{:?}", outside("3f9c8b7a6d5e")), "OutsideText(12 bytes)");
    }

    #[test]
    fn a_list_of_keys_comes_back_exactly_also_when_a_number_looks_like_a_token() {
        let keys = |n: &str| json!({"keys": [{"kid": "a-b", "n": n, "e": "AQAB"}]});
        let certificate = format!("MIIC{}w7sNeyJx0dpYQ8mUuA==", "x/Y+".repeat(1000));
        for number in ["w7sNeyJx0dpYQ8mUuA-_3kfJ2c", "w7sNeyJx0dpYQ8mUuA+/3kfJ2c=", &certificate] {
            assert_eq!(outside(&keys(number).to_string()).exact(), Some(keys(number)), "{number}");
        }
        for secret in ["eyJhbGciOiJSUzI1NiJ9.eyJ4In0.c2ln", "eyJhbGciOiJSUzI1NiJ9", "x3f9c8b7a6d5ex"] {
            assert_eq!(outside(&keys(secret).to_string()).exact(), None, "{secret}");
        }
    }

    #[test]
    fn a_token_comes_out_as_a_secret_only() {
        let body = outside(r#"{"access_token": "eyJhbGciOiJSUzI1NiJ9.eyJ4In0.c2ln"}"#);
        let token = body.secret_member("access_token");
        assert_eq!(token.as_ref().map(ExposeSecret::expose_secret), Some("eyJhbGciOiJSUzI1NiJ9.eyJ4In0.c2ln"));
        assert_eq!(body.value().map(|value| value["access_token"].clone()), Some(json!("[…]")));
    }
}
