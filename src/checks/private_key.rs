//! The private key of the client: read from where the answers say, with its certificate if it signs with one.

use crate::files::paths;
use crate::journey::{ClientAnswers, ClientAuth, FieldId};
use crate::keys::secrets::{SecretProblem, resolve, resolve_bytes};
use crate::keys::{self, Certificate, Found, KeyProblem, OwnKey};
use crate::services::{Client, Proof};
use crate::values::SecretRef;
use secrecy::{ExposeSecret, SecretSlice, SecretString};
use std::path::{Path, PathBuf};

/// Why there is no private key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NoPrivateKey {
    /// The profile has no answer to this field.
    NotAnswered(FieldId),
    /// The secret reference could not be read.
    Secret(SecretProblem),
    /// It was read, but is not a key we can sign with.
    Key(KeyProblem),
    /// It was made for the other side: a test key in production, or the reverse.
    OfOtherSide { made_for_production: bool },
}

/// A password that the user could type, since no answer says where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordLack {
    /// The key is protected, and there is no password yet.
    Missing,
    /// The typed one does not open it.
    Wrong,
}

/// What the answers and the user give to open it.
pub(super) struct Source<'a> {
    pub(super) client: &'a ClientAnswers,
    /// Whether the key is to sign in production.
    pub(super) production: bool,
    /// Where relative `file:` references start.
    pub(super) folder: &'a Path,
    /// The password that the user typed; an answer stands before it.
    pub(super) typed: Option<SecretString>,
}

impl Source<'_> {
    /// Reads the key. Takes up to a second where a password protects it.
    pub(super) async fn read(self) -> Result<Found, NoPrivateKey> {
        let client = self.client;
        match client.auth {
            ClientAuth::Key => {
                let key = self.bytes(client.key.as_ref(), FieldId::ClientKey).await?;
                self.is_of_this_side()?;
                let (kid, password) = (client.kid.clone(), self.password().await?);
                off_thread(move || keys::read(key.expose_secret(), kid.as_deref(), password.as_ref())).await
            }
            ClientAuth::Certificate => {
                let certificate = self.bytes(client.certificate.as_ref(), FieldId::ClientCertificate).await?;
                let key = match &client.key {
                    Some(reference) => Some(self.bytes(Some(reference), FieldId::ClientKey).await?),
                    None => None,
                };
                let password = self.password().await?;
                off_thread(move || {
                    let key = key.as_ref().map(ExposeSecret::expose_secret);
                    keys::read_certificate(certificate.expose_secret(), key, password.as_ref())
                })
                .await
            }
        }
    }

    /// Refuses a key that the program has made for test in production, and the reverse.
    fn is_of_this_side(&self) -> Result<(), NoPrivateKey> {
        let note = files(self.client, self.folder).iter().find_map(|path| OwnKey::of_private(path)?.note());
        match note {
            Some(note) if note.production != self.production => Err(NoPrivateKey::OfOtherSide { made_for_production: note.production }),
            Some(_) | None => Ok(()),
        }
    }

    async fn bytes(&self, reference: Option<&SecretRef>, field: FieldId) -> Result<SecretSlice<u8>, NoPrivateKey> {
        let reference = reference.ok_or(NoPrivateKey::NotAnswered(field))?;
        resolve_bytes(reference, self.folder).await.map_err(NoPrivateKey::Secret)
    }

    async fn password(&self) -> Result<Option<SecretString>, NoPrivateKey> {
        match &self.client.key_password {
            Some(reference) => resolve(reference, self.folder).await.map(Some).map_err(NoPrivateKey::Secret),
            None => Ok(self.typed.clone()),
        }
    }
}

async fn off_thread(read: impl FnOnce() -> Result<Found, KeyProblem> + Send + 'static) -> Result<Found, NoPrivateKey> {
    // A task that broke has read nothing.
    let read = tokio::task::spawn_blocking(read).await.unwrap_or(Err(KeyProblem::UnknownFormat));
    read.map_err(NoPrivateKey::Key)
}

/// The files that hold the key, as far as it is in files.
pub(super) fn files(client: &ClientAnswers, folder: &Path) -> Vec<PathBuf> {
    let certificate = client.certificate.as_ref().filter(|_| client.auth == ClientAuth::Certificate && client.key.is_none());
    let file = |reference: &SecretRef| match reference {
        SecretRef::File(path) => Some(paths::lead(folder, path)),
        SecretRef::Env(_) | SecretRef::Command(_) => None,
    };
    certificate.into_iter().chain(&client.key).filter_map(file).collect()
}

/// The client with each key that may be meant, the likeliest first. None while the client's id or the kid is not known.
pub(super) fn clients(client: &ClientAnswers, found: &Found) -> Vec<Client> {
    let Some(id) = &client.id else { return Vec::new() };
    match client.auth {
        ClientAuth::Certificate => {
            let chain = found.certificates.iter().map(Certificate::base64).collect();
            vec![Client { id: id.clone(), key: found.key.clone(), proof: Proof::X5c(chain) }]
        }
        ClientAuth::Key => std::iter::once(&found.key)
            .chain(&found.others)
            .filter_map(|key| {
                let kid = client.kid.clone().or_else(|| key.description.kid.clone())?;
                Some(Client { id: id.clone(), key: key.clone(), proof: Proof::Kid(kid) })
            })
            .collect(),
    }
}
