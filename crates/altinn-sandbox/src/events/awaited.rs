//! What a subscription waits for.

use crate::world::World;

/// What a subscription waits for.
#[derive(Debug, Clone)]
pub struct Awaited {
    pub resource: String,
    /// The party, nine digits.
    pub party: Option<String>,
    /// The one type, if it names one.
    pub event_type: Option<String>,
}

/// What a subscription waits for; none when it is gone or not about a resource.
#[must_use]
pub fn awaited(world: &World, subscription: u64) -> Option<Awaited> {
    let found = world.events.subscription(subscription)?;
    let resource = found.resource_filter.strip_prefix("urn:altinn:resource:")?.to_owned();
    Some(Awaited { resource, party: found.party().map(str::to_owned), event_type: found.type_filter.clone() })
}
