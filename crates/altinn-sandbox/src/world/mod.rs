//! Everything the sandbox knows, in one value that can be put on disk.

pub(crate) mod happened;
pub(crate) mod memory;
pub(crate) mod organisations;
pub(crate) mod version;

pub use memory::Memory;
pub use organisations::{Organisation, Organisations};

use crate::broker::state::BrokerState;
use crate::events::sink_state::SinkState;
use crate::events::state::EventsState;
use crate::maskinporten::state::MaskinportenState;
use crate::people::letter::DeskState;
use crate::proxy::authority::Authority;
use crate::registry::state::RegistryState;
use crate::shared::strictness::PackageAccess;
use crate::signing::keys::Keys;
use crate::systems::state::SystemsState;
use crate::values::Secret;
use serde::{Deserialize, Serialize};
use url::Url;
use uuid::Uuid;

/// The world: one per user, persistent, so that a half-finished setup can be resumed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct World {
    /// The version of the file.
    pub version: u32,
    pub id: Uuid,
    /// Where it was served last; its port is tried first.
    pub origin: Url,
    /// The key that the gateway asks for.
    pub api_key: Secret,
    /// A key that the gateway of another environment would take.
    pub foreign_api_key: Secret,
    pub keys: Keys,
    /// Who vouches for the names on the proxy's face; made when one is first started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<Authority>,
    /// The organisations, by what they are in this world.
    pub organisations: Organisations,
    pub maskinporten: MaskinportenState,
    /// What lies with people.
    #[serde(default)]
    pub desk: DeskState,
    /// The events that came to the sandbox's own webhooks.
    pub sink: SinkState,
    /// What the Resource Registry knows.
    pub registry: RegistryState,
    /// What the system register and the system users are.
    pub systems: SystemsState,
    pub broker: BrokerState,
    /// What Altinn Events knows.
    pub events: EventsState,
    /// What decisions remember, where caches are played.
    #[serde(skip)]
    pub memory: Memory,
    /// Whether decisions look at access packages.
    #[serde(skip)]
    pub package_access: PackageAccess,
}
