//! What Maskinporten says of each scope, read once for `key.scopes` and `client.scopes`.

use super::Connection;
use super::tokens::TokenProblem;
use crate::journey::{Cause, Need, scopes};
use crate::services::{Problem, Refusal, Token};
use crate::values::Scope;
use futures_util::future::join_all;

/// A scope with what Maskinporten says of it.
#[derive(Debug, Clone)]
pub(super) struct ScopeAnswer {
    pub(super) scope: Scope,
    pub(super) need: Need,
    pub(super) answer: ScopeReply,
}

/// What a grant for one scope came to (facts platform A.4).
#[derive(Debug, Clone)]
pub(super) enum ScopeReply {
    Yes(Token),
    /// `MP-200`: not on the client. Says nothing about whether it has been granted.
    NotOnClient(Refusal),
    /// `MP-201`: not a scope of Maskinporten, or a client of another kind.
    NotForMaskinporten(Refusal),
    /// `MP-250`: on the client, and never granted to its owner.
    NotGranted(Refusal),
    /// `MP-251`: the customer has not delegated it.
    NotDelegated(Refusal),
    /// No answer about the scope.
    NotTold(TokenProblem),
}

/// Asks for every scope of the role at once.
pub(super) async fn all(connection: &Connection) -> Vec<ScopeAnswer> {
    let wanted = scopes(&connection.profile);
    join_all(wanted.into_iter().map(async |wanted| {
        let answer = connection.granted(&connection.plain(&wanted.scope)).await;
        ScopeAnswer { scope: wanted.scope, need: wanted.need, answer: read(answer) }
    }))
    .await
}

fn read(answer: Result<Token, TokenProblem>) -> ScopeReply {
    let refusal = match answer {
        Ok(token) => return ScopeReply::Yes(token),
        Err(TokenProblem::Grant(Problem::Refused(refusal))) => refusal,
        Err(problem) => return ScopeReply::NotTold(problem),
    };
    match refusal.cause {
        Cause::ScopeNotOnClient => ScopeReply::NotOnClient(refusal),
        Cause::ScopeNotForMaskinporten => ScopeReply::NotForMaskinporten(refusal),
        Cause::ScopeNotGranted => ScopeReply::NotGranted(refusal),
        Cause::ScopeNotDelegated => ScopeReply::NotDelegated(refusal),
        _ => ScopeReply::NotTold(TokenProblem::Grant(Problem::Refused(refusal))),
    }
}

#[cfg(test)]
pub(super) mod samples {
    //! Answers for the tests of the checks.

    use super::*;
    use crate::journey::{Said, Service};
    use crate::services::Claims;
    use jiff::Timestamp;

    pub(in crate::checks) fn refusal(service: Service, status: u16, code: Option<&str>, text: Option<&str>) -> Refusal {
        Refusal::of(&Said { service, status, code, error: None, text })
    }

    /// Maskinporten refuses.
    pub(in crate::checks) fn refused_grant(code: Option<&str>, text: Option<&str>) -> Refusal {
        refusal(Service::Maskinporten, 400, code, text)
    }

    pub(in crate::checks) fn token() -> Token {
        let claims = Claims {
            issuer: "https://test.maskinporten.no/".to_owned(),
            scopes: Vec::new(),
            client_id: None,
            consumer: None,
            org_code: None,
            system_user: None,
        };
        Token { secret: "not-a-token".to_owned().into(), claims, expires_at: Timestamp::UNIX_EPOCH }
    }

    pub(in crate::checks) fn scope(name: &'static str, need: Need, answer: ScopeReply) -> ScopeAnswer {
        ScopeAnswer { scope: Scope::known(name), need, answer }
    }
}
