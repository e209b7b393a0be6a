//! X.509 certificates of this world: what each has, and the self-signed ones in Altinn's key set.

use aws_lc_rs::rand;
use jiff::civil::{Date, date};
use rcgen::{CertificateParams, DistinguishedName, DnType, KeyPair, SerialNumber, date_time_ymd};
use std::io;

/// From when the certificates are valid whose end does not matter.
pub(crate) const FROM: Date = date(2025, 1, 1);
/// Until when they are.
pub(crate) const UNTIL: Date = date(2099, 12, 31);

/// What strict verifiers require of every certificate (RFC 5280): key identifiers, a random serial number.
pub(crate) fn params(name: &str, from: Date, until: Date) -> io::Result<CertificateParams> {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params.not_before = date_time_ymd(i32::from(from.year()), from.month().unsigned_abs(), from.day().unsigned_abs());
    params.not_after = date_time_ymd(i32::from(until.year()), until.month().unsigned_abs(), until.day().unsigned_abs());
    params.serial_number = Some(serial()?);
    params.use_authority_key_identifier_extension = true;
    Ok(params)
}

/// The DER of a certificate for this key, signed by itself.
pub(crate) fn self_signed(key: &KeyPair) -> io::Result<Vec<u8>> {
    let certificate = params("Altinn sandbox", FROM, UNTIL)?.self_signed(key).map_err(io::Error::other)?;
    Ok(certificate.der().to_vec())
}

/// Sixteen random bytes as a positive number; RFC 5280 allows up to twenty.
fn serial() -> io::Result<SerialNumber> {
    let mut bytes = [0_u8; 16];
    rand::fill(&mut bytes).map_err(|_| io::Error::other("no random numbers"))?;
    if let Some(first) = bytes.first_mut() {
        *first = (*first & 0x7f) | 0x40;
    }
    Ok(SerialNumber::from_slice(&bytes))
}
