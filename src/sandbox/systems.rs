//! systems

use super::{Shared, World};
use crate::values::{ClientId, OrgNumber};
use axum::Router;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use uuid::Uuid;

/// What it knows.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct State {}

/// A system user as Maskinporten finds it.
#[derive(Debug, Clone)]
pub struct GrantedSystemUser {
    /// Its id.
    pub id: Uuid,
    /// The system.
    pub system_id: String,
    /// The reference it was asked for with; the party's number when there was none.
    pub external_ref: String,
}

impl State {
    /// The system user that holds all five conditions of platform facts A.2.
    #[must_use]
    pub fn find_for_grant(
        &self,
        _client: &ClientId,
        _provider: &OrgNumber,
        _owner: &OrgNumber,
        _external_ref: Option<&str>,
    ) -> Option<GrantedSystemUser> {
        None
    }

    /// The request in status New that would make such a system user, so that its approver hears of it.
    #[must_use]
    pub fn find_waiting(&self, _client: &ClientId, _provider: &OrgNumber, _owner: &OrgNumber, _external_ref: Option<&str>) -> Option<Uuid> {
        None
    }
}

/// Puts what is known into a new world.
pub fn seed(_world: &mut World) {}

/// Its routes, below `/authentication/api/v1`.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new()
}

/// The approver says yes: status Accepted, the system user exists with the rights delegated. False when the request is not New.
pub fn approve(_world: &mut World, _request: Uuid) -> bool {
    false
}
