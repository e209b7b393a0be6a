//! Verifies an assertion: signature, audience and times (facts platform A.2).

use super::refusal::Refusal;
use super::state::Client;
use crate::shared::strictness::{AssertionClaims, Audience, Strictness};
use crate::signing::enterprise::Certified;
use crate::signing::jws::Jws;
use crate::values::ClientId;
use crate::world::World;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey};
use serde_json::{Map, Value};
use url::Url;

/// The most that `iat` may differ from the server's clock, in seconds.
const ISSUED_WITHIN: i64 = 10;
/// The longest lifetime of an assertion, in seconds.
const LONGEST: i64 = 120;

const ALGORITHMS: [Algorithm; 3] = [Algorithm::RS256, Algorithm::RS384, Algorithm::RS512];

/// Every documented claim.
const DOCUMENTED: [&str; 11] =
    ["aud", "iss", "scope", "iat", "exp", "jti", "resource", "consumer_org", "iss_onbehalfof", "pid", "authorization_details"];

/// How the client authenticated. The token names it in `client_amr`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// With a key registered on the client.
    Key,
    /// With an enterprise certificate.
    Certificate,
}

/// What an assertion is verified against.
pub(super) struct AssertionContext<'a> {
    pub(super) world: &'a World,
    pub(super) issuer: &'a Url,
    pub(super) strictness: Strictness,
    pub(super) now: Timestamp,
}

/// An assertion whose client is authenticated.
pub(super) struct Assertion {
    pub(super) client: Client,
    pub(super) claims: Map<String, Value>,
    pub(super) proof: Proof,
}

impl Assertion {
    /// Reads an assertion and authenticates its client. The requested scopes are not checked here.
    pub(super) fn authenticate(compact: &str, context: &AssertionContext<'_>) -> Result<Self, Refusal> {
        let jws = Jws::read(compact).ok_or_else(Refusal::invalid_parameter)?;
        if !jws.algorithm().is_some_and(|algorithm| ALGORITHMS.contains(&algorithm)) {
            return Err(Refusal::invalid_parameter());
        }
        let client = client_of(&jws.claims, context.world)?;
        let proof = match (jws.header.get("x5c"), jws.kid()) {
            // A header must not have both.
            (Some(_), Some(_)) => return Err(Refusal::certificate_header()),
            (Some(chain), None) if client.keys.is_empty() => certified(&jws, &client, chain, context)?,
            (None, None) if client.keys.is_empty() => return Err(Refusal::certificate_header()),
            (_, None) => return Err(Refusal::kid_missing()),
            (None, Some(kid)) => signed_with_key(&jws, &client, kid, context.now)?,
        };
        let claims = jws.claims;
        is_for(context, claims.get("aud"))?;
        is_timely(&claims, context.now)?;
        match context.strictness.claims {
            AssertionClaims::DocumentedOnly if !claims.keys().all(|name| DOCUMENTED.contains(&name.as_str())) => {
                Err(Refusal::invalid_parameter())
            }
            AssertionClaims::DocumentedOnly | AssertionClaims::Any => Ok(Self { client, claims, proof }),
        }
    }

    /// What may be used only once: the `jti`, or without one the assertion itself.
    pub(super) fn replay_key(&self, compact: &str) -> String {
        let jti = self.claims.get("jti").and_then(Value::as_str);
        format!("{} {}", self.client.id, jti.unwrap_or(compact))
    }

    /// A claim, if it is a string.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.claims.get(name).and_then(Value::as_str)
    }
}

fn signed_with_key(jws: &Jws<'_>, client: &Client, kid: &str, now: Timestamp) -> Result<Proof, Refusal> {
    let key = client.keys.iter().find(|key| key.kid == kid).ok_or_else(Refusal::kid_unknown)?;
    signed_by(jws, &key.n, &key.e)?;
    if key.expires() <= now { Err(Refusal::expired_key()) } else { Ok(Proof::Key) }
}

