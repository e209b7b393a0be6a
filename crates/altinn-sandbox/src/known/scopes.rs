//! Which scopes there are, who has them, and who waits for one.

use super::{DIGDIR, OUTSIDER, RECIPIENT, SENDER, VENDOR};

pub(super) const PARTICIPANT_SCOPES: &[&str] = &[
    "altinn:broker.write",
    "altinn:broker.read",
    "altinn:events.subscribe",
    "altinn:authentication/systemregister.write",
    "altinn:authentication/systemuser.request.write",
    "altinn:authentication/systemuser.request.read",
];

/// The sender has an admin client and the token generator too.
pub(super) const SENDER_SCOPES: &[&str] = &[
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

pub(super) const ADMIN_SCOPES: &[&str] = &["idporten:dcr.read", "idporten:dcr.modify", "idporten:dcr.write"];

pub(super) const EVERY_SCOPE: &[&str] = &[
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
pub(super) const OWNER_SCOPES: &[&str] = DIGDIR.granted;

/// A request for a scope that has not been granted.
#[derive(Debug, Clone, Copy)]
pub struct KnownScopeRequest {
    pub organisation: &'static str,
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
    pub consumer: &'static str,
    pub supplier: &'static str,
    pub scope: &'static str,
}

/// Every known delegation of an API; the outsider's was never granted to itself.
pub const API_DELEGATIONS: &[KnownApiDelegation] = &[
    KnownApiDelegation { consumer: RECIPIENT.number, supplier: VENDOR.number, scope: "altinn:broker.read" },
    KnownApiDelegation { consumer: OUTSIDER.number, supplier: VENDOR.number, scope: "altinn:broker.read" },
];

/// Scopes that need no grant: their owner made them public (facts examples 7).
pub const PUBLIC_SCOPES: &[&str] = &["altinn:events.subscribe"];

/// Scopes of another integration type, which Maskinporten never gives (MP-201).
pub const FOREIGN_SCOPES: &[&str] = &["openid", "profile", "idporten:user.log.read"];
