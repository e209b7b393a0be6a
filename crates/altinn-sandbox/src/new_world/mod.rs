//! Creates a new world with the known organisations, clients, resources and systems.

use crate::broker::state::BrokerState;
use crate::events::sink_state::SinkState;
use crate::events::state::EventsState;
use crate::maskinporten::state::MaskinportenState;
use crate::people::letter::DeskState;
use crate::registry::state::RegistryState;
use crate::shared::strictness::PackageAccess;
use crate::signing::keys::Keys;
use crate::systems::state::SystemsState;
use crate::values::Secret;
use crate::world::World;
use crate::world::memory::Memory;
use crate::world::organisations::Organisations;
use crate::{broker, registry, systems};
use std::collections::BTreeMap;
use url::Url;
use uuid::Uuid;

impl World {
    #[must_use]
    pub fn new(origin: Url, keys: Keys) -> Self {
        let mut world = Self {
            id: Uuid::new_v4(),
            origin,
            api_key: Secret::new(Uuid::new_v4().simple().to_string()),
            foreign_api_key: Secret::new(Uuid::new_v4().simple().to_string()),
            maskinporten: MaskinportenState::known(&keys),
            keys,
            authority: None,
            organisations: Organisations::known(),
            desk: DeskState::default(),
            sink: SinkState::default(),
            registry: RegistryState::default(),
            systems: SystemsState::default(),
            broker: BrokerState::default(),
            events: EventsState::default(),
            seeded: BTreeMap::new(),
            memory: Memory::default(),
            package_access: PackageAccess::default(),
        };
        registry::seed(&mut world);
        systems::seed(&mut world);
        broker::seed(&mut world);
        world
    }
}
