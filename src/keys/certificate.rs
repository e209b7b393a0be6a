//! Certificates that come along with a key.

use super::shown;
use crate::values::OrgNumber;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use x509_parser::oid_registry::asn1_rs::oid;
use x509_parser::prelude::{FromDer, X509Certificate, X509Name};
use x509_parser::public_key::PublicKey;

/// A chain is four long; whoever writes a longer one does not mean us.
const LONGEST_CHAIN: usize = 10;

/// A certificate, and what a reader wants to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// As it goes into `x5c`, before base64.
    pub der: Vec<u8>,
    /// The organisation that an enterprise certificate is for.
    pub organisation: Option<OrgNumber>,
    pub begins: Timestamp,
    pub ends: Timestamp,
    /// Who signed it: the common name, else the organisation, else the whole name.
    pub issuer: String,
    /// The environments in which it proves an organisation. None if the issuer is none of those that Maskinporten is known to take.
    pub issued_for: Option<IssuedFor>,
}

/// What an issuer's certificates are for: each has one line of certificates for tests and one for production.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssuedFor {
    Test,
    Production,
}

impl Certificate {
    fn read(der: &[u8], parsed: &X509Certificate<'_>) -> Option<Self> {
        let issuer = name(parsed.issuer()).unwrap_or_else(|| shown(&parsed.issuer().to_string()));
        Some(Self {
            der: der.to_vec(),
            organisation: organisation(parsed.subject()),
            begins: Timestamp::from_second(parsed.validity().not_before.timestamp()).ok()?,
            ends: Timestamp::from_second(parsed.validity().not_after.timestamp()).ok()?,
            issued_for: issued_for(parsed.issuer()),
            issuer,
        })
    }

    /// As it goes into `x5c` (RFC 7515, 4.1.6: ordinary base64).
    #[must_use]
    pub fn base64(&self) -> String {
        STANDARD.encode(&self.der)
    }
}

/// Told by the issuer's name (facts platform A.2): `Buypass Class 3 CA G2 ST Business`, `Buypass Class 3 Test4 CA G2 ST Business`,
/// `Commfides Legal Person - G3`, `Commfides Legal Person - G3 - TEST`.
fn issued_for(issuer: &X509Name<'_>) -> Option<IssuedFor> {
    let name = issuer.to_string().to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    if !["buypass", "commfides"].iter().any(|known| name.contains(known)) {
        return None;
    }
    Some(if words.any(|word| word.starts_with("test")) { IssuedFor::Test } else { IssuedFor::Production })
}

/// The chain that proves the key with this modulus: its own certificate first, then who signed it. Empty where no certificate
/// is the key's own. The order in the file does not matter.
pub(super) fn chain(certificates: &[Vec<u8>], modulus: &[u8]) -> Vec<Certificate> {
    let parsed: Vec<(&[u8], X509Certificate<'_>)> =
        certificates.iter().filter_map(|der| Some((der.as_slice(), X509Certificate::from_der(der).ok()?.1))).collect();
    let mut next = parsed.iter().find(|(_, certificate)| holds(certificate, modulus));
    let mut chain = Vec::new();
    while let Some((der, certificate)) = next {
        let Some(read) = Certificate::read(der, certificate) else { break };
        if chain.contains(&read) || chain.len() == LONGEST_CHAIN {
            break;
        }
        chain.push(read);
        let signer = certificate.issuer().as_raw();
        next = parsed.iter().find(|(_, other)| certificate.subject().as_raw() != signer && other.subject().as_raw() == signer);
    }
    chain
}

/// Whether the certificate is for the key with this modulus.
fn holds(certificate: &X509Certificate<'_>, modulus: &[u8]) -> bool {
    let significant = |number: &[u8]| number.iter().copied().skip_while(|byte| *byte == 0).collect::<Vec<_>>();
    match certificate.public_key().parsed() {
        Ok(PublicKey::RSA(key)) => significant(key.modulus) == significant(modulus),
        _ => false,
    }
}

/// The organisation number of an enterprise certificate: `NTRNO-310100005` in the organisation identifier (ETSI EN 319 412-1,
/// 5.1.4), before 2020 the bare digits in the serial number.
fn organisation(subject: &X509Name<'_>) -> Option<OrgNumber> {
    let identifier = subject.iter_by_oid(&oid!(2.5.4.97)).filter_map(|value| value.as_str().ok()?.strip_prefix("NTRNO-"));
    let serial_number = subject.iter_by_oid(&oid!(2.5.4.5)).filter_map(|value| value.as_str().ok());
    identifier.chain(serial_number).find_map(|digits| digits.parse().ok())
}

/// Who signed a certificate: its common name, else its organisation (X.509, 4.1.2.4).
#[must_use]
pub fn issuer(certificate: &[u8]) -> Option<String> {
    name(X509Certificate::from_der(certificate).ok()?.1.issuer())
}

fn name(name: &X509Name<'_>) -> Option<String> {
    let value = name.iter_common_name().next().or_else(|| name.iter_organization().next())?;
    Some(shown(&String::from_utf8_lossy(value.as_slice())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A self-signed certificate of `O=Acme, CN=Acme Inspection CA`.
    const CERTIFICATE: &str = "MIIBrTCCAVOgAwIBAgIUfSEbngc2vo7nKiKEBhvClI0v7mgwCgYIKoZIzj0EAwIwLDENMAsGA1UECgwEQWNtZTEbMBkGA1UEAwwS\
         QWNtZSBJbnNwZWN0aW9uIENBMB4XDTI2MTEyMzA5NDgwNFoXDTM2MTEyMDA5NDgwNFowLDENMAsGA1UECgwEQWNtZTEbMBkGA1UE\
         AwwSQWNtZSBJbnNwZWN0aW9uIENBMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEhwDHBFfGMcSGMbyE2gdOZWcpsBVu6y95Nvwq\
         z5AZrXP6RsXwjLuKhe1+K8ZYBSHmsZSfO9faoZGl/e51r1L6waNTMFEwHQYDVR0OBBYEFPx27p8eZiqhFad6OLwIDr+GaiXGMB8G\
         A1UdIwQYMBaAFPx27p8eZiqhFad6OLwIDr+GaiXGMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgNEjIF3zd06Vh\
         AZJDaqjSi+DavHPOqfpuCatF08lhe08CIQDp7bZyUavPKsSRIueR3w6YxvoQJQOUuyyed4sJVzvhAg==";

    #[test]
    fn a_certificate_says_who_signed_it() {
        let der = STANDARD.decode(CERTIFICATE).unwrap();
        assert_eq!(issuer(&der).as_deref(), Some("Acme Inspection CA"));
        assert_eq!(issuer(&der[..100]), None);
    }
}
