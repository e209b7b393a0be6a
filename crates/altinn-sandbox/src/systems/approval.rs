//! The answers to a request for a system user, or to change one, and their effects (facts platform D.2 and E.1).

use super::change_request::ChangeRequest;
use super::refused::ApprovalRefused;
use super::request::RequestStatus;
use super::system::Right;
use super::users::{Delegation, SystemUserRow};
use crate::clock;
use crate::registry::resource::AccessListMode;
use crate::world::World;
use uuid::Uuid;

/// Approves: makes the system user, with the request's id and everything that was asked for.
///
/// # Errors
/// When the approver may not delegate everything asked for; nothing has changed then.
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

/// Approves a change: adds what is required and removes what is unwanted.
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

/// The sandbox's approver approves. False when the request is one to ignore, or when the approver may not delegate everything.
pub fn approve(world: &mut World, request: Uuid) -> bool {
    let ignored = world.systems.request(request).is_some_and(|request| request.ignored);
    !ignored && try_approve(world, request).is_ok()
}

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

/// The refusal for an approver who lacks something. A request that does not wait any more is reported first.
#[must_use]
pub fn refused_for(world: &World, request: Uuid, lacking: ApprovalRefused) -> ApprovalRefused {
    let waits = match world.systems.change_request(request) {
        Some(change) => waiting_change(change),
        None => waiting(world, request).map(|_| ()),
    };
    waits.err().unwrap_or(lacking)
}

/// An approver without the rights forwards the request to those who have them; it goes on waiting.
///
/// # Errors
/// When the request does not wait any more.
pub fn escalate(world: &mut World, request: Uuid) -> Result<(), ApprovalRefused> {
    waiting(world, request)?;
    with_request(world, request, |request| request.escalated = true);
    Ok(())
}

/// Makes the request time out: `timedOut` becomes true, and its status stays New.
///
/// # Errors
/// When the request does not wait any more.
pub fn expire(world: &mut World, request: Uuid) -> Result<(), ApprovalRefused> {
    waiting(world, request)?;
    with_request(world, request, |request| request.expired = true);
    Ok(())
}

/// Gives the request a status that only rows from older versions of the service have.
///
/// # Errors
/// When the request does not wait any more.
pub fn grow_old(world: &mut World, request: Uuid, status: RequestStatus) -> Result<(), ApprovalRefused> {
    waiting(world, request)?;
    become_status(world, request, status);
    Ok(())
}

/// The customer deletes its system user; its request is deleted with it.
pub fn delete_user(world: &mut World, user: Uuid) -> bool {
    let found = world.systems.users.iter_mut().find(|known| known.id == user && !known.is_deleted);
    let is_there = found.map(|user| user.is_deleted = true).is_some();
    if is_there {
        world.systems.requests.retain(|request| request.id != user);
    }
    is_there
}

/// Changes a system user directly, to prepare a situation.
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

/// What the approver can delegate of a resource. The approver has every role, and the roles must cover every action of the
/// resource.
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
