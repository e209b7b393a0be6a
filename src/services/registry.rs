//! The Resource Registry (facts platform E). Resources and policies are read without a token.

mod lists;
mod policy;
mod record;

use super::Services;
use super::http::{Answer, Endpoint};
use super::wire::{WireNames, or_none};
use crate::journey::Service;
use crate::values::{Approver, Names, OrgNumber, ResourceId};
use reqwest::{Method, StatusCode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use url::Url;

pub use lists::{ListedOwner, ListedResource};
pub use policy::{NewPolicy, POLICY_ACTIONS};
pub use record::ResourceRecord;

const BASE: &str = "resourceregistry/api/v1";

crate::choice! {
    /// Whether an access list limits who can use the resource.
    pub enum AccessListMode {
        /// No: everyone that the policy lets in.
        Disabled = "Disabled",
        /// Yes: only members of a list that is connected to the resource.
        Enabled = "Enabled",
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    pub id: String,
    pub titles: Names,
    /// Such as `BrokerService` or `GenericAccessResource`.
    pub resource_type: String,
    /// Whether rights to the resource can be given to a system user.
    pub delegable: bool,
    /// Such as `Active`, `Deprecated` or `Withdrawn`.
    pub status: Option<String>,
    pub owner: Option<OrgNumber>,
    pub owner_code: Option<String>,
    pub owner_names: Names,
    pub contact: Option<String>,
    pub access_list_mode: AccessListMode,
}

/// One rule of a policy: a subject that may do an action.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PolicyRule {
    /// Such as `urn:altinn:rolecode`, `urn:altinn:accesspackage`, `urn:altinn:org` or `urn:altinn:organization:identifier-no`.
    pub subject_type: String,
    /// A value of that type, such as `dagl`, `acme` or nine digits.
    pub subject: String,
    /// Such as `read`, `write` or `subscribe`.
    pub action: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireResource {
    identifier: String,
    #[serde(default)]
    title: WireNames,
    resource_type: Option<String>,
    delegable: Option<bool>,
    status: Option<String>,
    has_competent_authority: Option<Authority>,
    #[serde(default)]
    contact_points: Option<Vec<ContactPoint>>,
    access_list_mode: Option<String>,
}

#[derive(Deserialize)]
struct Authority {
    #[serde(default)]
    name: WireNames,
    organization: Option<String>,
    orgcode: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ContactPoint {
    email: Option<String>,
    contact_page: Option<String>,
    telephone: Option<String>,
}

#[derive(Deserialize)]
struct RuleAttribute {
    r#type: String,
    value: String,
}

#[derive(Deserialize)]
struct WireRule {
    #[serde(default)]
    subject: Vec<RuleAttribute>,
    action: RuleAttribute,
}

impl Services {
    /// `GET /resource/{id}`. None if it does not exist (404 or 204).
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn resource(&self, id: &ResourceId) -> Answer<Option<Resource>> {
        let url = self.platform(BASE, &["resource", id.as_str()]);
        self.read_or_none::<WireResource>(url, "registry.resource").await.map(|found| found.map(Resource::from))
    }

    /// `GET /resource/{id}/policy/rules`. None if there is no policy.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn policy_rules(&self, id: &ResourceId) -> Answer<Option<Vec<PolicyRule>>> {
        let url = self.platform(BASE, &["resource", id.as_str(), "policy", "rules"]);
        let rules = self.read_or_none::<Vec<WireRule>>(url, "registry.rules").await?;
        Ok(rules.map(|rules| rules.into_iter().flat_map(WireRule::rows).collect()))
    }

    /// Reads without a token. None for 404 and 204.
    async fn read_or_none<T: DeserializeOwned>(&self, url: Url, name: &'static str) -> Answer<Option<T>> {
        let Some(heard) = or_none(self.ask(Method::GET, url, Endpoint::usual(Service::ResourceRegistry, name)).answer().await)? else {
            return Ok(None);
        };
        if heard.status == StatusCode::NO_CONTENT { Ok(None) } else { heard.json().map(Some) }
    }
}

impl PolicyRule {
    /// Whether both let the same subject do the same. Roles, codes and actions are written in either case (facts platform E.1).
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let same = |one: &str, two: &str| one.eq_ignore_ascii_case(two);
        same(&self.subject_type, &other.subject_type) && same(&self.subject, &other.subject) && same(&self.action, &other.action)
    }

    /// The role or access package that it names, if it names one.
    #[must_use]
    pub fn approver(&self) -> Option<Approver> {
        let urn = format!("{}:{}", self.subject_type, self.subject);
        match self.subject_type.to_ascii_lowercase().as_str() {
            "urn:altinn:rolecode" | "urn:altinn:accesspackage" => urn.parse().ok(),
            _ => None,
        }
    }
}

impl From<WireResource> for Resource {
    fn from(wire: WireResource) -> Self {
        let owner = wire.has_competent_authority;
        let enabled = wire.access_list_mode.is_some_and(|mode| mode.eq_ignore_ascii_case("enabled"));
        Self {
            id: wire.identifier,
            titles: wire.title.names(),
            resource_type: wire.resource_type.unwrap_or_default(),
            // The registry's default (facts platform E).
            delegable: wire.delegable.unwrap_or(true),
            status: wire.status,
            owner: owner.as_ref().and_then(|owner| owner.organization.as_deref()).and_then(|number| number.parse().ok()),
            owner_code: owner.as_ref().and_then(|owner| owner.orgcode.clone()).filter(|code| !code.is_empty()),
            owner_names: owner.map(|owner| owner.name.names()).unwrap_or_default(),
            contact: wire.contact_points.unwrap_or_default().into_iter().find_map(ContactPoint::address),
            access_list_mode: if enabled { AccessListMode::Enabled } else { AccessListMode::Disabled },
        }
    }
}

impl ContactPoint {
    fn address(self) -> Option<String> {
        [self.email, self.contact_page, self.telephone].into_iter().flatten().find(|text| !text.trim().is_empty())
    }
}

impl WireRule {
    fn rows(self) -> impl Iterator<Item = PolicyRule> {
        let action = self.action.value;
        self.subject.into_iter().map(move |subject| PolicyRule {
            subject_type: subject.r#type,
            subject: subject.value,
            action: action.clone(),
        })
    }
}

#[cfg(test)]
mod tests;
