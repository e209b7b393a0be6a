//! Checks the members of a resource's body and their JSON types (facts platform E: fields and their values).

use crate::http::binding::JsonType;

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

pub(super) const MEMBERS: &[(&str, JsonType)] = &[
    ("identifier", JsonType::Text),
    ("version", JsonType::Text),
    ("title", JsonType::TextMap),
    ("description", JsonType::TextMap),
    ("rightDescription", JsonType::TextMap),
    ("homepage", JsonType::Text),
    ("status", JsonType::Text),
    ("contactPoints", JsonType::List),
    ("delegable", JsonType::Boolean),
    ("visible", JsonType::Boolean),
    ("hasCompetentAuthority", JsonType::Object),
    ("keywords", JsonType::List),
    ("resourceReferences", JsonType::List),
    ("accessListMode", JsonType::EnumValue(MODES)),
    ("selfIdentifiedUserEnabled", JsonType::Boolean),
    ("enterpriseUserEnabled", JsonType::Boolean),
    ("resourceType", JsonType::EnumValue(RESOURCE_TYPES)),
    ("availableForType", JsonType::EnumValues(PARTIES)),
    ("isOneTimeConsent", JsonType::Boolean),
];
