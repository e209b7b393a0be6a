//! What DER is, by its shape: nobody's header is believed.

use pkcs8::PrivateKeyInfoRef;
use pkcs8::der::asn1::{AnyRef, ObjectIdentifier};
use pkcs8::der::{Decode, Header, Reader, SliceReader, Tag, Tagged};

pub(super) const RSA_ENCRYPTION: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
/// A message in CMS (RFC 5652): the `.p7b` that certificate authorities send.
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
/// The algorithms that people have beside RSA, as everybody calls them.
const NAMED: [(ObjectIdentifier, &str); 4] = [
    (ObjectIdentifier::new_unwrap("1.2.840.10045.2.1"), "EC"),
    (ObjectIdentifier::new_unwrap("1.3.101.112"), "Ed25519"),
    (ObjectIdentifier::new_unwrap("1.3.101.110"), "X25519"),
    (ObjectIdentifier::new_unwrap("1.2.840.10040.4.1"), "DSA"),
];

/// What DER holds. No `Debug`: it may hold a private key.
#[derive(PartialEq, Eq)]
pub(super) enum Structure<'a> {
    /// A PKCS#1 private key (RFC 8017, A.1.2), and whether PKCS#8 (RFC 5208) was around it.
    Rsa {
        pkcs1: &'a [u8],
        in_pkcs8: bool,
    },
    /// A private key of another algorithm.
    OtherKey(String),
    RsaPss,
    /// An encrypted PKCS#8 key.
    EncryptedPkcs8(&'a [u8]),
    /// A PFX (RFC 7292).
    Pkcs12(&'a [u8]),
    PublicKey,
    Certificate(&'a [u8]),
    /// Certificates in a CMS message.
    Certificates,
    /// Shorter than it says.
    Truncated,
    Unknown,
}

/// Judges the first element; what follows it is not looked at.
pub(super) fn structure(bytes: &[u8]) -> Structure<'_> {
    let Some(whole) = first_sequence(bytes) else { return without_length(bytes) };
    let Some(inside) = elements(whole) else { return without_length(bytes) };
    let tags: Vec<Tag> = inside.iter().map(Tagged::tag).collect();
    match (tags.as_slice(), inside.first().map(|first| first.value())) {
        ([Tag::Integer, Tag::Sequence, Tag::OctetString, ..], _) => pkcs8(whole),
        ([Tag::Integer, Tag::Sequence, ..], Some([3])) => Structure::Pkcs12(whole),
        ([Tag::Integer, Tag::OctetString, ..], Some([1])) => Structure::OtherKey("EC".to_owned()),
        ([Tag::Sequence, Tag::OctetString], _) => Structure::EncryptedPkcs8(whole),
        ([Tag::Sequence, Tag::BitString], _) | ([Tag::Integer, Tag::Integer], _) => Structure::PublicKey,
        ([Tag::Sequence, Tag::Sequence, Tag::BitString], _) => Structure::Certificate(whole),
        ([Tag::ObjectIdentifier, ..], Some(oid)) if oid == SIGNED_DATA.as_bytes() => Structure::Certificates,
        (integers, _) if integers.iter().all(|tag| *tag == Tag::Integer) => match integers.len() {
            9 => Structure::Rsa { pkcs1: whole, in_pkcs8: false },
            6 => Structure::OtherKey("DSA".to_owned()),
            _ => Structure::Unknown,
        },
        _ => Structure::Unknown,
    }
}

fn pkcs8(whole: &[u8]) -> Structure<'_> {
    let Ok(info) = PrivateKeyInfoRef::from_der(whole) else { return Structure::Unknown };
    match info.algorithm.oid {
        RSA_ENCRYPTION => match structure(info.private_key.as_bytes()) {
            Structure::Rsa { pkcs1, in_pkcs8: false } => Structure::Rsa { pkcs1, in_pkcs8: true },
            _ => Structure::Unknown,
        },
        RSA_PSS => Structure::RsaPss,
        other => Structure::OtherKey(algorithm(other)),
    }
}

fn algorithm(oid: ObjectIdentifier) -> String {
    NAMED.iter().find(|(known, _)| *known == oid).map_or_else(|| oid.to_string(), |(_, name)| (*name).to_owned())
}

fn first_sequence(bytes: &[u8]) -> Option<&[u8]> {
    let mut reader = SliceReader::new(bytes).ok()?;
    let header = Header::peek(&reader).ok()?;
    (header.tag() == Tag::Sequence).then(|| reader.tlv_bytes().ok()).flatten()
}

/// The elements of a sequence; none where one of them is broken. The longest that is known has nine.
fn elements(sequence: &[u8]) -> Option<Vec<AnyRef<'_>>> {
    let mut inside = SliceReader::new(AnyRef::from_der(sequence).ok()?.value()).ok()?;
    let mut found = Vec::new();
    while !inside.is_finished() && found.len() < 16 {
        found.push(AnyRef::decode(&mut inside).ok()?);
    }
    Some(found)
}

/// Bytes that are no whole sequence: one that breaks off, a PFX with lengths left open (BER), or nothing that is known.
fn without_length(bytes: &[u8]) -> Structure<'_> {
    match bytes {
        [0x30, 0x80, 0x02, 0x01, 0x03, ..] => Structure::Pkcs12(bytes),
        // Keys take two bytes to say their length.
        [0x30, 0x82, high, low, rest @ ..] if rest.len() < usize::from(u16::from_be_bytes([*high, *low])) => Structure::Truncated,
        _ => Structure::Unknown,
    }
}
