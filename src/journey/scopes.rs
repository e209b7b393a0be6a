//! Which scopes a role needs (contract 2).

use super::{Acting, Profile, Role};
use crate::values::Scope;

/// How badly a scope is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Nothing works without it: missing means that the user must act.
    Required,
    /// A part does not work without it: missing is a warning.
    Wanted,
}

/// A scope with how badly the role needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedScope {
    pub scope: Scope,
    /// How badly it is needed.
    pub need: Need,
}

impl WantedScope {
    fn new(name: &'static str, need: Need) -> Self {
        Self { scope: Scope::known(name), need }
    }
}

/// The scopes to ask Maskinporten for, one grant each, the required first.
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
    let takes_part_itself = !profile.transfer.recipients.is_empty() || profile.transfer.id.is_some();
    if profile.role == Role::ServiceOwner && takes_part_itself {
        wanted.extend(["altinn:broker.write", "altinn:broker.read"].map(|name| WantedScope::new(name, Need::Wanted)));
    }
    wanted
}
