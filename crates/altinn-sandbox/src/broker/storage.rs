//! The storage of service owners, which becomes ready one kind after the other (facts broker-api 2.11).

use super::state::BrokerState;
use crate::world::happened::Happened;

/// One more kind of storage is ready.
#[must_use]
pub(crate) fn storage_ready(broker: &mut BrokerState, organisation: &str) -> Vec<Happened> {
    let Some(owner) = broker.owners.iter_mut().find(|owner| owner.organisation == organisation) else { return Vec::new() };
    owner.providers.extend(owner.next_storage());
    owner.next_storage().map(|_| Happened::StorageMissing(organisation.to_owned())).into_iter().collect()
}
