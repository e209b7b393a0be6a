//! Checks the members of a resource's body and their JSON types (facts platform E: fields and their values).

use crate::http::binding::Kind;

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

pub(super) const MEMBERS: &[(&str, Kind)] = &[
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
