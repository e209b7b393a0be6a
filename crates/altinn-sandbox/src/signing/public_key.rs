//! Reads a public key as people hand it to Maskinporten: a JWK or PEM (facts platform B.1 and B.2).

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

/// The only key size that the portal accepts, in bits (facts platform B.2).
const BITS: usize = 2048;
const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];

/// A key that may be added to a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PublicKey {
    pub n: String,
    pub e: String,
    pub kid: Option<String>,
}

/// Why a key is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyRefused {
    /// It contains the private key, which must not be sent to anyone.
    Private,
    Unreadable,
    NotRsa,
    Length {
        bits: usize,
    },
    /// For another algorithm than RS256.
    Algorithm,
    /// The client already has a key with this id.
    KidTaken,
    /// The client already has the most keys that it may have.
    TooMany,
}

/// For templates: an object with one member, named after the reason.
impl Serialize for KeyRefused {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (word, bits) = match self {
            Self::Private => ("private", None),
            Self::Unreadable => ("unreadable", None),
            Self::NotRsa => ("not-rsa", None),
            Self::Length { bits } => ("length", Some(bits)),
            Self::Algorithm => ("algorithm", None),
            Self::KidTaken => ("kid-taken", None),
            Self::TooMany => ("too-many", None),
        };
        serde_json::json!({word: {"bits": bits}}).serialize(serializer)
    }
}

/// Reads a key in the form in which the portal takes it.
pub(crate) fn read(text: &str) -> Result<PublicKey, KeyRefused> {
    let text = text.trim();
    // Checked before parsing, because unreadable text is shown again in the form, and that text could contain a private key.
    if text.contains("PRIVATE KEY") || text.split("\"d\"").skip(1).any(|rest| rest.trim_start().starts_with(':')) {
        return Err(KeyRefused::Private);
    }
    if text.starts_with('{') { of_jwk(text) } else { of_pem(text) }
}

fn of_jwk(text: &str) -> Result<PublicKey, KeyRefused> {
    let value: Map<String, Value> = serde_json::from_str(text).map_err(|_| KeyRefused::Unreadable)?;
    let jwk = match value.get("keys").and_then(Value::as_array).map(Vec::as_slice) {
        Some([Value::Object(only)]) => only.clone(),
        Some(_) => return Err(KeyRefused::Unreadable),
        None => value,
    };
    let member = |name: &str| jwk.get(name).and_then(Value::as_str);
    if ["d", "p", "q", "dp", "dq", "qi", "k"].iter().any(|name| jwk.contains_key(*name)) {
        return Err(KeyRefused::Private);
    }
    if member("kty") != Some("RSA") {
        return Err(KeyRefused::NotRsa);
    }
    if member("alg").is_some_and(|alg| alg != "RS256") || member("use").is_some_and(|usage| usage != "sig") {
        return Err(KeyRefused::Algorithm);
    }
    let number = |name: &str| member(name).and_then(|text| URL_SAFE_NO_PAD.decode(text).ok()).ok_or(KeyRefused::Unreadable);
    key(&number("n")?, &number("e")?, member("kid").filter(|kid| !kid.is_empty()))
}

fn of_pem(text: &str) -> Result<PublicKey, KeyRefused> {
    let body: String = text.lines().map(str::trim).filter(|line| !line.starts_with("-----")).collect();
    if !text.starts_with("-----BEGIN ") || body.is_empty() {
        return Err(KeyRefused::Unreadable);
    }
    let der = STANDARD.decode(body).map_err(|_| KeyRefused::Unreadable)?;
    if text.starts_with("-----BEGIN RSA PUBLIC KEY-----") {
        return of_pkcs1(&der);
    }
    let (outer, _) = tagged(&der, 0x30)?;
    let (algorithm, rest) = tagged(outer, 0x30)?;
    if tagged(algorithm, 0x06)?.0 != RSA {
        return Err(KeyRefused::NotRsa);
    }
    let (bits, _) = tagged(rest, 0x03)?;
    of_pkcs1(bits.strip_prefix(&[0]).ok_or(KeyRefused::Unreadable)?)
}

