//! Enterprise certificates (virksomhetssertifikat) of this world: a test issuer, and a reader for the parts that Maskinporten
//! checks.

use super::certificate::{self, FROM, UNTIL};
use super::rsa_key::{RsaKey, pem};
use crate::values::Secret;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use p12_keystore::{Certificate, KeyStore, KeyStoreEntry, PrivateKey, PrivateKeyChain};
use rcgen::string::PrintableString;
use rcgen::{BasicConstraints, CertificateParams, DnType, DnValue, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use serde::{Deserialize, Serialize};
use std::io;
use std::ops::RangeInclusive;
use x509_parser::oid_registry::{OID_X509_SERIALNUMBER, Oid, asn1_rs::oid};
use x509_parser::prelude::{FromDer, X509Certificate, X509Name};
use x509_parser::public_key::PublicKey;

const ISSUER: &str = "Altinn sandbox enterprise CA";
const ORGANISATION_IDENTIFIER: Oid<'static> = oid!(2.5.4.97);

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

/// Where a certificate has its organisation's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberIn {
    /// As `NTRNO-310400203`, in certificates of today (ETSI EN 319 412-1, 5.1.4).
    OrganisationIdentifier,
    /// The bare digits, in certificates of before.
    SerialNumber,
}

impl Validity {
    const fn end(self) -> Date {
        match self {
            Self::Current => UNTIL,
            Self::Ended => date(2025, 12, 31),
        }
    }
}

impl EnterpriseCa {
    /// Creates an issuer with a new key.
    ///
    /// # Errors
    /// The crypto library failed.
    pub fn generate() -> io::Result<Self> {
        let key = KeyPair::generate().map_err(io::Error::other)?;
        let certificate = own_params()?.self_signed(&key).map_err(io::Error::other)?;
        Ok(Self { key: Secret::new(STANDARD.encode(key.serialize_der())), certificate: STANDARD.encode(certificate.der()) })
    }

    /// An organisation's `x5c`: its certificate for a key, then the issuer's certificate.
    ///
    /// # Errors
    /// The crypto library failed, or `key` is no valid key.
    pub fn chain(&self, organisation: &str, key: &RsaKey, validity: Validity, number_in: NumberIn) -> io::Result<Vec<String>> {
        let authority = STANDARD.decode(self.key.expose()).map_err(io::Error::other)?;
        let authority = KeyPair::try_from(authority).map_err(io::Error::other)?;
        let own = own_params()?;
        let holder = KeyPair::from_pem(key.pem.expose()).map_err(io::Error::other)?;
        let leaf = params(organisation, validity, number_in)?.signed_by(&holder, &Issuer::from_params(&own, authority));
        Ok(vec![STANDARD.encode(leaf.map_err(io::Error::other)?.der()), self.certificate.clone()])
    }

    /// The issuer's own certificate as PEM.
    #[must_use]
    pub fn certificate_pem(&self) -> String {
        pem("CERTIFICATE", &self.certificate)
    }

    /// Reads a certificate chain; none unless this issuer issued it and it is valid now.
    pub(crate) fn read(&self, chain: &[String], now: Timestamp) -> Option<Certified> {
        let leaf = STANDARD.decode(chain.first()?).ok()?;
        if !chain.iter().skip(1).all(|further| *further == self.certificate) {
            return None;
        }
        let issuer = STANDARD.decode(&self.certificate).ok()?;
        let (_, issuer) = X509Certificate::from_der(&issuer).ok()?;
        let (_, certificate) = X509Certificate::from_der(&leaf).ok()?;
        let public = UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, &issuer.public_key().subject_public_key.data);
        public.verify(certificate.tbs_certificate.as_ref(), &certificate.signature_value.data).ok()?;
        Certified::of(&certificate).filter(|certified| certified.is_valid_at(now))
    }
}

