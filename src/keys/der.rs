//! The little DER that RSA keys are wrapped in: read without trust, written minimally.

const INTEGER: u8 = 0x02;
const OCTETS: u8 = 0x04;
const OID: u8 = 0x06;
const SEQUENCE: u8 = 0x30;
/// 1.2.840.113549.1.1.1, rsaEncryption (RFC 8017, A.1).
const RSA_ENCRYPTION: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];

/// One element: its tag, its content, and what follows it.
pub(super) struct Element<'a> {
    tag: u8,
    content: &'a [u8],
    rest: &'a [u8],
}

/// Reads the first element; none where the bytes are not DER.
fn element(bytes: &[u8]) -> Option<Element<'_>> {
    let (&tag, after_tag) = bytes.split_first()?;
    let (&first, after_length) = after_tag.split_first()?;
    let (length, body) = if first < 0x80 {
        (usize::from(first), after_length)
    } else {
        // Four length bytes are four gigabytes: no key is longer.
        let count = usize::from(first & 0x7f);
        if count == 0 || count > 4 {
            return None;
        }
        let digits = after_length.get(..count)?;
        (digits.iter().fold(0, |sum, &digit| (sum << 8) | usize::from(digit)), after_length.get(count..)?)
    };
    Some(Element { tag, content: body.get(..length)?, rest: body.get(length..)? })
}

fn expect(bytes: &[u8], tag: u8) -> Option<Element<'_>> {
    element(bytes).filter(|found| found.tag == tag)
}

/// What a PKCS#8 structure holds.
pub(super) enum Wrapped<'a> {
    /// The PKCS#1 key inside.
    Rsa(&'a [u8]),
    /// A key of another kind.
    Other,
}

/// Opens an unencrypted PKCS#8 structure (RFC 5208).
pub(super) fn pkcs8(der: &[u8]) -> Option<Wrapped<'_>> {
    let outer = expect(der, SEQUENCE)?.content;
    let version = expect(outer, INTEGER)?;
    let algorithm = expect(version.rest, SEQUENCE)?;
    let oid = expect(algorithm.content, OID)?;
    let key = expect(algorithm.rest, OCTETS)?;
    Some(if oid.content == RSA_ENCRYPTION { Wrapped::Rsa(key.content) } else { Wrapped::Other })
}

/// Who signed a certificate: its common name, else its organisation (X.509, 4.1.2.4).
pub(crate) fn issuer(certificate: &[u8]) -> Option<String> {
    /// 2.5.4.3, common name.
    const COMMON_NAME: &[u8] = &[0x55, 0x04, 0x03];
    /// 2.5.4.10, organisation.
    const ORGANISATION: &[u8] = &[0x55, 0x04, 0x0a];
    const VERSION: u8 = 0xa0;

    let signed = expect(expect(certificate, SEQUENCE)?.content, SEQUENCE)?.content;
    let after_version = element(signed).filter(|first| first.tag == VERSION).map_or(signed, |first| first.rest);
    let serial = expect(after_version, INTEGER)?;
    let algorithm = expect(serial.rest, SEQUENCE)?;
    let name = expect(algorithm.rest, SEQUENCE)?.content;
    attribute(name, COMMON_NAME).or_else(|| attribute(name, ORGANISATION))
}

fn attribute(mut names: &[u8], wanted: &[u8]) -> Option<String> {
    while let Some(set) = element(names) {
        let pair = expect(set.content, SEQUENCE)?;
        let oid = expect(pair.content, OID)?;
        if oid.content == wanted {
            return element(oid.rest).map(|value| String::from_utf8_lossy(value.content).into_owned());
        }
        names = set.rest;
    }
    None
}

/// Whether these bytes are a PKCS#12 file: a sequence that starts with version 3 (RFC 7292).
pub(super) fn is_pkcs12(bytes: &[u8]) -> bool {
    expect(bytes, SEQUENCE).and_then(|outer| expect(outer.content, INTEGER)).is_some_and(|version| version.content == [3])
}

/// Whether these bytes are a certificate: a sequence of sequences, with a signature at its end.
pub(super) fn is_certificate(bytes: &[u8]) -> bool {
    expect(bytes, SEQUENCE)
        .and_then(|outer| expect(outer.content, SEQUENCE))
        .and_then(|signed| expect(signed.rest, SEQUENCE))
        .is_some_and(|algorithm| !algorithm.rest.is_empty())
}

