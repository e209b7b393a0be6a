//! The identity that a deed calls the services with, and its tokens.

use super::party::{Party, missing};
use super::refusal;
use super::run::{DeedRun, DeedStop};
use crate::checks::{Connection, TokenProblem};
use crate::journey::{DeedMessage, FieldId, Role};
use crate::services::{Grant, SystemUserGrant, Token};
use crate::values::Scope;

pub(super) const WRITE: &str = "altinn:broker.write";
pub(super) const READ: &str = "altinn:broker.read";
pub(super) const SUBSCRIBE: &str = "altinn:events.subscribe";
/// With this scope Altinn puts a service owner's code into the exchanged token (facts platform C.2).
pub(super) const SERVICE_OWNER: &str = "altinn:serviceowner";

/// The identity in the token of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenIdentity {
    /// The party's system user.
    SystemUser,
    /// The client's own organisation.
    Organisation,
    /// The client's own organisation as service owner. Its code is in the token, so policy rules for the code apply, and its
    /// subscriptions belong to `/org/{code}`.
    ServiceOwner,
}

impl TokenIdentity {
    /// The identity that this role subscribes with.
    pub(super) const fn that_subscribes(role: Role) -> Self {
        match role {
            Role::ServiceOwner => Self::ServiceOwner,
            Role::Sender | Role::Recipient => Self::SystemUser,
        }
    }

    /// An exchanged token with the scope. The connection caches tokens, so this may be called before each request.
    pub(super) async fn token(self, connection: &Connection, party: &Party, scope: &'static str) -> Result<Token, DeedStop> {
        match connection.exchanged(&self.grant(connection, party, scope)).await {
            Ok(token) => Ok(token),
            Err(TokenProblem::NoClient) => Err(no_client(connection)),
            Err(TokenProblem::Grant(problem)) => Err(refusal::grant(&problem, scope, &party.organisation)),
            Err(TokenProblem::Exchange(problem)) => Err(refusal::exchange(&problem, scope)),
        }
    }

    fn grant(self, connection: &Connection, party: &Party, scope: &'static str) -> Grant {
        let scope = Scope::known(scope);
        match self {
            Self::Organisation => Grant { scopes: vec![scope], system_user: None },
            Self::ServiceOwner => Grant { scopes: vec![Scope::known(SERVICE_OWNER), scope], system_user: None },
            Self::SystemUser => {
                let external_ref = connection.profile.external_ref().map(ToOwned::to_owned);
                let system_user = SystemUserGrant { party: party.organisation.clone(), external_ref };
                Grant { scopes: vec![scope], system_user: Some(system_user) }
            }
        }
    }
}

/// Why there is no client: an answer is missing, or the key cannot be used.
fn no_client(connection: &Connection) -> DeedStop {
    let client = &connection.profile.client;
    if client.id.is_none() {
        missing(FieldId::ClientId)
    } else if client.key.is_none() {
        missing(FieldId::ClientKey)
    } else {
        DeedMessage::KeyUnusable.into()
    }
}

impl DeedRun<'_> {
    /// An exchanged token, reported as a phase of the deed.
    pub(super) async fn token(&self, identity: TokenIdentity, party: &Party, scope: &'static str) -> Result<Token, DeedStop> {
        let phase = self.begin(DeedMessage::GettingToken { scope: Scope::known(scope) });
        let token = identity.token(self.connection, party, scope).await?;
        self.end(phase, DeedMessage::GotToken { scope: Scope::known(scope) });
        Ok(token)
    }
}
