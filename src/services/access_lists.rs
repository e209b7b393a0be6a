//! The access lists of a service owner (facts platform E.2). Only their owner may read and change them.

use super::http::{Answer, Endpoint};
use super::pages::MOST_PAGES;
use super::wire::or_none;
use super::{Services, Token};
use crate::journey::Service;
use crate::values::{OrgNumber, ResourceId};
use reqwest::Method;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use url::Url;

const BASE: &str = "resourceregistry/api/v1";
const ORGANISATION: &str = "urn:altinn:organization:identifier-no";
/// How many members one call may add or remove.
pub const MOST_MEMBERS: usize = 100;

/// The place of a list: the owner's code and the list's id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPlace {
    pub owner: String,
    pub id: String,
}

/// A list without its members.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct AccessList {
    #[serde(rename = "identifier")]
    pub id: String,
    #[serde(default)]
    pub name: String,
}

/// A resource that a list is connected to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListConnection {
    #[serde(rename = "resourceIdentifier")]
    pub resource: String,
    #[serde(default)]
    action_filters: Option<Vec<String>>,
}

impl ListConnection {
    /// The actions that the list allows there. Empty means all.
    #[must_use]
    pub fn actions(&self) -> &[String] {
        self.action_filters.as_deref().unwrap_or_default()
    }

    /// Whether it is one to this resource.
    #[must_use]
    pub fn is_to(&self, resource: &ResourceId) -> bool {
        self.resource.eq_ignore_ascii_case(resource.as_str())
    }
}

/// A member of an access list that is connected to the resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessListMember {
    pub list: String,
    pub organisation: OrgNumber,
    /// The actions that the list allows. Empty means all.
    pub actions: Vec<String>,
}

#[derive(Deserialize)]
struct Member {
    #[serde(default)]
    identifiers: BTreeMap<String, serde_json::Value>,
}

impl Member {
    fn organisation(&self) -> Option<OrgNumber> {
        self.identifiers.get(ORGANISATION)?.as_str()?.parse().ok()
    }
}

#[derive(Serialize)]
struct WireMembers {
    data: Vec<String>,
}

impl WireMembers {
    fn of(organisations: &[OrgNumber]) -> Self {
        Self { data: organisations.iter().map(|number| format!("{ORGANISATION}:{}", number.digits())).collect() }
    }
}

/// The body that makes a list, as indented JSON.
#[must_use]
pub fn list_body(name: &str) -> String {
    shown(&json!({ "name": name }))
}

/// The body that adds or removes these members, as indented JSON.
#[must_use]
pub fn members_body(organisations: &[OrgNumber]) -> String {
    shown(&WireMembers::of(organisations))
}

fn shown(body: &impl Serialize) -> String {
    // This cannot fail: the bodies consist of text only.
    serde_json::to_string_pretty(body).unwrap_or_default()
}

impl Services {
    /// The address of a list.
    #[must_use]
    pub fn list_address(&self, list: &ListPlace) -> Url {
        self.platform(BASE, &["access-lists", &list.owner, &list.id])
    }

    /// The address of a list's members.
    #[must_use]
    pub fn members_address(&self, list: &ListPlace) -> Url {
        self.platform(BASE, &["access-lists", &list.owner, &list.id, "members"])
    }

    /// The address of a list's connection to a resource.
    #[must_use]
    pub fn list_connection_address(&self, list: &ListPlace, resource: &ResourceId) -> Url {
        self.platform(BASE, &["access-lists", &list.owner, &list.id, "resource-connections", resource.as_str()])
    }

    /// `GET /access-lists/{owner}`: the lists of a service owner.
    ///
    /// # Errors
    /// The refusal (an empty 403 for another's code), or any other problem.
    pub async fn access_lists(&self, token: &Token, owner_code: &str) -> Answer<Vec<AccessList>> {
        self.all_pages(token, self.platform(BASE, &["access-lists", owner_code]), "registry.lists").await
    }

