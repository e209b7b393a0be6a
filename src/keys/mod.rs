//! Secrets, fetched from where a profile says they are; and private keys: read by their content, described, used.
//! A key's content never leaves this module but as a signature.

mod certificate;
mod encrypted;
mod form;
mod jwk;
mod make;
mod numbers;
mod own;
mod plain;
mod problem;
mod read;
mod search;
pub mod secrets;
mod structure;

pub use certificate::{Certificate, IssuedFor, issuer};
pub use form::{KeyForm, KeyKind, Packing};
pub use make::make;
pub use own::{KeyNote, OwnKey, jwks};
pub use problem::KeyProblem;
pub use read::{read, read_certificate};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// A private key that can sign RS256. `Debug` never shows it.
#[derive(Clone)]
pub struct SigningKey {
    /// Parsed once: that takes longer than to sign, and a run of the checks signs several times.
    pair: Arc<RsaKeyPair>,
    /// What may be told of it.
    pub description: KeyDescription,
    modulus: Vec<u8>,
    exponent: Vec<u8>,
}

impl SigningKey {
    /// The signature of a message by RS256 (RFC 7518, 3.3). None if the crypto library fails.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        signature(&self.pair, message)
    }
}

fn signature(pair: &RsaKeyPair, message: &[u8]) -> Option<Vec<u8>> {
    let mut signature = vec![0; pair.public_modulus_len()];
    pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature).ok()?;
    Some(signature)
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey").field("description", &self.description).finish_non_exhaustive()
    }
}

/// What may be told of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyDescription {
    /// In which form it was found.
    pub form: KeyForm,
    /// Its size: 2048, 4096.
    pub bits: usize,
    /// The kid inside a JWK, or beside the key in a JSON file.
    pub kid: Option<String>,
    /// Which key of its file it is, from 1.
    pub place: usize,
    /// What should be known although it can sign.
    pub remarks: Vec<KeyRemark>,
}

/// What should be known of a key although it can sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyRemark {
    /// The JWK says `use: enc`.
    ForEncryption,
    /// The JWK names another algorithm than RS256, which is the one that signs here.
    OtherAlgorithm(String),
    /// So many keys are in the file, and nothing in it says which one is the client's.
    OneOfSeveral(usize),
}

/// What a file or variable holds.
#[derive(Debug, Clone)]
pub struct Found {
    /// The key; of several without a kid the one with a certificate, else the first.
    pub key: SigningKey,
    /// The other keys of the same file that may be meant: whoever can ask Maskinporten tries them too.
    pub others: Vec<SigningKey>,
    /// The key's own certificate first, then who signed it; empty where none is the key's.
    pub certificates: Vec<Certificate>,
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

/// The key's thumbprint (RFC 7638): the same for both halves, whatever the kid.
#[must_use]
pub fn thumbprint(key: &SigningKey) -> String {
    let (e, n) = (URL_SAFE_NO_PAD.encode(&key.exponent), URL_SAFE_NO_PAD.encode(&key.modulus));
    let members = format!(r#"{{"e":"{e}","kty":"RSA","n":"{n}"}}"#);
    URL_SAFE_NO_PAD.encode(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, members.as_bytes()))
}

/// A name from a file, fit to be shown.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(80).collect()
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
