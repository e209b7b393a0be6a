//! What the calls that write a resource read their bodies into (facts platform E: fields and their values).

use crate::json::{Member, Record, Shape, optional};

pub(crate) const RESOURCE_TYPES: &[&str] = &[
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

const TEXTS: Shape = Shape::Map("System.Collections.Generic.Dictionary`2[System.String,System.String]", &Shape::Text);
const PARTY: Shape = Shape::Enum("Altinn.ResourceRegistry.Core.Enums.ResourcePartyType", PARTIES);

static AUTHORITY: Record = Record {
    name: "Altinn.ResourceRegistry.Core.Models.CompetentAuthority",
    members: &[optional("name", TEXTS), optional("organization", Shape::Text), optional("orgcode", Shape::Text)],
};

/// A list of objects that the sandbox keeps as they are.
const fn list_of(name: &'static str) -> Shape {
    Shape::List(name, &Shape::Any)
}

const MEMBERS: &[Member] = &[
    optional("identifier", Shape::Text),
    optional("version", Shape::Text),
    optional("title", TEXTS),
    optional("description", TEXTS),
    optional("rightDescription", TEXTS),
    optional("homepage", Shape::Text),
    optional("status", Shape::Text),
    optional("spatial", Shape::Any),
    optional("contactPoints", list_of("System.Collections.Generic.List`1[Altinn.ResourceRegistry.Core.Models.ContactPoint]")),
    optional("produces", Shape::Any),
    optional("isPartOf", Shape::Text),
    optional("thematicAreas", Shape::Any),
    optional("resourceReferences", list_of("System.Collections.Generic.List`1[Altinn.ResourceRegistry.Core.Models.ResourceReference]")),
    optional("delegable", Shape::Boolean),
    optional("visible", Shape::Boolean),
    optional("hasCompetentAuthority", Shape::Object(&AUTHORITY)),
    optional("keywords", list_of("System.Collections.Generic.List`1[Altinn.ResourceRegistry.Core.Models.Keyword]")),
    optional("accessListMode", Shape::Enum("Altinn.ResourceRegistry.Core.Enums.ResourceAccessListMode", MODES)),
    optional("selfIdentifiedUserEnabled", Shape::Boolean),
    optional("enterpriseUserEnabled", Shape::Boolean),
    optional("resourceType", Shape::Enum("Altinn.ResourceRegistry.Core.Enums.ResourceType", RESOURCE_TYPES)),
    optional(
        "availableForType",
        Shape::List("System.Collections.Generic.List`1[Altinn.ResourceRegistry.Core.Enums.ResourcePartyType]", &PARTY),
    ),
    optional("consentTemplate", Shape::Any),
    optional("consentText", Shape::Any),
    optional("consentMetadata", Shape::Any),
    optional("isOneTimeConsent", Shape::Boolean),
];

pub(super) static RESOURCE: Record = Record { name: "Altinn.ResourceRegistry.Core.Models.ServiceResource", members: MEMBERS };
