//! Maskinporten: a signed assertion in, an access token out (platform facts, A).

use super::http::Answer;
use super::{Services, Token};
use crate::keys::SigningKey;
use crate::values::{ClientId, OrgNumber, Scope};

/// A client that can sign.
#[derive(Debug, Clone)]
pub struct Client {
    /// Its id.
    pub id: ClientId,
    /// The key's id, as registered on the client.
    pub kid: Option<String>,
    /// The private key.
    pub key: SigningKey,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Grant {
    /// The scopes, at least one.
    pub scopes: Vec<Scope>,
    /// The system user to act as.
    pub system_user: Option<SystemUserGrant>,
}

/// A system user, named as Maskinporten wants it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SystemUserGrant {
    /// The party that owns it.
    pub party: OrgNumber,
    /// The request's external reference, only if it had one of its own.
    pub external_ref: Option<String>,
}

impl Services {
    /// `POST /token` with a fresh assertion.
    ///
    /// # Errors
    /// Maskinporten's refusal with its `MP-` code where `error_uri` has one; else what stopped us.
    pub async fn grant(&self, client: &Client, grant: &Grant) -> Answer<Token> {
        let _ = (client, grant);
        unimplemented!()
    }
}