/// A key and its chain in one file (RFC 7292), as issuers deliver them.
pub(crate) fn pkcs12(key: &RsaKey, chain: &[String], password: &str) -> io::Result<Vec<u8>> {
    let der = KeyPair::from_pem(key.pem.expose()).map_err(io::Error::other)?.serialize_der();
    let key = PrivateKey::from_der(&der).map_err(io::Error::other)?;
    let certificate = |text: &String| Certificate::from_der(&STANDARD.decode(text).map_err(io::Error::other)?).map_err(io::Error::other);
    let chain = chain.iter().map(certificate).collect::<io::Result<Vec<_>>>()?;
    let mut store = KeyStore::new();
    store.add_entry("enterprise", KeyStoreEntry::PrivateKeyChain(PrivateKeyChain::new("1", key, chain)));
    store.writer(password).write().map_err(io::Error::other)
}

/// The organisation and the public key of a certificate.
pub(crate) struct Certified {
    pub(crate) organisation: String,
    /// The modulus as base64url.
    pub(crate) n: String,
    /// The exponent as base64url.
    pub(crate) e: String,
    /// Its first and its last second since 1970.
    valid: RangeInclusive<i64>,
}

impl Certified {
    /// Reads a certificate, as DER in base64, without asking who issued it. `None` where it has no RSA key or no organisation number.
    pub(crate) fn read(certificate: &str) -> Option<Self> {
        let der = STANDARD.decode(certificate).ok()?;
        let (_, certificate) = X509Certificate::from_der(&der).ok()?;
        Self::of(&certificate)
    }

    fn of(certificate: &X509Certificate<'_>) -> Option<Self> {
        let validity = certificate.validity();
        let Ok(PublicKey::RSA(key)) = certificate.public_key().parsed() else { return None };
        let number = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes.iter().copied().skip_while(|byte| *byte == 0).collect::<Vec<_>>());
        Some(Self {
            organisation: organisation(certificate.subject())?,
            n: number(key.modulus),
            e: number(key.exponent),
            valid: validity.not_before.timestamp()..=validity.not_after.timestamp(),
        })
    }

    pub(crate) fn is_valid_at(&self, now: Timestamp) -> bool {
        self.valid.contains(&now.as_second())
    }
}

fn own_params() -> io::Result<CertificateParams> {
    let mut own = certificate::params(ISSUER, FROM, UNTIL)?;
    own.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    own.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    Ok(own)
}

fn params(organisation: &str, validity: Validity, number_in: NumberIn) -> io::Result<CertificateParams> {
    let mut params = certificate::params("Sandbox enterprise", FROM, validity.end())?;
    let name = &mut params.distinguished_name;
    name.push(DnType::CountryName, "NO");
    match number_in {
        NumberIn::OrganisationIdentifier => name.push(DnType::CustomDnType(vec![2, 5, 4, 97]), format!("NTRNO-{organisation}")),
        NumberIn::SerialNumber => {
            let digits = PrintableString::try_from(organisation).map_err(io::Error::other)?;
            name.push(DnType::CustomDnType(vec![2, 5, 4, 5]), DnValue::PrintableString(digits));
        }
    }
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    Ok(params)
}

/// The organisation's number, wherever the certificate has it.
fn organisation(subject: &X509Name<'_>) -> Option<String> {
    let text = |kind: &Oid<'_>| subject.iter_by_oid(kind).find_map(|value| value.as_str().ok().map(str::to_owned));
    let identifier = text(&ORGANISATION_IDENTIFIER).and_then(|text| text.strip_prefix("NTRNO-").map(str::to_owned));
    identifier.or_else(|| text(&OID_X509_SERIALNUMBER))
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
        let chain =
            |issuer: &EnterpriseCa, validity, number_in| issuer.chain("310400203", &keys.altinn, validity, number_in).expect("a chain");
        let now = Timestamp::now();
        for number_in in [NumberIn::OrganisationIdentifier, NumberIn::SerialNumber] {
            let read = own.read(&chain(own, Validity::Current, number_in), now).expect("good");
            assert_eq!((read.organisation.as_str(), read.n, read.e), ("310400203", keys.altinn.n.clone(), keys.altinn.e.clone()));
            assert!(own.read(&chain(own, Validity::Ended, number_in), now).is_none());
            assert!(own.read(&chain(&other, Validity::Current, number_in), now).is_none());
        }
        for broken in [vec![], vec!["MIIC".to_owned()], vec!["%".to_owned()]] {
            assert!(own.read(&broken, now).is_none());
        }
    }
}
