//! Tokens for people who want to see one: got with the profile's client, or read from a text.

use super::{Engine, OpenConnection};
use crate::checks::{TokenProblem, stopped};
use crate::journey::{EngineMessage, Environment, Evidence, Message, NoToken, Profile, TokenFacts};
use crate::services::{Grant, ReadToken, Services, SystemUserGrant, Trace};
use crate::values::{OrgNumber, Scope};
use secrecy::SecretString;
use std::path::Path;

/// Which token is wanted.
#[derive(Debug, Clone, Default)]
pub struct WantedToken {
    /// None: the one that the role uses Broker with.
    pub scopes: Vec<Scope>,
    /// Whom to act for as a system user. None to act as the client's owner itself.
    pub acting_for: Option<OrgNumber>,
    /// Whether Altinn shall exchange it.
    pub exchange: bool,
}

/// A token that was given, with its facts. `Debug` does not show it.
#[derive(Debug)]
pub struct GotToken {
    pub facts: TokenFacts,
    pub secret: SecretString,
}

/// Why there is no token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenStop {
    /// The client's id, key or kid is missing or cannot be read.
    NoClient,
    /// Why, the service's code, and whether the service could not be asked at all.
    Refused { why: Message, code: Option<String>, unasked: bool },
}

impl OpenConnection {
    /// Gets a token with the profile's client. It lives in memory only.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn get_token(&self, wanted: &WantedToken) -> Result<GotToken, TokenStop> {
        let connection = &self.connection;
        let external_ref = || connection.profile.external_ref().map(ToOwned::to_owned);
        let system_user = wanted.acting_for.clone().map(|party| SystemUserGrant { party, external_ref: external_ref() });
        let scopes = if wanted.scopes.is_empty() { vec![connection.role_scope()] } else { wanted.scopes.clone() };
        let grant = Grant { scopes, system_user };
        let got = if wanted.exchange { connection.exchanged(&grant).await } else { connection.granted(&grant).await };
        let token = got.map_err(|problem| match problem {
            TokenProblem::NoClient => TokenStop::NoClient,
            TokenProblem::Grant(problem) | TokenProblem::Exchange(problem) => {
                TokenStop::Refused { why: stopped(&problem), code: problem.code(), unasked: problem.cause().is_none() }
            }
        })?;
        let read = ReadToken::of(&token, connection.services.endpoints());
        let Some(read) = read else {
            let host = connection.services.endpoints().maskinporten.host_str().unwrap_or_default().to_owned();
            return Err(TokenStop::Refused { why: Message::ForeignUnreadable { host }, code: None, unasked: true });
        };
        Ok(GotToken { facts: connection.services.inspected(read).await, secret: token.secret })
    }
}

impl Engine {
    /// Reads a token, and asks its issuer's keys about its signature. Without answers, and the folder where their references start, the
    /// issuer's environment is the token's own, if that is a published one; nobody else is asked.
    ///
    /// # Errors
    /// Why the text is no token, or why the environment cannot be opened.
    pub async fn inspect(
        &self,
        text: &SecretString,
        answers: Option<(&Profile, &Path)>,
    ) -> Result<Result<TokenFacts, NoToken>, EngineMessage> {
        if let Some((profile, folder)) = answers {
            let opened = self.connect(profile.clone(), folder, Evidence::default(), None).await?;
            let services = &opened.connection.services;
            return Ok(match ReadToken::read(text, Some(services.endpoints())) {
                Ok(read) => Ok(services.inspected(read).await),
                Err(why) => Err(why),
            });
        }
        let read = match ReadToken::read(text, None) {
            Ok(read) => read,
            Err(why) => return Ok(Err(why)),
        };
        let Some(endpoints) = read.published().and_then(|published| Environment::Named(published).endpoints(None)) else {
            return Ok(Ok(read.facts));
        };
        let services = Services::new(endpoints, None, Trace::default().written_to(self.traced.clone()));
        Ok(Ok(services.inspected(read).await))
    }
}
