//! Enterprise certificates (virksomhetssertifikat) of this world: a test issuer, and a reader for the parts that Maskinporten
//! checks.

use super::certificate::{bits, sequence, value};
use super::rsa_key::RsaKey;
use crate::values::Secret;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::io;

const INTEGER: u8 = 0x02;
const NULL: u8 = 0x05;
const OID: u8 = 0x06;
const UTF8: u8 = 0x0c;
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const BIT_STRING: u8 = 0x03;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
const VERSION: u8 = 0xa0;

const ECDSA_WITH_SHA256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const EC_PUBLIC_KEY: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
const P256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
const RSA_ENCRYPTION: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const COMMON_NAME: &[u8] = &[0x55, 0x04, 0x03];
const SERIAL_NUMBER: &[u8] = &[0x55, 0x04, 0x05];
const ORGANISATION_ID: &[u8] = &[0x55, 0x04, 0x61];

/// Issues the enterprise certificates that this world's Maskinporten trusts. Certificates of any other issuer count as another
/// environment's.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EnterpriseCa {
    /// The private key: PKCS#8 as base64.
    key: Secret,
    /// The issuer's own certificate: DER as base64.
    certificate: String,
}

/// Whether a certificate is valid now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    Current,
    /// It expired in 2025.
    Ended,
}

impl Validity {
    fn der(self) -> Vec<u8> {
        let end = match self {
            Self::Current => value(GENERALIZED_TIME, b"20991231235959Z"),
            Self::Ended => value(UTC_TIME, b"251231235959Z"),
        };
        sequence(&[value(UTC_TIME, b"250101000000Z"), end])
    }
}

impl EnterpriseCa {
    /// Creates an issuer with a new key.
    ///
    /// # Errors
    /// The crypto library failed.
    pub fn generate() -> io::Result<Self> {
        let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &SystemRandom::new()).map_err(|_| refused())?;
        let key = Secret::new(STANDARD.encode(key.as_ref()));
        let pair = pair(&key)?;
        let algorithm = sequence(&[value(OID, EC_PUBLIC_KEY), value(OID, P256)]);
        let public = sequence(&[algorithm, bits(pair.public_key().as_ref())]);
        let certificate = signed(&pair, &common_name(ISSUER), Validity::Current, public)?;
        Ok(Self { key, certificate: STANDARD.encode(certificate) })
    }

    /// An organisation's `x5c`: its certificate for a key, then the issuer's certificate.
    ///
    /// # Errors
    /// The crypto library failed, or `key` is no valid key.
    pub fn chain(&self, organisation: &str, key: &RsaKey, validity: Validity) -> io::Result<Vec<String>> {
        let subject =
            sequence(&[attribute(COMMON_NAME, "Sandbox enterprise"), attribute(ORGANISATION_ID, &format!("NTRNO-{organisation}"))]);
        let algorithm = sequence(&[value(OID, RSA_ENCRYPTION), value(NULL, &[])]);
        let public = sequence(&[algorithm, bits(&sequence(&[unsigned(&key.n)?, unsigned(&key.e)?]))]);
        let leaf = signed(&pair(&self.key)?, &subject, validity, public)?;
        Ok(vec![STANDARD.encode(leaf), self.certificate.clone()])
    }

    /// Reads a certificate chain; none unless this issuer issued it and it is valid now.
    pub(crate) fn read(&self, chain: &[String], now: Timestamp) -> Option<Certified> {
        let leaf = STANDARD.decode(chain.first()?).ok()?;
        if !chain.iter().skip(1).all(|further| *further == self.certificate) {
            return None;
        }
        let issuer = STANDARD.decode(&self.certificate).ok()?;
        let public = Certificate::of(&issuer)?.public_key;
        let certificate = Certificate::of(&leaf)?;
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, public).verify(certificate.signed, certificate.signature).ok()?;
        let now = now.strftime("%Y%m%d%H%M%SZ").to_string();
        if certificate.from > now || certificate.until < now {
            return None;
        }
        certificate.certified()
    }
}

const ISSUER: &str = "Altinn sandbox enterprise CA";

/// The organisation and the public key of a certificate.
pub(crate) struct Certified {
    pub(crate) organisation: String,
    /// The modulus as base64url.
    pub(crate) n: String,
    /// The exponent as base64url.
    pub(crate) e: String,
}

fn refused() -> io::Error {
    io::Error::other("the crypto library issued no certificate")
}

fn pair(key: &Secret) -> io::Result<EcdsaKeyPair> {
    let der = STANDARD.decode(key.expose()).map_err(io::Error::other)?;
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &der).map_err(|_| refused())
}

fn signed(pair: &EcdsaKeyPair, subject: &[u8], validity: Validity, public: Vec<u8>) -> io::Result<Vec<u8>> {
    let algorithm = sequence(&[value(OID, ECDSA_WITH_SHA256)]);
    let serial = value(INTEGER, &[1]);
    let version = value(VERSION, &value(INTEGER, &[2]));
    let body = sequence(&[version, serial, algorithm.clone(), common_name(ISSUER), validity.der(), subject.to_vec(), public]);
    let signature = pair.sign(&SystemRandom::new(), &body).map_err(|_| refused())?;
    Ok(sequence(&[body, algorithm, bits(signature.as_ref())]))
}

fn common_name(name: &str) -> Vec<u8> {
    sequence(&[attribute(COMMON_NAME, name)])
}

