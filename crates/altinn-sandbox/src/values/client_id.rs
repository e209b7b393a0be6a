//! Maskinporten client ids.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// The id of a Maskinporten client: a UUID written 8-4-4-4-12.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClientId(Uuid);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a client id is a UUID written 8-4-4-4-12")]
pub struct NotAClientId;

impl FromStr for ClientId {
    type Err = NotAClientId;

    fn from_str(text: &str) -> Result<Self, NotAClientId> {
        match text.trim() {
            // Uuid also accepts braces and plain hex. The portal never shows those, so only the hyphenated form is accepted.
            hyphenated if hyphenated.len() == 36 => Uuid::parse_str(hyphenated).map(Self).map_err(|_| NotAClientId),
            _ => Err(NotAClientId),
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
    fn only_the_hyphenated_form_is_a_client_id() {
        assert!("7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11".parse::<ClientId>().is_ok());
        assert_eq!("7e1c2b1e0d3f4a559f3e2f6f0a4f9d11".parse::<ClientId>(), Err(NotAClientId));
        assert_eq!("my-client".parse::<ClientId>(), Err(NotAClientId));
    }
}
