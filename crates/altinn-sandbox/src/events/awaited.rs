//! Reads from a subscription which events it would match.

use crate::world::World;

/// The events that a subscription matches.
#[derive(Debug, Clone)]
pub struct Awaited {
    pub resource: String,
    /// The organisation of its subject filter, nine digits; `None` matches no one party in particular.
    pub party: Option<String>,
    /// Its type filter; `None` matches every type.
    pub event_type: Option<String>,
}

/// `None` when the subscription does not exist, or its filters match no event.
#[must_use]
pub fn awaited(world: &World, subscription: u64) -> Option<Awaited> {
    let found = world.events.subscription(subscription)?;
    if found.subject_filter.is_some() && found.party().is_none() {
        return None;
    }
    let resource = found.resource_filter.strip_prefix("urn:altinn:resource:")?.to_owned();
    Some(Awaited { resource, party: found.party().map(str::to_owned), event_type: found.type_filter.clone() })
}
