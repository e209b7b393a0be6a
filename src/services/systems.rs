//! The system register and system users (facts platform D).

mod registering;
mod requesting;

pub use registering::{NewSystem, SystemRecord};
pub use requesting::{NewChangeRequest, NewSystemUserRequest};

use super::http::{Answer, Endpoint, Heard};
use super::wire::{WireNames, moment, none_for, or_none};
use super::{Foreign, Services, Token};
use crate::journey::{Cause, Service};
use crate::values::{ClientId, Link, Names, OrgNumber, ResourceId, SystemId};
use jiff::Timestamp;
use reqwest::Method;
use serde::{Deserialize, Serialize};
use url::Url;
use uuid::Uuid;

const BASE: &str = "authentication/api/v1";
const RESOURCE: &str = "urn:altinn:resource";

/// How many pages of a system's system users are read at most, of fifty each: a vendor may have thousands.
const MOST_PAGES: usize = 10;

/// A system in the system register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredSystem {
    pub id: String,
    pub names: Names,
    /// The ids of the resources that it has rights to.
    pub resources: Vec<String>,
    /// The clients that may use it. Empty in the vendor's list (`GET /vendor`), which leaves them out.
    pub clients: Vec<ClientId>,
    /// Whether it was deleted. The register still returns a deleted system.
    pub deleted: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemUser {
    pub id: Uuid,
    /// The party it acts for.
    pub party: OrgNumber,
    /// Its external reference. The party's number if none was given.
    pub external_ref: String,
}

/// The status of a request. `New` with `timedOut` is read as [`RequestStatus::TimedOut`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestStatus {
    /// The approver has not answered yet.
    New,
    Accepted,
    /// The approver declined it.
    Rejected,
    /// Declined by Altinn.
    Denied,
    TimedOut,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemUserRequest {
    /// The request's id. Once approved, the system user has the same id.
    pub id: Uuid,
    pub status: RequestStatus,
    /// The page where the approver answers it.
    pub confirm_url: Option<Link>,
    pub created: Option<Timestamp>,
    pub external_ref: String,
    /// The ids of the resources that it asks for.
    pub resources: Vec<String>,
}

/// A system, both in the form of a single one and in that of the list (facts platform D.1).
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireSystem {
    #[serde(alias = "systemId")]
    id: String,
    #[serde(default)]
    name: WireNames,
    #[serde(default)]
    rights: Option<Vec<Right>>,
    #[serde(default)]
    client_id: Option<Vec<String>>,
    #[serde(default)]
    is_deleted: bool,
}

#[derive(Serialize, Deserialize)]
struct Right {
    #[serde(default)]
    resource: Vec<RightAttribute>,
}

#[derive(Serialize, Deserialize)]
struct RightAttribute {
    id: String,
    value: String,
}

impl Right {
    /// The right to use a resource.
    fn to(resource: &ResourceId) -> Self {
        Self { resource: vec![RightAttribute { id: RESOURCE.to_owned(), value: resource.as_str().to_owned() }] }
    }
}

