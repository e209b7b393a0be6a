//! The known world: what a new sandbox holds, as data. Whoever types by hand or writes a test starts here.
//!
//! Organisation numbers are valid (modulus 11) and belong to nobody. One client per situation; `about` says which.

use serde::{Deserialize, Serialize};

/// A known organisation.
#[derive(Debug, Clone, Copy)]
pub struct KnownOrganisation {
    /// Its number, nine digits.
    pub number: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its code in altinn-orgs.json: service owners only.
    pub code: Option<&'static str>,
    /// The scopes that their owner has granted it.
    pub granted: &'static [&'static str],
}

/// The service owner that the known resources belong to.
pub const SERVICE_OWNER: KnownOrganisation =
    KnownOrganisation { number: "310400106", name: "Prøvedirektoratet", code: Some("prov"), granted: EVERY_SCOPE };
/// Sends files with its own system.
pub const SENDER: KnownOrganisation =
    KnownOrganisation { number: "310400203", name: "Avsender og Sønner AS", code: None, granted: SENDER_SCOPES };
/// Receives files with its own system.
pub const RECIPIENT: KnownOrganisation =
    KnownOrganisation { number: "310400300", name: "Mottaker kommune", code: None, granted: PARTICIPANT_SCOPES };
/// Makes a system that the sender uses too.
pub const VENDOR: KnownOrganisation =
    KnownOrganisation { number: "310400408", name: "Fagsystem AS", code: None, granted: PARTICIPANT_SCOPES };
/// A service owner with a published resource and a ready client, and nothing yet in Broker or the system register.
pub const NEWCOMER: KnownOrganisation =
    KnownOrganisation { number: "310400505", name: "Nykommerverket", code: Some("nyk"), granted: EVERY_SCOPE };
/// On no access list, in no policy, granted only what everybody may have.
pub const OUTSIDER: KnownOrganisation =
    KnownOrganisation { number: "310400602", name: "Utenfor AS", code: None, granted: &["altinn:events.subscribe"] };

/// Owns every scope here, as in the real portal; the one owner whose exchanged token may be told to speak for [`TEST_OWNER`]. It is in
/// the list of owners and not in this world's register.
pub const DIGDIR: KnownOrganisation = KnownOrganisation {
    number: "991825827",
    name: "Digitaliseringsdirektoratet",
    code: Some("digdir"),
    granted: &["idporten:scopes.write", "altinn:serviceowner"],
};

/// Every known organisation.
pub const ORGANISATIONS: &[KnownOrganisation] = &[SERVICE_OWNER, SENDER, RECIPIENT, VENDOR, NEWCOMER, OUTSIDER];

/// The code and the name of a test owner, which has no organisation number (examples, 9).
pub const TEST_OWNER: (&str, &str) = ("ttd", "Testdepartementet");

/// Persons whom the test token generator takes at random: synthetic, with 80 added to the month.
pub const PERSONS: [&str; 3] = ["14928420036", "22859020015", "03887120047"];

const PARTICIPANT_SCOPES: &[&str] = &[
    "altinn:broker.write",
    "altinn:broker.read",
    "altinn:events.subscribe",
    "altinn:authentication/systemregister.write",
    "altinn:authentication/systemuser.request.write",
    "altinn:authentication/systemuser.request.read",
];

/// The sender has an admin client and the token generator too.
const SENDER_SCOPES: &[&str] = &[
    "altinn:broker.write",
    "altinn:broker.read",
    "altinn:events.subscribe",
    "altinn:authentication/systemregister.write",
    "altinn:authentication/systemuser.request.write",
    "altinn:authentication/systemuser.request.read",
    "idporten:dcr.read",
    "idporten:dcr.modify",
    "idporten:dcr.write",
    "altinn:testtools/tokengenerator/enterprise",
    "altinn:testtools/tokengenerator/enterpriseuser",
    "altinn:testtools/tokengenerator/personal",
];

const ADMIN_SCOPES: &[&str] = &["idporten:dcr.read", "idporten:dcr.modify", "idporten:dcr.write"];

const EVERY_SCOPE: &[&str] = &[
    "altinn:serviceowner",
    "altinn:broker.write",
    "altinn:broker.read",
    "altinn:events.subscribe",
    "altinn:resourceregistry/resource.write",
    "altinn:resourceregistry/accesslist.read",
    "altinn:resourceregistry/accesslist.write",
    "altinn:authentication/systemregister.write",
    "altinn:authentication/systemuser.request.write",
    "altinn:authentication/systemuser.request.read",
];

