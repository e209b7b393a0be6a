//! A new key.

use super::{KeyProblem, SigningKey, read};
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::SecretString;

/// Makes an RSA key of 2048 bits, the size that self-service documents (facts platform A.1), and its PEM (PKCS#8).
/// Takes a tenth of a second or more: not for an async thread.
///
/// # Errors
/// [`KeyProblem::UnknownFormat`] when the machine gives no randomness, which does not happen in practice.
pub fn make() -> Result<(SigningKey, SecretString), KeyProblem> {
    let pair = KeyPair::generate(KeySize::Rsa2048).map_err(|_| KeyProblem::UnknownFormat)?;
    let der: Pkcs8V1Der<'_> = pair.as_der().map_err(|_| KeyProblem::UnknownFormat)?;
    let pem = pem("PRIVATE KEY", der.as_ref());
    Ok((read(pem.as_bytes(), None, None)?.key, SecretString::from(pem)))
}

/// Base64 in lines of 64 between its two marks (RFC 7468).
pub(super) fn pem(label: &str, der: &[u8]) -> String {
    let encoded = STANDARD.encode(der);
    let mut text = format!("-----BEGIN {label}-----\n");
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        let (line, tail) = rest.split_at(rest.len().min(64));
        text.push_str(line);
        text.push('\n');
        rest = tail;
    }
    text.push_str(&format!("-----END {label}-----\n"));
    text
}
