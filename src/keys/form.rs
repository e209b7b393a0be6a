//! In which form a key was found.

use std::fmt;

/// The form a key was found in. `Display` writes it in names that are the same in every language:
/// `PKCS#8 PEM`, `JWK base64 EncodedJwk`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyForm {
    /// What it is.
    pub kind: KeyKind,
    /// How it is written down.
    pub packing: Packing,
    /// The name it has in a JSON file, where it was in one.
    pub member: Option<String>,
}

/// What holds the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyKind {
    Pkcs1,
    Pkcs8,
    /// PKCS#8 under a password, by PBKDF2 or scrypt.
    EncryptedPkcs8,
    Pkcs12,
    Jwk,
    /// A set of JWKs.
    Jwks,
}

/// How a key is written down. Where it is wrapped twice, the outer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    Der,
    Pem,
    Json,
    /// Base64 or base64url, around the whole or without the PEM's own lines.
    Base64,
}

impl fmt::Display for KeyForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            KeyKind::Pkcs1 => "PKCS#1",
            KeyKind::Pkcs8 => "PKCS#8",
            KeyKind::EncryptedPkcs8 => "PKCS#8 PBES2",
            KeyKind::Pkcs12 => "PKCS#12",
            KeyKind::Jwk => "JWK",
            KeyKind::Jwks => "JWKS",
        })?;
        match (self.packing, self.kind) {
            // PKCS#12 is DER and a JWK is JSON: to say so says nothing.
            (Packing::Der, KeyKind::Pkcs12) | (Packing::Json, _) => {}
            (Packing::Der, _) => f.write_str(" DER")?,
            (Packing::Pem, _) => f.write_str(" PEM")?,
            (Packing::Base64, _) => f.write_str(" base64")?,
        }
        match &self.member {
            Some(member) => write!(f, " {member}"),
            None => Ok(()),
        }
    }
}
