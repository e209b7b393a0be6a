//! What the service owner's deeds share: its code, and how a service tells it that a thing is another's.

use super::party::Party;
use super::refusal::{self, BrokerCall};
use super::run::DeedStop;
use crate::checks::Connection;
use crate::journey::{Cause, DeedId, DeedMessage, Entry};
use crate::services::{ListedOwner, Problem, Resource, ResourceRecord, Token};

/// The scope to change access lists with; it reads them too (facts platform E.2).
pub(super) const LISTS: &str = "altinn:resourceregistry/accesslist.write";
/// The scope to change resources with (facts platform E).
pub(super) const RESOURCES: &str = "altinn:resourceregistry/resource.write";

/// The message for a refusal about the owner's resource. With the scope in the token, Broker's `BRO-00006` and the registry's empty 403
/// say that the resource is another's.
pub(super) fn refused(problem: &Problem, party: &Party, scope: &'static str) -> DeedStop {
    match problem.cause() {
        Some(Cause::NoAccess | Cause::ScopeMissing) => {
            DeedStop { message: DeedMessage::ResourceOfOther { resource: party.resource.clone() }, code: problem.code() }
        }
        _ => BrokerCall::of(party, scope).refused(problem),
    }
}

/// The organisation in the list of service owners, which names it in Altinn. The stop says that it is not there.
pub(super) async fn listed(connection: &Connection, party: &Party) -> Result<ListedOwner, DeedStop> {
    let listed = connection.services.service_owners().await.map_err(|problem| refusal::any(&problem, RESOURCES))?;
    let own = listed.into_iter().find(|owner| owner.number.as_ref() == Some(&party.organisation));
    own.ok_or_else(|| DeedMessage::OwnerNotListed { organisation: party.organisation.clone() }.into())
}

/// Whether a deed of ours has made the resource. One that we only changed was made elsewhere.
pub(super) fn has_made(connection: &Connection, party: &Party) -> bool {
    let entries = connection.journal.of(&connection.profile).entries;
    let is_made = |entry: &Entry| entry.deed == DeedId::PublishResource && entry.made == party.resource.as_str() && entry.kept.is_none();
    entries.iter().filter(|entry| entry.stands()).any(is_made)
}

/// The resource with every member, if it is there. The stop says that it is another owner's.
pub(super) async fn record(connection: &Connection, party: &Party) -> Result<Option<ResourceRecord>, DeedStop> {
    let found = connection.services.resource_record(&party.resource).await.map_err(|problem| refusal::any(&problem, RESOURCES))?;
    match found.as_ref().and_then(ResourceRecord::owner) {
        Some(owner) if owner != party.organisation => Err(DeedMessage::ResourceOfOther { resource: party.resource.clone() }.into()),
        Some(_) | None => Ok(found),
    }
}

/// The service owner's code, which its lists lie under: in the token, else as its resource has it.
pub(super) async fn code(connection: &Connection, party: &Party, token: &Token) -> Result<String, DeedStop> {
    if let Some(code) = &token.claims.org_code {
        return Ok(code.clone());
    }
    let resource = connection.services.resource(&party.resource).await.map_err(|problem| refusal::any(&problem, LISTS))?;
    code_of(party, token, resource.as_ref())
}

/// The same, where the resource was read before.
pub(super) fn code_of(party: &Party, token: &Token, resource: Option<&Resource>) -> Result<String, DeedStop> {
    let own = resource.filter(|resource| resource.owner.as_ref() == Some(&party.organisation));
    let code = token.claims.org_code.clone().or_else(|| own?.owner_code.clone());
    code.ok_or_else(|| no_code(party))
}

pub(super) fn no_code(party: &Party) -> DeedStop {
    DeedMessage::NoOwnerCode { organisation: party.organisation.clone() }.into()
}
