//! What a password protects: PKCS#8 with PBES2, and PKCS#12.

use super::KeyProblem;
use p12_keystore::Pkcs12Archive;
use p12_keystore::error::Error as Pkcs12Error;
use pkcs8::der::asn1::{AnyRef, ObjectIdentifier, OctetStringRef};
use pkcs8::der::{Decode, Reader, SliceReader, Tag};
use pkcs8::pkcs5::pbes2::{Kdf, Parameters};
use pkcs8::pkcs5::{self, EncryptionScheme};
use pkcs8::spki::AlgorithmIdentifierRef;
use secrecy::{ExposeSecret, SecretString};

const PBES2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.13");
/// The schemes of PKCS#5 1.5 and of PKCS#12 (RFC 8018, A.3; RFC 7292, C).
const PBES1: [&str; 2] = ["1.2.840.113549.1.5.", "1.2.840.113549.1.12.1."];
/// About a second's work: OpenSSL asks for 2,048 rounds, NIST for a thousand at least, OWASP for 600,000.
const MOST_ROUNDS: u32 = 1_000_000;
/// OpenSSL itself stops at 32 MiB.
const MOST_SCRYPT_BYTES: u64 = 64 * 1024 * 1024;

/// Opens an encrypted PKCS#8 key (RFC 5958, 3).
pub(super) fn open_pkcs8(der: &[u8], password: Option<&SecretString>) -> Result<Vec<u8>, KeyProblem> {
    let (algorithm, ciphertext) = encrypted_key(der).ok_or(KeyProblem::UnknownFormat)?;
    if algorithm.oid != PBES2 {
        let written = algorithm.oid.to_string();
        let is_old = PBES1.iter().any(|family| written.starts_with(family));
        return Err(if is_old { KeyProblem::Pbes1 } else { KeyProblem::UnknownEncryption });
    }
    let scheme = EncryptionScheme::try_from(algorithm).map_err(|_| KeyProblem::UnknownEncryption)?;
    let parameters = scheme.pbes2().filter(|parameters| is_affordable(parameters)).ok_or(KeyProblem::UnknownEncryption)?;
    let password = password.ok_or(KeyProblem::PasswordMissing)?;
    parameters.decrypt(password.expose_secret(), ciphertext).map_err(|error| match error {
        pkcs5::Error::DecryptFailed => KeyProblem::PasswordWrong,
        _ => KeyProblem::UnknownEncryption,
    })
}

fn encrypted_key(der: &[u8]) -> Option<(AlgorithmIdentifierRef<'_>, &[u8])> {
    let mut reader = SliceReader::new(AnyRef::from_der(der).ok().filter(|any| any.header().tag() == Tag::Sequence)?.value()).ok()?;
    let algorithm = AlgorithmIdentifierRef::decode(&mut reader).ok()?;
    let ciphertext: &OctetStringRef = reader.decode().ok()?;
    Some((algorithm, ciphertext.as_bytes()))
}

/// Whoever wrote the file chose how much work it is to open.
fn is_affordable(parameters: &Parameters) -> bool {
    match &parameters.kdf {
        Kdf::Pbkdf2(kdf) => kdf.iteration_count <= MOST_ROUNDS,
        Kdf::Scrypt(kdf) => {
            let block = 128 * u64::from(kdf.block_size) * u64::from(kdf.parallelization.max(1));
            kdf.cost_parameter.checked_mul(block).is_some_and(|bytes| bytes <= MOST_SCRYPT_BYTES)
        }
        _ => false,
    }
}

/// What a PKCS#12 file holds: keys in PKCS#8, certificates in DER.
pub(super) struct Pkcs12 {
    pub(super) keys: Vec<Vec<u8>>,
    pub(super) certificates: Vec<Vec<u8>>,
}

/// Opens a PKCS#12 file. The empty password is tried too: with it files are exported for settings.
pub(super) fn open_pkcs12(der: &[u8], password: Option<&SecretString>) -> Result<Pkcs12, KeyProblem> {
    let given = password.map(|password| Pkcs12Archive::from_pkcs12(der, password.expose_secret()));
    let archive = match given {
        Some(Ok(archive)) => Ok(archive),
        Some(Err(Pkcs12Error::MacError(_))) | None => Pkcs12Archive::from_pkcs12(der, ""),
        Some(Err(error)) => Err(error),
    };
    let archive = archive.map_err(|error| match (error, password) {
        (Pkcs12Error::MacError(_) | Pkcs12Error::Pkcs5Error(_), None) => KeyProblem::PasswordMissing,
        (Pkcs12Error::MacError(_), Some(_)) => KeyProblem::PasswordWrong,
        (_, _) => KeyProblem::Pkcs12Unread,
    })?;
    let keys = archive.keys.iter().map(|bag| bag.key.as_der().to_vec()).collect();
    let certificates = archive.certs.iter().map(|bag| bag.cert.as_der().to_vec()).collect();
    Ok(Pkcs12 { keys, certificates })
}
