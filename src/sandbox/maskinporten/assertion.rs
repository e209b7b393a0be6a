//! The assertion: who signed it, for whom, when (platform facts, A.2).

use super::refusal::Refusal;
use super::{Client, State};
use crate::sandbox::signing::claims_signed_by;
use crate::values::ClientId;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey};
use serde_json::{Map, Value};
use url::Url;

/// How far `iat` may be from the server's clock, in seconds.
const ISSUED_WITHIN: i64 = 10;
/// The longest life of an assertion, in seconds.
const LONGEST: i64 = 120;

const ALGORITHMS: [Algorithm; 3] = [Algorithm::RS256, Algorithm::RS384, Algorithm::RS512];

/// An assertion that authenticates a client.
pub(super) struct Assertion<'a> {
    pub(super) client: &'a Client,
    pub(super) claims: Map<String, Value>,
}

impl<'a> Assertion<'a> {
    /// Reads and authenticates; nothing of what it asks for is judged yet.
    pub(super) fn authenticate(compact: &str, state: &'a State, issuer: &Url, now: Timestamp) -> Result<Self, Refusal> {
        let header = jsonwebtoken::decode_header(compact).map_err(|_| Refusal::invalid_parameter())?;
        if !ALGORITHMS.contains(&header.alg) {
            return Err(Refusal::invalid_parameter());
        }
        let unproven: Map<String, Value> =
            jsonwebtoken::dangerous::insecure_decode_claims(compact).map_err(|_| Refusal::invalid_parameter())?;
        let client = client_of(&unproven, state)?;
        if header.x5c.is_some() {
            // The known clients have registered keys, and a header never has both.
            return Err(Refusal::certificate_header());
        }
        let kid = header.kid.ok_or_else(Refusal::kid_missing)?;
        let key = client.keys.iter().find(|key| key.kid == kid).ok_or_else(Refusal::kid_unknown)?;
        let public = DecodingKey::from_rsa_components(&key.n, &key.e).map_err(|_| Refusal::signature())?;
        let claims = claims_signed_by(compact, &public, &ALGORITHMS).ok_or_else(Refusal::signature)?;
        if key.expires() <= now {
            return Err(Refusal::expired_key());
        }
        is_for(issuer, claims.get("aud"))?;
        is_timely(&claims, now)?;
        Ok(Self { client, claims })
    }

    /// What must not come twice: the `jti`, else the assertion itself.
    pub(super) fn replay_key(&self, compact: &str) -> String {
        let jti = self.claims.get("jti").and_then(Value::as_str);
        format!("{} {}", self.client.id, jti.unwrap_or(compact))
    }

    /// A text among the claims.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.claims.get(name).and_then(Value::as_str)
    }
}

fn client_of<'a>(claims: &Map<String, Value>, state: &'a State) -> Result<&'a Client, Refusal> {
    let id: ClientId = claims.get("iss").and_then(Value::as_str).and_then(|iss| iss.parse().ok()).ok_or_else(Refusal::client_not_found)?;
    state.client(&id).ok_or_else(Refusal::client_not_found)
}

/// The issuer with its slash. The token endpoint is taken too: documented as no longer valid, yet Altinn's own tests send it.
fn is_for(issuer: &Url, aud: Option<&Value>) -> Result<(), Refusal> {
    let single = match aud {
        Some(Value::Array(several)) if several.len() == 1 => several.first(),
        other => other,
    };
    let named = single.and_then(Value::as_str).ok_or_else(Refusal::audience)?;
    if named == issuer.as_str() || named == format!("{issuer}token") { Ok(()) } else { Err(Refusal::audience()) }
}

fn is_timely(claims: &Map<String, Value>, now: Timestamp) -> Result<(), Refusal> {
    let seconds = |name: &str| claims.get(name).and_then(Value::as_i64).ok_or_else(Refusal::invalid_parameter);
    let (issued, expires, now) = (seconds("iat")?, seconds("exp")?, now.as_second());
    if issued > now.saturating_add(ISSUED_WITHIN) {
        return Err(Refusal::issued_later());
    }
    if expires <= now || issued < now.saturating_sub(ISSUED_WITHIN) {
        return Err(Refusal::expired_assertion());
    }
    if expires.saturating_sub(issued) > LONGEST { Err(Refusal::invalid_parameter()) } else { Ok(()) }
}
