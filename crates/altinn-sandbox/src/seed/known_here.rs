//! What a line of a seed may refer to: what else is in the seed, and what is in the world already.

use super::Seed;
use super::names::{ResourceId, SystemId};
use crate::known;
use crate::values::{ClientId, OrgNumber};
use crate::world::World;

pub(super) struct KnownHere<'a> {
    pub(super) seed: &'a Seed,
    pub(super) world: &'a World,
}

/// A resource, as far as system users are concerned.
pub(super) struct KnownResource {
    pub(super) is_delegable: bool,
    /// The actions that its policy gives to a role or a package.
    pub(super) actions: Vec<String>,
}

impl KnownHere<'_> {
    pub(super) fn has_organisation(&self, number: &OrgNumber) -> bool {
        let in_seed = || self.seed.organisations.iter().any(|known| known.number.value == *number);
        self.world.organisations.by_number(number).is_some() || number.digits() == known::DIGDIR.number || in_seed()
    }

    pub(super) fn code_of(&self, number: &OrgNumber) -> Option<&str> {
        let seeded = self.seed.organisations.iter().find(|known| known.number.value == *number);
        let in_seed = seeded.and_then(|known| known.org_code.as_ref()).map(|code| code.value.0.as_str());
        self.world.organisations.code_of(number).or(in_seed)
    }

    /// The organisation of a client.
    pub(super) fn client(&self, id: &ClientId) -> Option<&OrgNumber> {
        let seeded = self.seed.clients.iter().find(|known| known.id.value == *id).map(|known| &known.organisation.value);
        seeded.or_else(|| self.world.maskinporten.client(id).map(|client| &client.organisation))
    }

    pub(super) fn resource(&self, id: &ResourceId) -> Option<KnownResource> {
        if let Some(known) = self.world.registry.resource(&id.0) {
            let actions = known.policy.as_ref().map(|policy| policy.delegable_actions()).unwrap_or_default();
            return Some(KnownResource { is_delegable: known.delegable, actions });
        }
        let seeded = self.seed.resources.iter().find(|known| known.id.value == *id)?;
        let rules = seeded.policy.rules(self.code_of(&seeded.owner.value).unwrap_or_default());
        Some(KnownResource { is_delegable: seeded.delegable, actions: rules.delegable_actions() })
    }

    /// The resources that a system has rights to.
    pub(super) fn rights_of(&self, id: &SystemId) -> Option<Vec<String>> {
        if let Some(known) = self.world.systems.system(&id.0).filter(|known| !known.is_deleted) {
            return Some(known.rights.iter().flat_map(|right| &right.resource).map(|resource| resource.value.clone()).collect());
        }
        let seeded = self.seed.systems.iter().find(|known| known.id.value == *id)?;
        Some(seeded.rights.iter().map(|right| right.value.0.clone()).collect())
    }
}
