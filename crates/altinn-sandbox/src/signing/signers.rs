//! The two issuers' keys, ready to sign and to verify: the newest signs, those before are still believed (facts platform A.1).

use super::jws::{self, Jws};
use super::keys::Keys;
use super::rsa_key::RsaKey;
use super::token_kind::TokenKind;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use serde_json::{Map, Value, json};
use std::io;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

/// The keys of both issuers. They change while the sandbox runs.
pub struct Signers(RwLock<Rings>);

struct Rings {
    maskinporten: Vec<Signer>,
    altinn: Vec<Signer>,
}

struct Signer {
    kid: String,
    /// The header of its tokens.
    header: Value,
    /// The header of the test token generator's.
    test_header: Value,
    signing: EncodingKey,
    verifying: DecodingKey,
}

impl Signers {
    /// Reads the keys of a world.
    ///
    /// # Errors
    /// When one of them is not a key.
    pub fn new(keys: &Keys) -> io::Result<Self> {
        Rings::of(keys).map(|rings| Self(RwLock::new(rings)))
    }

    /// Goes over to the keys that a world has now.
    ///
    /// # Errors
    /// When one of them is not a key; nothing has changed then.
    pub fn renew(&self, keys: &Keys) -> io::Result<()> {
        let rings = Rings::of(keys)?;
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = rings;
        Ok(())
    }

    /// Signs claims as an issuer.
    ///
    /// # Errors
    /// When the crypto library refuses.
    pub fn sign(&self, issuer: TokenKind, claims: &Map<String, Value>) -> io::Result<String> {
        let rings = self.rings();
        let signer = rings.newest(issuer)?;
        jws::signed(&signer.header, claims, &signer.signing)
    }

    /// Signs claims as the test token generator, which has Altinn's key and a header of its own.
    ///
    /// # Errors
    /// When the crypto library refuses.
    pub fn sign_for_tests(&self, claims: &Map<String, Value>) -> io::Result<String> {
        let rings = self.rings();
        let signer = rings.newest(TokenKind::Altinn)?;
        jws::signed(&signer.test_header, claims, &signer.signing)
    }

    /// Whose published key has signed; says nothing about the claims.
    pub(crate) fn issuer_of(&self, jws: &Jws<'_>) -> Option<TokenKind> {
        let (rings, kid) = (self.rings(), jws.kid()?);
        let has_signed = |signer: &Signer| signer.kid == kid && jws.is_signed_by(&signer.verifying, &[Algorithm::RS256]);
        TokenKind::ALL.into_iter().find(|issuer| rings.of_issuer(*issuer).iter().any(has_signed))
    }

    fn rings(&self) -> RwLockReadGuard<'_, Rings> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
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
            // Maskinporten's has two members (facts examples 3), Altinn's four (facts examples 8).
            header: match issuer {
                TokenKind::Maskinporten => json!({"kid": kid, "alg": "RS256"}),
                TokenKind::Altinn => json!({"alg": "RS256", "kid": kid, "x5t": key.x5t(), "typ": "JWT"}),
            },
            // Its x5c is the thumbprint, a text (facts broker-api 6.2; the generator's own source).
            test_header: json!({"alg": "RS256", "kid": kid, "typ": "JWT", "x5c": key.thumbprint()}),
            kid,
            signing: EncodingKey::from_rsa_pem(key.pem.expose().as_bytes()).map_err(io::Error::other)?,
            verifying: DecodingKey::from_rsa_components(&key.n, &key.e).map_err(io::Error::other)?,
        })
    }
}