fn of_pkcs1(der: &[u8]) -> Result<PublicKey, KeyRefused> {
    let (numbers, _) = tagged(der, 0x30)?;
    let (n, rest) = tagged(numbers, 0x02)?;
    let (e, _) = tagged(rest, 0x02)?;
    key(n, e, None)
}

/// The content of a DER element with the tag, and the bytes after it.
fn tagged(der: &[u8], tag: u8) -> Result<(&[u8], &[u8]), KeyRefused> {
    let inner = || {
        let (found, rest) = der.split_first()?;
        let (first, rest) = rest.split_first()?;
        let (length, rest) = match first {
            0..=0x7f => (usize::from(*first), rest),
            0x81..=0x83 => {
                let (digits, rest) = rest.split_at_checked(usize::from(first & 0x0f))?;
                (digits.iter().fold(0, |length, digit| length * 256 + usize::from(*digit)), rest)
            }
            _ => return None,
        };
        (*found == tag).then_some(())?;
        rest.split_at_checked(length)
    };
    inner().ok_or(KeyRefused::Unreadable)
}

fn key(n: &[u8], e: &[u8], kid: Option<&str>) -> Result<PublicKey, KeyRefused> {
    let n: &[u8] = trimmed(n);
    let bits = n.first().map_or(0, |first| n.len() * 8 - first.leading_zeros() as usize);
    if bits != BITS {
        return Err(KeyRefused::Length { bits });
    }
    Ok(PublicKey { n: URL_SAFE_NO_PAD.encode(n), e: URL_SAFE_NO_PAD.encode(trimmed(e)), kid: kid.map(str::to_owned) })
}

fn trimmed(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    number.get(zeros..).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use aws_lc_rs::encoding::{AsDer, PublicKeyX509Der};
    use aws_lc_rs::rsa::{KeyPair, KeySize};
    use aws_lc_rs::signature::KeyPair as _;

    fn pem(label: &str, der: &[u8]) -> String {
        format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", STANDARD.encode(der))
    }

    /// Facts platform B.1.
    #[test]
    fn the_portal_takes_a_jwk_and_pem_of_both_kinds() {
        let pair = KeyPair::generate(KeySize::Rsa2048).unwrap();
        let public = pair.public_key();
        let spki = AsDer::<PublicKeyX509Der<'_>>::as_der(public).unwrap();
        let wanted = read(&pem("PUBLIC KEY", spki.as_ref())).unwrap();
        assert_eq!(read(&pem("RSA PUBLIC KEY", public.as_ref())).unwrap(), wanted);
        let jwk = serde_json::json!({"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "a", "n": wanted.n, "e": wanted.e});
        let named = PublicKey { kid: Some("a".to_owned()), ..wanted };
        assert_eq!(read(&jwk.to_string()).unwrap(), named);
        assert_eq!(read(&serde_json::json!({"keys": [jwk]}).to_string()).unwrap(), named);
    }

    /// Facts platform B.2.
    #[test]
    fn private_short_and_other_keys_are_refused_by_what_they_are() {
        assert_eq!(read("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----").unwrap_err(), KeyRefused::Private);
        assert_eq!(read(r#"{"kty":"RSA","n":"AQAB","e":"AQAB","d":"AQAB"}"#).unwrap_err(), KeyRefused::Private);
        assert_eq!(read(r#"{"keys":[{"kty":"RSA"},{"kty":"RSA","d" : "AQ"#).unwrap_err(), KeyRefused::Private);
        assert_eq!(read(r#"{"kty":"EC","crv":"P-256","x":"","y":""}"#).unwrap_err(), KeyRefused::NotRsa);
        assert_eq!(read(r#"{"kty":"RSA","alg":"PS256","n":"AQAB","e":"AQAB"}"#).unwrap_err(), KeyRefused::Algorithm);
        assert_eq!(read(r#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#).unwrap_err(), KeyRefused::Length { bits: 17 });
        for nonsense in ["", "hello", "{", "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----", "[1]"] {
            assert_eq!(read(nonsense).unwrap_err(), KeyRefused::Unreadable, "{nonsense}");
        }
    }
}
