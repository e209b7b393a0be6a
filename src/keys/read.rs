//! From the text of a file to a key that has signed once.

use super::der::{self, Wrapped};
use super::{KeyDescription, KeyFormat, KeyProblem, SigningKey};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair, RsaPublicKeyComponents};
use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use jsonwebtoken::EncodingKey;
use serde_json::Value;

/// Maskinporten signs off on 2048 bits (facts platform A.1).
const SMALLEST: usize = 2048;
const LENIENT: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent).with_decode_allow_trailing_bits(true);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT);

/// Reads a key from the text of a PEM file or a JWK, and signs once with it.
///
/// # Errors
/// Why it cannot be used; never a part of its content.
pub fn read(text: &[u8]) -> Result<SigningKey, KeyProblem> {
    let Ok(text) = std::str::from_utf8(text) else { return Err(binary(text)) };
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.starts_with('{') || text.starts_with('[') {
        let (der, kid) = jwk(text)?;
        return usable(&der, KeyFormat::Jwk, kid);
    }
    let (format, der) = pem(text)?;
    usable(&der, format, None)
}

/// What a file is that is no text: PKCS#12 and DER certificates are told apart, since people have them at hand.
fn binary(bytes: &[u8]) -> KeyProblem {
    if der::is_pkcs12(bytes) || der::is_certificate(bytes) { KeyProblem::Certificate } else { KeyProblem::UnknownFormat }
}

/// The first private key of a PEM file; a file may hold certificates beside it.
fn pem(text: &str) -> Result<(KeyFormat, Vec<u8>), KeyProblem> {
    // A key in an environment variable often has its line breaks spelled out.
    let spelled_out = text.replace("\\r", "").replace("\\n", "\n");
    let mut refused = None;
    for block in blocks(&spelled_out) {
        match open(&block) {
            Ok(found) => return Ok(found),
            // The file's private key is what counts: a certificate beside an encrypted key is not the cause.
            Err(problem) if refused.is_none() || block.label.ends_with("PRIVATE KEY") => refused = Some(problem),
            Err(_) => {}
        }
    }
    Err(refused.unwrap_or(KeyProblem::UnknownFormat))
}

struct Block<'a> {
    label: &'a str,
    body: &'a str,
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("-----BEGIN ") {
        let Some((label, after_label)) = after.split_once("-----") else { break };
        let Some((body, tail)) = after_label.split_once("-----END ") else { break };
        found.push(Block { label, body });
        rest = tail;
    }
    found
}

fn open(block: &Block<'_>) -> Result<(KeyFormat, Vec<u8>), KeyProblem> {
    match block.label {
        "RSA PRIVATE KEY" if block.body.contains("ENCRYPTED") => Err(KeyProblem::Encrypted),
        "RSA PRIVATE KEY" => Ok((KeyFormat::Pkcs1, decoded(block.body)?)),
        "PRIVATE KEY" => {
            let der = decoded(block.body)?;
            match der::pkcs8(&der) {
                Some(Wrapped::Rsa(pkcs1)) => Ok((KeyFormat::Pkcs8, pkcs1.to_vec())),
                Some(Wrapped::Other) => Err(KeyProblem::NotRsa),
                None => Err(KeyProblem::UnknownFormat),
            }
        }
        "ENCRYPTED PRIVATE KEY" => Err(KeyProblem::Encrypted),
        "EC PRIVATE KEY" | "EC PARAMETERS" | "DSA PRIVATE KEY" => Err(KeyProblem::NotRsa),
        "PUBLIC KEY" | "RSA PUBLIC KEY" => Err(KeyProblem::PublicOnly),
        label if label.ends_with("CERTIFICATE") || label == "PKCS7" => Err(KeyProblem::Certificate),
        _ => Err(KeyProblem::UnknownFormat),
    }
}

fn decoded(body: &str) -> Result<Vec<u8>, KeyProblem> {
    let compact: String = body.chars().filter(|c| !c.is_whitespace()).collect();
    STANDARD.decode(compact).map_err(|_| KeyProblem::UnknownFormat)
}

/// The PKCS#1 form of a JWK, or of a set of one, and its kid.
fn jwk(text: &str) -> Result<(Vec<u8>, Option<String>), KeyProblem> {
    let parsed: Value = serde_json::from_str(text).map_err(|_| KeyProblem::UnknownFormat)?;
    let set = parsed.get("keys").unwrap_or(&parsed);
    let key = match set.as_array().map(Vec::as_slice) {
        Some([only]) => only,
        Some(_) => return Err(KeyProblem::UnknownFormat),
        None => set,
    };
    match key.get("kty").and_then(Value::as_str) {
        Some("RSA") => {}
        Some(_) => return Err(KeyProblem::NotRsa),
        None => return Err(KeyProblem::UnknownFormat),
    }
    if key.get("d").is_none() {
        return Err(KeyProblem::PublicOnly);
    }
    let kid = key.get("kid").and_then(Value::as_str).map(str::trim).filter(|kid| !kid.is_empty()).map(ToOwned::to_owned);
    let number = |name: &str| key.get(name).and_then(Value::as_str).and_then(base64_of_any_kind).ok_or(KeyProblem::UnknownFormat);
    let numbers = [number("n")?, number("e")?, number("d")?, number("p")?, number("q")?, number("dp")?, number("dq")?, number("qi")?];
    Ok((der::pkcs1(&numbers), kid))
}

/// JWKs are base64url without padding; some tools write the ordinary alphabet, as Altinn itself does (facts platform C.2).
fn base64_of_any_kind(text: &str) -> Option<Vec<u8>> {
    URL_SAFE.decode(text).or_else(|_| STANDARD.decode(text)).ok()
}

/// Judges the size, then signs and verifies once: a key that cannot do that is found here, not by Maskinporten.
fn usable(pkcs1: &[u8], format: KeyFormat, kid: Option<String>) -> Result<SigningKey, KeyProblem> {
    let (modulus, exponent) = der::public_half(pkcs1).ok_or(KeyProblem::UnknownFormat)?;
    let bits = der::bits(modulus);
    if bits < SMALLEST {
        return Err(KeyProblem::TooShort(bits));
    }
    signs(pkcs1, modulus, exponent).ok_or(KeyProblem::UnknownFormat)?;
    Ok(SigningKey {
        encoding: EncodingKey::from_rsa_der(pkcs1),
        description: KeyDescription { format, bits, kid },
        modulus: modulus.to_vec(),
        exponent: exponent.to_vec(),
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
