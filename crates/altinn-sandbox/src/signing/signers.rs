//! The two issuers' keys, ready to sign and to verify. The newest signs; tokens of earlier keys are still accepted (facts platform
//! A.1).

use super::jws::{self, Jws};
use super::keys::Keys;
use super::rsa_key::RsaKey;
use super::token_kind::TokenKind;
use aws_lc_rs::signature::RsaKeyPair;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use serde_json::{Map, Value, json};
use std::io;
use std::sync::{OnceLock, PoisonError, RwLock, RwLockReadGuard};

/// The keys of both issuers, behind a lock because they can change while the sandbox runs.
pub struct Signers(RwLock<Rings>);

struct Rings {
    maskinporten: Vec<Signer>,
    altinn: Vec<Signer>,
}

struct Signer {
    kid: String,
    header: Value,
    /// The header of the test token generator's tokens.
    test_header: Value,
    private: EncodingKey,
    /// The private key, parsed when it first signs: that takes longer than to sign, and most keys never do.
    pair: OnceLock<RsaKeyPair>,
    verifying: DecodingKey,
}

impl Signers {
    /// Prepares the keys of a world.
    ///
    /// # Errors
    /// One of the keys is invalid.
    pub fn new(keys: &Keys) -> io::Result<Self> {
        Rings::of(keys).map(|rings| Self(RwLock::new(rings)))
    }

    /// Replaces all keys with those of a world.
    ///
    /// # Errors
    /// One of the keys is invalid; then nothing is replaced.
    pub fn renew(&self, keys: &Keys) -> io::Result<()> {
        let rings = Rings::of(keys)?;
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = rings;
        Ok(())
    }

    /// Signs claims with an issuer's current key.
    ///
    /// # Errors
    /// The crypto library failed.
    pub fn sign(&self, issuer: TokenKind, claims: &Map<String, Value>) -> io::Result<String> {
        let rings = self.rings();
        let signer = rings.newest(issuer)?;
        jws::signed(&signer.header, claims, signer.pair()?)
    }

    /// Signs claims as the test token generator, which uses Altinn's key with a different header.
    ///
    /// # Errors
    /// The crypto library failed.
    pub fn sign_for_tests(&self, claims: &Map<String, Value>) -> io::Result<String> {
        let rings = self.rings();
        let signer = rings.newest(TokenKind::Altinn)?;
        jws::signed(&signer.test_header, claims, signer.pair()?)
    }

    /// How a token's signature relates to the keys that an issuer publishes. The claims are not checked.
    pub(crate) fn signature(&self, issuer: TokenKind, jws: &Jws<'_>) -> Signature {
        let rings = self.rings();
        let Some(signer) = rings.of_issuer(issuer).iter().find(|signer| jws.kid() == Some(&signer.kid)) else {
            return Signature::KeyUnknown;
        };
        if jws.is_signed_by(&signer.verifying, &[Algorithm::RS256]) { Signature::Good } else { Signature::Wrong }
    }

    fn rings(&self) -> RwLockReadGuard<'_, Rings> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is found of a token's signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Signature {
    Good,
    Wrong,
    /// No published key has the token's key id.
    KeyUnknown,
}

impl Rings {
    fn of(keys: &Keys) -> io::Result<Self> {
        let ring = |issuer| keys.published(issuer).map(|key| Signer::new(issuer, key)).collect::<io::Result<_>>();
        Ok(Self { maskinporten: ring(TokenKind::Maskinporten)?, altinn: ring(TokenKind::Altinn)? })
    }

    fn of_issuer(&self, issuer: TokenKind) -> &[Signer] {
        match issuer {
            TokenKind::Maskinporten => &self.maskinporten,
            TokenKind::Altinn => &self.altinn,
        }
    }

    fn newest(&self, issuer: TokenKind) -> io::Result<&Signer> {
        self.of_issuer(issuer).first().ok_or_else(|| io::Error::other("there is no key to sign with"))
    }
}

impl Signer {
    fn new(issuer: TokenKind, key: &RsaKey) -> io::Result<Self> {
        let kid = key.kid(issuer);
        Ok(Self {
            // Maskinporten's header has two members (facts examples 3), Altinn's four (facts examples 8).
            header: match issuer {
                TokenKind::Maskinporten => json!({"kid": kid, "alg": "RS256"}),
                TokenKind::Altinn => json!({"alg": "RS256", "kid": kid, "x5t": key.x5t(), "typ": "JWT"}),
            },
            // The generator writes the thumbprint as a string into `x5c` (facts broker-api 6.2; the generator's own source).
            test_header: json!({"alg": "RS256", "kid": kid, "typ": "JWT", "x5c": key.thumbprint()}),
            kid,
            pair: OnceLock::new(),
            private: EncodingKey::from_rsa_pem(key.pem.expose().as_bytes()).map_err(io::Error::other)?,
            verifying: DecodingKey::from_rsa_components(&key.n, &key.e).map_err(io::Error::other)?,
        })
    }

    fn pair(&self) -> io::Result<&RsaKeyPair> {
        if let Some(pair) = self.pair.get() {
            return Ok(pair);
        }
        let pair = RsaKeyPair::from_der(self.private.as_bytes()).map_err(io::Error::other)?;
        Ok(self.pair.get_or_init(|| pair))
    }
}
