//! Everything the sandbox knows, in one value that can be put on disk.

pub(crate) mod memory;

pub use memory::Memory;

use crate::events::{self, sink};
use crate::known::{self, KnownOrganisation};
use crate::people::desk;
use crate::proxy::Authority;
use crate::shared::PackageAccess;
use crate::signing::Keys;
use crate::values::{OrgNumber, Secret};
use crate::{broker, maskinporten, registry, systems};
use serde::{Deserialize, Serialize};
use url::Url;
use uuid::Uuid;

/// The version of the world's file.
pub const VERSION: u32 = 1;

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
    pub maskinporten: maskinporten::State,
    /// What lies with people.
    #[serde(default)]
    pub desk: desk::State,
    /// The events that came to the sandbox's own webhooks.
    pub sink: sink::State,
    /// What the Resource Registry knows.
    pub registry: registry::State,
    /// What the system register and the system users are.
    pub systems: systems::State,
    pub broker: broker::State,
    /// What Altinn Events knows.
    pub events: events::State,
    /// What decisions remember, where caches are played.
    #[serde(skip)]
    pub memory: Memory,
    /// Whether decisions look at access packages.
    #[serde(skip)]
    pub package_access: PackageAccess,
}

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
            desk: desk::State::default(),
            sink: sink::State::default(),
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
        events::seed(&mut world);
        world
    }
}

/// The known organisations: the register of this world, and its altinn-orgs.json.
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
    pub name: String,
    /// Its code in altinn-orgs.json, for service owners only.
    pub org_code: Option<String>,
}

impl Organisations {
    fn known() -> Self {
        Self { all: known::ORGANISATIONS.iter().filter_map(Organisation::known).collect() }
    }

    /// The organisation with a number; none when it is not in this environment's register.
    #[must_use]
    pub fn by_number(&self, number: &OrgNumber) -> Option<&Organisation> {
        self.all.iter().find(|organisation| organisation.number == *number)
    }

    /// The service owner with a code.
    #[must_use]
    pub fn by_code(&self, code: &str) -> Option<&Organisation> {
        self.all.iter().find(|organisation| organisation.org_code.as_deref() == Some(code))
    }

    /// The code of a service owner.
    #[must_use]
    pub fn code_of(&self, number: &OrgNumber) -> Option<&str> {
        if number.digits() == known::DIGDIR.number {
            return known::DIGDIR.code;
        }
        self.by_number(number)?.org_code.as_deref()
    }
}

impl Organisation {
    fn known(known: &KnownOrganisation) -> Option<Self> {
        let number = known.number.parse().ok()?;
        Some(Self { number, name: known.name.to_owned(), org_code: known.code.map(str::to_owned) })
    }
}
