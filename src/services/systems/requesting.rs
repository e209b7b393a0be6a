//! Requests for a system user, and to change one: made and withdrawn (facts platform D.2; facts examples 19, 20 and 23).

use super::{BASE, Right, SystemUserRequest, WireRequest};
use crate::journey::{Cause, Service};
use crate::services::http::{Answer, Endpoint};
use crate::services::wire::none_for;
use crate::services::{Services, Token};
use crate::values::{OrgNumber, ResourceId, SystemId};
use reqwest::Method;
use serde::Serialize;
use url::Url;
use uuid::Uuid;

/// A request for a system user of this system that acts for this party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSystemUserRequest {
    pub system: SystemId,
    pub party: OrgNumber,
    /// None if it would equal the party's number, which is what Altinn stores without one.
    pub external_ref: Option<String>,
    pub resource: ResourceId,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireNewRequest<'a> {
    // Never empty: the look-ups would miss it (facts platform D.2).
    #[serde(skip_serializing_if = "Option::is_none")]
    external_ref: Option<&'a str>,
    system_id: &'a str,
    party_org_no: &'a str,
    rights: [Right; 1],
}

impl<'a> From<&'a NewSystemUserRequest> for WireNewRequest<'a> {
    fn from(new: &'a NewSystemUserRequest) -> Self {
        Self {
            external_ref: new.external_ref.as_deref(),
            system_id: new.system.as_str(),
            party_org_no: new.party.digits(),
            rights: [Right::to(&new.resource)],
        }
    }
}

impl NewSystemUserRequest {
    /// The request's body as indented JSON, to show to the user.
    #[must_use]
    pub fn body(&self) -> String {
        // This cannot fail: the body consists of text only.
        serde_json::to_string_pretty(&WireNewRequest::from(self)).unwrap_or_default()
    }
}

/// A request that gives a system user one more right. Nothing is taken from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewChangeRequest {
    /// Chosen by us. The same again makes no second request.
    pub id: Uuid,
    pub system_user: Uuid,
    pub resource: ResourceId,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireNewChange {
    required_rights: [Right; 1],
    unwanted_rights: [Right; 0],
    required_access_packages: [Right; 0],
    unwanted_access_packages: [Right; 0],
}

impl From<&NewChangeRequest> for WireNewChange {
    fn from(new: &NewChangeRequest) -> Self {
        let required_rights = [Right::to(&new.resource)];
        Self { required_rights, unwanted_rights: [], required_access_packages: [], unwanted_access_packages: [] }
    }
}

impl NewChangeRequest {
    /// The request's body as indented JSON, to show to the user.
    #[must_use]
    pub fn body(&self) -> String {
        // This cannot fail: the body consists of text only.
        serde_json::to_string_pretty(&WireNewChange::from(self)).unwrap_or_default()
    }
}

impl Services {
    /// The address that system users are asked for at.
    #[must_use]
    pub fn requests_address(&self) -> Url {
        self.platform(BASE, &["systemuser", "request", "vendor"])
    }

    /// The address that changes of system users are asked for at.
    #[must_use]
    pub fn changes_address(&self) -> Url {
        self.platform(BASE, &["systemuser", "changerequest", "vendor"])
    }

    /// `POST /systemuser/request/vendor`. Where there is one for the same system, party and reference already, the answer is that
    /// one, whatever its status.
    ///
    /// # Errors
    /// The refusal (facts platform D.2), or any other problem.
    pub async fn request_system_user(&self, token: &Token, new: &NewSystemUserRequest) -> Answer<SystemUserRequest> {
        let endpoint = Endpoint::usual(Service::Systems, "request.new");
        let ask = self.ask(Method::POST, self.requests_address(), endpoint).bearer(token).json(&WireNewRequest::from(new));
        let heard = ask.answer().await?;
        heard.json::<WireRequest>()?.into_request(&heard)
    }

    /// `DELETE /systemuser/request/vendor/{id}`. Whether there was one.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn delete_system_user_request(&self, token: &Token, id: Uuid) -> Answer<bool> {
        let url = self.platform(BASE, &["systemuser", "request", "vendor", &id.to_string()]);
        let answer = self.ask(Method::DELETE, url, Endpoint::usual(Service::Systems, "request.delete")).bearer(token).answer().await;
        none_for(answer, Cause::RequestUnknown).map(|heard| heard.is_some())
    }

    /// `GET /systemuser/changerequest/vendor/byexternalref/…`: the latest one. None if there is none.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn change_request(
        &self,
        token: &Token,
        system: &SystemId,
        party: &OrgNumber,
        external_ref: Option<&str>,
    ) -> Answer<Option<SystemUserRequest>> {
        let reference = external_ref.unwrap_or_else(|| party.digits());
        let path = ["systemuser", "changerequest", "vendor", "byexternalref", system.as_str(), party.digits(), reference];
        let endpoint = Endpoint::usual(Service::Systems, "change.byexternalref");
        let answer = self.ask(Method::GET, self.platform(BASE, &path), endpoint).bearer(token).answer().await;
        let Some(heard) = none_for(answer, Cause::RequestUnknown)? else { return Ok(None) };
        heard.json::<WireRequest>()?.into_request(&heard).map(Some)
    }

    /// `POST /systemuser/changerequest/vendor`.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn request_change(&self, token: &Token, new: &NewChangeRequest) -> Answer<SystemUserRequest> {
        let mut url = self.changes_address();
        let (id, user) = (new.id.to_string(), new.system_user.to_string());
        url.query_pairs_mut().append_pair("correlation-id", &id).append_pair("system-user-id", &user);
        let endpoint = Endpoint::usual(Service::Systems, "change.new");
        let heard = self.ask(Method::POST, url, endpoint).bearer(token).json(&WireNewChange::from(new)).answer().await?;
        heard.json::<WireRequest>()?.into_request(&heard)
    }

    /// `DELETE /systemuser/changerequest/vendor/{id}`. Whether there was one.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn delete_change_request(&self, token: &Token, id: Uuid) -> Answer<bool> {
        let url = self.platform(BASE, &["systemuser", "changerequest", "vendor", &id.to_string()]);
        let answer = self.ask(Method::DELETE, url, Endpoint::usual(Service::Systems, "change.delete")).bearer(token).answer().await;
        none_for(answer, Cause::RequestUnknown).map(|heard| heard.is_some())
    }
}
