//! The registry's open lists: every resource, and the service owners (facts platform E). Both are read without a token.

use super::{BASE, WireResource};
use crate::journey::Service;
use crate::services::http::{Answer, Endpoint};
use crate::services::wire::WireNames;
use crate::services::{Foreign, Services};
use crate::values::{Names, OrgNumber, ResourceId};
use reqwest::Method;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// A resource of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedResource {
    pub id: ResourceId,
    pub titles: Names,
    /// Such as `BrokerService`.
    pub resource_type: String,
    /// Such as `Active`, `Deprecated` or `Withdrawn`.
    pub status: Option<String>,
    pub owner: Option<OrgNumber>,
    pub owner_code: Option<String>,
    pub owner_names: Names,
}

/// A service owner of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedOwner {
    /// Such as `digdir`.
    pub code: String,
    /// None for the test owner, which has no number.
    pub number: Option<OrgNumber>,
    pub names: Names,
}

#[derive(Deserialize)]
struct WireOwners {
    orgs: Map<String, Value>,
}

#[derive(Deserialize)]
struct WireListedOwner {
    #[serde(default)]
    name: WireNames,
    orgnr: Option<String>,
}

impl Services {
    /// `GET /resource/resourcelist`, without apps and services of Altinn 2, through which no files go. A row that cannot be read is
    /// left out.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn resource_list(&self) -> Answer<Vec<ListedResource>> {
        let mut url = self.platform(BASE, &["resource", "resourcelist"]);
        url.query_pairs_mut().append_pair("includeApps", "false").append_pair("includeAltinn2", "false");
        let heard = self.ask(Method::GET, url, Endpoint::list(Service::ResourceRegistry, "registry.resourcelist")).answer().await?;
        let rows: Vec<Value> = heard.json()?;
        let is_list_of_others = !rows.is_empty();
        let read: Vec<ListedResource> = rows.into_iter().filter_map(read).filter_map(listed).collect();
        if read.is_empty() && is_list_of_others { Err(heard.foreign(Foreign::Unreadable)) } else { Ok(read) }
    }

    /// `GET /resource/orgs`: the service owners by their codes.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn service_owners(&self) -> Answer<Vec<ListedOwner>> {
        let url = self.platform(BASE, &["resource", "orgs"]);
        let heard = self.ask(Method::GET, url, Endpoint::list(Service::ResourceRegistry, "registry.orgs")).answer().await?;
        let list: WireOwners = heard.json()?;
        let owner = |(code, row)| {
            let owner: WireListedOwner = read(row)?;
            let number = owner.orgnr.as_deref().and_then(|number| number.parse().ok());
            Some(ListedOwner { code, number, names: owner.name.names() })
        };
        Ok(list.orgs.into_iter().filter_map(owner).collect())
    }
}

fn read<T: DeserializeOwned>(row: Value) -> Option<T> {
    serde_json::from_value(row).ok()
}

fn listed(row: WireResource) -> Option<ListedResource> {
    let owner = row.has_competent_authority;
    Some(ListedResource {
        id: row.identifier.parse().ok()?,
        titles: row.title.names(),
        resource_type: row.resource_type.unwrap_or_default(),
        status: row.status,
        owner: owner.as_ref().and_then(|owner| owner.organization.as_deref()).and_then(|number| number.parse().ok()),
        owner_code: owner.as_ref().and_then(|owner| owner.orgcode.clone()).filter(|code| !code.is_empty()),
        owner_names: owner.map(|owner| owner.name.names()).unwrap_or_default(),
    })
}

#[cfg(test)]
#[path = "lists_tests.rs"]
mod tests;
