//! The sandbox's own keys: what Maskinporten and Altinn sign with, and the key pairs of the known clients.

use super::certificate;
use super::enterprise::EnterpriseCa;
use crate::identity::caller::TokenKind;
use crate::known::KeyHolder;
use crate::values::secret::Secret;
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::KeyPair as _;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::{io, iter};

/// Every private key of a world.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Keys {
    pub maskinporten: RsaKey,
    pub altinn: RsaKey,
    /// What signed before; a world made before keys were changed has none.
    #[serde(default)]
    pub earlier: Earlier,
    /// The known clients' own keys.
    pub holders: BTreeMap<KeyHolder, RsaKey>,
    /// Who issues this world's enterprise certificates; a world made before there were any has none.
    #[serde(default)]
    pub enterprise: Option<EnterpriseCa>,
}

/// The keys that signed before and are published still, newest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Earlier {
    maskinporten: Vec<RsaKey>,
    altinn: Vec<RsaKey>,
}

/// How many keys an issuer publishes beside the one that signs (facts examples 1).
const STILL_PUBLISHED: usize = 1;

/// An RSA key pair of 2048 bits.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RsaKey {
    /// PKCS#8, as PEM.
    pub pem: Secret,
    /// The modulus, base64url.
    pub n: String,
    /// The exponent, base64url.
    pub e: String,
    /// A certificate that the key signed for itself, base64 of the DER.
    pub certificate: String,
}

static EPHEMERAL: OnceLock<Keys> = OnceLock::new();

impl Keys {
    /// Makes the keys of a new world; every core helps.
    ///
    /// # Errors
    /// When the crypto library refuses.
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

    /// What an issuer publishes, the key that signs first.
    pub fn published(&self, issuer: TokenKind) -> impl Iterator<Item = &RsaKey> {
        let (signs, before) = match issuer {
            TokenKind::Maskinporten => (&self.maskinporten, &self.earlier.maskinporten),
            TokenKind::Altinn => (&self.altinn, &self.earlier.altinn),
        };
        iter::once(signs).chain(before)
    }

    /// Lets an issuer sign with a new key from now on; the one before it is still published.
    pub(crate) fn succeed(&mut self, issuer: TokenKind, new: RsaKey) {
        let (signs, before) = match issuer {
            TokenKind::Maskinporten => (&mut self.maskinporten, &mut self.earlier.maskinporten),
            TokenKind::Altinn => (&mut self.altinn, &mut self.earlier.altinn),
        };
        before.insert(0, std::mem::replace(signs, new));
        before.truncate(STILL_PUBLISHED);
    }

    /// The keys that every ephemeral world of this process shares: they protect nothing, and making them takes a second.
    ///
    /// # Errors
    /// When the crypto library refuses.
    pub fn ephemeral() -> io::Result<Self> {
        if let Some(keys) = EPHEMERAL.get() {
            return Ok(keys.clone());
        }
        let made = Self::generate()?;
        Ok(EPHEMERAL.get_or_init(|| made).clone())
    }
}

fn refused() -> io::Error {
    io::Error::other("the crypto library made no key")
}

impl RsaKey {
    pub(crate) fn generate() -> io::Result<Self> {
        let pair = KeyPair::generate(KeySize::Rsa2048).map_err(|_| refused())?;
        let der = AsDer::<Pkcs8V1Der<'_>>::as_der(&pair).map_err(|_| refused())?;
        let public = pair.public_key();
        Ok(Self {
            pem: Secret::new(pem("PRIVATE KEY", &STANDARD.encode(der.as_ref()))),
            n: URL_SAFE_NO_PAD.encode(public.modulus().big_endian_without_leading_zero()),
            e: URL_SAFE_NO_PAD.encode(public.exponent().big_endian_without_leading_zero()),
            certificate: STANDARD.encode(certificate::self_signed(&pair)?),
        })
    }

    /// What an issuer calls it: a key of another world, or of another day, never has the same name.
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

    /// SHA-1 of the certificate in upper-case hex: Altinn's `kid`.
    #[must_use]
    pub fn thumbprint(&self) -> String {
        self.digest().iter().map(|byte| format!("{byte:02X}")).collect()
    }

    /// SHA-1 of the certificate, base64url: `x5t`.
    #[must_use]
    pub fn x5t(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.digest())
    }

    fn digest(&self) -> Vec<u8> {
        let der = STANDARD.decode(&self.certificate).unwrap_or_default();
        aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA1_FOR_LEGACY_USE_ONLY, &der).as_ref().to_vec()
    }
}

/// A PEM block around base64.
pub(crate) fn pem(label: &str, base64: &str) -> String {
    let mut text = format!("-----BEGIN {label}-----\n");
    for line in base64.as_bytes().chunks(64) {
        text.push_str(&String::from_utf8_lossy(line));
        text.push('\n');
    }
    text.push_str(&format!("-----END {label}-----\n"));
    text
}
