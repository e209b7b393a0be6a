//! Everything the sandbox knows, in one value that can be put on disk.

use super::{broker, events, registry, systems};
use crate::values::OrgNumber;
use serde::{Deserialize, Serialize};

/// The world: one per user, persistent, so that a half-finished setup can be resumed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct World {
    /// The organisations, by what they are in this world.
    pub organisations: Organisations,
    /// What the Resource Registry knows.
    pub registry: registry::State,
    /// What the system register and the system users are.
    pub systems: systems::State,
    /// What Broker knows.
    pub broker: broker::State,
    /// What Altinn Events knows.
    pub events: events::State,
}

/// The known organisations.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Organisations {
    /// Every organisation of the register.
    pub all: Vec<Organisation>,
}

/// An organisation of the sandbox's register.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Organisation {
    /// Its number: valid, and synthetic.
    pub number: OrgNumber,
    /// Its name.
    pub name: String,
    /// Its code in altinn-orgs.json, for service owners only.
    pub org_code: Option<String>,
}