/// Verifies an enterprise certificate: this environment issued it, and its organisation is the client's.
fn certified(jws: &Jws<'_>, client: &Client, chain: &Value, context: &AssertionContext<'_>) -> Result<Proof, Refusal> {
    let texts = |list: &Vec<Value>| list.iter().map(|entry| entry.as_str().map(str::to_owned)).collect::<Option<Vec<String>>>();
    let chain = chain.as_array().and_then(texts).filter(|chain| !chain.is_empty()).ok_or_else(Refusal::certificate_header)?;
    let issuer = context.world.keys.enterprise.as_ref();
    let of_this_world = issuer.and_then(|issuer| issuer.read(&chain, context.now));
    let read = of_this_world.or_else(|| named_certificate(client, &chain, context.now)).ok_or_else(Refusal::certificate)?;
    if read.organisation != client.organisation.digits() {
        return Err(Refusal::certificate_of_another());
    }
    signed_by(jws, &read.n, &read.e)?;
    Ok(Proof::Certificate)
}

/// A certificate of another issuer that a seed has named for the client.
fn named_certificate(client: &Client, chain: &[String], now: Timestamp) -> Option<Certified> {
    let leaf = chain.first().filter(|leaf| client.certificates.contains(leaf))?;
    Certified::read(leaf).filter(|certified| certified.is_valid_at(now))
}

fn signed_by(jws: &Jws<'_>, n: &str, e: &str) -> Result<(), Refusal> {
    let public = DecodingKey::from_rsa_components(n, e).map_err(|_| Refusal::signature())?;
    if jws.is_signed_by(&public, &ALGORITHMS) { Ok(()) } else { Err(Refusal::signature()) }
}

/// The client as the token endpoint sees it: with `--caches`, recent changes may not have taken effect yet.
fn client_of(claims: &Map<String, Value>, world: &World) -> Result<Client, Refusal> {
    let id: ClientId = claims.get("iss").and_then(Value::as_str).and_then(|iss| iss.parse().ok()).ok_or_else(Refusal::client_not_found)?;
    world.memory.client(&id, || world.maskinporten.client(&id).cloned()).ok_or_else(Refusal::client_not_found)
}

/// Checks `aud`: the issuer with its slash. By default the token endpoint is accepted too: the documentation no longer allows it,
/// but Altinn's own tests send it.
fn is_for(context: &AssertionContext<'_>, aud: Option<&Value>) -> Result<(), Refusal> {
    let single = match aud {
        Some(Value::Array(several)) if several.len() == 1 => several.first(),
        other => other,
    };
    let named = single.and_then(Value::as_str).ok_or_else(Refusal::audience)?;
    let token_url = match context.strictness.audience {
        Audience::IssuerOrTokenUrl => named == format!("{}token", context.issuer),
        Audience::IssuerOnly => false,
    };
    if named == context.issuer.as_str() || token_url { Ok(()) } else { Err(Refusal::audience()) }
}

fn is_timely(claims: &Map<String, Value>, now: Timestamp) -> Result<(), Refusal> {
    let seconds = |name: &str| claims.get(name).and_then(numeric_date).ok_or_else(Refusal::invalid_parameter);
    let (issued, expires, now) = (seconds("iat")?, seconds("exp")?, now.as_second());
    if issued > now.saturating_add(ISSUED_WITHIN) {
        return Err(Refusal::issued_later());
    }
    if expires <= now || issued < now.saturating_sub(ISSUED_WITHIN) {
        return Err(Refusal::expired_assertion());
    }
    if expires.saturating_sub(issued) > LONGEST { Err(Refusal::invalid_parameter()) } else { Ok(()) }
}

/// Seconds since 1970. Some libraries write them with a fraction (RFC 7519, 2: NumericDate).
fn numeric_date(value: &Value) -> Option<i64> {
    const FARTHEST: f64 = 253_402_300_799.0;
    #[allow(clippy::cast_possible_truncation, reason = "the bounds are checked, and the fraction is what goes")]
    let whole = |seconds: f64| (seconds.abs() <= FARTHEST).then_some(seconds as i64);
    value.as_i64().or_else(|| value.as_f64().and_then(whole))
}
