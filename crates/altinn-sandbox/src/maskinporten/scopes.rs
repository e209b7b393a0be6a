//! The scopes of this world and their owners: the known ones, which are Digdir's, and those that a seed has added.

use super::state::MaskinportenState;
use crate::known;
use crate::values::OrgNumber;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// `prefix:subscope`.
    pub name: String,
    /// The organisation number of its owner, who gives access to it.
    pub owner: String,
    /// Whether it needs no grant.
    pub is_public: bool,
}

impl MaskinportenState {
    /// Every scope, the known ones first.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        let known = known::scopes().map(|name| Scope {
            name: name.to_owned(),
            owner: known::SCOPE_OWNER.to_owned(),
            is_public: known::PUBLIC_SCOPES.contains(&name),
        });
        known.chain(self.added.iter().cloned()).collect()
    }

    /// The scopes that need no grant.
    pub(crate) fn public_scopes(&self) -> Vec<&str> {
        let added = self.added.iter().filter(|scope| scope.is_public).map(|scope| scope.name.as_str());
        known::PUBLIC_SCOPES.iter().copied().chain(added).collect()
    }

    /// The owner of a scope. Digdir stands for the owners that nobody has named.
    pub(crate) fn owner_of(&self, scope: &str) -> &str {
        let added = self.added.iter().find(|known| known.name == scope).map(|known| known.owner.as_str());
        let by_prefix = || self.prefixes.get(prefix(scope)).map(OrgNumber::digits);
        added.or_else(by_prefix).unwrap_or(known::SCOPE_OWNER)
    }

    /// The prefixes of an organisation, as tokens name them (`consumer_prefix`).
    pub(crate) fn prefixes_of(&self, organisation: &OrgNumber) -> Vec<&str> {
        self.prefixes.iter().filter(|(_, owner)| *owner == organisation).map(|(prefix, _)| prefix.as_str()).collect()
    }
}

/// What stands before the colon.
pub(crate) fn prefix(scope: &str) -> &str {
    scope.split_once(':').map_or("", |(prefix, _)| prefix)
}