/// The public half of a PKCS#1 private key: modulus and exponent, without leading zeros.
pub(super) fn public_half(pkcs1: &[u8]) -> Option<(&[u8], &[u8])> {
    let version = expect(expect(pkcs1, SEQUENCE)?.content, INTEGER)?;
    let modulus = expect(version.rest, INTEGER)?;
    let exponent = expect(modulus.rest, INTEGER)?;
    Some((without_zeros(modulus.content), without_zeros(exponent.content)))
}

/// The size of a number in bits.
pub(super) fn bits(number: &[u8]) -> usize {
    let trimmed = without_zeros(number);
    trimmed.first().map_or(0, |&first| trimmed.len() * 8 - first.leading_zeros() as usize)
}

/// Writes a PKCS#1 private key: version 0 and the eight numbers, in order (RFC 8017, A.1.2).
pub(super) fn pkcs1(numbers: &[Vec<u8>; 8]) -> Vec<u8> {
    let mut content = integer(&[]);
    for number in numbers {
        content.extend(integer(number));
    }
    wrap(SEQUENCE, &content)
}

fn integer(number: &[u8]) -> Vec<u8> {
    let trimmed = without_zeros(number);
    // A leading one would make it negative, and nothing at all is zero.
    let needs_zero = trimmed.first().is_none_or(|&first| first >= 0x80);
    let mut content = Vec::with_capacity(trimmed.len() + 1);
    if needs_zero {
        content.push(0);
    }
    content.extend_from_slice(trimmed);
    wrap(INTEGER, &content)
}

fn wrap(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut bytes = vec![tag];
    match u8::try_from(content.len()) {
        Ok(short) if short < 0x80 => bytes.push(short),
        _ => {
            let length = content.len().to_be_bytes();
            let digits = without_zeros(&length);
            bytes.push(0x80 | digits.len() as u8);
            bytes.extend_from_slice(digits);
        }
    }
    bytes.extend_from_slice(content);
    bytes
}

fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|&&byte| byte == 0).count();
    number.get(zeros..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A self-signed certificate of `O=Acme, CN=Acme Inspection CA`.
    const CERTIFICATE: &str = "MIIBrTCCAVOgAwIBAgIUfSEbngc2vo7nKiKEBhvClI0v7mgwCgYIKoZIzj0EAwIwLDENMAsGA1UECgwEQWNtZTEbMBkGA1UEAwwS\
         QWNtZSBJbnNwZWN0aW9uIENBMB4XDTI2MTEyMzA5NDgwNFoXDTM2MTEyMDA5NDgwNFowLDENMAsGA1UECgwEQWNtZTEbMBkGA1UE\
         AwwSQWNtZSBJbnNwZWN0aW9uIENBMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEhwDHBFfGMcSGMbyE2gdOZWcpsBVu6y95Nvwq\
         z5AZrXP6RsXwjLuKhe1+K8ZYBSHmsZSfO9faoZGl/e51r1L6waNTMFEwHQYDVR0OBBYEFPx27p8eZiqhFad6OLwIDr+GaiXGMB8G\
         A1UdIwQYMBaAFPx27p8eZiqhFad6OLwIDr+GaiXGMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgNEjIF3zd06Vh\
         AZJDaqjSi+DavHPOqfpuCatF08lhe08CIQDp7bZyUavPKsSRIueR3w6YxvoQJQOUuyyed4sJVzvhAg==";

    #[test]
    fn a_certificate_says_who_signed_it() {
        use base64::Engine;
        let der = base64::engine::general_purpose::STANDARD.decode(CERTIFICATE).unwrap();
        assert_eq!(issuer(&der).as_deref(), Some("Acme Inspection CA"));
        assert!(is_certificate(&der) && !is_pkcs12(&der));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = (pkcs8(&bytes).is_some(), is_pkcs12(&bytes), is_certificate(&bytes), public_half(&bytes), issuer(&bytes));
        }

        #[test]
        fn a_written_number_reads_back(number in proptest::collection::vec(any::<u8>(), 0..300)) {
            let written = integer(&number);
            let read = expect(&written, INTEGER).map(|found| without_zeros(found.content).to_vec());
            prop_assert_eq!(read, Some(without_zeros(&number).to_vec()));
        }
    }
}
