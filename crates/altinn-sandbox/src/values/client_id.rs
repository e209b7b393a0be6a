//! Maskinporten client ids.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// The id of a Maskinporten client: today a UUID written 8-4-4-4-12. Older clients have other ids, such as `MOVE_IP_<number>` (facts
/// platform A.3).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClientId(String);

/// The longest id, in characters; the facts know no limit.
const LONGEST: usize = 255;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a client id is one word, in most cases a UUID written 8-4-4-4-12")]
pub struct NotAClientId;

impl FromStr for ClientId {
    type Err = NotAClientId;

    fn from_str(text: &str) -> Result<Self, NotAClientId> {
        let text = text.trim();
        if let Some(uuid) = hyphenated(text) {
            return Ok(Self(uuid.hyphenated().to_string()));
        }
        let is_one_word = !text.is_empty() && !text.chars().any(|character| character.is_whitespace() || character.is_control());
        if is_one_word && text.chars().count() <= LONGEST { Ok(Self(text.to_owned())) } else { Err(NotAClientId) }
    }
}

/// The form in which the portal shows UUIDs; its letters may be capitals.
fn hyphenated(text: &str) -> Option<Uuid> {
    if text.len() == 36 { Uuid::parse_str(text).ok() } else { None }
}

impl fmt::Display for ClientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts platform A.3.
    #[test]
    fn a_client_id_is_one_word_and_a_uuid_is_written_in_small_letters() {
        let read = |text: &str| text.parse::<ClientId>().map(|id| id.to_string());
        assert_eq!(read("7E1C2B1E-0D3F-4A55-9F3E-2F6F0A4F9D11"), Ok("7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11".to_owned()));
        assert_eq!(read(" MOVE_IP_310400203 "), Ok("MOVE_IP_310400203".to_owned()));
        for text in ["", "  ", "my client", "a\u{1b}b", &"a".repeat(256)] {
            assert_eq!(read(text), Err(NotAClientId), "{text}");
        }
    }
}
