//! The caller: the claims of a verified token.

use crate::faults::table::Service;
use crate::signing::token_kind::TokenKind;
use crate::values::{ClientId, OrgNumber};
use axum::http::{HeaderMap, header};
use jiff::Timestamp;
use serde_json::{Map, Value};
use std::time::Duration;
use uuid::Uuid;

/// Which issuers' tokens a service accepts, and with how much clock skew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Authentication and Resource Registry: raw or exchanged, 10 s of skew (facts platform D).
    Authentication,
    /// Broker: raw or exchanged, no skew (facts broker-api 1.2).
    Broker,
    /// Events: exchanged only, no skew (facts platform F).
    Events,
}

impl Door {
    pub(super) const fn skew(self) -> Duration {
        match self {
            Self::Authentication => Duration::from_secs(10),
            Self::Broker | Self::Events => Duration::ZERO,
        }
    }

    /// The service whose clock decides.
    pub(super) const fn clock(self) -> Service {
        match self {
            Self::Authentication => Service::Systems,
            Self::Broker => Service::Broker,
            Self::Events => Service::Events,
        }
    }

    pub(super) const fn takes(self, kind: TokenKind) -> bool {
        match (self, kind) {
            (Self::Events, TokenKind::Maskinporten) => false,
            (Self::Events, TokenKind::Altinn) | (Self::Authentication | Self::Broker, _) => true,
        }
    }
}

/// Why a request has no valid token. The services look at the lifetime first, then at the issuer, then at the signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenProblem {
    /// No `Authorization: Bearer` header.
    Missing,
    /// Not a JWT, or one without the claims that every token has.
    Unreadable,
    /// Its issuer publishes no key with this id.
    KeyUnknown(Issued),
    /// Its issuer's key did not sign it.
    Signature(Issued),
    /// From another issuer, or from Maskinporten where only Altinn's tokens are accepted: the `iss` claim.
    Issuer(String),
    NotYetValid {
        from: Timestamp,
    },
    Expired {
        at: Timestamp,
    },
}

/// Who a token says has issued it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    pub by: TokenKind,
    /// The `iss` claim.
    pub issuer: String,
}

#[derive(Debug, Clone)]
pub struct Caller {
    /// Who signed the token.
    pub kind: TokenKind,
    pub scopes: Vec<String>,
    pub client_id: ClientId,
    /// The `consumer` claim: the client's owner.
    pub consumer: OrgNumber,
    /// The `urn:altinn:orgNumber` claim, which a raw Maskinporten token does not have.
    pub org_number: Option<OrgNumber>,
    /// The `urn:altinn:org` claim: the code of a service owner.
    pub org_code: Option<String>,
    /// The system user of `authorization_details`.
    pub system_user: Option<SystemUser>,
    /// The `sid` claim of an exchanged token.
    pub session: Option<String>,
    /// The `consumer_prefix` claim: the prefixes of scopes that the consumer owns.
    pub prefixes: Vec<String>,
}

/// The system user inside a token.
#[derive(Debug, Clone)]
pub struct SystemUser {
    pub id: Uuid,
    /// The organisation that owns the system user.
    pub party: OrgNumber,
    pub system_id: String,
}

impl Caller {
    /// Whether the token has a scope, by its whole name.
    #[must_use]
    pub fn has_scope(&self, name: &str) -> bool {
        self.scopes.iter().any(|scope| scope == name)
    }

    /// The organisation that acts: the system user's owner, else the token's organisation (facts broker-api 1.3).
    #[must_use]
    pub fn party(&self) -> &OrgNumber {
        let own = self.org_number.as_ref().unwrap_or(&self.consumer);
        self.system_user.as_ref().map_or(own, |user| &user.party)
    }

    pub(super) fn from_claims(kind: TokenKind, claims: &Map<String, Value>) -> Option<Self> {
        Some(Self {
            kind,
            scopes: text(claims, "scope")?.split(' ').filter(|s| !s.is_empty()).map(str::to_owned).collect(),
            client_id: text(claims, "client_id")?.parse().ok()?,
            consumer: organisation(claims.get("consumer")?)?,
            org_number: text(claims, "urn:altinn:orgNumber").and_then(|digits| digits.parse().ok()),
            org_code: text(claims, "urn:altinn:org").map(str::to_owned),
            system_user: claims.get("authorization_details").and_then(SystemUser::from_details),
            session: text(claims, "sid").map(str::to_owned),
            prefixes: claims.get("consumer_prefix").map(texts).unwrap_or_default(),
        })
    }
}

impl SystemUser {
    /// Reads `authorization_details`: an array in a raw token, an object in an exchanged one.
    fn from_details(details: &Value) -> Option<Self> {
        let first = details.as_array().map_or(Some(details), |list| list.first())?;
        Some(Self {
            id: first.get("systemuser_id")?.get(0)?.as_str()?.parse().ok()?,
            party: organisation(first.get("systemuser_org")?)?,
            system_id: first.get("system_id")?.as_str()?.to_owned(),
        })
    }
}

pub(super) fn text<'a>(claims: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    claims.get(name)?.as_str()
}

/// One text or several: the exchange flattens a list of one.
fn texts(value: &Value) -> Vec<String> {
    let all = value.as_array().map_or_else(|| std::slice::from_ref(value), Vec::as_slice);
    all.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn organisation(value: &Value) -> Option<OrgNumber> {
    value.get("ID")?.as_str()?.parse().ok()
}

/// The bearer token of a request.
#[must_use]
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    let line = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = line.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
