//! Everything that checks and deeds need to call the services for one profile.

use super::admin::Admin;
use super::client_elsewhere::ClientElsewhere;
use super::keeping::Keeping;
use super::private_key::{self, NoPrivateKey, PasswordLack, Source};
use super::tokens::{TokenProblem, Tokens};
use crate::files::paths;
use crate::journey::{Cause, EntryState, Evidence, FieldId, Finding, Journal, JournalPlace, Profile, Role};
use crate::keys::secrets::{SecretProblem, resolve};
use crate::keys::{Found, KeyProblem, SigningKey};
use crate::services::{Client, Grant, Services, SystemUserGrant, Token, Trace};
use crate::values::Scope;
use jiff::{SignedDuration, Timestamp};
use secrecy::SecretString;
use std::path::{Path, PathBuf};
use tokio::sync::OnceCell;
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
    /// What deeds have made, for every profile.
    pub journal: Journal,
    /// What was found last about this connection.
    pub findings: Vec<Finding>,
    /// How what a deed leaves comes to the disk.
    pub keeping: Keeping,
    /// Where test files lie while a deed needs them.
    pub scratch: PathBuf,
    /// Where a deed keeps what was at a service before it was replaced.
    pub kept: PathBuf,
    /// Where the keys lie that deeds make for these answers.
    pub keys: PathBuf,
    /// Another profile with the same client id, for an environment that has other clients.
    pub client_elsewhere: ClientElsewhere,
    pub(super) key: Result<Found, NoPrivateKey>,
    pub(super) key_files: Vec<PathBuf>,
    pub(super) api_key: ApiKey,
    /// The client with each key that may be meant.
    clients: Vec<Client>,
    /// Which of them Maskinporten takes. None if it takes none. Only asked where there are several.
    fitting: OnceCell<Option<usize>>,
    tokens: Tokens,
    pub(super) admin: Admin,
}

/// The profile is for the sandbox, and no sandbox address was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the sandbox is not running")]
pub struct NoEndpoints;

/// A change of the last minutes that may not have reached every machine of a service yet (facts platform A.4, E.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Propagation {
    pub(super) since: Timestamp,
    pub(super) until: Timestamp,
}

