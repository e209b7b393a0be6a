//! Looks at a token: what it says of itself, and whether one of its issuer's keys has signed it (facts platform A.3 and C.2).

use super::http::{Endpoint, Mask, masked};
use super::{Claims, Services, Token};
use crate::journey::{Environment, NoToken, PublishedEnvironment, Service, TokenFacts, TokenMaker, TokenProof};
use crate::values::{Endpoints, LONGEST, capped};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use reqwest::Method;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value};
use url::Url;

/// The largest token that is read, in bytes. Real ones have a few thousand.
const LARGEST: usize = 64 * 1024;
/// Altinn's issuer and keys, below the platform.
const ALTINN: &str = "authentication/api/v1/openid/";
const ALTINN_KEYS: &str = "authentication/api/v1/openid/.well-known/openid-configuration/jwks";
/// The claims that have a place of their own among the facts.
const PLACED: &[&str] =
    &["iss", "scope", "client_id", "consumer", "urn:altinn:org", "authorization_details", "iat", "nbf", "exp", "urn:altinn:orgNumber"];

/// A token's facts before anybody was asked about its signature, and the token itself.
#[derive(Debug)]
pub struct ReadToken {
    pub facts: TokenFacts,
    compact: SecretString,
}

impl ReadToken {
    /// Reads a token that is bare, quoted, or stands behind `Bearer` or in the JSON of a token endpoint. `named` is the environment
    /// that it should be of.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(text: &SecretString, named: Option<&Endpoints>) -> Result<Self, NoToken> {
        let compact = compact(text.expose_secret())?;
        let [header, claims, _] = parts(&compact)?;
        let (header, raw) = (object(header)?, object(claims)?);
        let mask = Mask::default();
        mask.remember(&compact);
        let claims = masked(Value::Object(raw), &mask);
        let read = Claims::read(&claims);
        let (maker, environment) = issuer(&read.issuer, named);
        let text = |name: &str| header.get(name).and_then(Value::as_str).map(|text| capped(&mask.over(text), LONGEST));
        let moment = |name: &str| claims.get(name).and_then(Value::as_i64).and_then(|second| Timestamp::from_second(second).ok());
        let algorithm = text("alg").unwrap_or_default();
        let proof = if algorithm == "RS256" { TokenProof::NotLookedAt } else { TokenProof::Unsigned };
        let facts = TokenFacts {
            issuer: read.issuer.clone(),
            maker,
            environment,
            algorithm,
            kid: text("kid"),
            proof,
            scopes: read.scopes,
            client_id: read.client_id,
            consumer: read.consumer,
            org_code: read.org_code,
            party: read.system_user.as_ref().map(|user| user.party.clone()),
            system: read.system_user.map(|user| user.system_id).filter(|id| !id.is_empty()),
            issued_at: moment("iat"),
            not_before: moment("nbf"),
            expires_at: moment("exp"),
            others: others(&claims),
            is_of_environment: named.map(|endpoints| maker_in(&read.issuer, endpoints).is_some()),
        };
        Ok(Self { facts, compact: SecretString::from(compact) })
    }

    /// The facts of a token that a service has just given.
    #[must_use]
    pub fn of(token: &Token, endpoints: &Endpoints) -> Option<Self> {
        Self::read(&token.secret, Some(endpoints)).ok()
    }

    /// The published environment whose keys can prove it. None where it names none.
    #[must_use]
    pub fn published(&self) -> Option<PublishedEnvironment> {
        self.facts.environment
    }
}

impl Services {
    /// Whether a token comes from another environment than the platform that it is for: from none of this one's issuers, or from one of
    /// another published environment than the platform is of.
    #[must_use]
    pub fn is_signed_elsewhere(&self, token: &Token) -> bool {
        let endpoints = self.endpoints();
        let of_platform = PublishedEnvironment::ALL
            .iter()
            .find(|published| Environment::Named(**published).endpoints(None).is_some_and(|known| known.platform == endpoints.platform));
        match (of_platform, issuer(&token.claims.issuer, Some(endpoints)).1) {
            (Some(ours), Some(signed)) => *ours != signed,
            (_, _) => maker_in(&token.claims.issuer, endpoints).is_none(),
        }
    }

