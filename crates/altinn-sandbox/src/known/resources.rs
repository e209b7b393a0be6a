//! The resources of the known world.

use super::{NEWCOMER, SERVICE_OWNER};

/// A resource of the known world. The registry's seed publishes it, Broker's configures it where `configured` says so.
#[derive(Debug, Clone, Copy)]
pub struct KnownResource {
    pub id: &'static str,
    /// What it is there for.
    pub about: &'static str,
    pub owner: &'static str,
    /// `resourceType`.
    pub resource_type: &'static str,
    /// Whether it can be delegated to system users.
    pub delegable: bool,
    /// Whether only members of an access list may use it.
    pub access_list: bool,
    /// Whether it is configured in Broker.
    pub configured: bool,
    pub policy: KnownPolicy,
}

/// Whom a known policy gives read, write and subscribe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownPolicy {
    /// Role `dagl`, which can delegate, and the owner by its org code.
    RolesAndOwner,
    /// Only role `dagl`.
    RolesOnly,
    /// The owner, the sender and the recipient by their organisation numbers; no role.
    Organisations,
    /// The literal `[org]` instead of the owner's code: a mistake in policies made from a template.
    Placeholder,
    /// As `RolesAndOwner`, without `subscribe`.
    NoSubscribe,
}

/// The known service owner's correctly set up resource.
pub const RESOURCE: &str = "prov-filutveksling";
pub const NEWCOMER_RESOURCE: &str = "nyk-filutveksling";

const SOUND: KnownResource = KnownResource {
    id: RESOURCE,
    about: "everything in order",
    owner: SERVICE_OWNER.number,
    resource_type: "BrokerService",
    delegable: true,
    access_list: false,
    configured: true,
    policy: KnownPolicy::RolesAndOwner,
};

pub const RESOURCES: &[KnownResource] = &[
    SOUND,
    KnownResource {
        id: NEWCOMER_RESOURCE,
        about: "published with a sound policy; its owner is unknown to Broker",
        owner: NEWCOMER.number,
        configured: false,
        ..SOUND
    },
    KnownResource { id: "prov-ikke-konfigurert", about: "published, not configured in Broker", configured: false, ..SOUND },
    KnownResource { id: "prov-tilgangsliste", about: "an access list holds the sender and not the recipient", access_list: true, ..SOUND },
    KnownResource { id: "prov-feil-type", about: "an app, not a broker service", resource_type: "AltinnApp", configured: false, ..SOUND },
    KnownResource { id: "prov-generell", about: "the type Broker's own tests use", resource_type: "GenericAccessResource", ..SOUND },
    KnownResource { id: "prov-ikke-delegerbar", about: "cannot be given to a system user", delegable: false, ..SOUND },
    KnownResource { id: "prov-kun-roller", about: "its policy names roles only", policy: KnownPolicy::RolesOnly, ..SOUND },
    KnownResource {
        id: "prov-kun-organisasjon",
        about: "its policy names organisations only",
        policy: KnownPolicy::Organisations,
        ..SOUND
    },
    KnownResource { id: "prov-plassholder", about: "its policy still says [org]", policy: KnownPolicy::Placeholder, ..SOUND },
    KnownResource { id: "prov-uten-abonnement", about: "its policy lacks subscribe", policy: KnownPolicy::NoSubscribe, ..SOUND },
];
