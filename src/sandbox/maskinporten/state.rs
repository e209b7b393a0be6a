//! What Maskinporten knows: clients, their keys, and which scopes an organisation was granted.

use crate::sandbox::known::{self, KeyAge, KnownClient, KnownOrganisation};
use crate::sandbox::signing::Keys;
use crate::values::{ClientId, OrgNumber};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What Maskinporten knows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct State {
    /// The clients.
    pub clients: Vec<Client>,
    /// The scopes that their owner has granted an organisation.
    pub granted: BTreeMap<OrgNumber, Vec<String>>,
}

/// A client.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Client {
    /// Its id.
    pub id: ClientId,
    /// Who owns it.
    pub organisation: OrgNumber,
    /// The scopes on it.
    pub scopes: Vec<String>,
    /// The keys on it.
    pub keys: Vec<RegisteredKey>,
}

/// A public key on a client.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RegisteredKey {
    /// Its id.
    pub kid: String,
    /// The modulus, base64url.
    pub n: String,
    /// The exponent, base64url.
    pub e: String,
    /// When it was posted.
    pub posted: Timestamp,
}

/// A key lives one year from its posting (platform facts, B.2).
const KEY_LIFETIME: SignedDuration = SignedDuration::from_hours(365 * 24);

impl RegisteredKey {
    /// When it ceases to work.
    #[must_use]
    pub fn expires(&self) -> Timestamp {
        self.posted + KEY_LIFETIME
    }
}

impl State {
    /// The known clients and grants.
    #[must_use]
    pub fn known(keys: &Keys) -> Self {
        Self {
            clients: known::CLIENTS.iter().filter_map(|known| Client::known(known, keys)).collect(),
            granted: known::ORGANISATIONS.iter().filter_map(grants).collect(),
        }
    }

    /// The client with an id.
    #[must_use]
    pub fn client(&self, id: &ClientId) -> Option<&Client> {
        self.clients.iter().find(|client| client.id == *id)
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

impl Client {
    fn known(known: &KnownClient, keys: &Keys) -> Option<Self> {
        let key = keys.holders.get(&known.key)?;
        let age = match known.age {
            KeyAge::Fresh => SignedDuration::ZERO,
            KeyAge::Expired => KEY_LIFETIME + SignedDuration::from_hours(24),
        };
        Some(Self {
            id: known.id.parse().ok()?,
            organisation: known.organisation.parse().ok()?,
            scopes: known.scopes.iter().map(|scope| (*scope).to_owned()).collect(),
            keys: vec![RegisteredKey { kid: known.kid(), n: key.n.clone(), e: key.e.clone(), posted: Timestamp::now() - age }],
        })
    }
}
