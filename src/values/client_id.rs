//! Maskinporten client ids.

use super::Invalid;
use super::typed::word;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// The id of a Maskinporten client: a UUID written 8-4-4-4-12.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClientId(Uuid);

impl FromStr for ClientId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        match word(text).as_str() {
            "" => Err(Invalid::Empty),
            // `Uuid` also reads braces and bare hex. Maskinporten's portal shows only the hyphenated form, so other text is likely
            // a mistake.
            hyphenated if hyphenated.len() == 36 => Uuid::parse_str(hyphenated).map(Self).map_err(|_| Invalid::ClientIdShape),
            _ => Err(Invalid::ClientIdShape),
        }
    }
}

impl fmt::Display for ClientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.hyphenated())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_along_with_a_paste_is_left_out() {
        for text in ["\u{feff}7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11\u{200b}", "'7e1c2b1e‑0d3f‑4a55‑9f3e‑2f6f0a4f9d11'\u{a0}"] {
            assert_eq!(text.parse::<ClientId>().map(|id| id.to_string()), Ok("7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11".to_owned()), "{text}");
        }
    }

    #[test]
    fn only_the_hyphenated_form_is_a_client_id() {
        assert!("7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11".parse::<ClientId>().is_ok());
        assert_eq!("7e1c2b1e0d3f4a559f3e2f6f0a4f9d11".parse::<ClientId>(), Err(Invalid::ClientIdShape));
        assert_eq!("my-client".parse::<ClientId>(), Err(Invalid::ClientIdShape));
    }
}
