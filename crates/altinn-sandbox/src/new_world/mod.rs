//! The known world, as it is when nothing has happened in it yet.

use crate::world::World;
use crate::world::memory::Memory;
use crate::world::organisations::Organisations;
use crate::world::version::VERSION;
use crate::shared::strictness::PackageAccess;
use crate::signing::keys::Keys;
use crate::values::Secret;
use crate::{broker, events, maskinporten, registry, systems};
use url::Url;
use uuid::Uuid;

impl World {
    /// The known world, new.
    #[must_use]
    pub fn new(origin: Url, keys: Keys) -> Self {
        let mut world = Self {
            version: VERSION,
            id: Uuid::new_v4(),
            origin,
            api_key: Secret::new(Uuid::new_v4().simple().to_string()),
            foreign_api_key: Secret::new(Uuid::new_v4().simple().to_string()),
            maskinporten: maskinporten::State::known(&keys),
            keys,
            authority: None,
            organisations: Organisations::known(),
            desk: crate::people::letter::State::default(),
            sink: crate::events::sink_state::State::default(),
            registry: registry::State::default(),
            systems: systems::State::default(),
            broker: broker::State::default(),
            events: events::State::default(),
            memory: Memory::default(),
            package_access: PackageAccess::default(),
        };
        registry::seed(&mut world);
        systems::seed(&mut world);
        broker::seed(&mut world);
        world
    }
}
