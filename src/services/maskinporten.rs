//! Maskinporten: sends a signed assertion and gets an access token (facts platform A).

use super::http::{Answer, Endpoint};
use super::{Foreign, Problem, Services, Token};
use crate::journey::Service;
use crate::keys::SigningKey;
use crate::values::{ClientId, OrgNumber, Scope};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, Header};
use reqwest::Method;
use serde::{Deserialize, Serialize};
use std::io::ErrorKind;
use uuid::Uuid;

const GRANT_TYPE: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
/// How long an assertion is valid, in seconds. Maskinporten allows 120 (facts platform A.2); less leaves room for a clock that is
/// wrong.
const LIFETIME: i64 = 100;

/// A Maskinporten client with its private key.
#[derive(Debug, Clone)]
pub struct Client {
    pub id: ClientId,
    pub key: SigningKey,
    pub proof: Proof,
}

/// What the assertion's header shows for the key: never both (facts platform A.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// The key's id as it is registered on the client.
    Kid(String),
    /// The enterprise certificate, then who signed it, each as DER in base64.
    X5c(Vec<String>),
}

/// What a token is asked for: the scopes, and the system user to act as.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Grant {
    /// At least one scope.
    pub scopes: Vec<Scope>,
    /// None to act as the client's owner itself.
    pub system_user: Option<SystemUserGrant>,
}

/// A system user as Maskinporten identifies it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SystemUserGrant {
    /// The party that it acts for.
    pub party: OrgNumber,
    /// The external reference of its request. None if the request had none.
    pub external_ref: Option<String>,
}

/// The claims of an assertion. Only the documented ones are sent (facts platform A.2).
#[derive(Serialize)]
struct Assertion<'a> {
    aud: &'a str,
    iss: String,
    scope: String,
    iat: i64,
    exp: i64,
    jti: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    authorization_details: Option<[Detail<'a>; 1]>,
}

#[derive(Serialize)]
struct Detail<'a> {
    r#type: &'static str,
    systemuser_org: Organisation,
    #[serde(rename = "externalRef", skip_serializing_if = "Option::is_none")]
    external_ref: Option<&'a str>,
}

#[derive(Serialize)]
struct Organisation {
    authority: &'static str,
    #[serde(rename = "ID")]
    id: String,
}

#[derive(Deserialize)]
struct Granted {
    expires_in: i64,
}

impl Grant {
    fn detail(&self) -> Option<[Detail<'_>; 1]> {
        let user = self.system_user.as_ref()?;
        let systemuser_org = Organisation { authority: "iso6523-actorid-upis", id: user.party.iso6523() };
        Some([Detail { r#type: "urn:altinn:systemuser", systemuser_org, external_ref: user.external_ref.as_deref() }])
    }
}

impl Services {
    /// `POST /token` with a new assertion.
    ///
    /// # Errors
    /// Maskinporten's refusal, with its `MP-` code if `error_uri` or the text gives one, or any other problem.
    pub async fn grant(&self, client: &Client, grant: &Grant) -> Answer<Token> {
        // Signing takes some milliseconds. A run asks for several tokens at once, and its other calls do not wait for that.
        let (services, client, grant) = (self.clone(), client.clone(), grant.clone());
        let signed = tokio::task::spawn_blocking(move || services.assertion(&client, &grant)).await;
        let assertion = signed.unwrap_or(Err(Problem::Local(ErrorKind::Other)))?;
        let form = [("grant_type", GRANT_TYPE), ("assertion", &assertion)];
        // In the sandbox the platform and Maskinporten have the same host. The API key is for the platform only, so it is left out
        // here.
        let ask =
            self.ask(Method::POST, self.endpoints().token(), Endpoint::usual(Service::Maskinporten, "token")).without_key().form(&form);
        let heard = ask.answer().await?;
        let granted: Granted = heard.json()?;
        let lifetime = SignedDuration::from_secs(granted.expires_in.clamp(0, 86_400));
        let expires_at = heard.middle.checked_add(lifetime).ok();
        let token = heard.body.secret_member("access_token").and_then(|text| Token::read(&text, expires_at, self.mask()));
        token.ok_or_else(|| heard.foreign(Foreign::Unreadable))
    }

    /// Makes and signs a new assertion, which the mask hides from now on.
    fn assertion(&self, client: &Client, grant: &Grant) -> Answer<String> {
        let now = Timestamp::now().as_second();
        let claims = Assertion {
            // The issuer must end with its slash (facts platform 0).
            aud: self.endpoints().maskinporten.as_str(),
            iss: client.id.to_string(),
            scope: grant.scopes.iter().map(Scope::as_str).collect::<Vec<_>>().join(" "),
            iat: now,
            exp: now + LIFETIME,
            jti: Uuid::new_v4(),
            authorization_details: grant.detail(),
        };
        let mut header = Header::new(Algorithm::RS256);
        header.typ = None;
        match &client.proof {
            Proof::Kid(kid) => header.kid = Some(kid.clone()),
            Proof::X5c(chain) => header.x5c = Some(chain.clone()),
        }
        let assertion = compact(&header, &claims, &client.key).ok_or(Problem::Local(ErrorKind::InvalidInput))?;
        self.mask().remember(&assertion);
        Ok(assertion)
    }
}

/// A compact JWS (RFC 7515, 3.1). jsonwebtoken's own `encode` would parse the key anew, which takes longer than to sign.
fn compact(header: &Header, claims: &Assertion<'_>, key: &SigningKey) -> Option<String> {
    let (header, claims) = (serde_json::to_vec(header).ok()?, serde_json::to_vec(claims).ok()?);
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
    let signature = key.sign(signed.as_bytes())?;
    Some(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature)))
}

#[cfg(test)]
mod tests;