/// Several keys of one file, each of which Maskinporten was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TriedKeys {
    pub(super) keys: usize,
    /// The place of the fitting one in its file, from 1. None if none fits.
    pub(super) fitting: Option<usize>,
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
        Self::open_with(profile, folder, sandbox, evidence, trace, None).await
    }

    /// Like [`Self::open`], with the password of the private key as the user typed it.
    ///
    /// # Errors
    /// [`NoEndpoints`] for a sandbox profile without a sandbox.
    pub async fn open_with(
        profile: Profile,
        folder: &Path,
        sandbox: Option<&Url>,
        evidence: Evidence,
        trace: Trace,
        typed: Option<SecretString>,
    ) -> Result<Self, NoEndpoints> {
        let endpoints = profile.environment.endpoints(sandbox).ok_or(NoEndpoints)?;
        let key = Source { client: &profile.client, production: profile.environment.is_production(), folder, typed }.read().await;
        let admin = Admin::read(&profile, folder).await;
        let key_files = private_key::files(&profile.client, folder);
        let (api_key, secret) = match &profile.api_key {
            None => (ApiKey::None, None),
            Some(reference) => match resolve(reference, folder).await {
                Ok(secret) => (ApiKey::Held, Some(secret)),
                Err(problem) => (ApiKey::Unreadable(problem), None),
            },
        };
        let clients = key.as_ref().map(|found| private_key::clients(&profile.client, found)).unwrap_or_default();
        let services = Services::new(endpoints, secret, trace);
        let services = match &profile.ca {
            Some(file) => services.with_ca(paths::lead(folder, file)),
            None => services,
        };
        let (fitting, tokens) = (OnceCell::new(), Tokens::default());
        let (scratch, keys) = (folder.join("scratch"), folder.join("keys"));
        let (journal, keeping) = (Journal::default(), Keeping::default());
        let (findings, client_elsewhere) = (Vec::new(), ClientElsewhere::default());
        Ok(Self {
            profile,
            services,
            evidence,
            journal,
            findings,
            keeping,
            scratch,
            kept: folder.join("kept"),
            keys,
            client_elsewhere,
            key,
            key_files,
            api_key,
            clients,
            fitting,
            tokens,
            admin,
        })
    }

    /// Stores the call budgets in the folder `state`, so that they hold across processes (contract 3), and beside them what deeds
    /// replace; test files in `scratch` instead of below the profile's folder. The sandbox has no call limits, so no budgets are
    /// stored for it.
    #[must_use]
    pub fn kept_in(self, state: PathBuf, scratch: PathBuf) -> Self {
        let is_limited = !self.profile.environment.is_loopback();
        let kept = state.join("kept");
        Self { services: if is_limited { self.services.with_budget(state) } else { self.services }, scratch, kept, ..self }
    }

    /// With the keys that deeds make in this folder, instead of below the folder where relative references start.
    #[must_use]
    pub fn with_keys_in(self, keys: PathBuf) -> Self {
        Self { keys, ..self }
    }

    /// With what was found before.
    #[must_use]
    pub fn with_findings(self, findings: Vec<Finding>) -> Self {
        Self { findings, ..self }
    }

    /// With a look for another profile that has the same client id, for an environment with other clients.
    #[must_use]
    pub fn with_client_elsewhere(self, client_elsewhere: ClientElsewhere) -> Self {
        Self { client_elsewhere, ..self }
    }

    /// With a journal, and the way to the disk.
    #[must_use]
    pub fn with_journal(self, journal: Journal, keeping: Keeping) -> Self {
        Self { journal, keeping, ..self }
    }

    /// A copy of the connection with newer evidence, for the next run. It keeps the tokens it has; grants that were refused are
    /// asked for again.
    #[must_use]
    pub fn again(&self, evidence: Evidence) -> Self {
        Self {
            profile: self.profile.clone(),
            services: self.services.clone(),
            evidence,
            journal: self.journal.clone(),
            findings: self.findings.clone(),
            keeping: self.keeping.clone(),
            scratch: self.scratch.clone(),
            kept: self.kept.clone(),
            keys: self.keys.clone(),
            client_elsewhere: self.client_elsewhere.clone(),
            key: self.key.clone(),
            key_files: self.key_files.clone(),
            api_key: self.api_key.clone(),
            clients: self.clients.clone(),
            fitting: self.fitting.clone(),
            tokens: self.tokens.granted_so_far(),
            admin: self.admin.again(),
        }
    }

    /// The public part of the key as a JWK. None if the key cannot be read.
    #[must_use]
    pub fn public_jwk(&self) -> Option<String> {
        // Before there is a client id, the portal is given the key for a new client.
        let key = &self.key.as_ref().ok()?.key;
        let kid = self.profile.client.kid.clone().or_else(|| key.description.kid.clone())?;
        serde_json::to_string_pretty(&crate::keys::public_jwk(key, &kid)).ok()
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
        let client = self.client().await.ok_or(TokenProblem::NoClient)?;
        self.tokens.granted(&self.services, client, grant).await
    }

    /// Altinn's token for a grant: Maskinporten's, exchanged. Cached in the same way.
    ///
    /// # Errors
    /// Why there is no token.
    pub async fn exchanged(&self, grant: &Grant) -> Result<Token, TokenProblem> {
        let client = self.client().await.ok_or(TokenProblem::NoClient)?;
        self.tokens.exchanged(&self.services, client, grant).await
    }

    /// The client with the key that Maskinporten takes, or with the likeliest one if it takes none.
    async fn client(&self) -> Option<&Client> {
        let [first, _, ..] = self.clients.as_slice() else { return self.clients.first() };
        let fitting = *self.fitting.get_or_init(|| self.first_that_fits()).await;
        fitting.and_then(|index| self.clients.get(index)).or(Some(first))
    }

    /// Asks with one key after the other until the signature is not what Maskinporten refuses.
    async fn first_that_fits(&self) -> Option<usize> {
        let grant = self.plain(&self.role_scope());
        for (index, client) in self.clients.iter().enumerate() {
            let answer = self.services.grant(client, &grant).await;
            if !answer.is_err_and(|problem| problem.cause() == Some(Cause::ClientWrongKey)) {
                return Some(index);
            }
        }
        None
    }

    /// Which of several keys Maskinporten takes. None while only one may be meant, or nobody was asked.
    pub(super) fn tried_keys(&self) -> Option<TriedKeys> {
        let fitting = (*self.fitting.get()?).and_then(|index| self.clients.get(index));
        Some(TriedKeys { keys: self.clients.len(), fitting: fitting.map(|client| client.key.description.place) })
    }

    /// The private key that the client signs with, and its kid if one is known. None without a key that can sign.
    #[must_use]
    pub fn signing_key(&self) -> Option<(&SigningKey, Option<String>)> {
        let key = &self.key.as_ref().ok()?.key;
        Some((key, self.profile.client.kid.clone().or_else(|| key.description.kid.clone())))
    }

    /// Whether the private key needs a password that the user could type: no answer says where it is.
    #[must_use]
    pub fn lacks_password(&self) -> Option<PasswordLack> {
        match &self.key {
            _ if self.profile.client.key_password.is_some() => None,
            Err(NoPrivateKey::Key(KeyProblem::PasswordMissing)) => Some(PasswordLack::Missing),
            Err(NoPrivateKey::Key(KeyProblem::PasswordWrong)) => Some(PasswordLack::Wrong),
            Ok(_) | Err(_) => None,
        }
    }

    /// If one of these answers, or what a deed of ours made at one of these places, changed so recently that Broker may not know it
    /// yet: when it changed, and until when to wait.
    pub(super) fn changed_lately(&self, fields: &[FieldId], places: &[JournalPlace], now: Timestamp) -> Option<Propagation> {
        self.on_its_way(self.evidence.changed(fields).max(self.made_at(places))?, now)
    }

    /// If a deed of ours changed something at Maskinporten so recently that not all of Maskinporten may know it yet. What the user
    /// answers here changes nothing there: a new answer that Maskinporten refuses is simply wrong (contract 3).
    pub(super) fn client_changed_lately(&self, now: Timestamp) -> Option<Propagation> {
        self.on_its_way(self.made_at(&[JournalPlace::Maskinporten])?, now)
    }

    /// When a deed of this profile last made or changed something at one of these places.
    fn made_at(&self, places: &[JournalPlace]) -> Option<Timestamp> {
        let of_ours = self.journal.entries.iter().filter(|entry| entry.is_of(&self.profile) && entry.state != EntryState::Refused);
        of_ours.filter(|entry| places.contains(&entry.place)).map(|entry| entry.at).max()
    }

    /// Never in the sandbox, where a change takes effect at once.
    fn on_its_way(&self, since: Timestamp, now: Timestamp) -> Option<Propagation> {
        let until = since.saturating_add(PROPAGATION).unwrap_or(Timestamp::MAX);
        (now < until && !self.profile.environment.is_loopback()).then_some(Propagation { since, until })
    }
}