/// Every scope that the self-service portal knows, each once.
pub fn scopes() -> impl Iterator<Item = &'static str> {
    let more = SENDER_SCOPES.iter().chain(OWNER_SCOPES).filter(|scope| !EVERY_SCOPE.contains(scope));
    EVERY_SCOPE.iter().chain(more).copied().chain(["altinn:resourceregistry/resource.admin", "altinn:maskinporten/systemuser.read"])
}

/// Who owns every scope here.
pub const SCOPE_OWNER: &str = DIGDIR.number;
const OWNER_SCOPES: &[&str] = DIGDIR.granted;

/// A request for a scope that has not been granted.
#[derive(Debug, Clone, Copy)]
pub struct KnownScopeRequest {
    /// Who asked.
    pub organisation: &'static str,
    /// For what.
    pub scope: &'static str,
    /// Whether the owner has said no.
    pub denied: bool,
}

/// Every known request for a scope that has not been granted.
pub const SCOPE_REQUESTS: &[KnownScopeRequest] = &[
    KnownScopeRequest { organisation: SENDER.number, scope: "altinn:serviceowner", denied: false },
    KnownScopeRequest { organisation: SENDER.number, scope: "altinn:resourceregistry/resource.write", denied: true },
];

/// An API that an organisation has delegated to its supplier in Altinn.
#[derive(Debug, Clone, Copy)]
pub struct KnownApiDelegation {
    /// Who delegated.
    pub consumer: &'static str,
    /// To whom.
    pub supplier: &'static str,
    /// Which scope.
    pub scope: &'static str,
}

/// Every known delegation of an API; the outsider's was never granted to itself.
pub const API_DELEGATIONS: &[KnownApiDelegation] = &[
    KnownApiDelegation { consumer: RECIPIENT.number, supplier: VENDOR.number, scope: "altinn:broker.read" },
    KnownApiDelegation { consumer: OUTSIDER.number, supplier: VENDOR.number, scope: "altinn:broker.read" },
];

/// Scopes that need no grant: their owner made them public (examples, 7).
pub const PUBLIC_SCOPES: &[&str] = &["altinn:events.subscribe"];

/// Scopes of another integration type, which Maskinporten never gives (MP-201).
pub const FOREIGN_SCOPES: &[&str] = &["openid", "profile", "idporten:user.log.read"];

/// Whose key pair a known client uses. Making RSA keys costs a second, so that clients of one organisation share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyHolder {
    /// The service owner.
    ServiceOwner,
    /// The sender.
    Sender,
    /// The recipient.
    Recipient,
    /// The vendor.
    Vendor,
    /// The newcomer.
    Newcomer,
}

/// How old a known client's key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyAge {
    /// Posted when the world was made.
    Fresh,
    /// Posted more than a year before: MP-121.
    Expired,
    /// Never posted: the client shows an enterprise certificate of this world.
    Certified,
}

/// A known Maskinporten client.
#[derive(Debug, Clone, Copy)]
pub struct KnownClient {
    /// What it is called here.
    pub name: &'static str,
    /// What it is there for.
    pub about: &'static str,
    /// The organisation's number.
    pub organisation: &'static str,
    /// The client's id.
    pub id: &'static str,
    /// Whose key it uses.
    pub key: KeyHolder,
    /// How old that key is.
    pub age: KeyAge,
    /// The scopes on the client.
    pub scopes: &'static [&'static str],
}