    /// `GET /access-lists/{owner}/{id}`. None if there is no such list.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn access_list(&self, token: &Token, list: &ListPlace) -> Answer<Option<AccessList>> {
        let endpoint = Endpoint::usual(Service::ResourceRegistry, "registry.list");
        let heard = or_none(self.ask(Method::GET, self.list_address(list), endpoint).bearer(token).answer().await)?;
        heard.map(|heard| heard.json()).transpose()
    }

    /// The resources that a list is connected to.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn list_connections(&self, token: &Token, list: &ListPlace) -> Answer<Vec<ListConnection>> {
        let url = self.platform(BASE, &["access-lists", &list.owner, &list.id, "resource-connections"]);
        self.all_pages(token, url, "registry.connections").await
    }

    /// The organisations on a list. Members that are no organisations are left out.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn list_members(&self, token: &Token, list: &ListPlace) -> Answer<Vec<OrgNumber>> {
        let rows: Vec<Member> = self.all_pages(token, self.members_address(list), "registry.members").await?;
        Ok(rows.iter().filter_map(Member::organisation).collect())
    }

    /// The lists that are connected to the resource, each with the connection. Makes one call more than there are lists.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn lists_of_resource(&self, token: &Token, owner_code: &str, id: &ResourceId) -> Answer<Vec<(AccessList, ListConnection)>> {
        let mut found = Vec::new();
        for list in self.access_lists(token, owner_code).await? {
            let place = ListPlace { owner: owner_code.to_owned(), id: list.id.clone() };
            let connections = self.list_connections(token, &place).await?;
            let connected = connections.into_iter().find(|connection| connection.resource.eq_ignore_ascii_case(id.as_str()));
            found.extend(connected.map(|connection| (list, connection)));
        }
        Ok(found)
    }

    /// The members of the access lists that are connected to the resource. Makes several calls for each list.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn access_list_members(&self, token: &Token, owner_code: &str, id: &ResourceId) -> Answer<Vec<AccessListMember>> {
        let mut members = Vec::new();
        for (list, connection) in self.lists_of_resource(token, owner_code, id).await? {
            let place = ListPlace { owner: owner_code.to_owned(), id: list.id.clone() };
            members.extend(self.list_members(token, &place).await?.into_iter().map(|organisation| AccessListMember {
                list: list.id.clone(),
                organisation,
                actions: connection.actions().to_vec(),
            }));
        }
        Ok(members)
    }

    /// `PUT /access-lists/{owner}/{id}`: makes a list, or gives it another name. Whoever must not rename one reads it first.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn put_access_list(&self, token: &Token, list: &ListPlace, name: &str) -> Answer<()> {
        let endpoint = Endpoint::usual(Service::ResourceRegistry, "registry.put-list");
        self.ask(Method::PUT, self.list_address(list), endpoint).bearer(token).json(&json!({ "name": name })).answer().await.map(drop)
    }

    /// `DELETE /access-lists/{owner}/{id}`, with its members and connections. One that is not there stays so.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn delete_access_list(&self, token: &Token, list: &ListPlace) -> Answer<()> {
        let endpoint = Endpoint::usual(Service::ResourceRegistry, "registry.delete-list");
        self.ask(Method::DELETE, self.list_address(list), endpoint).bearer(token).answer().await.map(drop)
    }

    /// `PUT …/resource-connections/{resource}` without action filters, which would keep events from the members (facts platform E.1).
    /// It takes the filters off a connection that has some.
    ///
    /// # Errors
    /// `RR-00002` (no such resource), `RR-00004` (another owner's), or any other problem.
    pub async fn connect_list(&self, token: &Token, list: &ListPlace, resource: &ResourceId) -> Answer<()> {
        let endpoint = Endpoint::usual(Service::ResourceRegistry, "registry.connect");
        let ask = self.ask(Method::PUT, self.list_connection_address(list, resource), endpoint);
        ask.bearer(token).json(&json!({})).answer().await.map(drop)
    }

    /// `DELETE …/resource-connections/{resource}`. A connection that is not there stays so.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn disconnect_list(&self, token: &Token, list: &ListPlace, resource: &ResourceId) -> Answer<()> {
        let endpoint = Endpoint::usual(Service::ResourceRegistry, "registry.disconnect");
        self.ask(Method::DELETE, self.list_connection_address(list, resource), endpoint).bearer(token).answer().await.map(drop)
    }

    /// `POST …/members`: adds these. Those who are on the list already stay. At most [`MOST_MEMBERS`] at a time.
    ///
    /// # Errors
    /// `RR-00001` if one of them is no party that Altinn knows, or any other problem.
    pub async fn add_members(&self, token: &Token, list: &ListPlace, organisations: &[OrgNumber]) -> Answer<()> {
        self.change_members(Method::POST, token, list, organisations).await
    }

    /// `DELETE …/members`: removes these. At most [`MOST_MEMBERS`] at a time.
    ///
    /// # Errors
    /// `RR-00001` if one of them is no party that Altinn knows, or any other problem.
    pub async fn remove_members(&self, token: &Token, list: &ListPlace, organisations: &[OrgNumber]) -> Answer<()> {
        self.change_members(Method::DELETE, token, list, organisations).await
    }

    async fn change_members(&self, method: Method, token: &Token, list: &ListPlace, organisations: &[OrgNumber]) -> Answer<()> {
        let endpoint = Endpoint::usual(Service::ResourceRegistry, "registry.change-members");
        let ask = self.ask(method, self.members_address(list), endpoint).bearer(token);
        ask.json(&WireMembers::of(organisations)).answer().await.map(drop)
    }

    async fn all_pages<T: DeserializeOwned>(&self, token: &Token, first: Url, name: &'static str) -> Answer<Vec<T>> {
        self.pages(token, first, Endpoint::usual(Service::ResourceRegistry, name), MOST_PAGES).await
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
