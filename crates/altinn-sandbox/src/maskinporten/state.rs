//! What Maskinporten knows: clients, their keys, and which scopes an organisation was granted.

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
    /// The scopes that their owner has granted an organisation.
    pub granted: BTreeMap<OrgNumber, Vec<String>>,
    /// What was asked for and has not been granted.
    #[serde(default)]
    pub requested: Vec<ScopeRequest>,
    /// The APIs that organisations have delegated to suppliers in Altinn.
    #[serde(default)]
    pub delegated: Vec<ApiDelegation>,
}

/// A request for a scope that has not been granted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ScopeRequest {
    pub organisation: OrgNumber,
    pub scope: String,
    /// Whether the owner has said no.
    pub denied: bool,
}

/// An API delegated in Altinn: `consumer_org` works for it.
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
    /// The scopes on it.
    pub scopes: Vec<String>,
    /// The keys on it.
    pub keys: Vec<RegisteredKey>,
    /// What the portal keeps beside.
    #[serde(default)]
    pub registration: Registration,
}

/// What the portal keeps of a client beside its scopes and keys.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Registration {
    /// The members of the client's model that were sent.
    pub described: Map<String, Value>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was changed last.
    pub updated: Timestamp,
    /// When its first key was posted.
    pub first_key: Option<Timestamp>,
    /// Deleted clients are kept: none is made again.
    pub is_deleted: bool,
}

/// A public key on a client.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RegisteredKey {
    pub kid: String,
    /// The modulus, base64url.
    pub n: String,
    /// The exponent, base64url.
    pub e: String,
    /// When it was posted.
    pub posted: Timestamp,
}

/// A key lives one year from its posting (facts platform B.2).
const KEY_LIFETIME: SignedDuration = SignedDuration::from_hours(365 * 24);

impl RegisteredKey {
    /// When it ceases to work.
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
        }
    }

    /// The client with an id, unless it was deleted.
    #[must_use]
    pub fn client(&self, id: &ClientId) -> Option<&Client> {
        self.clients.iter().find(|client| client.id == *id && !client.registration.is_deleted)
    }

    /// Whether a consumer has delegated a scope's API to a supplier.
    #[must_use]
    pub fn is_delegated(&self, consumer: &OrgNumber, supplier: &OrgNumber, scope: &str) -> bool {
        self.delegated.iter().any(|known| known.consumer == *consumer && known.supplier == *supplier && known.scope == scope)
    }

    /// Whether an organisation may have a scope at all.
    #[must_use]
    pub fn is_granted(&self, organisation: &OrgNumber, scope: &str) -> bool {
        known::PUBLIC_SCOPES.contains(&scope)
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
    /// A client's model with a name and nothing else said.
    #[must_use]
    pub fn called(name: &str) -> Self {
        let now = Timestamp::now();
        let mut described = Map::new();
        described.insert("client_name".to_owned(), Value::from(name));
        described.insert("description".to_owned(), Value::from(name));
        Self { described, created: now, updated: now, first_key: Some(now), is_deleted: false }
    }
}

/// How long tokens live that no client says otherwise about, in seconds; the samples of the facts say so.
const LIFETIME: i64 = 120;
/// The longest life of a token with an Altinn scope: its `at_max_age`, in seconds (facts platform B.2).
const LONGEST: i64 = 3600;

impl Client {
    /// How long its tokens live, in seconds (facts platform A.3).
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
            registration: Registration::called(known.name),
        })
    }
}
