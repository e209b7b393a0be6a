//! The filters of an Altinn Events subscription (facts platform F).

use super::typed::word;
use super::{Invalid, OrgNumber, ResourceId};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

const PREFIX: &str = "no.altinn.broker.";
/// The types of all events that Broker sends, without the prefix, in lower case (facts platform F.3).
const KNOWN: [&str; 8] = [
    "filetransferinitialized",
    "uploadprocessing",
    "published",
    "uploadfailed",
    "downloadconfirmed",
    "allconfirmeddownloaded",
    "filepurged",
    "fileneverconfirmeddownloaded",
];

/// The type of a Broker event, in lower case as Events compares it.
///
/// Reads the old documentation's spelling too (`no.altinn.broker.Published`), which would match no event if it were sent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EventType(String);

impl EventType {
    /// The full type, such as `no.altinn.broker.published`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a recipient must confirm a file before such an event comes (facts broker-api 5.2).
    #[must_use]
    pub fn comes_of_a_recipient(&self) -> bool {
        matches!(self.0.strip_prefix(PREFIX), Some("downloadconfirmed" | "allconfirmeddownloaded"))
    }

    /// Every type that Broker sends.
    pub fn all() -> impl Iterator<Item = Self> {
        KNOWN.iter().map(|suffix| Self(format!("{PREFIX}{suffix}")))
    }
}

impl FromStr for EventType {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let lower = word(text).to_ascii_lowercase();
        let suffix = lower.strip_prefix(PREFIX).unwrap_or(&lower);
        match suffix {
            "" => Err(Invalid::Empty),
            known if KNOWN.contains(&known) => Ok(Self(format!("{PREFIX}{known}"))),
            _ => Err(Invalid::EventTypeUnknown { given: text.trim().to_owned() }),
        }
    }
}

impl TryFrom<String> for EventType {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|invalid: Invalid| invalid.id().to_owned())
    }
}

impl From<EventType> for String {
    fn from(event_type: EventType) -> Self {
        event_type.0
    }
}

impl fmt::Display for EventType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `urn:altinn:resource:<id>` in lower case, as Events requires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceFilter(String);

impl ResourceFilter {
    #[must_use]
    pub fn of(resource: &ResourceId) -> Self {
        Self(resource.urn())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `urn:altinn:organization:identifier-no:<nine digits>`, the only form of subject that tells Events the party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectFilter(String);

impl SubjectFilter {
    #[must_use]
    pub fn of(party: &OrgNumber) -> Self {
        Self(party.urn())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_documentations_capital_letter_is_corrected() {
        assert_eq!("no.altinn.broker.Published".parse::<EventType>().map(|t| t.to_string()), Ok("no.altinn.broker.published".to_owned()));
        assert_eq!("published".parse::<EventType>().map(|t| t.to_string()), Ok("no.altinn.broker.published".to_owned()));
        assert!(matches!("no.altinn.broker.sent".parse::<EventType>(), Err(Invalid::EventTypeUnknown { .. })));
    }
}
