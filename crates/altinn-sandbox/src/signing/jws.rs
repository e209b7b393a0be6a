//! Reads and writes a compact JWS (RFC 7515, 3.1). A library refuses some headers that clients send and services write, such as an
//! `x5c` that is a string.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, DecodingKey, crypto};
use serde_json::{Map, Value};
use std::io;
use uuid::Uuid;

/// A parsed JWS whose signature is not verified yet.
pub(crate) struct Jws<'a> {
    pub(crate) header: Map<String, Value>,
    pub(crate) claims: Map<String, Value>,
    signed: &'a str,
    signature: &'a str,
}

impl<'a> Jws<'a> {
    /// Parses three base64url parts. The first two must be JSON objects.
    pub(crate) fn read(compact: &'a str) -> Option<Self> {
        let (signed, signature) = compact.rsplit_once('.')?;
        let (header, claims) = signed.split_once('.')?;
        URL_SAFE_NO_PAD.decode(signature).ok()?;
        Some(Self { header: object(header)?, claims: object(claims)?, signed, signature })
    }

    /// The key id (`kid`) in the header.
    pub(crate) fn kid(&self) -> Option<&str> {
        self.header.get("kid")?.as_str()
    }

    /// The algorithm in the header, if it is a known one.
    pub(crate) fn algorithm(&self) -> Option<Algorithm> {
        self.header.get("alg")?.as_str()?.parse().ok()
    }

    /// Whether the signature is valid for a key and one of the algorithms.
    pub(crate) fn is_signed_by(&self, key: &DecodingKey, algorithms: &[Algorithm]) -> bool {
        let algorithm = self.algorithm().filter(|algorithm| algorithms.contains(algorithm));
        algorithm.is_some_and(|algorithm| crypto::verify(self.signature, self.signed.as_bytes(), key, algorithm).unwrap_or(false))
    }
}

fn object(part: &str) -> Option<Map<String, Value>> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok()
}

/// Whether a text has the shape of a compact JWS; its parts are not decoded. The exchange checks only this before it looks at the
/// provider.
pub(crate) fn is_shaped(compact: &str) -> bool {
    let parts: Vec<&str> = compact.split('.').collect();
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    matches!(parts.as_slice(), [header, claims, _] if !header.is_empty() && !claims.is_empty()) && parts.into_iter().all(letters)
}

/// Signs a JWS with exactly this header, by RS256.
pub(crate) fn signed(header: &Value, claims: &Map<String, Value>, key: &RsaKeyPair) -> io::Result<String> {
    let claims = serde_json::to_vec(claims)?;
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(claims));
    let mut signature = vec![0; key.public_modulus_len()];
    key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature).map_err(io::Error::other)?;
    Ok(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature)))
}

/// A random `jti` of 43 characters, as the services make them (facts examples 3).
pub(crate) fn token_id() -> String {
    URL_SAFE_NO_PAD.encode([Uuid::new_v4().into_bytes(), Uuid::new_v4().into_bytes()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_is_told_from_what_it_holds() {
        for shaped in ["a.b.c", "a.b.", "eyJ-_.eyJ.x"] {
            assert!(is_shaped(shaped), "{shaped}");
        }
        for other in ["", "a.b", "a..c", ".b.c", "a.b.c.d", "a.b.c=", "a b.c.d"] {
            assert!(!is_shaped(other), "{other}");
        }
        assert!(Jws::read("a.b.c").is_none());
        assert_eq!(token_id().len(), 43);
    }
}
