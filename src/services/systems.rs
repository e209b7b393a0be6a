//! The system register and system users (platform facts, D).

use super::http::Answer;
use super::{Services, Token};
use crate::values::{ClientId, OrgNumber, SystemId};
use jiff::Timestamp;
use uuid::Uuid;

/// A system of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredSystem {
    /// Its id.
    pub id: String,
    /// The resources it has rights to.
    pub resources: Vec<String>,
    /// The clients it may be used with; the vendor's list (`GET /vendor`) leaves them out.
    pub clients: Vec<ClientId>,
    /// Whether it was deleted: such a system still answers.
    pub deleted: bool,
}

/// A system user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemUser {
    /// Its id.
    pub id: Uuid,
    /// The party it acts for.
    pub party: OrgNumber,
    /// Its reference; the party's number when none was given.
    pub external_ref: String,
}

/// How a request stands. `timedOut` with the status `New` is [`RequestStatus::TimedOut`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestStatus {
    /// Waits for the approver.
    New,
    /// Approved.
    Accepted,
    /// Declined.
    Rejected,
    /// Declined by Altinn.
    Denied,
    /// Ran out.
    TimedOut,
}

/// A request for a system user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemUserRequest {
    /// Its id, and the system user's once approved.
    pub id: Uuid,
    /// How it stands.
    pub status: RequestStatus,
    /// The page where it is approved.
    pub confirm_url: Option<String>,
    /// When it was made.
    pub created: Option<Timestamp>,
    /// Its reference.
    pub external_ref: String,
}

impl Services {
    /// `GET /systemregister/vendor`: our own systems, without their clients.
    ///
    /// # Errors
    /// The refusal, or what stopped us.
    pub async fn systems(&self, token: &Token) -> Answer<Vec<RegisteredSystem>> {
        let _ = token;
        unimplemented!()
    }

    /// `GET /systemregister/vendor/{id}`; none where it does not exist.
    ///
    /// # Errors
    /// The refusal (403 without a body: another vendor's), or what stopped us.
    pub async fn system(&self, token: &Token, id: &SystemId) -> Answer<Option<RegisteredSystem>> {
        let _ = (token, id);
        unimplemented!()
    }

    /// `GET /systemuser/vendor/byquery`; none where it does not exist.
    ///
    /// # Errors
    /// The refusal, or what stopped us.
    pub async fn system_user(
        &self,
        token: &Token,
        system: &SystemId,
        party: &OrgNumber,
        external_ref: Option<&str>,
    ) -> Answer<Option<SystemUser>> {
        let _ = (token, system, party, external_ref);
        unimplemented!()
    }

    /// `GET /systemuser/request/vendor/byexternalref/…`; none where there is no such request (`AUTH-00010`).
    ///
    /// # Errors
    /// The refusal (`AUTH-00011`: the system is not ours), or what stopped us.
    pub async fn system_user_request(
        &self,
        token: &Token,
        system: &SystemId,
        party: &OrgNumber,
        external_ref: Option<&str>,
    ) -> Answer<Option<SystemUserRequest>> {
        let _ = (token, system, party, external_ref);
        unimplemented!()
    }
}
