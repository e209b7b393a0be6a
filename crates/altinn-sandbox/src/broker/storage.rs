//! The storage of service owners. Its kinds become ready one after the other (facts broker-api 2.11).

use super::state::BrokerState;
use crate::world::happened::Happened;

/// Marks the next kind of a service owner's storage as ready.
#[must_use]
pub(crate) fn storage_ready(broker: &mut BrokerState, organisation: &str) -> Vec<Happened> {
    let Some(owner) = broker.owners.iter_mut().find(|owner| owner.organisation == organisation) else { return Vec::new() };
    owner.providers.extend(owner.next_storage());
    owner.next_storage().map(|_| Happened::StorageMissing(organisation.to_owned())).into_iter().collect()
}
