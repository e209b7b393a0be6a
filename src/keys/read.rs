//! From bytes to a key that has signed once: what was found is tried, and one is chosen.

use super::certificate::chain;
use super::numbers::{bits, public_half};
use super::search::{Piece, Search};
use super::{Found, KeyDescription, KeyProblem, KeyRemark, SigningKey};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair, RsaPublicKeyComponents};
use jsonwebtoken::EncodingKey;
use secrecy::SecretString;

/// Maskinporten signs off on 2048 bits (facts platform A.1).
const SMALLEST_BITS: usize = 2048;
/// Larger than any file with a key.
const LARGEST_BYTES: usize = 64 * 1024;
/// Keys that are tried beside the first one.
const MOST_OTHERS: usize = 3;
const MOST_KIDS: usize = 20;

/// Reads a private key by its content, whatever it is called or marked as, and signs once with it: PEM, DER, JWK and JWKS, JSON files
/// that hold one, any of these in base64, encrypted PKCS#8 and PKCS#12 with the password. `kid` chooses among several.
///
/// Opening what a password protects can take a second: not for an async thread.
///
/// # Errors
/// Why it cannot be used; never a part of its content.
pub fn read(bytes: &[u8], kid: Option<&str>, password: Option<&SecretString>) -> Result<Found, KeyProblem> {
    if bytes.len() > LARGEST_BYTES {
        return Err(KeyProblem::UnknownFormat);
    }
    let Search { pieces, certificates, problems, .. } = Search::of(bytes, password);
    if pieces.is_empty() {
        // The first of the most telling ones.
        let heaviest = problems.into_iter().rev().max_by_key(KeyProblem::weight);
        return Err(heaviest.unwrap_or(KeyProblem::UnknownFormat));
    }
    let chosen = choose(pieces, kid)?;
    let several = chosen.len();
    let mut tried: Vec<Result<SigningKey, KeyProblem>> = chosen.into_iter().take(1 + MOST_OTHERS).map(usable).collect();
    // Where a certificate is in the file, its key is the one that is meant.
    tried.sort_by_key(|key| key.as_ref().map_or(2, |key| u8::from(chain(&certificates, &key.modulus).is_empty())));
    let mut keys = tried.into_iter();
    let mut key = keys.next().unwrap_or(Err(KeyProblem::UnknownFormat))?;
    let certificates = chain(&certificates, &key.modulus);
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
fn usable(piece: Piece) -> Result<SigningKey, KeyProblem> {
    let bits = bits(&piece.material.modulus());
    if bits < SMALLEST_BITS {
        return Err(KeyProblem::TooShort(bits));
    }
    let pkcs1 = piece.material.pkcs1().ok_or(KeyProblem::Damaged)?;
    let (modulus, exponent) = public_half(&pkcs1).ok_or(KeyProblem::Damaged)?;
    signs(&pkcs1, &modulus, &exponent).ok_or(KeyProblem::Damaged)?;
    Ok(SigningKey {
        encoding: EncodingKey::from_rsa_der(&pkcs1),
        description: KeyDescription { form: piece.form, bits, kid: piece.kid, remarks: piece.remarks },
        modulus,
        exponent,
    })
}

fn signs(pkcs1: &[u8], modulus: &[u8], exponent: &[u8]) -> Option<()> {
    const MESSAGE: &[u8] = b"broker-setup";
    let pair = RsaKeyPair::from_der(pkcs1).ok()?;
    let mut signature = vec![0; pair.public_modulus_len()];
    pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), MESSAGE, &mut signature).ok()?;
    let public = RsaPublicKeyComponents { n: modulus, e: exponent };
    public.verify(&RSA_PKCS1_2048_8192_SHA256, MESSAGE, &signature).ok()
}
