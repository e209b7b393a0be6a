//! Everything that checks and deeds need to call the services for one profile.

use super::tokens::{TokenProblem, Tokens};
use crate::journey::{Cause, Evidence, FieldId, Profile, Role};
use crate::keys::secrets::{SecretProblem, resolve, resolve_bytes};
use crate::keys::{self, KeyProblem, SigningKey};
use crate::services::{Client, Grant, Services, SystemUserGrant, Token, Trace};
use crate::values::{Scope, SecretRef};
use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret, SecretSlice, SecretString};
use std::path::{Path, PathBuf};
use url::Url;

/// How long a change may take to reach every machine of Maskinporten and Altinn (facts platform A.4 and E.1).
const PROPAGATION: SignedDuration = SignedDuration::from_mins(10);

/// An opened profile, with its services, its secrets, its tokens and its evidence.
#[derive(Debug)]
pub struct Connection {
    pub profile: Profile,
    /// The services at the environment's addresses.
    pub services: Services,
    pub evidence: Evidence,
    pub(super) key: Result<SigningKey, NoPrivateKey>,
    pub(super) key_file: Option<PathBuf>,
    pub(super) api_key: ApiKey,
    client: Option<Client>,
    tokens: Tokens,
}

/// The profile is for the sandbox, and no sandbox address was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the sandbox is not running")]
pub struct NoEndpoints;

/// Why there is no private key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoPrivateKey {
    /// The profile has no answer for it.
    NotAnswered,
    /// The secret reference could not be read.
    Secret(SecretProblem),
    /// It was read, but is not a key we can sign with.
    Key(KeyProblem),
}

/// Whether there is an API key to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ApiKey {
    /// The profile has no answer for it.
    None,
    /// It was read and is sent with every request.
    Held,
    /// The secret reference could not be read.
    Unreadable(SecretProblem),
}

impl Connection {
    /// Opens a profile: resolves its secret references (paths relative to `folder`) and reads the key. Makes no calls. A secret
    /// that cannot be read is not an error here; `client.key` or `key.gateway` reports it.
    ///
    /// # Errors
    /// [`NoEndpoints`] for a sandbox profile without a sandbox.
    pub async fn open(
        profile: Profile,
        folder: &Path,
        sandbox: Option<&Url>,
        evidence: Evidence,
        trace: Trace,
    ) -> Result<Self, NoEndpoints> {
        let endpoints = profile.environment.endpoints(sandbox).ok_or(NoEndpoints)?;
        let (key, key_file) = private_key(&profile, folder).await;
        let (api_key, secret) = match &profile.api_key {
            None => (ApiKey::None, None),
            Some(reference) => match resolve(reference, folder).await {
                Ok(secret) => (ApiKey::Held, Some(secret)),
                Err(problem) => (ApiKey::Unreadable(problem), None),
            },
        };
        let client = client(&profile, key.as_ref().ok());
        let services = Services::new(endpoints, secret, trace);
        let services = match &profile.ca {
            Some(file) => services.with_ca(folder.join(file)),
            None => services,
        };
        Ok(Self { profile, services, evidence, key, key_file, api_key, client, tokens: Tokens::default() })
    }

    /// Stores the call budgets in this folder, so that they hold across processes (contract 3). The sandbox has no call limits, so
    /// nothing is stored for it.
    #[must_use]
    pub fn with_budget(self, folder: PathBuf) -> Self {
        if self.profile.environment.is_loopback() { self } else { Self { services: self.services.with_budget(folder), ..self } }
    }

    /// A copy of the connection with newer evidence, for the next run. It keeps the tokens it has; grants that were refused are
    /// asked for again.
    #[must_use]
    pub fn again(&self, evidence: Evidence) -> Self {
        Self {
            profile: self.profile.clone(),
            services: self.services.clone(),
            evidence,
            key: self.key.clone(),
            key_file: self.key_file.clone(),
            api_key: self.api_key.clone(),
            client: self.client.clone(),
            tokens: self.tokens.granted_so_far(),
        }
    }

    /// The scope that the role needs to use Broker.
    #[must_use]
    pub fn role_scope(&self) -> Scope {
        Scope::known(match self.profile.role {
            Role::Sender => "altinn:broker.write",
            Role::Recipient => "altinn:broker.read",
            Role::ServiceOwner => "altinn:serviceowner",
        })
    }

    /// A grant in the name of the client's owner, without a system user.
    #[must_use]
    pub fn plain(&self, scope: &Scope) -> Grant {
        Grant { scopes: vec![scope.clone()], system_user: None }
    }

