//! Tokens for people who want to see one: got with the profile's client, or read from a text.

use super::{Engine, OpenConnection};
use crate::checks::{TokenProblem, stopped};
use crate::journey::{
    Cause, CheckId, EngineMessage, Environment, Evidence, Message, NoToken, Profile, TokenAnswer, TokenFacts, TokenRefusal, WantedToken,
};
use crate::services::{Grant, ReadToken, Services, SystemUserGrant, Trace};
use crate::values::Scope;
use futures_util::future::join_all;
use secrecy::SecretString;
use std::path::Path;

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
    Refused(Box<TokenRefusal>),
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
            TokenProblem::Grant(problem) => {
                let check = problem.cause().map_or(CheckId::ClientToken, check_of);
                refused(stopped(&problem), problem.code(), problem.cause().is_none(), check)
            }
            TokenProblem::Exchange(problem) => {
                refused(stopped(&problem), problem.code(), problem.cause().is_none(), CheckId::ClientExchange)
            }
        })?;
        let read = ReadToken::of(&token, connection.services.endpoints());
        let Some(read) = read else {
            let host = connection.services.endpoints().maskinporten.host_str().unwrap_or_default().to_owned();
            return Err(refused(Message::ForeignUnreadable { host }, None, true, CheckId::ClientToken));
        };
        Ok(GotToken { facts: connection.services.inspected(read).await, secret: token.secret })
    }

    /// What may be told of the token that a profile's integration would use. Where the client has not every scope, of one with those
    /// that it has.
    pub async fn look_at_token(&self, wanted: &WantedToken) -> TokenAnswer {
        match self.get_token(wanted).await {
            Ok(token) => TokenAnswer::Told(Box::new(token.facts)),
            Err(stop) => match self.with_fewer_scopes(wanted, &stop).await {
                Some(token) => TokenAnswer::Told(Box::new(token.facts)),
                None => stop.into(),
            },
        }
    }

    async fn with_fewer_scopes(&self, wanted: &WantedToken, stop: &TokenStop) -> Option<GotToken> {
        let is_about_a_scope = matches!(stop, TokenStop::Refused(refusal) if refusal.check == CheckId::ClientScopes);
        if !is_about_a_scope || wanted.scopes.len() < 2 {
            return None;
        }
        let alone = |scope: &Scope| WantedToken { scopes: vec![scope.clone()], ..wanted.clone() };
        let answers = join_all(wanted.scopes.iter().map(async |scope| self.get_token(&alone(scope)).await.is_ok().then(|| scope.clone())));
        let scopes: Vec<Scope> = answers.await.into_iter().flatten().collect();
        if scopes.is_empty() {
            return None;
        }
        self.get_token(&WantedToken { scopes, ..wanted.clone() }).await.ok()
    }

    /// Reads a token, and asks the keys of this environment about its signature.
    ///
    /// # Errors
    /// Why the text is no token.
    pub async fn inspect(&self, text: &SecretString) -> Result<TokenFacts, NoToken> {
        let services = &self.connection.services;
        Ok(services.inspected(ReadToken::read(text, Some(services.endpoints()))?).await)
    }
}

fn refused(why: Message, code: Option<String>, unasked: bool, check: CheckId) -> TokenStop {
    TokenStop::Refused(Box::new(TokenRefusal { why, code, unasked, check }))
}

/// The check that accuses of the cause for which Maskinporten gives no token.
const fn check_of(cause: Cause) -> CheckId {
    if cause.is_about_the_scope() {
        CheckId::ClientScopes
    } else if cause.is_about_the_system_user() {
        CheckId::AccessSystemUserToken
    } else {
        CheckId::ClientToken
    }
}

impl From<TokenStop> for TokenAnswer {
    fn from(stop: TokenStop) -> Self {
        match stop {
            TokenStop::NoClient => Self::NoClient,
            TokenStop::Refused(refusal) => Self::Refused(refusal),
        }
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
            return Ok(opened.inspect(text).await);
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
