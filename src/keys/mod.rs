//! Secrets, fetched from where a profile says they are; and private keys: read (PEM PKCS#1 and PKCS#8, JWK), described, used.
//! A key's content never leaves this module but as a signature.

pub(crate) mod der;
mod make;
mod read;
pub mod secrets;

pub use make::make;
pub use read::read;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::EncodingKey;
use std::fmt;
use std::path::Path;

/// A private key that can sign RS256. `Debug` never shows it.
#[derive(Clone)]
pub struct SigningKey {
    encoding: EncodingKey,
    /// What may be told of it.
    pub description: KeyDescription,
    modulus: Vec<u8>,
    exponent: Vec<u8>,
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
    #[error("an encrypted key")]
    Encrypted,
    #[error("not an RSA key")]
    NotRsa,
    /// Under 2048 bits.
    #[error("an RSA key of {0} bits")]
    TooShort(usize),
    #[error("a certificate")]
    Certificate,
}

/// The public half as a JWK, as self-service wants it (facts examples 6). Holds no private member.
#[must_use]
pub fn public_jwk(key: &SigningKey, kid: &str) -> serde_json::Value {
    serde_json::json!({
        "kty": "RSA",
        "use": "sig",
        "alg": "RS256",
        "kid": kid,
        "e": URL_SAFE_NO_PAD.encode(&key.exponent),
        "n": URL_SAFE_NO_PAD.encode(&key.modulus),
    })
}

/// Whether a file can be read by others than its owner. Where there are no mode bits, this cannot be told.
#[must_use]
pub fn is_open_to_others(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o077 != 0)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

#[cfg(test)]
mod tests;