    /// The facts of a token, with what the issuer's keys say of its signature. They are asked for only where the issuer is of this
    /// environment.
    pub async fn inspected(&self, token: ReadToken) -> TokenFacts {
        let ReadToken { facts, compact } = token;
        let maker = maker_in(&facts.issuer, self.endpoints());
        let proof = match (facts.proof, maker) {
            (TokenProof::NotLookedAt, Some(maker)) => self.proof(&compact, facts.kid.as_deref(), maker).await,
            (proof, _) => proof,
        };
        TokenFacts { proof, ..facts }
    }

    async fn proof(&self, compact: &SecretString, kid: Option<&str>, maker: TokenMaker) -> TokenProof {
        let url = match maker {
            TokenMaker::Altinn => self.platform(ALTINN_KEYS, &[]),
            TokenMaker::Maskinporten | TokenMaker::Other => keys_of_maskinporten(self.endpoints()),
        };
        let service = if maker == TokenMaker::Altinn { Service::Exchange } else { Service::Maskinporten };
        let Ok(heard) = self.ask(Method::GET, url, Endpoint::usual(service, "signing keys")).answer().await else {
            return TokenProof::NotAsked;
        };
        let Some(keys) = heard.body.exact().and_then(|keys| keys.get("keys").and_then(Value::as_array).cloned()) else {
            return TokenProof::NotAsked;
        };
        let member = |key: &Value, name: &str| key.get(name).and_then(Value::as_str).map(ToOwned::to_owned);
        let meant: Vec<&Value> = keys.iter().filter(|key| kid.is_none() || member(key, "kid").as_deref() == kid).collect();
        if meant.is_empty() {
            return TokenProof::KeyUnknown;
        }
        let fits = |key: &&Value| match (member(key, "n"), member(key, "e")) {
            (Some(n), Some(e)) => is_signed_by(compact.expose_secret(), &url_safe(&n), &url_safe(&e)),
            (None, _) | (_, None) => false,
        };
        if meant.iter().any(fits) { TokenProof::Sound } else { TokenProof::Wrong }
    }
}

fn keys_of_maskinporten(endpoints: &Endpoints) -> Url {
    let mut url = endpoints.maskinporten.clone();
    url.set_path("/jwk");
    url
}

/// Altinn writes the numbers of its keys in ordinary base64 (facts platform C.2).
fn url_safe(number: &str) -> String {
    number.trim_end_matches('=').replace('+', "-").replace('/', "_")
}

fn is_signed_by(compact: &str, n: &str, e: &str) -> bool {
    let Ok(key) = DecodingKey::from_rsa_components(n, e) else { return false };
    let mut signature_alone = Validation::new(Algorithm::RS256);
    signature_alone.validate_exp = false;
    signature_alone.validate_aud = false;
    signature_alone.required_spec_claims.clear();
    decode::<Value>(compact, &key, &signature_alone).is_ok()
}

/// Who of an environment has this issuer.
fn maker_in(issuer: &str, endpoints: &Endpoints) -> Option<TokenMaker> {
    let altinn = endpoints.platform.join(ALTINN).ok();
    let is = |url: &Url| url.as_str().trim_end_matches('/') == issuer.trim_end_matches('/');
    if is(&endpoints.maskinporten) {
        return Some(TokenMaker::Maskinporten);
    }
    altinn.is_some_and(|altinn| is(&altinn)).then_some(TokenMaker::Altinn)
}

fn issuer(issuer: &str, named: Option<&Endpoints>) -> (TokenMaker, Option<PublishedEnvironment>) {
    for published in PublishedEnvironment::ALL {
        let endpoints = Environment::Named(*published).endpoints(None);
        if let Some(maker) = endpoints.and_then(|endpoints| maker_in(issuer, &endpoints)) {
            return (maker, Some(*published));
        }
    }
    let path_says =
        if issuer.trim_end_matches('/').ends_with(ALTINN.trim_end_matches('/')) { TokenMaker::Altinn } else { TokenMaker::Other };
    (named.and_then(|endpoints| maker_in(issuer, endpoints)).unwrap_or(path_says), None)
}

