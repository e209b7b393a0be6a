//! The known scopes: who has them, and who has asked for one.

use super::{DIGDIR, OUTSIDER, RECIPIENT, SENDER, VENDOR};

pub(super) const PARTICIPANT_SCOPES: &[&str] = &[
    "altinn:broker.write",
    "altinn:broker.read",
    "altinn:events.subscribe",
    "altinn:authentication/systemregister.write",
    "altinn:authentication/systemuser.request.write",
    "altinn:authentication/systemuser.request.read",
];

/// The sender also uses the admin API and the test token generator.
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

/// The organisation that owns every scope.
pub const SCOPE_OWNER: &str = DIGDIR.number;
pub(super) const OWNER_SCOPES: &[&str] = DIGDIR.granted;

/// A request for a scope that is pending or denied.
#[derive(Debug, Clone, Copy)]
pub struct KnownScopeRequest {
    pub organisation: &'static str,
    pub scope: &'static str,
    /// Whether the owner has denied it; otherwise it is pending.
    pub denied: bool,
}

/// Every known request that is pending or denied.
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

/// Every known delegation of an API. The outsider has delegated a scope that was never granted to it.
pub const API_DELEGATIONS: &[KnownApiDelegation] = &[
    KnownApiDelegation { consumer: RECIPIENT.number, supplier: VENDOR.number, scope: "altinn:broker.read" },
    KnownApiDelegation { consumer: OUTSIDER.number, supplier: VENDOR.number, scope: "altinn:broker.read" },
];

/// Scopes that need no grant: their owner made them public (facts examples 7).
pub const PUBLIC_SCOPES: &[&str] = &["altinn:events.subscribe"];

/// Scopes of other integration types, which Maskinporten refuses with MP-201.
pub const FOREIGN_SCOPES: &[&str] = &["openid", "profile", "idporten:user.log.read"];
