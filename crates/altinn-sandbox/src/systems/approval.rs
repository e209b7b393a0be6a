//! What becomes of a request when the customer's approver acts (facts platform D.2 and E.1).

use super::change_request::ChangeRequest;
use super::refused::ApprovalRefused;
use super::request::RequestStatus;
use super::system::Right;
use super::users::{Delegation, SystemUserRow};
use crate::clock;
use crate::registry::resource::AccessListMode;
use crate::world::World;
use uuid::Uuid;

/// The approver says yes: the system user exists, with the request's id, and has what was asked for.
///
/// # Errors
/// When the approver may not delegate it all; nothing has changed then.
pub fn try_approve(world: &mut World, request: Uuid) -> Result<(), ApprovalRefused> {
    if let Some(change) = world.systems.change_request(request) {
        return approve_change(world, &change.clone());
    }
    let asked = waiting(world, request)?.clone();
    let system = world.systems.system(&asked.system_id).ok_or(ApprovalRefused::NoSystemName)?;
    system.nb_name().ok_or(ApprovalRefused::NoSystemName)?;
    let vendor = system.vendor.clone();
    let resources = asked.rights.iter().flat_map(|right| &right.resource).map(|resource| resource.value.as_str());
    let delegations = resources.map(|resource| delegation(world, &asked.party, resource)).collect::<Result<Vec<_>, _>>()?;
    world.systems.users.push(SystemUserRow {
        id: asked.id,
        integration_title: asked.integration_title.unwrap_or_default(),
        system_id: asked.system_id,
        vendor,
        party: asked.party,
        external_ref: asked.external_ref,
        created: clock::now(),
        is_deleted: false,
        delegations,
        access_packages: asked.access_packages,
        user_type: asked.user_type,
    });
    become_status(world, request, RequestStatus::Accepted);
    Ok(())
}

/// The approver says yes to a change: what is required is given, what is unwanted is taken away.
fn approve_change(world: &mut World, change: &ChangeRequest) -> Result<(), ApprovalRefused> {
    waiting_change(change)?;
    let named = |rights: &[Right]| -> Vec<String> {
        rights.iter().flat_map(|right| &right.resource).map(|resource| resource.value.clone()).collect()
    };
    let (required, unwanted) = (named(&change.required_rights), named(&change.unwanted_rights));
    let given = required.iter().map(|resource| delegation(world, &change.party, resource)).collect::<Result<Vec<_>, _>>()?;
    let Some(user) = world.systems.users.iter_mut().find(|user| user.id == change.system_user && !user.is_deleted) else {
        return Err(ApprovalRefused::Unknown);
    };
    user.delegations.retain(|known| !unwanted.contains(&known.resource) && !required.contains(&known.resource));
    user.delegations.extend(given);
    user.access_packages.retain(|known| !change.unwanted_packages.contains(known) && !change.required_packages.contains(known));
    user.access_packages.extend(change.required_packages.iter().cloned());
    become_status(world, change.id, RequestStatus::Accepted);
    Ok(())
}

fn waiting_change(change: &ChangeRequest) -> Result<(), ApprovalRefused> {
    if change.status == RequestStatus::New && !change.timed_out() { Ok(()) } else { Err(ApprovalRefused::ChangeNotNew) }
}

/// The sandbox's approver acts by itself: not on a request that it is to ignore, and in silence where it may not delegate it all.
pub fn approve(world: &mut World, request: Uuid) -> bool {
    let ignored = world.systems.request(request).is_some_and(|request| request.ignored);
    !ignored && try_approve(world, request).is_ok()
}

/// The approver says no.
///
/// # Errors
/// When the request does not wait any more.
pub fn reject(world: &mut World, request: Uuid) -> Result<(), ApprovalRefused> {
    match world.systems.change_request(request) {
        Some(change) => waiting_change(change)?,
        None => {
            waiting(world, request)?;
        }
    }
    become_status(world, request, RequestStatus::Rejected);
    Ok(())
}

