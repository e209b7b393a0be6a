//! JWKs, sets of them, and JSON files that hold a key under a known name.

use super::numbers::Numbers;
use super::{KeyProblem, KeyRemark};
use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde_json::Value;

const LENIENT: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent).with_decode_allow_trailing_bits(true);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT);

/// What a file calls the text that is its key, without case and marks between words: settings of Altinn's .NET clients
/// (`EncodedJwk`, `EncodedX509`, `JwkBase64`), of NAIS (`MASKINPORTEN_CLIENT_JWK`), and what people call it themselves.
const NAMES: [&str; 10] =
    ["key", "jwkbase64", "encodedx509", "pem", "privatekeypem", "privatekeybase64", "pkcs12", "p12", "pfx", "certificatepkcs12"];
/// The ends of such names: `EncodedJwk`, `clientJwk`, `rsa_private_key`.
const NAME_ENDS: [&str; 4] = ["jwk", "jwks", "privatekey", "signingkey"];
/// As deep as settings go.
const DEEPEST: u8 = 8;

/// A private key in a JWK.
pub(super) struct Jwk {
    pub(super) kid: Option<String>,
    pub(super) numbers: Numbers,
    pub(super) remarks: Vec<KeyRemark>,
}

/// What JSON holds of keys.
pub(super) enum Held<'a> {
    Jwk {
        jwk: Result<Jwk, KeyProblem>,
        in_set: bool,
        member: Option<&'a str>,
    },
    /// Text under a known name, and the kid beside it.
    Text {
        text: &'a str,
        member: &'a str,
        kid: Option<&'a str>,
    },
}

/// Everything in it that is a key, or may be one by its name.
pub(super) fn held(json: &Value) -> Vec<Held<'_>> {
    let mut found = Vec::new();
    collect(json, None, DEEPEST, false, &mut found);
    found
}

fn collect<'a>(value: &'a Value, member: Option<&'a str>, depth: u8, in_set: bool, found: &mut Vec<Held<'a>>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match value {
        Value::Array(keys) => keys.iter().for_each(|key| collect(key, member, depth, true, found)),
        Value::Object(members) if members.contains_key("kty") => {
            found.push(Held::Jwk { jwk: jwk(value), in_set, member });
        }
        Value::Object(members) => {
            let kid = ["kid", "keyId", "KeyId", "Kid"].iter().find_map(|name| members.get(*name)?.as_str());
            for (name, value) in members {
                match value {
                    Value::String(text) if is_known(name) && !text.trim().is_empty() => found.push(Held::Text { text, member: name, kid }),
                    // A set of keys is called keys, in the standard too: no name worth telling.
                    Value::Array(_) if name == "keys" => collect(value, member, depth, true, found),
                    _ => collect(value, Some(name), depth, false, found),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// `MaskinportenSettings:EncodedJwk` and `Maskinporten__EncodedJwk` are how .NET writes a nested name on one line.
fn is_known(name: &str) -> bool {
    let last = name.rsplit([':', '.']).next().and_then(|last| last.rsplit("__").next()).unwrap_or(name);
    let plain: String = last.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    // Settings for two environments in one file: EncodedJwkProd.
    let plain = plain.strip_suffix("prod").or_else(|| plain.strip_suffix("test")).unwrap_or(&plain);
    NAMES.contains(&plain) || NAME_ENDS.iter().any(|end| plain.ends_with(end))
}

fn jwk(key: &Value) -> Result<Jwk, KeyProblem> {
    let text = |name: &str| key.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    match text("kty") {
        Some("RSA") => {}
        // An octet string is a secret, not a key pair.
        Some(kty @ ("EC" | "oct")) => return Err(KeyProblem::NotRsa(kty.to_owned())),
        Some("OKP") => return Err(KeyProblem::NotRsa("Ed25519".to_owned())),
        Some(_) | None => return Err(KeyProblem::UnknownFormat),
    }
    if text("d").is_none() {
        return Err(KeyProblem::PublicOnly);
    }
    let number = |name: &str| text(name).and_then(base64_of_any_kind).ok_or(KeyProblem::Damaged);
    let primes = match (text("p"), text("q")) {
        (Some(_), Some(_)) => Some([number("p")?, number("q")?]),
        (_, _) => None,
    };
    Ok(Jwk {
        kid: text("kid").map(|kid| kid.chars().filter(|c| !c.is_control()).collect()),
        numbers: Numbers { n: number("n")?, e: number("e")?, d: number("d")?, primes },
        remarks: remarks(text("use"), text("alg")),
    })
}

fn remarks(purpose: Option<&str>, alg: Option<&str>) -> Vec<KeyRemark> {
    let for_encryption = purpose.is_some_and(|purpose| purpose == "enc").then_some(KeyRemark::ForEncryption);
    let other = alg.filter(|alg| *alg != "RS256").map(|alg| {
        let name: String = alg.chars().filter(|c| c.is_ascii_alphanumeric() || "-+".contains(*c)).take(20).collect();
        KeyRemark::OtherAlgorithm(name)
    });
    for_encryption.into_iter().chain(other).collect()
}

/// JWKs are base64url without padding; some tools write the ordinary alphabet, as Altinn itself does (facts platform C.2).
pub(super) fn base64_of_any_kind(text: &str) -> Option<Vec<u8>> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    URL_SAFE.decode(&compact).or_else(|_| STANDARD.decode(&compact)).ok()
}