/// Every known client, the sound ones first.
pub const CLIENTS: &[KnownClient] = &[
    KnownClient {
        name: "service-owner",
        about: "everything a service owner needs",
        organisation: SERVICE_OWNER.number,
        id: "5a0c0001-7d1e-4f6a-9b1c-000000000001",
        key: KeyHolder::ServiceOwner,
        age: KeyAge::Fresh,
        scopes: EVERY_SCOPE,
    },
    KnownClient {
        name: "sender",
        about: "everything a sender needs; on the sender's system",
        organisation: SENDER.number,
        id: "5a0c0002-7d1e-4f6a-9b1c-000000000002",
        key: KeyHolder::Sender,
        age: KeyAge::Fresh,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "recipient",
        about: "everything a recipient needs; on the recipient's system",
        organisation: RECIPIENT.number,
        id: "5a0c0003-7d1e-4f6a-9b1c-000000000003",
        key: KeyHolder::Recipient,
        age: KeyAge::Fresh,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "vendor",
        about: "a vendor's client, on the vendor's system, which acts for the sender",
        organisation: VENDOR.number,
        id: "5a0c0004-7d1e-4f6a-9b1c-000000000004",
        key: KeyHolder::Vendor,
        age: KeyAge::Fresh,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "newcomer",
        about: "a service owner with every scope of the guide and nothing in Broker yet",
        organisation: NEWCOMER.number,
        id: "5a0c0005-7d1e-4f6a-9b1c-000000000005",
        key: KeyHolder::Newcomer,
        age: KeyAge::Fresh,
        scopes: EVERY_SCOPE,
    },
    KnownClient {
        name: "no-write",
        about: "nobody added altinn:broker.write to it: MP-200; on the sender's system",
        organisation: SENDER.number,
        id: "5a0c0011-7d1e-4f6a-9b1c-000000000011",
        key: KeyHolder::Sender,
        age: KeyAge::Fresh,
        scopes: &["altinn:broker.read", "altinn:events.subscribe"],
    },
    KnownClient {
        name: "not-granted",
        about: "has altinn:broker.write, which its organisation was never granted: MP-250",
        organisation: OUTSIDER.number,
        id: "5a0c0012-7d1e-4f6a-9b1c-000000000012",
        key: KeyHolder::Sender,
        age: KeyAge::Fresh,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "expired-key",
        about: "its key was posted more than a year ago: MP-121; on the sender's system",
        organisation: SENDER.number,
        id: "5a0c0013-7d1e-4f6a-9b1c-000000000013",
        key: KeyHolder::Sender,
        age: KeyAge::Expired,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "off-system",
        about: "sound, and on no system: MP-303",
        organisation: SENDER.number,
        id: "5a0c0014-7d1e-4f6a-9b1c-000000000014",
        key: KeyHolder::Sender,
        age: KeyAge::Fresh,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "wrong-type",
        about: "asks for openid, which is not a Maskinporten scope: MP-201",
        organisation: SENDER.number,
        id: "5a0c0015-7d1e-4f6a-9b1c-000000000015",
        key: KeyHolder::Sender,
        age: KeyAge::Fresh,
        scopes: &["altinn:broker.write", "openid"],
    },
    KnownClient {
        name: "enterprise",
        about: "has no registered key: it shows an enterprise certificate (x5c); on the sender's system",
        organisation: SENDER.number,
        id: "5a0c0016-7d1e-4f6a-9b1c-000000000016",
        key: KeyHolder::Sender,
        age: KeyAge::Certified,
        scopes: PARTICIPANT_SCOPES,
    },
    KnownClient {
        name: "admin",
        about: "the sender's admin client for the self-service API",
        organisation: SENDER.number,
        id: "5a0c0017-7d1e-4f6a-9b1c-000000000017",
        key: KeyHolder::Sender,
        age: KeyAge::Fresh,
        scopes: ADMIN_SCOPES,
    },
    KnownClient {
        name: "scope-owner",
        about: "owns every altinn: scope and gives access to them: the service desk's client; its org code is digdir",
        organisation: SCOPE_OWNER,
        id: "5a0c0018-7d1e-4f6a-9b1c-000000000018",
        key: KeyHolder::ServiceOwner,
        age: KeyAge::Fresh,
        scopes: OWNER_SCOPES,
    },
    KnownClient {
        name: "test-tools",
        about: "may ask the token generator for test tokens",
        organisation: SENDER.number,
        id: "5a0c0019-7d1e-4f6a-9b1c-000000000019",
        key: KeyHolder::Sender,
        age: KeyAge::Fresh,
        scopes: &[
            "altinn:testtools/tokengenerator/enterprise",
            "altinn:testtools/tokengenerator/enterpriseuser",
            "altinn:testtools/tokengenerator/personal",
        ],
    },
];

impl KnownClient {
    /// The id of its key.
    #[must_use]
    pub fn kid(&self) -> String {
        format!("sandbox-{}", self.name)
    }
}

/// The client called `name`.
#[must_use]
pub fn client(name: &str) -> Option<&'static KnownClient> {
    CLIENTS.iter().find(|client| client.name == name)
}

/// A resource of the known world. The registry's seed publishes it, Broker's configures it where `configured` says so.
#[derive(Debug, Clone, Copy)]
pub struct KnownResource {
    /// Its id.
    pub id: &'static str,
    /// What it is there for.
    pub about: &'static str,
    /// The owner's number.
    pub owner: &'static str,
    /// `resourceType`.
    pub resource_type: &'static str,
    /// Whether system users may have it.
    pub delegable: bool,
    /// Whether an access list decides who takes part.
    pub access_list: bool,
    /// Whether Broker has been told of it.
    pub configured: bool,
    /// Whom its policy lets in.
    pub policy: KnownPolicy,
}

