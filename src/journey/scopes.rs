//! The scopes that a role needs (contract 2).

use super::{Acting, Profile, Role};
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

/// The scopes to ask Maskinporten for, each with a grant of its own. The required ones come first.
#[must_use]
pub fn scopes(profile: &Profile) -> Vec<WantedScope> {
    let required = match profile.role {
        Role::Sender => "altinn:broker.write",
        Role::Recipient => "altinn:broker.read",
        Role::ServiceOwner => "altinn:serviceowner",
    };
    let mut wanted = vec![WantedScope::new(required, Need::Required)];
    if profile.events.set_aside.is_none() {
        wanted.push(WantedScope::new("altinn:events.subscribe", Need::Wanted));
    }
    let registers_itself = profile.role != Role::ServiceOwner && profile.acting != Acting::ByVendor;
    if registers_itself {
        wanted.extend(
            [
                "altinn:authentication/systemregister.write",
                "altinn:authentication/systemuser.request.write",
                "altinn:authentication/systemuser.request.read",
            ]
            .map(|name| WantedScope::new(name, Need::Wanted)),
        );
    }
    if profile.role == Role::ServiceOwner && profile.publishes_here() {
        wanted.push(WantedScope::new("altinn:resourceregistry/resource.write", Need::Wanted));
    }
    if profile.role == Role::ServiceOwner && profile.uses_lists() {
        wanted.push(WantedScope::new("altinn:resourceregistry/accesslist.write", Need::Wanted));
    }
    let takes_part_itself = !profile.transfer.recipients.is_empty() || profile.transfer.id.is_some() || profile.acts_itself();
    if profile.role == Role::ServiceOwner && takes_part_itself {
        wanted.extend(["altinn:broker.write", "altinn:broker.read"].map(|name| WantedScope::new(name, Need::Wanted)));
    }
    wanted
}
