//! What one organisation has delegated to another in access management (facts platform E.1).

use super::approval::delegation;
use super::organisation_delegation::OrganisationDelegation;
use super::refused::ApprovalRefused;
use super::state::SystemsState;
use super::users::Delegation;
use crate::world::World;

impl SystemsState {
    #[must_use]
    pub fn delegated(&self, from: &str, to: &str) -> Vec<Delegation> {
        self.given.iter().filter(|given| given.from == from && given.to == to).map(|given| given.what.clone()).collect()
    }

    pub fn given_by<'a>(&'a self, from: &'a str) -> impl Iterator<Item = &'a OrganisationDelegation> {
        self.given.iter().filter(move |given| given.from == from)
    }
}

/// An access manager delegates a resource to another organisation, with every action that the manager's roles have.
///
/// # Errors
/// When the resource cannot be delegated; nothing has changed then.
pub fn give(world: &mut World, from: &str, to: &str, resource: &str) -> Result<(), ApprovalRefused> {
    let what = delegation(world, from, resource)?;
    take_back(world, from, to, resource);
    world.systems.given.push(OrganisationDelegation { from: from.to_owned(), to: to.to_owned(), what });
    Ok(())
}

/// Ends such a delegation; false when there was none.
pub fn take_back(world: &mut World, from: &str, to: &str, resource: &str) -> bool {
    let before = world.systems.given.len();
    world.systems.given.retain(|given| given.from != from || given.to != to || given.what.resource != resource);
    world.systems.given.len() != before
}
