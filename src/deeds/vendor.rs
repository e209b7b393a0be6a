//! The vendor's side of a system: who registers it and asks for its user, and in which system our client stands.

use super::identity::TokenIdentity;
use super::party::{Party, missing};
use super::refusal;
use super::run::DeedStop;
use crate::checks::Connection;
use crate::journey::{Cause, DeedMessage, FieldId, Profile};
use crate::services::{Problem, Services, SystemRecord, Token};
use crate::values::{ClientId, OrgNumber, SystemId};

/// The scope of the system register (facts platform D).
pub(super) const REGISTER: &str = "altinn:authentication/systemregister.write";
/// The scope to ask for system users, to withdraw that, and to look them up.
pub(super) const REQUEST: &str = "altinn:authentication/systemuser.request.write";
/// The scope to read requests.
pub(super) const READ_REQUESTS: &str = "altinn:authentication/systemuser.request.read";

/// A vendor may have many systems; that of our client is looked for among so many at most.
const MOST_LOOKED_AT: usize = 50;

/// Who registers the system and asks for its user, for which party.
#[derive(Debug, Clone)]
pub(super) struct Vendor {
    pub(super) party: Party,
    /// The owner of the client: the party itself, or its vendor (contract 1).
    pub(super) owner: OrgNumber,
    pub(super) client: ClientId,
}

impl Vendor {
    pub(super) fn of(profile: &Profile) -> Result<Self, DeedStop> {
        let party = Party::of(profile)?;
        let client = profile.client.id.clone().ok_or_else(|| missing(FieldId::ClientId))?;
        let owner = profile.client_owner().cloned().ok_or_else(|| missing(FieldId::Organisation))?;
        Ok(Self { party, owner, client })
    }

    /// A token in the name of the client's owner.
    pub(super) async fn token(&self, connection: &Connection, scope: &'static str) -> Result<Token, DeedStop> {
        TokenIdentity::Organisation.token(connection, &self.party, scope).await
    }

    /// The vendor's system that our client stands in. A client stands in one system only, but the register does not say in which
    /// (facts platform D.1), so each of the vendor's own is looked at.
    pub(super) async fn system_of_client(&self, services: &Services, token: &Token) -> Result<Option<(SystemId, SystemRecord)>, DeedStop> {
        let own = services.systems(token).await.map_err(|problem| refusal::any(&problem, REGISTER))?;
        for id in own.iter().filter(|system| !system.deleted).take(MOST_LOOKED_AT).filter_map(|system| system.id.parse().ok()) {
            if let Some(record) = self.record(services, token, &id).await?
                && record.has_client(&self.client)
            {
                return Ok(Some((id, record)));
            }
        }
        Ok(None)
    }

    /// A system with every member. None if it does not exist.
    pub(super) async fn record(&self, services: &Services, token: &Token, id: &SystemId) -> Result<Option<SystemRecord>, DeedStop> {
        services.system_record(token, id).await.map_err(|problem| match problem.cause() {
            // With the scope in the token, an empty 403 says that the system is another vendor's (facts platform D).
            Some(Cause::ScopeMissing) => not_ours(id, &self.owner, &problem),
            _ => refusal::any(&problem, REGISTER),
        })
    }
}

fn not_ours(system: &SystemId, owner: &OrgNumber, problem: &Problem) -> DeedStop {
    DeedStop { message: DeedMessage::SystemOfOther { system: system.clone(), owner: owner.clone() }, code: problem.code() }
}