    /// A grant in the name of the party's system user. None while the organisation is not answered.
    #[must_use]
    pub fn acting(&self, scope: &Scope) -> Option<Grant> {
        let party = self.profile.organisation.clone()?;
        let external_ref = self.profile.external_ref().map(ToOwned::to_owned);
        Some(Grant { scopes: vec![scope.clone()], system_user: Some(SystemUserGrant { party, external_ref }) })
    }

    /// The grant to call Broker and Events with: as the party's system user for a sender or recipient, as itself for a service
    /// owner.
    #[must_use]
    pub fn own_grant(&self) -> Option<Grant> {
        match self.profile.role {
            Role::Sender | Role::Recipient => self.acting(&self.role_scope()),
            Role::ServiceOwner => Some(self.plain(&self.role_scope())),
        }
    }

    /// Maskinporten's token for a grant. Maskinporten is asked once; later calls get the same answer, refusals included, until the
    /// token is about to expire.
    ///
    /// # Errors
    /// Why there is no token.
    pub async fn granted(&self, grant: &Grant) -> Result<Token, TokenProblem> {
        let client = self.client.as_ref().ok_or(TokenProblem::NoClient)?;
        self.tokens.granted(&self.services, client, grant).await
    }

    /// Altinn's token for a grant: Maskinporten's, exchanged. Cached in the same way.
    ///
    /// # Errors
    /// Why there is no token.
    pub async fn exchanged(&self, grant: &Grant) -> Result<Token, TokenProblem> {
        let client = self.client.as_ref().ok_or(TokenProblem::NoClient)?;
        self.tokens.exchanged(&self.services, client, grant).await
    }

    /// The key id (kid) in the assertions: the answer, else the one inside the key file if that is a JWK.
    #[must_use]
    pub fn kid(&self) -> Option<&str> {
        let in_key = self.key.as_ref().ok().and_then(|key| key.description.kid.as_deref());
        self.profile.client.kid.as_deref().or(in_key)
    }

    /// If one of these answers changed so recently that the services may not know it yet, and that can explain the cause: the time
    /// of the change, and the time until which to wait. Never in the sandbox, where a change takes effect at once.
    #[must_use]
    pub(super) fn propagating(&self, cause: Cause, fields: &[FieldId], now: Timestamp) -> Option<(Timestamp, Timestamp)> {
        let may_be = cause.may_be_on_its_way() && !self.profile.environment.is_loopback();
        let changed = self.evidence.changed(fields).filter(|_| may_be)?;
        let until = changed.saturating_add(PROPAGATION).unwrap_or(Timestamp::MAX);
        (now < until).then_some((changed, until))
    }
}

fn client(profile: &Profile, key: Option<&SigningKey>) -> Option<Client> {
    let key = key?;
    let kid = profile.client.kid.clone().or_else(|| key.description.kid.clone())?;
    Some(Client { id: profile.client.id.clone()?, kid: Some(kid), key: key.clone() })
}

async fn private_key(profile: &Profile, folder: &Path) -> (Result<SigningKey, NoPrivateKey>, Option<PathBuf>) {
    let Some(reference) = &profile.client.key else { return (Err(NoPrivateKey::NotAnswered), None) };
    let file = match reference {
        SecretRef::File(path) => Some(folder.join(path)),
        SecretRef::Env(_) | SecretRef::Command(_) => None,
    };
    let key = match resolve_bytes(reference, folder).await {
        Err(problem) => Err(NoPrivateKey::Secret(problem)),
        Ok(bytes) => match key_password(profile, folder).await {
            Err(problem) => Err(NoPrivateKey::Secret(problem)),
            Ok(password) => read_key(bytes, profile.client.kid.clone(), password).await,
        },
    };
    (key, file)
}

/// The password that the key is encrypted with; none where no answer says where it is.
async fn key_password(profile: &Profile, folder: &Path) -> Result<Option<SecretString>, SecretProblem> {
    match &profile.client.key_password {
        Some(reference) => resolve(reference, folder).await.map(Some),
        None => Ok(None),
    }
}

/// Reads it beside the others' work: what it takes depends on the file.
async fn read_key(bytes: SecretSlice<u8>, kid: Option<String>, password: Option<SecretString>) -> Result<SigningKey, NoPrivateKey> {
    let read = tokio::task::spawn_blocking(move || keys::read(bytes.expose_secret(), kid.as_deref(), password.as_ref())).await;
    // A task that broke has read nothing.
    let read = read.unwrap_or(Err(KeyProblem::UnknownFormat));
    read.map(|found| found.key).map_err(NoPrivateKey::Key)
}
