//! Access to Broker's resources (facts broker-api 1.4).

use crate::decision::subject::Subject;
use crate::decision::{Asker, Question, permits};
use crate::world::World;

/// Whether a subject may do this. A resource that Broker does not have in its own table is refused without a policy decision (1.4).
pub(super) fn has_access(world: &World, subject: &Subject, actions: &[&str], resource: &str, party: &str) -> bool {
    world.broker.configuration(resource).is_some()
        && permits(world, &Question { asked: Asker::ByBroker, subject, actions, resource, party: Some(party) })
}

/// The nine digits of an organisation number, with or without a prefix.
pub(super) fn digits(organisation: &str) -> &str {
    organisation.rsplit(':').next().unwrap_or(organisation)
}
