//! A client's keys: each post replaces the whole set (facts platform B.2; facts examples 6).

use super::clients::{milliseconds, of_caller};
use super::problem::bad;
use crate::clock;
use crate::http::reply;
use crate::identity::caller::Caller;
use crate::maskinporten::state::{Client, RegisteredKey};
use crate::world::World;
use axum::http::StatusCode;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

const MOST: usize = 5;
/// A modulus of 2048 bits, in bytes.
const MODULUS: usize = 256;
const PRIVATE: [&str; 6] = ["d", "p", "q", "dp", "dq", "qi"];

/// Why a key set is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyRefused {
    /// The body has no `keys` array.
    NoSet,
    /// More than five keys.
    TooMany,
    /// A key is not RSA for RS256.
    Algorithm,
    /// A key is not 2048 bits long.
    Size,
    /// A key has no `kid`, or two have the same.
    Kid,
    /// A key contains private members.
    Private,
}

impl KeyRefused {
    /// The reason as the answer gives it.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::NoSet => "The keys must be in an array called keys",
            Self::TooMany => "A client has at most 5 keys",
            Self::Algorithm => "Only RSA keys with alg RS256 are taken",
            Self::Size => "Only keys of 2048 bits are taken",
            Self::Kid => "Each key needs a kid of its own",
            Self::Private => "A key must not hold its private members",
        }
    }
}

/// Reads a JWK set. `now` becomes the time at which the keys were posted.
///
/// # Errors
/// The rule that the set breaks.
pub fn posted_keys(set: &Map<String, Value>, now: Timestamp) -> Result<Vec<RegisteredKey>, KeyRefused> {
    let keys = set.get("keys").and_then(Value::as_array).ok_or(KeyRefused::NoSet)?;
    if keys.len() > MOST {
        return Err(KeyRefused::TooMany);
    }
    let mut posted: Vec<RegisteredKey> = Vec::with_capacity(keys.len());
    for key in keys {
        let key = posted_key(key.as_object().ok_or(KeyRefused::NoSet)?, now)?;
        if posted.iter().any(|known| known.kid == key.kid) {
            return Err(KeyRefused::Kid);
        }
        posted.push(key);
    }
    Ok(posted)
}

fn posted_key(jwk: &Map<String, Value>, now: Timestamp) -> Result<RegisteredKey, KeyRefused> {
    let text = |name: &str| jwk.get(name).and_then(Value::as_str).unwrap_or_default();
    if PRIVATE.iter().any(|name| jwk.contains_key(*name)) {
        return Err(KeyRefused::Private);
    }
    if text("kty") != "RSA" || text("alg") != "RS256" {
        return Err(KeyRefused::Algorithm);
    }
    let modulus = URL_SAFE_NO_PAD.decode(text("n")).map_err(|_| KeyRefused::Size)?;
    let exact = modulus.len() == MODULUS && modulus.first().is_some_and(|first| first & 0x80 != 0);
    if !exact || URL_SAFE_NO_PAD.decode(text("e")).map_or(0, |bytes| bytes.len()) == 0 {
        return Err(KeyRefused::Size);
    }
    if text("kid").is_empty() {
        return Err(KeyRefused::Kid);
    }
    Ok(RegisteredKey { kid: text("kid").to_owned(), n: text("n").to_owned(), e: text("e").to_owned(), posted: now })
}

/// `POST` and `PUT /clients/{id}/jwks`.
pub(super) fn replace(world: &mut World, caller: &Caller, id: &str, set: &Map<String, Value>) -> Result<Response, Response> {
    let now = clock::now();
    let client = of_caller(world, caller, id)?;
    client.keys = posted_keys(set, now).map_err(|refused| bad(refused.reason()))?;
    client.registration.first_key.get_or_insert(now);
    Ok(reply::json(StatusCode::OK, &json(client)))
}

/// The client's JWK set; each key has its expiry time.
pub(super) fn json(client: &Client) -> Value {
    let row = |key: &RegisteredKey| json!({"kty": "RSA", "use": "sig", "alg": "RS256", "kid": key.kid, "e": key.e, "n": key.n, "exp": key.expires().as_second()});
    let updated = client.keys.iter().map(|key| key.posted).max().unwrap_or(client.registration.updated);
    let created = client.registration.first_key.unwrap_or(updated);
    let keys: Vec<Value> = client.keys.iter().map(row).collect();
    json!({"created": milliseconds(created), "last_updated": milliseconds(updated), "keys": keys})
}
