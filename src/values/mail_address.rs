//! Mail addresses, as far as a letter needs them.

use super::Invalid;
use super::typed::word;
use std::fmt;
use std::str::FromStr;

/// The longest address that mail allows, in characters (RFC 5321 4.5.3.1).
const LONGEST: usize = 254;

/// A mail address: a name, an at sign and a host. Only its mail server knows whether it exists.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MailAddress(String);

impl FromStr for MailAddress {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let typed = word(text);
        let plain = typed.strip_prefix("mailto:").unwrap_or(&typed).trim_matches(['<', '>']);
        if plain.is_empty() {
            return Err(Invalid::Empty);
        }
        let Some((name, host)) = plain.rsplit_once('@') else { return Err(Invalid::MailAddressShape) };
        let is_foreign = |c: char| c.is_whitespace() || c.is_control() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')' | '"' | '?' | '&');
        let has_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
        let is_sound = !name.is_empty() && has_host && !name.contains('@') && !plain.contains(is_foreign);
        if is_sound && plain.chars().count() <= LONGEST { Ok(Self(plain.to_owned())) } else { Err(Invalid::MailAddressShape) }
    }
}

impl TryFrom<String> for MailAddress {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|invalid: Invalid| invalid.id().to_owned())
    }
}

impl From<MailAddress> for String {
    fn from(address: MailAddress) -> Self {
        address.0
    }
}

impl MailAddress {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_address_is_read() {
        for text in ["kari@example.no", " <kari@example.no> ", "mailto:kari@example.no", "kari@example.no\u{200b}"] {
            assert_eq!(text.parse::<MailAddress>().map(|address| address.to_string()), Ok("kari@example.no".to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in ["kari", "kari@", "@example.no", "kari@example", "a@b.no, c@d.no", "kari@example.no?bcc=x@y.no", "a@b@c.no"] {
            assert_eq!(text.parse::<MailAddress>(), Err(Invalid::MailAddressShape), "{text}");
        }
    }
}
