//! Fills a new world with the known systems, requests and system users from the tables in [`known`].

use super::request::{Request, RequestStatus, UserType};
use super::system::{Right, System};
use super::users::{Delegation, SystemUserRow};
use crate::clock;
use crate::known::{self, KnownRequest, KnownRequestStatus, KnownSystem};
use crate::world::World;
use serde_json::json;
use uuid::Uuid;

pub fn seed(world: &mut World) {
    for known in known::SYSTEMS {
        world.systems.systems.push(registered(known));
    }
    for known in known::REQUESTS {
        add(world, known);
    }
}

fn registered(known: &KnownSystem) -> System {
    let rights = known::RESOURCES.iter().filter(|resource| resource.delegable && resource.owner == known::SERVICE_OWNER.number);
    let name = json!({"en": "File transfer", "nb": "Filoverføring", "nn": "Filoverføring"});
    System {
        internal_id: Uuid::new_v4(),
        id: known.id.to_owned(),
        vendor: known.vendor.to_owned(),
        description: name.clone(),
        name,
        rights: rights.map(|resource| Right::to(resource.id)).collect(),
        access_packages: Vec::new(),
        client_ids: known.clients.iter().filter_map(|name| known::client(name)).map(|client| client.id.to_owned()).collect(),
        is_visible: true,
        allowed_redirect_urls: Vec::new(),
        is_deleted: false,
        changes: Vec::new(),
    }
}

fn add(world: &mut World, known: &KnownRequest) {
    let Some(vendor) = known::SYSTEMS.iter().find(|system| system.id == known.system).map(|system| system.vendor) else { return };
    let delegations = delegations(world);
    let status = match known.status {
        KnownRequestStatus::Accepted => RequestStatus::Accepted,
        KnownRequestStatus::New | KnownRequestStatus::Ignored | KnownRequestStatus::TimedOut => RequestStatus::New,
        KnownRequestStatus::Rejected => RequestStatus::Rejected,
    };
    let rights = if status == RequestStatus::Accepted {
        delegations.iter().map(|delegation| Right::to(&delegation.resource)).collect()
    } else {
        vec![Right::to(known::RESOURCE)]
    };
    let request = Request {
        id: Uuid::new_v4(),
        integration_title: Some("Filoverføring".to_owned()),
        external_ref: known.external_ref.unwrap_or(known.party).to_owned(),
        system_id: known.system.to_owned(),
        party: known.party.to_owned(),
        rights,
        access_packages: Vec::new(),
        status,
        redirect_url: None,
        created: clock::now(),
        expired: known.status == KnownRequestStatus::TimedOut,
        ignored: known.status == KnownRequestStatus::Ignored,
        user_type: UserType::Standard,
        escalated: false,
    };
    if status == RequestStatus::Accepted {
        world.systems.users.push(SystemUserRow {
            id: request.id,
            integration_title: request.integration_title.clone().unwrap_or_default(),
            system_id: request.system_id.clone(),
            vendor: vendor.to_owned(),
            party: request.party.clone(),
            external_ref: request.external_ref.clone(),
            created: request.created,
            is_deleted: false,
            delegations,
            access_packages: Vec::new(),
            user_type: UserType::Standard,
        });
    }
    world.systems.requests.push(request);
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