/// What somebody is told who approves without what it takes; that the request does not wait any more comes first.
#[must_use]
pub fn refused_for(world: &World, request: Uuid, lacking: ApprovalRefused) -> ApprovalRefused {
    let waits = match world.systems.change_request(request) {
        Some(change) => waiting_change(change),
        None => waiting(world, request).map(|_| ()),
    };
    waits.err().unwrap_or(lacking)
}

/// Somebody who may not approve it passes a request on to those who may: it waits still.
///
/// # Errors
/// When the request does not wait any more.
pub fn escalate(world: &mut World, request: Uuid) -> Result<(), ApprovalRefused> {
    waiting(world, request)?;
    with_request(world, request, |request| request.escalated = true);
    Ok(())
}

/// The request becomes too old: `timedOut`, and its status stays New.
///
/// # Errors
/// When the request does not wait any more.
pub fn expire(world: &mut World, request: Uuid) -> Result<(), ApprovalRefused> {
    waiting(world, request)?;
    with_request(world, request, |request| request.expired = true);
    Ok(())
}

/// The request becomes as older rows are, with a status that is written no more.
///
/// # Errors
/// When the request does not wait any more.
pub fn grow_old(world: &mut World, request: Uuid, status: RequestStatus) -> Result<(), ApprovalRefused> {
    waiting(world, request)?;
    become_status(world, request, status);
    Ok(())
}

/// The customer deletes its system user, and with it the request it came from.
pub fn delete_user(world: &mut World, user: Uuid) -> bool {
    let found = world.systems.users.iter_mut().find(|known| known.id == user && !known.is_deleted);
    let is_there = found.map(|user| user.is_deleted = true).is_some();
    if is_there {
        world.systems.requests.retain(|request| request.id != user);
    }
    is_there
}

/// Changes a system user: for whoever sets a scene.
pub fn change_user(world: &mut World, user: Uuid, change: impl FnOnce(&mut SystemUserRow)) {
    if let Some(user) = world.systems.users.iter_mut().find(|known| known.id == user) {
        change(user);
    }
}

fn with_request(world: &mut World, request: Uuid, change: impl FnOnce(&mut super::Request)) {
    if let Some(request) = world.systems.requests.iter_mut().find(|known| known.id == request) {
        change(request);
    }
}

fn waiting(world: &World, request: Uuid) -> Result<&super::Request, ApprovalRefused> {
    let found = world.systems.request(request).ok_or(ApprovalRefused::Unknown)?;
    if found.status == RequestStatus::New && !found.timed_out() { Ok(found) } else { Err(ApprovalRefused::NotNew) }
}

fn become_status(world: &mut World, request: Uuid, status: RequestStatus) {
    with_request(world, request, |request| request.status = status);
    if let Some(change) = world.systems.changes.iter_mut().find(|known| known.id == request) {
        change.status = status;
    }
}

/// The approver, who has every role, needs every action of the resource.
pub(crate) fn delegation(world: &World, party: &str, resource: &str) -> Result<Delegation, ApprovalRefused> {
    let found = world.registry.resource(resource).ok_or(ApprovalRefused::NoRole)?;
    if found.resource_type == "MaskinportenSchema" {
        return Err(ApprovalRefused::MaskinportenSchema);
    }
    if !found.delegable {
        return Err(ApprovalRefused::NotDelegable);
    }
    let policy = found.policy.as_ref().ok_or(ApprovalRefused::NoRole)?;
    let actions = policy.delegable_actions();
    if actions.is_empty() || policy.actions().len() > actions.len() {
        return Err(ApprovalRefused::NoRole);
    }
    if found.access_list_mode == AccessListMode::Enabled && !world.registry.is_member(resource, party, None) {
        return Err(ApprovalRefused::NotListed);
    }
    Ok(Delegation { resource: resource.to_owned(), actions })
}
