//! Maskinporten client ids.

use super::Invalid;
use super::typed::word;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// The longest id that is taken, in characters. No document names a limit.
const LONGEST: usize = 255;

/// The id of a Maskinporten client, as Maskinporten gave it: today a UUID written 8-4-4-4-12. Older clients have others, such as
/// `MOVE_IP_910075918`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ClientId(String);

impl ClientId {
    /// Whether it is a UUID, as the ids of today are.
    #[must_use]
    pub fn is_uuid(&self) -> bool {
        hyphenated(&self.0).is_some()
    }
}

impl FromStr for ClientId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let id = word(text);
        if id.is_empty() {
            return Err(Invalid::Empty);
        }
        if let Some(uuid) = hyphenated(&id) {
            return Ok(Self(uuid.hyphenated().to_string()));
        }
        if id.chars().count() > LONGEST {
            return Err(Invalid::TooLong { limit: LONGEST });
        }
        if id.chars().any(|c| c.is_whitespace() || c.is_control()) { Err(Invalid::ClientIdShape) } else { Ok(Self(id)) }
    }
}

/// `Uuid` also reads braces and bare hex, which Maskinporten would not take for the same id.
fn hyphenated(text: &str) -> Option<Uuid> {
    if text.len() == 36 { Uuid::parse_str(text).ok() } else { None }
}

impl TryFrom<String> for ClientId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|invalid: Invalid| invalid.id().to_owned())
    }
}

impl From<ClientId> for String {
    fn from(id: ClientId) -> Self {
        id.0
    }
}

impl fmt::Display for ClientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_along_with_a_paste_is_left_out() {
        for text in ["\u{feff}7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11\u{200b}", "'7E1C2B1E‑0d3f‑4a55‑9f3e‑2f6f0a4f9d11'\u{a0}"] {
            assert_eq!(text.parse::<ClientId>().map(|id| id.to_string()), Ok("7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11".to_owned()), "{text}");
        }
    }

    #[test]
    fn an_id_is_what_maskinporten_gave_it_and_never_has_blanks() {
        for (text, is_uuid) in [
            ("7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11", true),
            ("7e1c2b1e0d3f4a559f3e2f6f0a4f9d11", false),
            ("MOVE_IP_910075918", false),
            ("my-client", false),
        ] {
            let read = text.parse::<ClientId>();
            assert_eq!(read.as_ref().map(ToString::to_string), Ok(text.to_owned()));
            assert_eq!(read.map(|id| id.is_uuid()), Ok(is_uuid), "{text}");
        }
        for text in ["my client", "a\u{7}b"] {
            assert_eq!(text.parse::<ClientId>(), Err(Invalid::ClientIdShape), "{text}");
        }
        assert_eq!(" ".parse::<ClientId>(), Err(Invalid::Empty));
        assert_eq!("x".repeat(256).parse::<ClientId>(), Err(Invalid::TooLong { limit: 255 }));
    }
}
