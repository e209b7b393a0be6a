//! The sandbox's private keys: those that Maskinporten and Altinn sign with, and those of the known clients.

use super::enterprise::EnterpriseCa;
use super::rsa_key::{RsaKey, refused};
use super::token_kind::TokenKind;
use crate::known::KeyHolder;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::{io, iter};

/// Every private key of a world.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Keys {
    pub maskinporten: RsaKey,
    pub altinn: RsaKey,
    /// The issuers' earlier keys. World files from before keys could be changed do not have them.
    #[serde(default)]
    pub earlier: Earlier,
    /// The known clients' keys.
    pub holders: BTreeMap<KeyHolder, RsaKey>,
    /// The issuer of this world's enterprise certificates. World files from before there were any do not have it.
    #[serde(default)]
    pub enterprise: Option<EnterpriseCa>,
}

/// Earlier keys that are still published, newest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Earlier {
    maskinporten: Vec<RsaKey>,
    altinn: Vec<RsaKey>,
}

/// How many earlier keys an issuer publishes besides the current one (facts examples 1).
const STILL_PUBLISHED: usize = 1;

static EPHEMERAL: OnceLock<Keys> = OnceLock::new();

impl Keys {
    /// Makes the keys of a new world, in parallel on all cores.
    ///
    /// # Errors
    /// The crypto library failed.
    pub fn generate() -> io::Result<Self> {
        const HOLDERS: [KeyHolder; 5] =
            [KeyHolder::ServiceOwner, KeyHolder::Sender, KeyHolder::Recipient, KeyHolder::Vendor, KeyHolder::Newcomer];
        let mut made = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..HOLDERS.len() + 3).map(|_| scope.spawn(RsaKey::generate)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err(refused()))).collect::<io::Result<Vec<_>>>()
        })?;
        let mut next = || made.pop().ok_or_else(refused);
        let (altinn, maskinporten) = (next()?, next()?);
        let earlier = Earlier { maskinporten: vec![next()?], altinn: Vec::new() };
        let holders = HOLDERS.into_iter().zip(made).collect();
        Ok(Self { maskinporten, altinn, earlier, holders, enterprise: Some(EnterpriseCa::generate()?) })
    }

    /// The keys that an issuer publishes; the first is the one that signs.
    pub fn published(&self, issuer: TokenKind) -> impl Iterator<Item = &RsaKey> {
        let (signs, before) = match issuer {
            TokenKind::Maskinporten => (&self.maskinporten, &self.earlier.maskinporten),
            TokenKind::Altinn => (&self.altinn, &self.earlier.altinn),
        };
        iter::once(signs).chain(before)
    }

    /// Makes an issuer sign with a new key. The previous key stays published.
    pub(crate) fn succeed(&mut self, issuer: TokenKind, new: RsaKey) {
        let (signs, before) = match issuer {
            TokenKind::Maskinporten => (&mut self.maskinporten, &mut self.earlier.maskinporten),
            TokenKind::Altinn => (&mut self.altinn, &mut self.earlier.altinn),
        };
        before.insert(0, std::mem::replace(signs, new));
        before.truncate(STILL_PUBLISHED);
    }

    /// The keys that all ephemeral worlds of this process share. They protect nothing, and making new ones would take a second each
    /// time.
    ///
    /// # Errors
    /// The crypto library failed.
    pub fn ephemeral() -> io::Result<Self> {
        if let Some(keys) = EPHEMERAL.get() {
            return Ok(keys.clone());
        }
        let made = Self::generate()?;
        Ok(EPHEMERAL.get_or_init(|| made).clone())
    }
}
