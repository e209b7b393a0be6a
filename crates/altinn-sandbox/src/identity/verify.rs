//! Verifies the token of a request.

use super::caller::{Caller, Door, Issued, TokenProblem, bearer, text};
use crate::faults::table::Service;
use crate::shared::Shared;
use crate::signing::jws::Jws;
use crate::signing::signers::Signature;
use crate::signing::token_kind::TokenKind;
use axum::http::HeaderMap;
use jiff::Timestamp;
use serde_json::{Map, Value};
use std::time::Duration;

impl Shared {
    /// The verified caller of a request.
    ///
    /// # Errors
    /// Why there is none; the service decides how it answers.
    pub fn caller(&self, headers: &HeaderMap, door: Door) -> Result<Caller, TokenProblem> {
        let token = bearer(headers).ok_or(TokenProblem::Missing)?;
        let (kind, claims) = self.verified(token, door.clock(), door.skew())?;
        if !door.takes(kind) {
            return Err(TokenProblem::Issuer(text(&claims, "iss").unwrap_or_default().to_owned()));
        }
        Caller::from_claims(kind, &claims).ok_or(TokenProblem::Unreadable)
    }

    /// The caller of a token whose only fault is that it has expired: Broker accepts it in an active upload session (facts
    /// broker-api 1.2).
    pub(crate) fn caller_of_expired(&self, headers: &HeaderMap, door: Door) -> Option<Caller> {
        const ANY_AGE: Duration = Duration::from_secs(10 * 365 * 86_400);
        let (kind, claims) = self.verified(bearer(headers)?, door.clock(), ANY_AGE).ok()?;
        if door.takes(kind) { Caller::from_claims(kind, &claims) } else { None }
    }

    /// The claims of a token that this sandbox signed and that is valid by a service's clock.
    pub(crate) fn verified(&self, token: &str, clock: Service, skew: Duration) -> Result<(TokenKind, Map<String, Value>), TokenProblem> {
        let jws = Jws::read(token).ok_or(TokenProblem::Unreadable)?;
        in_lifetime(&jws.claims, skew, self.now(clock))?;
        let issuer = text(&jws.claims, "iss").unwrap_or_default().to_owned();
        let by = match &issuer {
            altinn if *altinn == self.altinn_issuer() => TokenKind::Altinn,
            maskinporten if *maskinporten == self.maskinporten.as_str() => TokenKind::Maskinporten,
            _ => return Err(TokenProblem::Issuer(issuer)),
        };
        match self.signers.signature(by, &jws) {
            Signature::Good => Ok((by, jws.claims)),
            Signature::Wrong => Err(TokenProblem::Signature(Issued { by, issuer })),
            Signature::KeyUnknown => Err(TokenProblem::KeyUnknown(Issued { by, issuer })),
        }
    }
}

fn in_lifetime(claims: &Map<String, Value>, skew: Duration, now: Timestamp) -> Result<(), TokenProblem> {
    let moment = |name: &str| claims.get(name).and_then(Value::as_i64).and_then(|seconds| Timestamp::from_second(seconds).ok());
    let at = moment("exp").ok_or(TokenProblem::Unreadable)?;
    if now > at + skew {
        return Err(TokenProblem::Expired { at });
    }
    match moment("nbf") {
        Some(from) if from > now + skew => Err(TokenProblem::NotYetValid { from }),
        Some(_) | None => Ok(()),
    }
}