fn attribute(kind: &[u8], text: &str) -> Vec<u8> {
    value(SET, &sequence(&[value(OID, kind), value(UTF8, text.as_bytes())]))
}

/// Decodes an unsigned number for DER. DER numbers are signed, so a zero byte is put in front in case the highest bit is set.
fn unsigned(base64url: &str) -> io::Result<Vec<u8>> {
    let mut bytes = URL_SAFE_NO_PAD.decode(base64url).map_err(io::Error::other)?;
    bytes.insert(0, 0);
    Ok(value(INTEGER, &bytes))
}

/// The parts of a certificate that Maskinporten checks.
struct Certificate<'a> {
    signed: &'a [u8],
    signature: &'a [u8],
    from: String,
    until: String,
    subject: &'a [u8],
    public_key: &'a [u8],
}

impl<'a> Certificate<'a> {
    fn of(der: &'a [u8]) -> Option<Self> {
        let mut outer = Der(Der(der).content(SEQUENCE)?);
        let signed = outer.whole(SEQUENCE)?;
        outer.content(SEQUENCE)?;
        let signature = outer.content(BIT_STRING)?.get(1..)?;
        let mut body = Der(Der(signed).content(SEQUENCE)?);
        body.content(VERSION)?;
        body.content(INTEGER)?;
        body.content(SEQUENCE)?;
        body.content(SEQUENCE)?;
        let mut validity = Der(body.content(SEQUENCE)?);
        let (from, until) = (validity.time()?, validity.time()?);
        let subject = body.content(SEQUENCE)?;
        let mut public = Der(body.content(SEQUENCE)?);
        public.content(SEQUENCE)?;
        let public_key = public.content(BIT_STRING)?.get(1..)?;
        Some(Self { signed, signature, from, until, subject, public_key })
    }

    fn certified(&self) -> Option<Certified> {
        let mut numbers = Der(Der(self.public_key).content(SEQUENCE)?);
        let mut number = || Some(URL_SAFE_NO_PAD.encode(numbers.content(INTEGER)?.strip_prefix(&[0])?));
        let (n, e) = (number()?, number()?);
        Some(Certified { organisation: self.organisation()?, n, e })
    }

    /// The number in `organizationIdentifier` (`NTRNO-…`), or the plain number that older certificates have.
    fn organisation(&self) -> Option<String> {
        let mut names = Der(self.subject);
        while let Some(set) = names.content(SET) {
            let mut pair = Der(Der(set).content(SEQUENCE)?);
            let kind = pair.content(OID)?;
            let text = pair.any().and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default();
            if kind == ORGANISATION_ID || kind == SERIAL_NUMBER {
                return Some(text.trim_start_matches("NTRNO-").to_owned());
            }
        }
        None
    }
}

/// A reader that takes DER elements from the front.
struct Der<'a>(&'a [u8]);

impl<'a> Der<'a> {
    fn next(&mut self) -> Option<(u8, &'a [u8], &'a [u8])> {
        let (&tag, rest) = self.0.split_first()?;
        let (&first, rest) = rest.split_first()?;
        let (length, rest) = if first < 0x80 {
            (usize::from(first), rest)
        } else {
            let (length, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            // No element here is longer than 64 KiB.
            (length.iter().try_fold(0_usize, |sum, byte| (sum < 0x1_0000).then(|| sum << 8 | usize::from(*byte)))?, rest)
        };
        let (content, after) = rest.split_at_checked(length)?;
        let whole = self.0.get(..self.0.len() - after.len())?;
        self.0 = after;
        Some((tag, content, whole))
    }

    fn content(&mut self, wanted: u8) -> Option<&'a [u8]> {
        self.next().filter(|(tag, ..)| *tag == wanted).map(|(_, content, _)| content)
    }

    fn whole(&mut self, wanted: u8) -> Option<&'a [u8]> {
        self.next().filter(|(tag, ..)| *tag == wanted).map(|(.., whole)| whole)
    }

    fn any(&mut self) -> Option<&'a [u8]> {
        self.next().map(|(_, content, _)| content)
    }

    /// A time as `YYYYMMDDhhmmssZ`. Two-digit years are in this century.
    fn time(&mut self) -> Option<String> {
        let (tag, content, _) = self.next()?;
        let text = std::str::from_utf8(content).ok()?;
        Some(if tag == UTC_TIME { format!("20{text}") } else { text.to_owned() })
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::signing::keys::Keys;

    /// Facts platform A.2.
    #[test]
    fn only_this_worlds_certificates_that_are_valid_today_are_read() {
        let keys = Keys::ephemeral().expect("keys");
        let (own, other) = (keys.enterprise.as_ref().expect("an issuer"), EnterpriseCa::generate().expect("another"));
        let chain = |issuer: &EnterpriseCa, validity| issuer.chain("310400203", &keys.altinn, validity).expect("a chain");
        let now = Timestamp::now();
        let read = own.read(&chain(own, Validity::Current), now).expect("good");
        assert_eq!((read.organisation.as_str(), read.n, read.e), ("310400203", keys.altinn.n.clone(), keys.altinn.e.clone()));
        assert!(own.read(&chain(own, Validity::Ended), now).is_none());
        assert!(own.read(&chain(&other, Validity::Current), now).is_none());
        for broken in [vec![], vec!["MIIC".to_owned()], vec!["%".to_owned()]] {
            assert!(own.read(&broken, now).is_none());
        }
    }
}
