//! What the framework makes of a resource's body before any rule looks at it (platform facts, E: fields and their values).

use crate::sandbox::fields;
use serde_json::{Map, Value};

/// What a member may be; null is always left to the rules.
enum Kind {
    Text,
    Truth,
    Object,
    /// Texts by language.
    Texts,
    List,
    /// One of the service's words, without regard to case.
    Word(&'static [&'static str]),
    Words(&'static [&'static str]),
}

pub(super) const RESOURCE_TYPES: &[&str] = &[
    "Default",
    "Systemresource",
    "MaskinportenSchema",
    "Altinn2Service",
    "AltinnApp",
    "GenericAccessResource",
    "BrokerService",
    "CorrespondenceService",
    "Consent",
    "MigratedApp",
];
const MODES: &[&str] = &["Disabled", "Enabled"];
const PARTIES: &[&str] = &["PrivatePerson", "LegalEntityEnterprise", "Company", "BankruptcyEstate", "SelfRegisteredUser"];

const MEMBERS: &[(&str, Kind)] = &[
    ("identifier", Kind::Text),
    ("version", Kind::Text),
    ("title", Kind::Texts),
    ("description", Kind::Texts),
    ("rightDescription", Kind::Texts),
    ("homepage", Kind::Text),
    ("status", Kind::Text),
    ("contactPoints", Kind::List),
    ("delegable", Kind::Truth),
    ("visible", Kind::Truth),
    ("hasCompetentAuthority", Kind::Object),
    ("keywords", Kind::List),
    ("resourceReferences", Kind::List),
    ("accessListMode", Kind::Word(MODES)),
    ("selfIdentifiedUserEnabled", Kind::Truth),
    ("enterpriseUserEnabled", Kind::Truth),
    ("resourceType", Kind::Word(RESOURCE_TYPES)),
    ("availableForType", Kind::Words(PARTIES)),
    ("isOneTimeConsent", Kind::Truth),
];

/// The first member that cannot be read: its path, and the framework's text.
pub(super) fn complaint(body: &Map<String, Value>) -> Option<(String, String)> {
    let wrong =
        MEMBERS.iter().find(|(name, kind)| fields::member(body, name).is_some_and(|value| !value.is_null() && !fits(kind, value)))?;
    let path = format!("$.{}", wrong.0);
    let text = format!("The JSON value could not be converted. Path: {path} | LineNumber: 0 | BytePositionInLine: 0.");
    Some((path, text))
}

fn fits(kind: &Kind, value: &Value) -> bool {
    match kind {
        Kind::Text => value.is_string(),
        Kind::Truth => value.is_boolean(),
        Kind::Object => value.is_object(),
        Kind::Texts => value.as_object().is_some_and(|texts| texts.values().all(|text| text.is_string() || text.is_null())),
        Kind::List => value.is_array(),
        Kind::Word(words) => word(words, value).is_some(),
        Kind::Words(words) => value.as_array().is_some_and(|list| list.iter().all(|value| word(words, value).is_some())),
    }
}

/// A word as the service writes it.
pub(super) fn word(words: &[&'static str], value: &Value) -> Option<&'static str> {
    let given = value.as_str()?;
    words.iter().copied().find(|known| known.eq_ignore_ascii_case(given))
}
