//! The systems, requests and system users of the system register.

use super::change_request::ChangeRequest;
use super::organisation_delegation::OrganisationDelegation;
use super::request::{Request, RequestStatus};
use super::system::System;
use super::users::SystemUserRow;
use crate::values::{ClientId, OrgNumber};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SystemsState {
    pub(crate) systems: Vec<System>,
    pub(crate) requests: Vec<Request>,
    pub(crate) users: Vec<SystemUserRow>,
    #[serde(default)]
    pub(crate) changes: Vec<ChangeRequest>,
    #[serde(default)]
    pub(crate) given: Vec<OrganisationDelegation>,
}

impl SystemsState {
    /// Finds deleted systems too.
    #[must_use]
    pub fn system(&self, id: &str) -> Option<&System> {
        self.systems.iter().find(|system| system.id == id)
    }

    #[must_use]
    pub fn request(&self, id: Uuid) -> Option<&Request> {
        self.requests.iter().find(|request| request.id == id)
    }

    #[must_use]
    pub fn change_request(&self, id: Uuid) -> Option<&ChangeRequest> {
        self.changes.iter().find(|request| request.id == id)
    }

    /// All requests, including answered ones.
    pub fn requests(&self) -> impl Iterator<Item = &Request> {
        self.requests.iter()
    }

    pub fn pending(&self) -> impl Iterator<Item = &Request> {
        self.requests.iter().filter(|request| request.status == RequestStatus::New && !request.timed_out() && !request.ignored)
    }

    /// A system user by its id; `None` when it was deleted.
    #[must_use]
    pub fn user(&self, id: Uuid) -> Option<&SystemUserRow> {
        self.users.iter().find(|user| user.id == id && !user.is_deleted)
    }

    /// The system user that a token request names. Without one, Maskinporten answers MP-303 (facts platform A.2).
    #[must_use]
    pub fn find_for_grant(
        &self,
        client: &ClientId,
        provider: &OrgNumber,
        owner: &OrgNumber,
        external_ref: Option<&str>,
    ) -> Option<GrantedSystemUser> {
        let wanted = external_ref.unwrap_or_else(|| owner.digits());
        let mut of_owner = self.users.iter().filter(|user| !user.is_deleted && user.party == owner.digits() && user.external_ref == wanted);
        let found = of_owner.find(|user| self.has_client(&user.system_id, client, provider))?;
        Some(GrantedSystemUser { id: found.id, system_id: found.system_id.clone(), external_ref: found.external_ref.clone() })
    }

    /// A waiting request that would make the system user of [`Self::find_for_grant`]; the caller uses it to start the approver's
    /// timer.
    #[must_use]
    pub fn find_waiting(&self, client: &ClientId, provider: &OrgNumber, owner: &OrgNumber, external_ref: Option<&str>) -> Option<Uuid> {
        let wanted = external_ref.unwrap_or_else(|| owner.digits());
        let mut of_owner = self.pending().filter(|request| request.party == owner.digits() && request.external_ref == wanted);
        of_owner.find(|request| self.has_client(&request.system_id, client, provider)).map(|request| request.id)
    }

    /// Whether the vendor's system lists the client. Compared with regard to case, so a client id registered in capitals does not
    /// match.
    fn has_client(&self, system: &str, client: &ClientId, provider: &OrgNumber) -> bool {
        let client = client.to_string();
        self.system(system)
            .is_some_and(|system| !system.is_deleted && system.vendor == provider.digits() && system.client_ids.contains(&client))
    }
}

#[derive(Debug, Clone)]
pub struct GrantedSystemUser {
    pub id: Uuid,
    pub system_id: String,
    /// The external reference from the request; the party's number when there was none.
    pub external_ref: String,
}
