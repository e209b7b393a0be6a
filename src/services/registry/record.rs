//! A resource as the registry gives it back, with every member, so that changing one part keeps the others.

use super::{AccessListMode, BASE};
use crate::journey::Service;
use crate::services::http::{Answer, Endpoint};
use crate::services::wire::or_none;
use crate::services::{Foreign, Services, Token};
use crate::values::{OrgNumber, ResourceId};
use reqwest::{Method, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use url::Url;

const ACCESS_LIST_MODE: &str = "accessListMode";
/// The registry's own count of a resource's versions, which grows with every change.
const VERSION: &str = "versionId";

/// A resource with every member.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ResourceRecord(Map<String, Value>);

/// Two are the same if every member is, but for the count of versions.
impl PartialEq for ResourceRecord {
    fn eq(&self, other: &Self) -> bool {
        self.members() == other.members()
    }
}

impl Eq for ResourceRecord {}

impl ResourceRecord {
    /// A resource of these members.
    #[must_use]
    pub const fn of(members: Map<String, Value>) -> Self {
        Self(members)
    }

    /// Every member but the count of versions.
    #[must_use]
    pub fn members(&self) -> Map<String, Value> {
        let mut members = self.0.clone();
        members.remove(VERSION);
        members
    }

    /// The body that puts it into the registry, as indented JSON.
    #[must_use]
    pub fn text(&self) -> String {
        // This cannot fail: it was read from JSON.
        serde_json::to_string_pretty(&self.members()).unwrap_or_default()
    }

    /// The organisation that owns it, if the registry names one.
    #[must_use]
    pub fn owner(&self) -> Option<OrgNumber> {
        self.0.get("hasCompetentAuthority")?.get("organization")?.as_str()?.parse().ok()
    }

    /// The code of the service owner, such as `digdir`.
    #[must_use]
    pub fn owner_code(&self) -> Option<String> {
        let code = self.0.get("hasCompetentAuthority")?.get("orgcode")?.as_str()?;
        (!code.is_empty()).then(|| code.to_owned())
    }

    /// A member as it stands there.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// The same resource with this member.
    #[must_use]
    pub fn with(&self, name: &str, value: Value) -> Self {
        let mut members = self.0.clone();
        members.insert(name.to_owned(), value);
        Self(members)
    }

    #[must_use]
    pub fn access_list_mode(&self) -> AccessListMode {
        let mode = self.0.get(ACCESS_LIST_MODE).and_then(Value::as_str);
        if mode.is_some_and(|mode| mode.eq_ignore_ascii_case("enabled")) { AccessListMode::Enabled } else { AccessListMode::Disabled }
    }

    /// The same resource with this mode.
    #[must_use]
    pub fn with_access_list_mode(&self, mode: AccessListMode) -> Self {
        self.with(ACCESS_LIST_MODE, json!(mode.name()))
    }
}

impl Services {
    /// The address of one resource.
    #[must_use]
    pub fn resource_address(&self, id: &ResourceId) -> Url {
        self.platform(BASE, &["resource", id.as_str()])
    }

    /// `GET /resource/{id}` with every member. None if it does not exist (404 or 204).
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn resource_record(&self, id: &ResourceId) -> Answer<Option<ResourceRecord>> {
        let endpoint = Endpoint::usual(Service::ResourceRegistry, "registry.resource");
        let heard = or_none(self.ask(Method::GET, self.resource_address(id), endpoint).answer().await)?;
        let Some(heard) = heard.filter(|heard| heard.status != StatusCode::NO_CONTENT) else { return Ok(None) };
        match heard.body.exact() {
            Some(Value::Object(members)) => Ok(Some(ResourceRecord(members))),
            _ => Err(heard.foreign(Foreign::Unreadable)),
        }
    }

    /// The address at which resources are made.
    #[must_use]
    pub fn resources_address(&self) -> Url {
        self.platform(BASE, &["resource"])
    }

    /// `POST /resource`: makes a resource.
    ///
    /// # Errors
    /// A 409 if the id is in use or was once, the refusal (an empty 403 if the resource names another owner), or any other problem.
    pub async fn add_resource(&self, token: &Token, record: &ResourceRecord) -> Answer<()> {
        let endpoint = Endpoint::usual(Service::ResourceRegistry, "registry.add");
        let ask = self.ask(Method::POST, self.resources_address(), endpoint).bearer(token).json(&record.members());
        ask.answer().await.map(drop)
    }

    /// `DELETE /resource/{id}`. In production nothing can be deleted (facts platform E). One that is not there stays so.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn delete_resource(&self, token: &Token, id: &ResourceId) -> Answer<()> {
        let endpoint = Endpoint::usual(Service::ResourceRegistry, "registry.delete");
        or_none(self.ask(Method::DELETE, self.resource_address(id), endpoint).bearer(token).answer().await).map(drop)
    }

    /// `PUT /resource/{id}`: replaces every member.
    ///
    /// # Errors
    /// The refusal (an empty 403 if the resource is another's), or any other problem.
    pub async fn replace_resource(&self, token: &Token, id: &ResourceId, record: &ResourceRecord) -> Answer<()> {
        let endpoint = Endpoint::usual(Service::ResourceRegistry, "registry.replace");
        let ask = self.ask(Method::PUT, self.resource_address(id), endpoint).bearer(token).json(&record.members());
        ask.answer().await.map(drop)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::services::stub_server::{StubServer, token, with_headers};

    #[tokio::test]
    async fn what_was_not_changed_is_put_back_as_it_was_read() {
        let id: ResourceId = "acme-broker-test".parse().unwrap();
        let read = json!({"identifier": "acme-broker-test", "keywords": [{"word": "filer", "language": "nb"}],
            "accessListMode": "Disabled", "versionId": 17});
        let record = StubServer::json(200, &read).services.resource_record(&id).await.unwrap().unwrap();
        let changed = record.with_access_list_mode(AccessListMode::Enabled);
        assert_eq!((record.access_list_mode(), changed.access_list_mode()), (AccessListMode::Disabled, AccessListMode::Enabled));
        let stub = StubServer::new(vec![with_headers(200, "", "")]);
        stub.services.replace_resource(&token().0, &id, &changed).await.unwrap();
        let request = stub.request();
        assert_eq!(request.line(), "PUT /resourceregistry/api/v1/resource/acme-broker-test");
        let sent: Value = serde_json::from_slice(&request.body).unwrap();
        let wanted =
            json!({"identifier": "acme-broker-test", "keywords": [{"word": "filer", "language": "nb"}], "accessListMode": "Enabled"});
        assert_eq!(sent, wanted);
        assert_ne!(record, changed);
    }
}
