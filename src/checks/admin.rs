//! The admin client: another client of the organisation, which may list its clients, their keys and its scopes (facts platform B.2,
//! contract 2).

use super::Connection;
use super::private_key::{self, Source};
use super::tokens::{TokenProblem, Tokens};
use crate::journey::{Cause, Profile};
use crate::services::{Client, Grant, Token};
use crate::values::Scope;
use std::path::Path;

/// The scopes of the API, the least first. One that an admin client lacks may be part of a wider one that it has.
const SCOPES: [&str; 3] = ["idporten:dcr.read", "idporten:dcr.modify", "idporten:dcr.write"];

/// What a token of the admin client is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdminUse {
    Read,
    Change,
}

/// The admin client of a profile, with its tokens.
#[derive(Debug, Default)]
pub(super) struct Admin {
    /// None where no answer names one, or its key cannot be used.
    client: Option<Client>,
    tokens: Tokens,
}

impl Admin {
    /// Reads the admin client's key, where there is such a client.
    pub(super) async fn read(profile: &Profile, folder: &Path) -> Self {
        if profile.admin.id.is_none() {
            return Self::default();
        }
        let answers = profile.admin.as_client();
        let found = Source { client: &answers, production: profile.environment.is_production(), folder, typed: None }.read().await;
        let client = found.ok().and_then(|found| private_key::clients(&answers, &found).into_iter().next());
        Self { client, tokens: Tokens::default() }
    }

    /// With the tokens it has, and without what was refused.
    pub(super) fn again(&self) -> Self {
        Self { client: self.client.clone(), tokens: self.tokens.granted_so_far() }
    }
}

impl Connection {
    /// Maskinporten's token for the admin client. The wider scopes are asked for only where a narrower one is not on it.
    ///
    /// # Errors
    /// [`TokenProblem::NoClient`] without an admin client or a key for it; else why there is no token.
    pub async fn admin_token(&self, purpose: AdminUse) -> Result<Token, TokenProblem> {
        // Without an address for it a token would be sent to nobody.
        let client = self.admin.client.as_ref().filter(|_| self.services.endpoints().admin.is_some()).ok_or(TokenProblem::NoClient)?;
        let scopes = match purpose {
            AdminUse::Read => SCOPES.as_slice(),
            AdminUse::Change => SCOPES.get(1..).unwrap_or_default(),
        };
        let mut last = TokenProblem::NoClient;
        for scope in scopes {
            let grant = Grant { scopes: vec![Scope::known(scope)], system_user: None };
            match self.admin.tokens.granted(&self.services, client, &grant).await {
                Err(TokenProblem::Grant(problem)) if problem.cause() == Some(Cause::ScopeNotOnClient) => {
                    last = TokenProblem::Grant(problem)
                }
                answer => return answer,
            }
        }
        Err(last)
    }
}
