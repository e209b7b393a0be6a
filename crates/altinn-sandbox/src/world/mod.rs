//! Everything the sandbox knows, in one value that is stored on disk as JSON (see `storage/journal.rs`).

pub(crate) mod happened;
pub(crate) mod memory;
pub(crate) mod organisations;
mod stored;
pub(crate) mod version;

pub use memory::Memory;
pub use organisations::{Organisation, Organisations};

use crate::broker::state::BrokerState;
use crate::events::sink_state::SinkState;
use crate::events::state::EventsState;
use crate::maskinporten::state::MaskinportenState;
use crate::people::letter::DeskState;
use crate::proxy::authority::CertificateAuthority;
use crate::registry::state::RegistryState;
use crate::shared::strictness::PackageAccess;
use crate::signing::keys::Keys;
use crate::systems::state::SystemsState;
use crate::values::Secret;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use url::Url;
use uuid::Uuid;

/// One per user and persistent, so that a half-finished setup can be resumed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct World {
    pub id: Uuid,
    /// The address it was last served at; the next start tries the same port first.
    pub origin: Url,
    /// The API key that the gateway accepts.
    pub api_key: Secret,
    /// An API key of another environment, which this gateway refuses.
    pub foreign_api_key: Secret,
    pub keys: Keys,
    /// The certificate authority behind the proxy's host names; made at the first start with a proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<CertificateAuthority>,
    pub organisations: Organisations,
    pub maskinporten: MaskinportenState,
    /// Letters to people, and the API keys they issued.
    #[serde(default)]
    pub desk: DeskState,
    /// The events that came to the sandbox's own webhooks.
    pub sink: SinkState,
    pub registry: RegistryState,
    pub systems: SystemsState,
    pub broker: BrokerState,
    pub events: EventsState,
    /// What came from a seed, as it was written there, by what it is and its id.
    #[serde(default)]
    pub seeded: BTreeMap<String, Value>,
    /// Cached answers, if caches are on.
    #[serde(skip)]
    pub memory: Memory,
    /// Copied from the options at each start.
    #[serde(skip)]
    pub package_access: PackageAccess,
}
