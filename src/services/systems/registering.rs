//! Registering a system, changing it and deleting it (facts platform D.1; facts examples 16 to 18).

use super::{BASE, Right};
use crate::journey::Service;
use crate::services::http::{Answer, Endpoint};
use crate::services::wire::or_none;
use crate::services::{Foreign, Services, Token};
use crate::values::{ClientId, InLanguages, OrgNumber, RedirectUrl, ResourceId, SystemId};
use reqwest::Method;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use url::Url;
use uuid::Uuid;

/// The register wants the vendor's authority; it never gives it back.
const AUTHORITY: &str = "iso6523-actorid-upis";

/// A system to register. Nobody but its vendor sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSystem {
    pub id: SystemId,
    /// Who registers it: the owner of the client.
    pub vendor: OrgNumber,
    pub name: InLanguages,
    pub description: InLanguages,
    pub resource: ResourceId,
    pub client: ClientId,
    pub redirect_urls: Vec<RedirectUrl>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireNewSystem<'a> {
    id: &'a str,
    vendor: WireVendor,
    name: &'a InLanguages,
    description: &'a InLanguages,
    rights: [Right; 1],
    client_id: [String; 1],
    is_visible: bool,
    #[serde(skip_serializing_if = "<[RedirectUrl]>::is_empty")]
    allowed_redirect_urls: &'a [RedirectUrl],
}

#[derive(Serialize)]
struct WireVendor {
    authority: &'static str,
    #[serde(rename = "ID")]
    id: String,
}

impl<'a> From<&'a NewSystem> for WireNewSystem<'a> {
    fn from(new: &'a NewSystem) -> Self {
        Self {
            id: new.id.as_str(),
            vendor: WireVendor { authority: AUTHORITY, id: format!("0192:{}", new.vendor.digits()) },
            name: &new.name,
            description: &new.description,
            rights: [Right::to(&new.resource)],
            client_id: [new.client.to_string()],
            is_visible: false,
            allowed_redirect_urls: &new.redirect_urls,
        }
    }
}

impl NewSystem {
    /// The request's body as indented JSON, to show to the user.
    #[must_use]
    pub fn body(&self) -> String {
        // This cannot fail: the body consists of text only.
        serde_json::to_string_pretty(&WireNewSystem::from(self)).unwrap_or_default()
    }
}

/// A system as the register gives it back, with every member, so that changing one part keeps the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SystemRecord(Map<String, Value>);

impl SystemRecord {
    /// Every member as indented JSON.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(&self.0).unwrap_or_default()
    }

    /// The same system with this right and this client too, if it lacks them.
    #[must_use]
    pub fn with(&self, resource: &ResourceId, client: &ClientId) -> Self {
        let mut members = self.0.clone();
        if !self.has_resource(resource) {
            add(&mut members, "rights", json!(Right::to(resource)));
        }
        if !self.has_client(client) {
            add(&mut members, "clientId", json!(client.to_string()));
        }
        Self(members)
    }

    #[must_use]
    pub fn has_resource(&self, resource: &ResourceId) -> bool {
        self.resources().iter().any(|id| id.eq_ignore_ascii_case(resource.as_str()))
    }

    #[must_use]
    pub fn has_client(&self, client: &ClientId) -> bool {
        self.clients().iter().any(|id| id.eq_ignore_ascii_case(&client.to_string()))
    }

    /// The ids of the resources that it has rights to.
    #[must_use]
    pub fn resources(&self) -> Vec<String> {
        let rights = self.0.get("rights").cloned().and_then(|rights| serde_json::from_value::<Vec<Right>>(rights).ok());
        super::resources(rights)
    }

    /// The clients that may use it.
    #[must_use]
    pub fn clients(&self) -> Vec<String> {
        let clients = self.0.get("clientId").and_then(Value::as_array).into_iter().flatten();
        clients.filter_map(Value::as_str).map(ToOwned::to_owned).collect()
    }

    #[must_use]
    pub fn is_deleted(&self) -> bool {
        self.0.get("isDeleted").and_then(Value::as_bool).unwrap_or_default()
    }

    /// The body that puts it into the register: every member as it was read, and the vendor's authority, which is never given back.
    fn body(&self) -> Value {
        let mut members = self.0.clone();
        members.remove("isDeleted");
        if let Some(vendor) = members.get_mut("vendor").and_then(Value::as_object_mut) {
            vendor.insert("authority".to_owned(), json!(AUTHORITY));
        }
        Value::Object(members)
    }

    /// That body as indented JSON, to show to the user.
    #[must_use]
    pub fn body_text(&self) -> String {
        serde_json::to_string_pretty(&self.body()).unwrap_or_default()
    }
}

fn add(members: &mut Map<String, Value>, name: &str, value: Value) {
    match members.get_mut(name) {
        Some(Value::Array(list)) => list.push(value),
        _ => {
            members.insert(name.to_owned(), json!([value]));
        }
    }
}

impl Services {
    /// The address that systems are registered at.
    #[must_use]
    pub fn register_address(&self) -> Url {
        self.platform(BASE, &["systemregister", "vendor"])
    }

    /// The address of one system.
    #[must_use]
    pub fn system_address(&self, id: &SystemId) -> Url {
        self.platform(BASE, &["systemregister", "vendor", id.as_str()])
    }

    /// `POST /systemregister/vendor`. Returns the register's own id of the system, which nothing else asks for.
    ///
    /// # Errors
    /// The refusal (400 with the `AUTH.VLD` codes of facts platform D.1), or any other problem.
    pub async fn register_system(&self, token: &Token, new: &NewSystem) -> Answer<Uuid> {
        let endpoint = Endpoint::usual(Service::Systems, "register.new");
        let ask = self.ask(Method::POST, self.register_address(), endpoint).bearer(token).json(&WireNewSystem::from(new));
        ask.answer().await?.json()
    }

    /// `GET /systemregister/vendor/{id}` with every member. None if the system does not exist.
    ///
    /// # Errors
    /// The refusal (403 without a body if the system is another vendor's), or any other problem.
    pub async fn system_record(&self, token: &Token, id: &SystemId) -> Answer<Option<SystemRecord>> {
        let endpoint = Endpoint::usual(Service::Systems, "register.system");
        let heard = or_none(self.ask(Method::GET, self.system_address(id), endpoint).bearer(token).answer().await)?;
        let Some(heard) = heard else { return Ok(None) };
        match heard.json()? {
            Value::Object(members) => Ok(Some(SystemRecord(members))),
            _ => Err(heard.foreign(Foreign::Unreadable)),
        }
    }

    /// `PUT /systemregister/vendor/{id}`: replaces every member.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn replace_system(&self, token: &Token, id: &SystemId, record: &SystemRecord) -> Answer<()> {
        let endpoint = Endpoint::usual(Service::Systems, "register.replace");
        let ask = self.ask(Method::PUT, self.system_address(id), endpoint).bearer(token).json(&record.body());
        ask.answer().await.map(drop)
    }

    /// `DELETE /systemregister/vendor/{id}`. The id can never be used again.
    ///
    /// # Errors
    /// The refusal, or any other problem. A system without a client is deleted although the answer is 400 (facts platform D.1).
    pub async fn delete_system(&self, token: &Token, id: &SystemId) -> Answer<()> {
        let endpoint = Endpoint::usual(Service::Systems, "register.delete");
        self.ask(Method::DELETE, self.system_address(id), endpoint).bearer(token).answer().await.map(drop)
    }
}
