//! The assertion: who signed it, for whom, when (platform facts, A.2).

use super::refusal::Refusal;
use super::{Client, State};
use crate::sandbox::signing::claims_signed_by;
use crate::sandbox::{AssertionClaims, Audience, EnterpriseCa, Strictness};
use crate::values::ClientId;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey};
use serde_json::{Map, Value};
use url::Url;

/// How far `iat` may be from the server's clock, in seconds.
const ISSUED_WITHIN: i64 = 10;
/// The longest life of an assertion, in seconds.
const LONGEST: i64 = 120;

const ALGORITHMS: [Algorithm; 3] = [Algorithm::RS256, Algorithm::RS384, Algorithm::RS512];

/// Every claim that the documentation knows.
const DOCUMENTED: [&str; 11] =
    ["aud", "iss", "scope", "iat", "exp", "jti", "resource", "consumer_org", "iss_onbehalfof", "pid", "authorization_details"];

/// How a client showed who it is; the token says so in `client_amr`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// By a key registered on it.
    Key,
    /// By an enterprise certificate.
    Certificate,
}

/// Whom and what an assertion is held against.
pub(super) struct Authority<'a> {
    pub(super) state: &'a State,
    pub(super) issuer: &'a Url,
    pub(super) certificates: Option<&'a EnterpriseCa>,
    pub(super) strictness: Strictness,
    pub(super) now: Timestamp,
}

/// An assertion that authenticates a client.
pub(super) struct Assertion<'a> {
    pub(super) client: &'a Client,
    pub(super) claims: Map<String, Value>,
    pub(super) proof: Proof,
}

impl<'a> Assertion<'a> {
    /// Reads and authenticates; nothing of what it asks for is judged yet.
    pub(super) fn authenticate(compact: &str, authority: &Authority<'a>) -> Result<Self, Refusal> {
        let header = header_of(compact)?;
        let unproven: Map<String, Value> =
            jsonwebtoken::dangerous::insecure_decode_claims(compact).map_err(|_| Refusal::invalid_parameter())?;
        let client = client_of(&unproven, authority.state)?;
        let (claims, proof) = match (header.get("x5c"), header.get("kid").and_then(Value::as_str)) {
            // A header never has both.
            (Some(_), Some(_)) => return Err(Refusal::certificate_header()),
            (Some(chain), None) if client.keys.is_empty() => (certified(compact, client, chain, authority)?, Proof::Certificate),
            (None, None) if client.keys.is_empty() => return Err(Refusal::certificate_header()),
            (_, None) => return Err(Refusal::kid_missing()),
            (None, Some(kid)) => (signed_with_key(compact, client, kid, authority.now)?, Proof::Key),
        };
        is_for(authority, claims.get("aud"))?;
        is_timely(&claims, authority.now)?;
        match authority.strictness.claims {
            AssertionClaims::DocumentedOnly if !claims.keys().all(|name| DOCUMENTED.contains(&name.as_str())) => {
                Err(Refusal::invalid_parameter())
            }
            AssertionClaims::DocumentedOnly | AssertionClaims::Any => Ok(Self { client, claims, proof }),
        }
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

/// The header as it stands: what is wrong with `x5c` is told apart from what is wrong with the rest.
fn header_of(compact: &str) -> Result<Map<String, Value>, Refusal> {
    let first = compact.split('.').next().unwrap_or_default();
    let bytes = URL_SAFE_NO_PAD.decode(first).map_err(|_| Refusal::invalid_parameter())?;
    let header: Map<String, Value> = serde_json::from_slice(&bytes).map_err(|_| Refusal::invalid_parameter())?;
    let known = ["RS256", "RS384", "RS512"];
    match header.get("alg").and_then(Value::as_str) {
        Some(algorithm) if known.contains(&algorithm) => Ok(header),
        Some(_) | None => Err(Refusal::invalid_parameter()),
    }
}

fn signed_with_key(compact: &str, client: &Client, kid: &str, now: Timestamp) -> Result<Map<String, Value>, Refusal> {
    let key = client.keys.iter().find(|key| key.kid == kid).ok_or_else(Refusal::kid_unknown)?;
    let claims = signed_by(compact, &key.n, &key.e)?;
    if key.expires() <= now { Err(Refusal::expired_key()) } else { Ok(claims) }
}

/// An enterprise certificate of this environment, whose organisation is the client's.
fn certified(compact: &str, client: &Client, chain: &Value, authority: &Authority<'_>) -> Result<Map<String, Value>, Refusal> {
    let texts = |list: &Vec<Value>| list.iter().map(|entry| entry.as_str().map(str::to_owned)).collect::<Option<Vec<String>>>();
    let chain = chain.as_array().and_then(texts).filter(|chain| !chain.is_empty()).ok_or_else(Refusal::certificate_header)?;
    let read = authority.certificates.and_then(|issuer| issuer.read(&chain, authority.now)).ok_or_else(Refusal::certificate)?;
    if read.organisation != client.organisation.digits() {
        return Err(Refusal::certificate_of_another());
    }
    signed_by(compact, &read.n, &read.e)
}

fn signed_by(compact: &str, n: &str, e: &str) -> Result<Map<String, Value>, Refusal> {
    let public = DecodingKey::from_rsa_components(n, e).map_err(|_| Refusal::signature())?;
    // An x5c that is no list breaks the crypto library's own reading of the header; that was refused before.
    claims_signed_by(compact, &public, &ALGORITHMS).ok_or_else(Refusal::signature)
}

fn client_of<'a>(claims: &Map<String, Value>, state: &'a State) -> Result<&'a Client, Refusal> {
    let id: ClientId = claims.get("iss").and_then(Value::as_str).and_then(|iss| iss.parse().ok()).ok_or_else(Refusal::client_not_found)?;
    state.client(&id).ok_or_else(Refusal::client_not_found)
}

/// The issuer with its slash. The token endpoint is taken too unless told otherwise: documented as no longer valid, yet Altinn's own
/// tests send it.
fn is_for(authority: &Authority<'_>, aud: Option<&Value>) -> Result<(), Refusal> {
    let single = match aud {
        Some(Value::Array(several)) if several.len() == 1 => several.first(),
        other => other,
    };
    let named = single.and_then(Value::as_str).ok_or_else(Refusal::audience)?;
    let token_url = match authority.strictness.audience {
        Audience::IssuerOrTokenUrl => named == format!("{}token", authority.issuer),
        Audience::IssuerOnly => false,
    };
    if named == authority.issuer.as_str() || token_url { Ok(()) } else { Err(Refusal::audience()) }
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
