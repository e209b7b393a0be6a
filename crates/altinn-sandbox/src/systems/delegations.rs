//! What one organisation has delegated to another in access management (facts platform E.1).

use super::approval::delegation;
use super::organisation_delegation::OrganisationDelegation;
use super::refused::ApprovalRefused;
use super::state::SystemsState;
use super::users::Delegation;
use crate::world::World;

impl SystemsState {
    /// What one organisation has given another.
    #[must_use]
    pub fn delegated(&self, from: &str, to: &str) -> Vec<Delegation> {
        self.given.iter().filter(|given| given.from == from && given.to == to).map(|given| given.what.clone()).collect()
    }

    /// Everything that an organisation has given others.
    pub fn given_by<'a>(&'a self, from: &'a str) -> impl Iterator<Item = &'a OrganisationDelegation> {
        self.given.iter().filter(move |given| given.from == from)
    }
}

/// An access manager gives another organisation a resource: every action that the manager's roles have.
///
/// # Errors
/// When it cannot be given away; nothing has changed then.
pub fn give(world: &mut World, from: &str, to: &str, resource: &str) -> Result<(), ApprovalRefused> {
    let what = delegation(world, from, resource)?;
    take_back(world, from, to, resource);
    world.systems.given.push(OrganisationDelegation { from: from.to_owned(), to: to.to_owned(), what });
    Ok(())
}

/// An access manager takes it back; whether there was anything to take.
pub fn take_back(world: &mut World, from: &str, to: &str, resource: &str) -> bool {
    let before = world.systems.given.len();
    world.systems.given.retain(|given| given.from != from || given.to != to || given.what.resource != resource);
    world.systems.given.len() != before
}
