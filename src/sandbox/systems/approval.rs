//! What becomes of a request when the customer's approver acts (platform facts, D.2 and E.1).

use super::{ChangeRequest, Delegation, RequestStatus, Right, SystemUserRow};
use crate::sandbox::registry::AccessListMode;
use crate::sandbox::{World, moment};
use uuid::Uuid;

/// Why the approver could not do it: what the approver's browser would show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApprovalRefused {
    /// There is no such request.
    Unknown,
    /// It has been answered already, or has timed out.
    NotNew,
    /// A change has been answered already, or has timed out.
    ChangeNotNew,
    /// The system has no bokmål name.
    NoSystemName,
    /// No role of the approver has every action of the resource.
    NoRole,
    /// The party is not on the resource's access list.
    NotListed,
    /// The resource cannot be given away.
    NotDelegable,
    /// The resource is a Maskinporten scheme.
    MaskinportenSchema,
}

impl ApprovalRefused {
    /// The service's code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unknown => "AUTH-00010",
            Self::NotNew => "AUTH-00013",
            Self::ChangeNotNew => "AUTH-00061",
            Self::NoSystemName => "AUTH-00017",
            Self::NoRole => "AUTH-00016",
            Self::NotListed => "AUTH-00069",
            Self::NotDelegable => "AUTH-00070",
            Self::MaskinportenSchema => "AUTH-00071",
        }
    }

    /// The service's text.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Unknown => "The Id does not refer to a Request in our system.",
            Self::NotNew => "The Status of the Request is not New.",
            Self::ChangeNotNew => "The Status of the Request is not New. Please generate a new CorrellationId for a new Change Request",
            Self::NoSystemName => "The SystemName was not found.",
            Self::NoRole => "DelegationCheck failed with error: Has not access by a delegation of role in ER or Altinn.",
            Self::NotListed => "DelegationCheck failed with error: The receiver does not have the right based on Access List delegation.",
            Self::NotDelegable => "DelegationCheck failed with error: The resource cannot be delegated to another user or entity.",
            Self::MaskinportenSchema => {
                "DelegationCheck failed with error: The resource is not delegable because it is a Maskinporten schema resource."
            }
        }
    }
}

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
        integration_title: asked.integration_title,
        system_id: asked.system_id,
        vendor,
        party: asked.party,
        external_ref: asked.external_ref,
        created: moment::now(),
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

/// The request becomes too old: `timedOut`, and its status stays New.
pub fn expire(world: &mut World, request: Uuid) {
    if let Some(request) = world.systems.requests.iter_mut().find(|known| known.id == request) {
        request.expired = true;
    }
}

fn waiting(world: &World, request: Uuid) -> Result<&super::Request, ApprovalRefused> {
    let found = world.systems.request(request).ok_or(ApprovalRefused::Unknown)?;
    if found.status == RequestStatus::New && !found.timed_out() { Ok(found) } else { Err(ApprovalRefused::NotNew) }
}

fn become_status(world: &mut World, request: Uuid, status: RequestStatus) {
    if let Some(request) = world.systems.requests.iter_mut().find(|known| known.id == request) {
        request.status = status;
    }
    if let Some(change) = world.systems.changes.iter_mut().find(|known| known.id == request) {
        change.status = status;
    }
}

/// The approver, who has every role, needs every action of the resource.
pub(in crate::sandbox) fn delegation(world: &World, party: &str, resource: &str) -> Result<Delegation, ApprovalRefused> {
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
