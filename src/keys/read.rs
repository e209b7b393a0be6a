//! From bytes to a key that has signed once: what was found is tried, and one is chosen.

use super::certificate::chain;
use super::numbers::{bits, public_half};
use super::search::{Piece, Search};
use super::secrets::LARGEST;
use super::{Found, KeyDescription, KeyProblem, KeyRemark, SigningKey, signature};
use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, RsaKeyPair, RsaPublicKeyComponents};
use secrecy::SecretString;
use std::sync::Arc;

/// Maskinporten signs off on 2048 bits (facts platform A.1).
const SMALLEST_BITS: usize = 2048;
/// Keys that are tried beside the first one.
const MOST_OTHERS: usize = 3;
const MOST_KIDS: usize = 20;
/// Keys that are looked for among the certificates.
const MOST_CERTIFIED: usize = 16;

/// Reads a private key by its content, whatever it is called or marked as, and signs once with it: PEM, DER, JWK and JWKS, JSON files
/// that hold one, any of these in base64, encrypted PKCS#8 and PKCS#12 with the password. `kid` chooses among several.
///
/// Opening what a password protects can take a second: not for an async thread.
///
/// # Errors
/// Why it cannot be used; never a part of its content.
pub fn read(bytes: &[u8], kid: Option<&str>, password: Option<&SecretString>) -> Result<Found, KeyProblem> {
    let search = searched(&[bytes], password)?;
    try_keys(choose(search.pieces, kid)?, &search.certificates)
}

/// Reads an enterprise certificate with its chain and its key. The key is in the same file, or in a file of its own.
///
/// # Errors
/// Why it cannot be used; never a part of its content.
pub fn read_certificate(file: &[u8], key: Option<&[u8]>, password: Option<&SecretString>) -> Result<Found, KeyProblem> {
    let files: Vec<&[u8]> = [file].into_iter().chain(key).collect();
    let search = searched(&files, password)?;
    if search.certificates.is_empty() {
        // The key was read, and perhaps the certificate's file could not be opened.
        return Err(heaviest(search.problems).filter(KeyProblem::is_about_a_lock).unwrap_or(KeyProblem::NoCertificate));
    }
    let is_certified = |piece: &Piece| !chain(&search.certificates, &piece.material.modulus()).is_empty();
    let certified: Vec<Piece> = search.pieces.into_iter().take(MOST_CERTIFIED).filter(is_certified).take(1).collect();
    if certified.is_empty() { Err(KeyProblem::OtherCertificate) } else { try_keys(certified, &search.certificates) }
}

/// Everything in these files; an error if no key is among it.
fn searched<'a>(files: &[&[u8]], password: Option<&'a SecretString>) -> Result<Search<'a>, KeyProblem> {
    if files.iter().any(|file| u64::try_from(file.len()).unwrap_or(u64::MAX) > LARGEST) {
        return Err(KeyProblem::UnknownFormat);
    }
    let search = Search::of(files, password);
    if search.pieces.is_empty() { Err(heaviest(search.problems).unwrap_or(KeyProblem::UnknownFormat)) } else { Ok(search) }
}

/// The first of the most telling ones.
fn heaviest(problems: Vec<KeyProblem>) -> Option<KeyProblem> {
    problems.into_iter().rev().max_by_key(KeyProblem::weight)
}

fn try_keys(chosen: Vec<Piece>, certificates: &[Vec<u8>]) -> Result<Found, KeyProblem> {
    let several = chosen.len();
    let places = chosen.into_iter().zip(1..).take(1 + MOST_OTHERS);
    let mut tried: Vec<Result<SigningKey, KeyProblem>> = places.map(|(piece, place)| usable(piece, place)).collect();
    // Where a certificate is in the file, its key is the one that is meant.
    tried.sort_by_key(|key| key.as_ref().map_or(2, |key| u8::from(chain(certificates, &key.modulus).is_empty())));
    let mut keys = tried.into_iter();
    let mut key = keys.next().unwrap_or(Err(KeyProblem::UnknownFormat))?;
    let certificates = chain(certificates, &key.modulus);
    if several > 1 && certificates.is_empty() {
        key.description.remarks.push(KeyRemark::OneOfSeveral(several));
    }
    Ok(Found { key, others: keys.flatten().collect(), certificates })
}

/// The keys that may be meant, the same key only once.
fn choose(mut pieces: Vec<Piece>, kid: Option<&str>) -> Result<Vec<Piece>, KeyProblem> {
    let wanted = kid.map(str::trim).filter(|kid| !kid.is_empty());
    if pieces.iter().any(|piece| wanted.is_some() && piece.kid.as_deref() == wanted) {
        pieces.retain(|piece| piece.kid.as_deref() == wanted);
    } else if pieces.iter().any(|piece| piece.remarks.is_empty()) {
        // A key for encryption stands beside the one that signs.
        pieces.retain(|piece| piece.remarks.is_empty());
    }
    let mut seen: Vec<Vec<u8>> = Vec::new();
    pieces.retain(|piece| {
        let modulus = piece.material.modulus();
        let is_new = !seen.contains(&modulus);
        seen.push(modulus);
        is_new
    });
    let kids: Vec<String> = pieces.iter().filter_map(|piece| piece.kid.clone()).take(MOST_KIDS).collect();
    if pieces.len() > 1 && !kids.is_empty() && kids.iter().any(|kid| Some(kid.as_str()) != wanted) {
        return Err(KeyProblem::SeveralKeys { kids });
    }
    Ok(pieces)
}

/// Judges the size, then signs and verifies once: a key that cannot do that is found here, not by Maskinporten.
fn usable(piece: Piece, place: usize) -> Result<SigningKey, KeyProblem> {
    let bits = bits(&piece.material.modulus());
    if bits < SMALLEST_BITS {
        return Err(KeyProblem::TooShort(bits));
    }
    let pkcs1 = piece.material.pkcs1().ok_or(KeyProblem::Damaged)?;
    let (modulus, exponent) = public_half(&pkcs1).ok_or(KeyProblem::Damaged)?;
    let pair = that_signs(&pkcs1, &modulus, &exponent).ok_or(KeyProblem::Damaged)?;
    Ok(SigningKey {
        pair: Arc::new(pair),
        description: KeyDescription { form: piece.form, bits, kid: piece.kid, place, remarks: piece.remarks },
        modulus,
        exponent,
    })
}

fn that_signs(pkcs1: &[u8], modulus: &[u8], exponent: &[u8]) -> Option<RsaKeyPair> {
    const MESSAGE: &[u8] = b"broker-setup";
    let pair = RsaKeyPair::from_der(pkcs1).ok()?;
    let signed = signature(&pair, MESSAGE)?;
    let public = RsaPublicKeyComponents { n: modulus, e: exponent };
    public.verify(&RSA_PKCS1_2048_8192_SHA256, MESSAGE, &signed).ok()?;
    Some(pair)
}
