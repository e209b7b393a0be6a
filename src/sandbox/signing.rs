//! The sandbox's own keys: what Maskinporten and Altinn sign with, and the key pairs of the known clients.

use super::certificate;
use super::enterprise::EnterpriseCa;
use super::known::KeyHolder;
use super::secret::Secret;
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::KeyPair as _;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io;
use std::sync::OnceLock;

/// Every private key of a world.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Keys {
    /// Signs Maskinporten's tokens.
    pub maskinporten: RsaKey,
    /// Signs exchanged tokens.
    pub altinn: RsaKey,
    /// The known clients' own keys.
    pub holders: BTreeMap<KeyHolder, RsaKey>,
    /// Who issues this world's enterprise certificates; a world made before there were any has none.
    #[serde(default)]
    pub enterprise: Option<EnterpriseCa>,
}

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
            let threads: Vec<_> = (0..HOLDERS.len() + 2).map(|_| scope.spawn(RsaKey::generate)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err(refused()))).collect::<io::Result<Vec<_>>>()
        })?;
        let altinn = made.pop().ok_or_else(refused)?;
        let maskinporten = made.pop().ok_or_else(refused)?;
        Ok(Self { maskinporten, altinn, holders: HOLDERS.into_iter().zip(made).collect(), enterprise: Some(EnterpriseCa::generate()?) })
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
    fn generate() -> io::Result<Self> {
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

    /// The public half as a JWK for Maskinporten (platform facts, A.1).
    #[must_use]
    pub fn jwk(&self, kid: &str) -> Value {
        json!({"kty": "RSA", "e": self.e, "use": "sig", "kid": kid, "alg": "RS256", "n": self.n})
    }

    /// The public half as Altinn publishes it: ordinary base64, `x5c`, no `alg` (platform facts, C.2).
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
pub(super) fn pem(label: &str, base64: &str) -> String {
    let mut text = format!("-----BEGIN {label}-----\n");
    for line in base64.as_bytes().chunks(64) {
        text.push_str(&String::from_utf8_lossy(line));
        text.push('\n');
    }
    text.push_str(&format!("-----END {label}-----\n"));
    text
}

/// A key ready to sign and verify.
pub struct Signer {
    header: Header,
    signing: EncodingKey,
    verifying: DecodingKey,
}

/// The two issuers' keys.
pub struct Signers {
    /// Maskinporten's.
    pub maskinporten: Signer,
    /// Altinn's.
    pub altinn: Signer,
}

impl Signers {
    /// Reads the keys of a world.
    ///
    /// # Errors
    /// When one of them is not a key.
    pub fn new(keys: &Keys) -> io::Result<Self> {
        let mut of_maskinporten = Header::new(Algorithm::RS256);
        // Maskinporten's header has `kid` and `alg` only (examples, 3).
        of_maskinporten.typ = None;
        of_maskinporten.kid = Some(MASKINPORTEN_KID.to_owned());
        let mut of_altinn = Header::new(Algorithm::RS256);
        of_altinn.kid = Some(keys.altinn.thumbprint());
        of_altinn.x5t = Some(keys.altinn.x5t());
        Ok(Self { maskinporten: Signer::new(of_maskinporten, &keys.maskinporten)?, altinn: Signer::new(of_altinn, &keys.altinn)? })
    }
}

/// The `kid` of Maskinporten's signing key.
pub const MASKINPORTEN_KID: &str = "mp-sandbox-signing-1";

impl Signer {
    fn new(header: Header, key: &RsaKey) -> io::Result<Self> {
        let signing = EncodingKey::from_rsa_pem(key.pem.expose().as_bytes()).map_err(io::Error::other)?;
        let verifying = DecodingKey::from_rsa_components(&key.n, &key.e).map_err(io::Error::other)?;
        Ok(Self { header, signing, verifying })
    }

    /// The key's id.
    #[must_use]
    pub fn kid(&self) -> &str {
        self.header.kid.as_deref().unwrap_or_default()
    }

    /// Signs claims.
    ///
    /// # Errors
    /// When the crypto library refuses.
    pub fn sign(&self, claims: &Map<String, Value>) -> io::Result<String> {
        jsonwebtoken::encode(&self.header, claims, &self.signing).map_err(io::Error::other)
    }

    /// The claims, if this key signed them; says nothing about their lifetime.
    #[must_use]
    pub fn verify(&self, token: &str) -> Option<Map<String, Value>> {
        claims_signed_by(token, &self.verifying, &[Algorithm::RS256])
    }
}

/// The claims of a token whose signature fits; no claim is looked at.
#[must_use]
pub fn claims_signed_by(token: &str, key: &DecodingKey, algorithms: &[Algorithm]) -> Option<Map<String, Value>> {
    let mut validation = Validation::new(Algorithm::RS256);
    validation.algorithms = algorithms.to_vec();
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation.validate_aud = false;
    jsonwebtoken::decode::<Map<String, Value>>(token, key, &validation).ok().map(|data| data.claims)
}
