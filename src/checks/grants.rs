//! Maskinporten's answer for each scope of the role, for `key.scopes` and `client.scopes`.

use super::Connection;
use super::tokens::TokenProblem;
use crate::journey::{Cause, Need, scopes};
use crate::services::{Problem, Refusal, Token};
use crate::values::Scope;
use futures_util::future::join_all;

/// A scope with Maskinporten's answer.
#[derive(Debug, Clone)]
pub(super) struct ScopeAnswer {
    pub(super) scope: Scope,
    pub(super) need: Need,
    pub(super) answer: ScopeReply,
}

/// Maskinporten's answer to a grant for one scope (facts platform A.4).
#[derive(Debug, Clone)]
pub(super) enum ScopeReply {
    Yes(Token),
    /// `MP-200`: the scope is not on the client. It may or may not have been granted to the owner.
    NotOnClient(Refusal),
    /// `MP-201`: the scope is not for Maskinporten, or the client is of another kind.
    NotForMaskinporten(Refusal),
    /// `MP-250`: the scope is on the client, but has not been granted to its owner.
    NotGranted(Refusal),
    /// `MP-251`: the customer has not delegated the scope.
    NotDelegated(Refusal),
    /// Maskinporten gave no answer about the scope: it refused the client, or could not be asked.
    NotTold(TokenProblem),
}

/// Asks for all scopes of the role in parallel.
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
