//! The scopes that a role needs (contract 2).

use super::{Acting, DeedId, Profile, Role};
use crate::values::Scope;

/// How important a scope is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Nothing works without it. If it is missing, the user must act.
    Required,
    /// Some things do not work without it. If it is missing, there is a warning.
    Wanted,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedScope {
    pub scope: Scope,
    pub need: Need,
}

impl WantedScope {
    fn new(name: &'static str, need: Need) -> Self {
        Self { scope: Scope::known(name), need }
    }
}

/// The scope that older guides told everybody to ask for, and that nothing of Broker's asks for today (facts platform H).
pub const OLD_SCOPE: &str = "altinn:authorization:pdp";
const RESOURCES: &str = "altinn:resourceregistry/resource.write";
const LISTS: &str = "altinn:resourceregistry/accesslist.write";
const SEND: &str = "altinn:broker.write";
const RECEIVE: &str = "altinn:broker.read";
pub(super) const SUBSCRIBE: &str = "altinn:events.subscribe";
const REGISTER: &str = "altinn:authentication/systemregister.write";
const REQUEST: &str = "altinn:authentication/systemuser.request.write";

/// The scopes that a deed is refused without, beside the one that the role cannot be without.
#[must_use]
pub const fn scopes_of(deed: DeedId, role: Role) -> &'static [&'static str] {
    match (deed, role) {
        (DeedId::PublishResource | DeedId::PublishPolicy | DeedId::RestrictResource, _) => &[RESOURCES],
        (DeedId::Admit, _) => &[LISTS],
        (DeedId::RegisterSystem | DeedId::UpdateSystem, _) => &[REGISTER],
        (DeedId::AskSystemUser | DeedId::ChangeSystemUser, _) => &[REQUEST],
        (DeedId::Subscribe | DeedId::Unsubscribe, _) => &[SUBSCRIBE],
        (DeedId::SendTest, Role::ServiceOwner) => &[SEND, RECEIVE],
        (DeedId::SendTest, Role::Sender | Role::Recipient) | (DeedId::ReceiveTest, _) => &[],
        (DeedId::MakeKey | DeedId::PostKey | DeedId::RotateKey | DeedId::RetireKey, _) => &[],
        (DeedId::AskScopes | DeedId::AskAccess | DeedId::AskApprover | DeedId::AskCounterpart, _) => &[],
        (DeedId::RegisterOwner | DeedId::ConfigureResource, _) => &[],
    }
}

/// The scopes to ask Maskinporten for, each with a grant of its own. The required ones come first.
#[must_use]
pub fn scopes(profile: &Profile) -> Vec<WantedScope> {
    let required = match profile.role {
        Role::Sender => SEND,
        Role::Recipient => RECEIVE,
        Role::ServiceOwner => "altinn:serviceowner",
    };
    let mut wanted = vec![WantedScope::new(required, Need::Required)];
    if profile.events.set_aside.is_none() {
        wanted.push(WantedScope::new(SUBSCRIBE, Need::Wanted));
    }
    let registers_itself = profile.role != Role::ServiceOwner && profile.acting != Acting::ByVendor;
    if registers_itself {
        wanted
            .extend([REGISTER, REQUEST, "altinn:authentication/systemuser.request.read"].map(|name| WantedScope::new(name, Need::Wanted)));
    }
    if profile.role == Role::ServiceOwner && profile.publishes_here() {
        wanted.push(WantedScope::new(RESOURCES, Need::Wanted));
    }
    if profile.role == Role::ServiceOwner && profile.uses_lists() {
        wanted.push(WantedScope::new(LISTS, Need::Wanted));
    }
    let takes_part_itself = !profile.transfer.recipients.is_empty() || profile.transfer.id.is_some() || profile.acts_itself();
    if profile.role == Role::ServiceOwner && takes_part_itself {
        wanted.extend([SEND, RECEIVE].map(|name| WantedScope::new(name, Need::Wanted)));
    }
    wanted
}
