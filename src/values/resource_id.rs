//! Ids in the Resource Registry.

use super::Invalid;
use super::typed::word;
use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use url::Url;

const URN: &str = "urn:altinn:resource:";

/// The id of a resource: `^[a-z0-9_-]{4,}$` (facts platform E). A URN prefix is removed when read, and
/// the id is taken out of an address that names a resource.
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
        let typed = word(text);
        let named = if typed.contains("://") { Some(named_by(&typed).ok_or(Invalid::ResourceIdAddress)?) } else { None };
        let whole = named.as_deref().unwrap_or(&typed);
        let is_urn = whole.get(..URN.len()).is_some_and(|start| start.eq_ignore_ascii_case(URN));
        let id = if is_urn { whole.get(URN.len()..).unwrap_or_default() } else { whole };
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

/// The id in an address of a resource: after `/resource/` in the Resource Registry, in Altinn Studio and in Broker, or in the query
/// with which transfers are listed.
fn named_by(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let segments: Vec<&str> = url.path_segments().into_iter().flatten().collect();
    let after = segments.iter().rposition(|part| part.eq_ignore_ascii_case("resource")).and_then(|at| segments.get(at + 1));
    let in_query = || url.query_pairs().find(|(name, _)| matches!(name.as_ref(), "resourceId" | "resource" | "resourceid"));
    let named = after.map(|id| percent_decode_str(id).decode_utf8_lossy().into_owned()).filter(|id| !id.is_empty());
    named.or_else(|| in_query().map(|(_, id)| id.into_owned()))
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
    fn the_id_is_taken_out_of_an_address() {
        for address in [
            "https://platform.tt02.altinn.no/resourceregistry/api/v1/resource/acme-broker",
            "https://platform.altinn.no/resourceregistry/api/v1/resource/acme-broker/policy",
            "https://altinn.studio/resourceadm/acme/acme-resources/resource/acme-broker/about",
            "https://platform.tt02.altinn.no/broker/api/v1/resource/urn%3Aaltinn%3Aresource%3Aacme-broker",
            "https://platform.tt02.altinn.no/broker/api/v1/filetransfer?resourceId=acme-broker&status=Published",
            "URN:altinn:resource:acme-broker",
            "“acme\u{200b}‑broker”\u{a0}",
        ] {
            assert_eq!(address.parse::<ResourceId>().map(|id| id.to_string()), Ok("acme-broker".to_owned()), "{address}");
        }
        assert_eq!("https://altinn.no/acme-broker".parse::<ResourceId>(), Err(Invalid::ResourceIdAddress));
    }

    #[test]
    fn the_urn_prefix_is_stripped_and_upper_case_is_explained() {
        assert_eq!("urn:altinn:resource:acme-broker".parse::<ResourceId>().map(|id| id.to_string()), Ok("acme-broker".to_owned()));
        assert_eq!("Acme-Broker".parse::<ResourceId>(), Err(Invalid::ResourceIdUpperCase { lower: "acme-broker".to_owned() }));
        assert_eq!("abc".parse::<ResourceId>(), Err(Invalid::ResourceIdShape));
        assert_eq!("a/b/c".parse::<ResourceId>(), Err(Invalid::ResourceIdShape));
    }
}
