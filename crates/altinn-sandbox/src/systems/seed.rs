//! Fills a new world with the known systems, requests and system users from the tables in [`known`].

use super::request::{Request, RequestStatus, UserType};
use super::system::{Right, System};
use super::users::{Delegation, SystemUserRow};
use crate::clock;
use crate::known::{self, KnownRequest, KnownRequestStatus};
use crate::world::World;
use serde_json::json;
use uuid::Uuid;

pub fn seed(world: &mut World) {
    for known in known::SYSTEMS {
        let rights = known::RESOURCES.iter().filter(|resource| resource.delegable && resource.owner == known::SERVICE_OWNER.number);
        let rights = rights.map(|resource| Right::to(resource.id)).collect();
        let clients = known.clients.iter().filter_map(|name| known::client(name)).map(|client| client.id.to_owned()).collect();
        world.systems.systems.push(registered((known.id, known.vendor), ("File transfer", "Filoverføring"), rights, clients));
    }
    for known in known::REQUESTS {
        add(world, known);
    }
}

/// A system by its id and vendor, and by its name in English and in Norwegian.
pub(crate) fn registered((id, vendor): (&str, &str), (en, no): (&str, &str), rights: Vec<Right>, client_ids: Vec<String>) -> System {
    let name = json!({"en": en, "nb": no, "nn": no});
    System {
        internal_id: Uuid::new_v4(),
        id: id.to_owned(),
        vendor: vendor.to_owned(),
        description: name.clone(),
        name,
        rights,
        access_packages: Vec::new(),
        client_ids,
        is_visible: true,
        allowed_redirect_urls: Vec::new(),
        is_deleted: false,
        changes: Vec::new(),
    }
}

fn add(world: &mut World, known: &KnownRequest) {
    let Some(system) = world.systems.system(known.system).cloned() else { return };
    let external_ref = known.external_ref.unwrap_or(known.party);
    let status = match known.status {
        KnownRequestStatus::Accepted => return granted(world, &system, known.party, external_ref, delegations(world)),
        KnownRequestStatus::New | KnownRequestStatus::Ignored | KnownRequestStatus::TimedOut => RequestStatus::New,
        KnownRequestStatus::Rejected => RequestStatus::Rejected,
    };
    let (expired, ignored) = (known.status == KnownRequestStatus::TimedOut, known.status == KnownRequestStatus::Ignored);
    let asked = request(&system, known.party, external_ref, vec![Right::to(known::RESOURCE)]);
    world.systems.requests.push(Request { status, expired, ignored, ..asked });
}

/// A request that waits.
fn request(system: &System, party: &str, external_ref: &str, rights: Vec<Right>) -> Request {
    Request {
        id: Uuid::new_v4(),
        integration_title: system.nb_name().map(str::to_owned),
        external_ref: external_ref.to_owned(),
        system_id: system.id.clone(),
        party: party.to_owned(),
        rights,
        access_packages: Vec::new(),
        status: RequestStatus::New,
        redirect_url: None,
        created: clock::now(),
        expired: false,
        ignored: false,
        user_type: UserType::Standard,
        escalated: false,
    }
}

/// Adds a system user, and the request that a party has approved.
pub(crate) fn granted(world: &mut World, system: &System, party: &str, external_ref: &str, delegations: Vec<Delegation>) {
    let rights = delegations.iter().map(|delegation| Right::to(&delegation.resource)).collect();
    let approved = Request { status: RequestStatus::Accepted, ..request(system, party, external_ref, rights) };
    world.systems.users.push(SystemUserRow {
        id: approved.id,
        integration_title: approved.integration_title.clone().unwrap_or_default(),
        system_id: approved.system_id.clone(),
        vendor: system.vendor.clone(),
        party: approved.party.clone(),
        external_ref: approved.external_ref.clone(),
        created: approved.created,
        is_deleted: false,
        delegations,
        access_packages: Vec::new(),
        user_type: UserType::Standard,
    });
    world.systems.requests.push(approved);
}

/// What the known approvers delegated; this was before the resource's access list was switched on.
fn delegations(world: &World) -> Vec<Delegation> {
    let owned =
        world.registry.resources().filter(|resource| resource.delegable && resource.owner.as_deref() == Some(known::SERVICE_OWNER.number));
    let given = owned.filter_map(|resource| {
        let actions = resource.policy.as_ref()?.delegable_actions();
        (!actions.is_empty()).then(|| Delegation { resource: resource.identifier.clone(), actions })
    });
    given.collect()
}
