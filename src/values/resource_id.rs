//! Ids in the Resource Registry.

use super::Invalid;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

const URN: &str = "urn:altinn:resource:";

/// The id of a resource: `^[a-z0-9_-]{4,}$` (facts platform E). A URN prefix is removed when read.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ResourceId(String);

impl ResourceId {
    /// The id without the URN prefix.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `urn:altinn:resource:<id>`, the form of filters and policies.
    #[must_use]
    pub fn urn(&self) -> String {
        format!("{URN}{}", self.0)
    }
}

impl FromStr for ResourceId {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let trimmed = text.trim();
        let id = trimmed.strip_prefix(URN).unwrap_or(trimmed);
        if id.is_empty() {
            return Err(Invalid::Empty);
        }
        let lower = id.to_ascii_lowercase();
        let well_formed = lower.len() >= 4 && lower.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-');
        if !well_formed {
            return Err(Invalid::ResourceIdShape);
        }
        // Broker can store at most 80 characters (facts broker-api 2.9).
        if lower.len() > 80 {
            return Err(Invalid::TooLong { limit: 80 });
        }
        if lower == id { Ok(Self(lower)) } else { Err(Invalid::ResourceIdUpperCase { lower }) }
    }
}

impl TryFrom<String> for ResourceId {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|invalid: Invalid| invalid.id().to_owned())
    }
}

impl From<ResourceId> for String {
    fn from(id: ResourceId) -> Self {
        id.0
    }
}

impl fmt::Display for ResourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_urn_prefix_is_stripped_and_upper_case_is_explained() {
        assert_eq!("urn:altinn:resource:acme-broker".parse::<ResourceId>().map(|id| id.to_string()), Ok("acme-broker".to_owned()));
        assert_eq!("Acme-Broker".parse::<ResourceId>(), Err(Invalid::ResourceIdUpperCase { lower: "acme-broker".to_owned() }));
        assert_eq!("abc".parse::<ResourceId>(), Err(Invalid::ResourceIdShape));
        assert_eq!("a/b/c".parse::<ResourceId>(), Err(Invalid::ResourceIdShape));
    }
}
