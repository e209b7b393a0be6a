//! What Maskinporten says of each scope, read once for `key.scopes` and `client.scopes`.

use super::Connection;
use super::tokens::TokenProblem;
use crate::journey::{Need, scopes};
use crate::services::{Problem, Refusal, Token};
use crate::values::Scope;
use futures_util::future::join_all;

/// A scope with what Maskinporten says of it.
#[derive(Debug, Clone)]
pub(super) struct ScopeAnswer {
    pub(super) scope: Scope,
    pub(super) need: Need,
    pub(super) answer: Reply,
}

/// What a grant for one scope came to (facts platform A.4).
#[derive(Debug, Clone)]
pub(super) enum Reply {
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

fn read(answer: Result<Token, TokenProblem>) -> Reply {
    match answer {
        Ok(token) => Reply::Yes(token),
        Err(TokenProblem::Grant(Problem::Refused(refusal))) => match refused_scope(&refusal) {
            Some(ScopeRefusal::OffClient) => Reply::NotOnClient(refusal),
            Some(ScopeRefusal::WrongKind) => Reply::NotForMaskinporten(refusal),
            Some(ScopeRefusal::Ungranted) => Reply::NotGranted(refusal),
            Some(ScopeRefusal::Undelegated) => Reply::NotDelegated(refusal),
            None => Reply::NotTold(TokenProblem::Grant(Problem::Refused(refusal))),
        },
        Err(problem) => Reply::NotTold(problem),
    }
}

/// A refusal that is about the scope and proves the client and its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ScopeRefusal {
    OffClient,
    WrongKind,
    Ungranted,
    Undelegated,
}

/// Not every refusal comes with its code, so that the text counts too (facts platform A.4).
const SCOPE_REFUSALS: [(ScopeRefusal, &str, &str); 4] = [
    (ScopeRefusal::OffClient, "MP-200", "contains invalid scopes for client"),
    (ScopeRefusal::WrongKind, "MP-201", "contains scopes not allowed for maskinporten"),
    (ScopeRefusal::Ungranted, "MP-250", "has not been granted access to the scope"),
    (ScopeRefusal::Undelegated, "MP-251", "has not delegated access to the scope"),
];

/// Whether Maskinporten refuses the scope, not the client.
pub(super) fn refused_scope(refusal: &Refusal) -> Option<ScopeRefusal> {
    let found = SCOPE_REFUSALS.iter().find(|(_, code, text)| refusal.is(code) || (refusal.code.is_none() && refusal.says(text)));
    found.map(|(kind, _, _)| *kind)
}

#[cfg(test)]
pub(super) mod samples {
    //! Answers for the tests of the checks.

    use super::*;
    use crate::services::{Claims, RefusalKind};
    use jiff::Timestamp;

    pub(in crate::checks) fn refusal(status: u16, code: Option<&str>, text: Option<&str>) -> Refusal {
        Refusal { status, kind: RefusalKind::Coded, code: code.map(ToOwned::to_owned), text: text.map(ToOwned::to_owned), trace_id: None }
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

    pub(in crate::checks) fn scope(name: &'static str, need: Need, answer: Reply) -> ScopeAnswer {
        ScopeAnswer { scope: Scope::known(name), need, answer }
    }
}