/// Whom a known policy lets in, for read, write and subscribe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownPolicy {
    /// Role `dagl` may delegate; the owner's org code is let in itself.
    RolesAndOwner,
    /// Role `dagl` only.
    RolesOnly,
    /// The owner by its organisation number, the sender and the recipient too, and no role.
    Organisations,
    /// The literal `[org]` where the code of the owner should stand.
    Placeholder,
    /// As `RolesAndOwner`, without `subscribe`.
    NoSubscribe,
}

/// The resource of the known service owner, in order.
pub const RESOURCE: &str = "prov-filutveksling";
/// The newcomer's.
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

/// Every known resource.
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

/// A system of the known world; each holds the rights of every delegable known resource of [`SERVICE_OWNER`] that a system may have.
#[derive(Debug, Clone, Copy)]
pub struct KnownSystem {
    /// Its id.
    pub id: &'static str,
    /// The vendor's number.
    pub vendor: &'static str,
    /// The clients on it, by name.
    pub clients: &'static [&'static str],
}

/// The sender's system.
pub const SENDER_SYSTEM: &str = "310400203_filer";
/// The recipient's system.
pub const RECIPIENT_SYSTEM: &str = "310400300_filer";
/// The service owner's system.
pub const SERVICE_OWNER_SYSTEM: &str = "310400106_filer";
/// The vendor's system.
pub const VENDOR_SYSTEM: &str = "310400408_fagsystem";

/// Every known system.
pub const SYSTEMS: &[KnownSystem] = &[
    KnownSystem { id: SENDER_SYSTEM, vendor: SENDER.number, clients: &["sender", "no-write", "expired-key", "enterprise"] },
    KnownSystem { id: RECIPIENT_SYSTEM, vendor: RECIPIENT.number, clients: &["recipient"] },
    KnownSystem { id: SERVICE_OWNER_SYSTEM, vendor: SERVICE_OWNER.number, clients: &["service-owner"] },
    KnownSystem { id: VENDOR_SYSTEM, vendor: VENDOR.number, clients: &["vendor"] },
];

/// What has become of a known system-user request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownRequestStatus {
    /// The system user exists.
    Accepted,
    /// Waits, until the sandbox's approver is asked about it.
    New,
    /// Waits, and the approver never acts.
    Ignored,
    /// The customer declined.
    Rejected,
    /// Waits since more than 180 days: `timedOut`.
    TimedOut,
}

/// A system-user request of the known world.
#[derive(Debug, Clone, Copy)]
pub struct KnownRequest {
    /// The system.
    pub system: &'static str,
    /// The customer's number.
    pub party: &'static str,
    /// The reference; none means the customer's number.
    pub external_ref: Option<&'static str>,
    /// What has become of it.
    pub status: KnownRequestStatus,
}

/// The reference of the request that still waits, in the half-done setup.
pub const HALF_DONE: &str = "half-done";

/// Every known request.
pub const REQUESTS: &[KnownRequest] = &[
    KnownRequest { system: SENDER_SYSTEM, party: SENDER.number, external_ref: None, status: KnownRequestStatus::Accepted },
    KnownRequest { system: RECIPIENT_SYSTEM, party: RECIPIENT.number, external_ref: None, status: KnownRequestStatus::Accepted },
    KnownRequest { system: SERVICE_OWNER_SYSTEM, party: SERVICE_OWNER.number, external_ref: None, status: KnownRequestStatus::Accepted },
    KnownRequest { system: VENDOR_SYSTEM, party: SENDER.number, external_ref: None, status: KnownRequestStatus::Accepted },
    KnownRequest { system: SENDER_SYSTEM, party: SENDER.number, external_ref: Some(HALF_DONE), status: KnownRequestStatus::New },
    KnownRequest { system: RECIPIENT_SYSTEM, party: RECIPIENT.number, external_ref: Some(HALF_DONE), status: KnownRequestStatus::New },
    KnownRequest { system: SENDER_SYSTEM, party: SENDER.number, external_ref: Some("ignored"), status: KnownRequestStatus::Ignored },
    KnownRequest { system: SENDER_SYSTEM, party: SENDER.number, external_ref: Some("rejected"), status: KnownRequestStatus::Rejected },
    KnownRequest { system: SENDER_SYSTEM, party: SENDER.number, external_ref: Some("timed-out"), status: KnownRequestStatus::TimedOut },
    KnownRequest {
        system: RECIPIENT_SYSTEM,
        party: RECIPIENT.number,
        external_ref: Some("rejected"),
        status: KnownRequestStatus::Rejected,
    },
];
