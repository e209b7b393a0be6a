//! Maskinporten's state: clients, their keys, and the scopes granted to organisations.

use super::scopes::Scope;
use crate::known::{self, KeyAge, KnownClient, KnownOrganisation};
use crate::signing::keys::Keys;
use crate::values::{ClientId, OrgNumber};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MaskinportenState {
    pub clients: Vec<Client>,
    /// The scopes granted to each organisation.
    pub granted: BTreeMap<OrgNumber, Vec<String>>,
    /// Requests for scopes that are pending or denied.
    #[serde(default)]
    pub requested: Vec<ScopeRequest>,
    /// APIs that organisations have delegated to suppliers in Altinn.
    #[serde(default)]
    pub delegated: Vec<ApiDelegation>,
    /// The scopes that a seed has added to the known ones.
    #[serde(default)]
    pub added: Vec<Scope>,
    /// Who owns each prefix of scopes that a seed has added.
    #[serde(default)]
    pub prefixes: BTreeMap<String, OrgNumber>,
}

/// A request for a scope that is pending or denied.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ScopeRequest {
    pub organisation: OrgNumber,
    pub scope: String,
    /// Whether the owner has denied it; otherwise it is pending.
    pub denied: bool,
}

/// An API delegated in Altinn: the supplier may name the consumer in `consumer_org`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiDelegation {
    pub consumer: OrgNumber,
    pub supplier: OrgNumber,
    pub scope: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Client {
    pub id: ClientId,
    pub organisation: OrgNumber,
    pub scopes: Vec<String>,
    pub keys: Vec<RegisteredKey>,
    /// Certificates of other issuers that stand for this client, as DER in base64. Those of this world's issuer need not be named.
    #[serde(default)]
    pub certificates: Vec<String>,
    #[serde(default)]
    pub registration: Registration,
}

/// What the portal stores about a client besides its scopes and keys.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Registration {
    /// Members of the client that are returned as they were sent.
    pub described: Map<String, Value>,
    pub created: Timestamp,
    pub updated: Timestamp,
    pub first_key: Option<Timestamp>,
    /// A deleted client is kept so that its id is not used again.
    pub is_deleted: bool,
}

/// A public key on a client.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RegisteredKey {
    pub kid: String,
    /// The modulus as base64url.
    pub n: String,
    /// The exponent as base64url.
    pub e: String,
    pub posted: Timestamp,
}

/// A key is valid for one year from its posting (facts platform B.2).
const KEY_LIFETIME: SignedDuration = SignedDuration::from_hours(365 * 24);

impl RegisteredKey {
    /// When it expires.
    #[must_use]
    pub fn expires(&self) -> Timestamp {
        self.posted + KEY_LIFETIME
    }
}

impl MaskinportenState {
    /// The known clients and grants.
    #[must_use]
    pub fn known(keys: &Keys) -> Self {
        Self {
            clients: known::CLIENTS.iter().filter_map(|known| Client::known(known, keys)).collect(),
            granted: known::ORGANISATIONS.iter().chain([&known::DIGDIR]).filter_map(grants).collect(),
            requested: known::SCOPE_REQUESTS.iter().filter_map(ScopeRequest::known).collect(),
            delegated: known::API_DELEGATIONS.iter().filter_map(ApiDelegation::known).collect(),
            added: Vec::new(),
            prefixes: BTreeMap::new(),
        }
    }

    /// The client with an id. None if it is deleted.
    #[must_use]
    pub fn client(&self, id: &ClientId) -> Option<&Client> {
        self.clients.iter().find(|client| client.id == *id && !client.registration.is_deleted)
    }

    /// Whether a consumer has delegated the API of a scope to a supplier.
    #[must_use]
    pub fn is_delegated(&self, consumer: &OrgNumber, supplier: &OrgNumber, scope: &str) -> bool {
        self.delegated.iter().any(|known| known.consumer == *consumer && known.supplier == *supplier && known.scope == scope)
    }

    /// Whether a scope is granted to an organisation or needs no grant.
    #[must_use]
    pub fn is_granted(&self, organisation: &OrgNumber, scope: &str) -> bool {
        self.public_scopes().contains(&scope)
            || self.granted.get(organisation).is_some_and(|scopes| scopes.iter().any(|granted| granted == scope))
    }
}

fn grants(organisation: &KnownOrganisation) -> Option<(OrgNumber, Vec<String>)> {
    Some((organisation.number.parse().ok()?, organisation.granted.iter().map(|scope| (*scope).to_owned()).collect()))
}

impl ScopeRequest {
    fn known(known: &known::KnownScopeRequest) -> Option<Self> {
        Some(Self { organisation: known.organisation.parse().ok()?, scope: known.scope.to_owned(), denied: known.denied })
    }
}

impl ApiDelegation {
    fn known(known: &known::KnownApiDelegation) -> Option<Self> {
        Some(Self { consumer: known.consumer.parse().ok()?, supplier: known.supplier.parse().ok()?, scope: known.scope.to_owned() })
    }
}

impl Registration {
    /// A registration with only a name.
    #[must_use]
    pub fn called(name: &str) -> Self {
        let now = Timestamp::now();
        let mut described = Map::new();
        described.insert("client_name".to_owned(), Value::from(name));
        described.insert("description".to_owned(), Value::from(name));
        Self { described, created: now, updated: now, first_key: Some(now), is_deleted: false }
    }
}

/// Lifetime of a token in seconds if the client sets none; taken from the samples in the facts.
const LIFETIME: i64 = 120;
/// The longest lifetime of a token with an Altinn scope in seconds: the scope's `at_max_age` (facts platform B.2).
const LONGEST: i64 = 3600;

impl Client {
    /// Lifetime of the client's tokens in seconds (facts platform A.3).
    #[must_use]
    pub fn token_lifetime(&self) -> i64 {
        let asked = self.registration.described.get("access_token_lifetime").and_then(Value::as_i64);
        asked.filter(|seconds| *seconds > 0).unwrap_or(LIFETIME).min(LONGEST)
    }

    fn known(known: &KnownClient, keys: &Keys) -> Option<Self> {
        let key = keys.holders.get(&known.key)?;
        let posted = |age: SignedDuration| {
            vec![RegisteredKey { kid: known.kid(), n: key.n.clone(), e: key.e.clone(), posted: Timestamp::now() - age }]
        };
        Some(Self {
            id: known.id.parse().ok()?,
            organisation: known.organisation.parse().ok()?,
            scopes: known.scopes.iter().map(|scope| (*scope).to_owned()).collect(),
            keys: match known.age {
                KeyAge::Fresh => posted(SignedDuration::ZERO),
                KeyAge::Expired => posted(KEY_LIFETIME + SignedDuration::from_hours(24)),
                KeyAge::Certified => Vec::new(),
            },
            certificates: Vec::new(),
            registration: Registration::called(known.name),
        })
    }
}