/// The token in a text that people copy: behind `Bearer`, in quotes, in the JSON of a token endpoint.
fn compact(text: &str) -> Result<String, NoToken> {
    if text.len() > LARGEST {
        return Err(NoToken::TooLarge);
    }
    let text = text.trim().trim_start_matches('\u{feff}');
    if text.contains("PRIVATE KEY-----") {
        return Err(NoToken::PrivateKey);
    }
    let in_json = serde_json::from_str::<Value>(text).ok().and_then(|value| {
        let inside = ["access_token", "token"].iter().find_map(|name| value.get(*name)?.as_str().map(ToOwned::to_owned));
        inside.or_else(|| value.as_str().map(ToOwned::to_owned))
    });
    let text = in_json.unwrap_or_else(|| text.to_owned());
    let bare = text.trim().trim_start_matches("Authorization:").trim().trim_start_matches("Bearer ").trim().trim_matches('"');
    if bare.is_empty() { Err(NoToken::Empty) } else { Ok(bare.to_owned()) }
}

fn parts(compact: &str) -> Result<[&str; 3], NoToken> {
    let parts: Vec<&str> = compact.split('.').collect();
    match parts[..] {
        [header, claims, signature] => Ok([header, claims, signature]),
        [_, _, _, _, _] => Err(NoToken::Encrypted),
        _ => Err(NoToken::OtherForm),
    }
}

fn object(part: &str) -> Result<Map<String, Value>, NoToken> {
    let bytes = URL_SAFE_NO_PAD.decode(part.trim_end_matches('=')).map_err(|_| NoToken::Damaged)?;
    match serde_json::from_slice(&bytes) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) | Err(_) => Err(NoToken::NoClaims),
    }
}

fn others(claims: &Value) -> Vec<(String, String)> {
    let members = claims.as_object().into_iter().flatten().filter(|(name, _)| !PLACED.contains(&name.as_str()));
    members
        .map(|(name, value)| {
            let value = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
            (capped(name, 64), capped(&value, 120))
        })
        .take(32)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn token(header: &Value, claims: &Value) -> SecretString {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        SecretString::from(format!("{}.{}.c2lnbmF0dXJl", part(header), part(claims)))
    }

    #[test]
    fn what_is_no_token_is_said_by_its_kind() {
        let read = |text: &str| ReadToken::read(&SecretString::from(text), None).err();
        let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
        for (text, why) in [
            (String::new(), NoToken::Empty),
            ("Bearer ".to_owned(), NoToken::OtherForm),
            ("opaque".to_owned(), NoToken::OtherForm),
            ("a.b".to_owned(), NoToken::OtherForm),
            ("a.b.c.d.e".to_owned(), NoToken::Encrypted),
            ("!.b.c".to_owned(), NoToken::Damaged),
            (format!("{}.{}.x", part("[]"), part("{}")), NoToken::NoClaims),
            (format!("{}.{}.x", part("{}"), part("nothing")), NoToken::NoClaims),
            ("a".repeat(LARGEST + 1), NoToken::TooLarge),
            ("-----BEGIN PRIVATE KEY-----".to_owned(), NoToken::PrivateKey),
        ] {
            assert_eq!(read(&text), Some(why), "{}", text.get(..20).unwrap_or(&text));
        }
    }

    #[test]
    fn an_unsigned_token_is_never_sound_and_its_environment_is_told() {
        let claims = json!({"iss": "https://test.maskinporten.no/", "scope": "altinn:broker.write", "exp": 1});
        let read = ReadToken::read(&token(&json!({"alg": "none"}), &claims), None).unwrap().facts;
        assert_eq!(
            (read.proof, read.environment, read.maker),
            (TokenProof::Unsigned, Some(PublishedEnvironment::Tt02), TokenMaker::Maskinporten)
        );
        let prod = Environment::Named(PublishedEnvironment::Prod).endpoints(None).unwrap();
        let read = ReadToken::read(&token(&json!({"alg": "RS256", "kid": "a"}), &claims), Some(&prod)).unwrap().facts;
        assert_eq!((read.is_of_environment, read.proof), (Some(false), TokenProof::NotLookedAt));
    }

    #[test]
    fn nothing_of_the_token_is_in_its_facts() {
        let claims = json!({"iss": "x", "exp": 1, "nonce": "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2ln"});
        let text = token(&json!({"alg": "RS256"}), &claims);
        let said = format!("{:?}", ReadToken::read(&text, None).unwrap());
        assert!(!said.contains("c2lnbmF0dXJl") && !said.contains("eyJ"), "{said}");
    }
}
