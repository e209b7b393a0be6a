//! An RSA key pair with a self-signed certificate.

use super::certificate;
use super::token_kind::TokenKind;
use crate::values::Secret;
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::KeyPair as _;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::io;

/// An RSA key pair of 2048 bits.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RsaKey {
    /// The private key: PKCS#8 as PEM.
    pub pem: Secret,
    /// The modulus as base64url.
    pub n: String,
    /// The exponent as base64url.
    pub e: String,
    /// A self-signed certificate: DER as base64.
    pub certificate: String,
}

pub(super) fn refused() -> io::Error {
    io::Error::other("the crypto library made no key")
}

impl RsaKey {
    pub(crate) fn generate() -> io::Result<Self> {
        let pair = KeyPair::generate(KeySize::Rsa2048).map_err(|_| refused())?;
        let der = AsDer::<Pkcs8V1Der<'_>>::as_der(&pair).map_err(|_| refused())?;
        let public = pair.public_key();
        let pem = pem("PRIVATE KEY", &STANDARD.encode(der.as_ref()));
        let certified = rcgen::KeyPair::from_pem(&pem).map_err(io::Error::other)?;
        Ok(Self {
            n: URL_SAFE_NO_PAD.encode(public.modulus().big_endian_without_leading_zero()),
            e: URL_SAFE_NO_PAD.encode(public.exponent().big_endian_without_leading_zero()),
            certificate: STANDARD.encode(certificate::self_signed(&certified)?),
            pem: Secret::new(pem),
        })
    }

    /// The `kid` under which an issuer publishes it. It is derived from the certificate, so every key has its own.
    #[must_use]
    pub fn kid(&self, issuer: TokenKind) -> String {
        match issuer {
            TokenKind::Maskinporten => format!("mp-sandbox-{}", self.thumbprint().to_lowercase().get(..8).unwrap_or_default()),
            TokenKind::Altinn => self.thumbprint(),
        }
    }

    /// The public half as a JWK for Maskinporten (facts platform A.1).
    #[must_use]
    pub fn jwk(&self, kid: &str) -> Value {
        json!({"kty": "RSA", "e": self.e, "use": "sig", "kid": kid, "alg": "RS256", "n": self.n})
    }

    /// The public half as Altinn publishes it: ordinary base64, `x5c`, no `alg` (facts platform C.2).
    #[must_use]
    pub fn altinn_jwk(&self) -> Value {
        let ordinary = |text: &str| URL_SAFE_NO_PAD.decode(text).map(|bytes| STANDARD.encode(bytes)).unwrap_or_default();
        json!({"kty": "RSA", "use": "sig", "kid": self.thumbprint(), "e": ordinary(&self.e), "n": ordinary(&self.n), "x5c": [self.certificate]})
    }

    /// SHA-1 of the certificate in upper-case hex, which Altinn uses as `kid`.
    #[must_use]
    pub fn thumbprint(&self) -> String {
        self.digest().iter().map(|byte| format!("{byte:02X}")).collect()
    }

    /// SHA-1 of the certificate as base64url: `x5t`.
    #[must_use]
    pub fn x5t(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.digest())
    }

    fn digest(&self) -> Vec<u8> {
        let der = STANDARD.decode(&self.certificate).unwrap_or_default();
        aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA1_FOR_LEGACY_USE_ONLY, &der).as_ref().to_vec()
    }
}

/// A PEM block with the given base64 content.
pub(crate) fn pem(label: &str, base64: &str) -> String {
    let mut text = format!("-----BEGIN {label}-----\n");
    for line in base64.as_bytes().chunks(64) {
        text.push_str(&String::from_utf8_lossy(line));
        text.push('\n');
    }
    text.push_str(&format!("-----END {label}-----\n"));
    text
}
