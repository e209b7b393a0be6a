//! The system register and the system users (platform facts, D; examples, EX 16–22).

mod approval;
mod change;
mod lists;
mod problem;
mod register;
mod requests;
mod service;
mod system;
mod users;

pub use approval::{ApprovalRefused, approve, expire, reject};
pub use requests::{Request, RequestStatus};
pub use service::routes;
pub use system::{AccessPackage, Right, RightResource, System};
pub use users::{Delegation, SystemUserRow};

use crate::values::{ClientId, OrgNumber};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What it knows.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct State {
    pub(super) systems: Vec<System>,
    pub(super) requests: Vec<Request>,
    pub(super) users: Vec<SystemUserRow>,
}

impl State {
    /// A system by its id, deleted ones too.
    #[must_use]
    pub fn system(&self, id: &str) -> Option<&System> {
        self.systems.iter().find(|system| system.id == id)
    }

    /// A request by its id.
    #[must_use]
    pub fn request(&self, id: Uuid) -> Option<&Request> {
        self.requests.iter().find(|request| request.id == id)
    }

    /// The requests that wait for their approver.
    pub fn pending(&self) -> impl Iterator<Item = &Request> {
        self.requests.iter().filter(|request| request.status == RequestStatus::New && !request.timed_out())
    }

    /// A system user that is there.
    #[must_use]
    pub fn user(&self, id: Uuid) -> Option<&SystemUserRow> {
        self.users.iter().find(|user| user.id == id && !user.is_deleted)
    }

    /// The system user that Maskinporten finds; none is MP-303 (platform facts, A.2).
    #[must_use]
    pub fn find_for_grant(
        &self,
        client: &ClientId,
        provider: &OrgNumber,
        owner: &OrgNumber,
        external_ref: Option<&str>,
    ) -> Option<&SystemUserRow> {
        let client = client.to_string();
        let wanted = external_ref.unwrap_or_else(|| owner.digits());
        self.users.iter().filter(|user| !user.is_deleted && user.party == owner.digits() && user.external_ref == wanted).find(|user| {
            self.system(&user.system_id).is_some_and(|system| {
                // Letter for letter: a client id registered in capitals is another one.
                !system.is_deleted && system.vendor == provider.digits() && system.client_ids.contains(&client)
            })
        })
    }
}