/// The ids of the resources among the rights.
fn resources(rights: Option<Vec<Right>>) -> Vec<String> {
    let attributes = rights.unwrap_or_default().into_iter().flat_map(|right| right.resource);
    attributes.filter(|attribute| attribute.id == RESOURCE).map(|attribute| attribute.value).collect()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireSystemUser {
    id: Uuid,
    reportee_org_no: String,
    #[serde(default)]
    is_deleted: bool,
    external_ref: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireRequest {
    id: Uuid,
    status: String,
    #[serde(default, deserialize_with = "Link::read_if_any")]
    confirm_url: Option<Link>,
    #[serde(default, deserialize_with = "moment")]
    created: Option<Timestamp>,
    external_ref: Option<String>,
    party_org_no: Option<String>,
    #[serde(default)]
    timed_out: bool,
    /// A request for a new system user has `rights`, one to change it `requiredRights`.
    #[serde(default, alias = "requiredRights")]
    rights: Option<Vec<Right>>,
}

impl Services {
    /// `GET /systemregister/vendor`: the systems of the token's owner, without their clients.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn systems(&self, token: &Token) -> Answer<Vec<RegisteredSystem>> {
        let url = self.platform(BASE, &["systemregister", "vendor"]);
        let heard = self.ask(Method::GET, url, Endpoint::usual(Service::Systems, "register.list")).bearer(token).answer().await?;
        let rows: Vec<WireSystem> = heard.json()?;
        Ok(rows.into_iter().map(RegisteredSystem::from).collect())
    }

    /// `GET /systemregister/vendor/{id}`. None if the system does not exist.
    ///
    /// # Errors
    /// The refusal (403 without a body if the system is another vendor's), or any other problem.
    pub async fn system(&self, token: &Token, id: &SystemId) -> Answer<Option<RegisteredSystem>> {
        let url = self.platform(BASE, &["systemregister", "vendor", id.as_str()]);
        let heard = or_none(self.ask(Method::GET, url, Endpoint::usual(Service::Systems, "register.system")).bearer(token).answer().await)?;
        heard.map(|heard| heard.json::<WireSystem>().map(RegisteredSystem::from)).transpose()
    }

    /// `GET /systemuser/vendor/byquery`. None if there is no such system user, or it was deleted.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn system_user(
        &self,
        token: &Token,
        system: &SystemId,
        party: &OrgNumber,
        external_ref: Option<&str>,
    ) -> Answer<Option<SystemUser>> {
        let mut url = self.platform(BASE, &["systemuser", "vendor", "byquery"]);
        url.query_pairs_mut().append_pair("system-id", system.as_str()).append_pair("orgno", party.digits());
        if let Some(external_ref) = external_ref {
            url.query_pairs_mut().append_pair("external-ref", external_ref);
        }
        let heard =
            or_none(self.ask(Method::GET, url, Endpoint::usual(Service::Systems, "systemuser.byquery")).bearer(token).answer().await)?;
        let Some(heard) = heard else { return Ok(None) };
        let user: WireSystemUser = heard.json()?;
        if user.is_deleted { Ok(None) } else { user.into_user(&heard).map(Some) }
    }

    /// `GET /systemuser/vendor/bysystem/{id}`: the first system users of a system, at most five hundred.
    ///
    /// # Errors
    /// The refusal (`AUTH-00011` if the system is not ours), or any other problem.
    pub async fn system_users_of(&self, token: &Token, system: &SystemId) -> Answer<Vec<SystemUser>> {
        let url = self.platform(BASE, &["systemuser", "vendor", "bysystem", system.as_str()]);
        let endpoint = Endpoint::usual(Service::Systems, "systemuser.bysystem");
        let rows: Vec<WireSystemUser> = self.pages(token, url, endpoint, MOST_PAGES).await?;
        Ok(rows.into_iter().filter(|user| !user.is_deleted).filter_map(WireSystemUser::user).collect())
    }

    /// `GET /systemuser/request/vendor/byexternalref/…`. None if there is no such request (`AUTH-00010`).
    ///
    /// # Errors
    /// The refusal (`AUTH-00011` if the system is not ours), or any other problem.
    pub async fn system_user_request(
        &self,
        token: &Token,
        system: &SystemId,
        party: &OrgNumber,
        external_ref: Option<&str>,
    ) -> Answer<Option<SystemUserRequest>> {
        // A request without a reference gets the party's number as its reference (facts platform D.2).
        let reference = external_ref.unwrap_or_else(|| party.digits());
        let path = ["systemuser", "request", "vendor", "byexternalref", system.as_str(), party.digits(), reference];
        let url: Url = self.platform(BASE, &path);
        let answer = self.ask(Method::GET, url, Endpoint::usual(Service::Systems, "request.byexternalref")).bearer(token).answer().await;
        let Some(heard) = none_for(answer, Cause::RequestUnknown)? else { return Ok(None) };
        heard.json::<WireRequest>()?.into_request(&heard).map(Some)
    }
}

impl From<WireSystem> for RegisteredSystem {
    fn from(wire: WireSystem) -> Self {
        Self {
            id: wire.id,
            names: wire.name.names(),
            resources: resources(wire.rights),
            clients: wire.client_id.unwrap_or_default().iter().filter_map(|id| id.parse().ok()).collect(),
            deleted: wire.is_deleted,
        }
    }
}

impl WireSystemUser {
    /// None if it acts for what is no organisation.
    fn user(self) -> Option<SystemUser> {
        let party = self.reportee_org_no.parse::<OrgNumber>().ok()?;
        let external_ref = self.external_ref.unwrap_or_else(|| party.digits().to_owned());
        Some(SystemUser { id: self.id, party, external_ref })
    }

    fn into_user(self, heard: &Heard) -> Answer<SystemUser> {
        self.user().ok_or_else(|| heard.foreign(Foreign::Unreadable))
    }
}

impl WireRequest {
    fn into_request(self, heard: &Heard) -> Answer<SystemUserRequest> {
        // Older requests have the status `Timedout`; newer ones stay `New` and set `timedOut` (facts platform D.2).
        let status = match self.status.to_ascii_lowercase().as_str() {
            "new" if self.timed_out => RequestStatus::TimedOut,
            "new" => RequestStatus::New,
            "accepted" => RequestStatus::Accepted,
            "rejected" => RequestStatus::Rejected,
            "denied" => RequestStatus::Denied,
            "timedout" => RequestStatus::TimedOut,
            _ => return Err(heard.foreign(Foreign::Unreadable)),
        };
        let external_ref = self.external_ref.or(self.party_org_no).unwrap_or_default();
        let resources = resources(self.rights);
        Ok(SystemUserRequest { id: self.id, status, confirm_url: self.confirm_url, created: self.created, external_ref, resources })
    }
}

#[cfg(test)]
mod tests;
