//! A resource as the Resource Registry stores and returns it (facts examples 10).

use super::binding::RESOURCE_TYPES;
use super::policy::Policy;
use crate::clock;
use crate::http::fields;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// Whether only members of an access list may use the resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum AccessListMode {
    #[default]
    Disabled,
    Enabled,
}

impl AccessListMode {
    fn word(self) -> &'static str {
        match self {
            Self::Disabled => "Disabled",
            Self::Enabled => "Enabled",
        }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Resource {
    pub identifier: String,
    /// The version. One counter serves the whole registry.
    pub version_id: u64,
    /// The owner's organisation number; none for a resource without an owner.
    pub owner: Option<String>,
    pub owner_code: Option<String>,
    /// `resourceType`; none if the resource has none.
    pub resource_type: String,
    /// Whether it can be delegated to system users.
    pub delegable: bool,
    pub access_list_mode: AccessListMode,
    /// Every other member, as it was sent: `title`, `description`, `contactPoints` …
    pub described: Map<String, Value>,
    pub policy: Option<Policy>,
    /// When the resource or its policy was last written. The epoch if the world's file is from before this was stored.
    #[serde(default)]
    pub updated: Timestamp,
}

/// The members in the order the service writes them (facts examples 10).
const ORDER: &[&str] = &[
    "identifier",
    "version",
    "title",
    "description",
    "rightDescription",
    "homepage",
    "status",
    "spatial",
    "contactPoints",
    "produces",
    "isPartOf",
    "thematicAreas",
    "resourceReferences",
    "delegable",
    "visible",
    "hasCompetentAuthority",
    "keywords",
    "accessListMode",
    "selfIdentifiedUserEnabled",
    "enterpriseUserEnabled",
    "resourceType",
    "availableForType",
    "consentTemplate",
    "consentText",
    "consentMetadata",
    "isOneTimeConsent",
    "versionId",
];

impl Resource {
    /// The Maskinporten scopes that it refers to: the references of type `MaskinportenScope`, whatever the resource's own type.
    #[must_use]
    pub fn scopes(&self) -> Vec<&str> {
        let references = self.described.get("resourceReferences").and_then(Value::as_array).into_iter().flatten();
        let of_scopes = references.filter_map(Value::as_object).filter(|reference| {
            fields::text(reference, "referenceType").is_some_and(|kind| kind.eq_ignore_ascii_case("MaskinportenScope"))
        });
        of_scopes.filter_map(|reference| fields::text(reference, "reference")).collect()
    }

    /// When the resource or its policy was last written.
    #[must_use]
    pub fn changed(&self) -> Timestamp {
        self.updated
    }

    /// Reads a create or update body that has passed the rules.
    #[must_use]
    pub fn read(body: &Map<String, Value>) -> Self {
        let authority = fields::member(body, "hasCompetentAuthority").and_then(Value::as_object);
        let of_authority =
            |name: &str| authority.and_then(|authority| fields::text(authority, name)).filter(|text| !text.is_empty()).map(str::to_owned);
        let mut described = Map::new();
        for name in ORDER {
            if let Some(value) = fields::member(body, name).filter(|value| !value.is_null()) {
                described.insert((*name).to_owned(), value.clone());
            }
        }
        let enabled = fields::text(body, "accessListMode").is_some_and(|mode| mode.eq_ignore_ascii_case("Enabled"));
        Self {
            identifier: fields::text(body, "identifier").unwrap_or_default().to_owned(),
            version_id: 0,
            owner: of_authority("organization"),
            owner_code: of_authority("orgcode"),
            resource_type: fields::text(body, "resourceType").unwrap_or(RESOURCE_TYPES[0]).to_owned(),
            delegable: fields::member(body, "delegable").and_then(Value::as_bool).unwrap_or(true),
            access_list_mode: if enabled { AccessListMode::Enabled } else { AccessListMode::Disabled },
            described,
            policy: None,
            updated: clock::now(),
        }
    }

    /// The answer to `GET /resource/{id}`: members in the service's order, without null members.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut written = Map::new();
        for name in ORDER {
            let own = match *name {
                "identifier" => Some(json!(self.identifier)),
                "delegable" => Some(json!(self.delegable)),
                "accessListMode" => Some(json!(self.access_list_mode.word())),
                "resourceType" => Some(json!(self.resource_type)),
                "versionId" => Some(json!(self.version_id)),
                other => self.described.get(other).cloned().or_else(|| default_of(other)),
            };
            if let Some(value) = own {
                written.insert((*name).to_owned(), value);
            }
        }
        Value::Object(written)
    }
}

fn default_of(name: &str) -> Option<Value> {
    match name {
        "visible" => Some(json!(true)),
        "selfIdentifiedUserEnabled" | "enterpriseUserEnabled" | "isOneTimeConsent" => Some(json!(false)),
        _ => None,
    }
}
