//! Looks for keys in whatever was given, layer by layer, until something is known by its content.

use super::form::{KeyForm, KeyKind, Packing};
use super::jwk::{self, Held, Jwk, base64_of_any_kind};
use super::numbers::{Numbers, public_half};
use super::plain::{bare, known_text, uncommented, unescaped};
use super::structure::{Structure, structure};
use super::{KeyProblem, KeyRemark, encrypted, shown};
use crate::values::decode_text;
use secrecy::SecretString;
use serde_json::Value;
use std::borrow::Cow;

/// Base64 of JSON with base64 of PEM with PKCS#8 in it: no one goes deeper.
const DEEPEST: u8 = 5;
/// Each may take a second.
const MOST_DECRYPTIONS: u8 = 4;
/// Keys and certificates of one file; the rest is not looked at. Every authority that a system trusts is some hundred.
const MOST_PIECES: usize = 1000;

/// A key that was found, not yet tried.
pub(super) struct Piece {
    pub(super) material: Material,
    pub(super) form: KeyForm,
    pub(super) kid: Option<String>,
    pub(super) remarks: Vec<KeyRemark>,
}

pub(super) enum Material {
    Pkcs1(Vec<u8>),
    Jwk(Numbers),
}

impl Material {
    pub(super) fn pkcs1(&self) -> Option<Cow<'_, [u8]>> {
        match self {
            Self::Pkcs1(der) => Some(Cow::Borrowed(der)),
            Self::Jwk(numbers) => numbers.pkcs1().map(Cow::Owned),
        }
    }

    pub(super) fn modulus(&self) -> Vec<u8> {
        let n = match self {
            Self::Pkcs1(der) => public_half(der).map(|(modulus, _)| modulus).unwrap_or_default(),
            Self::Jwk(numbers) => numbers.n.clone(),
        };
        n.into_iter().skip_while(|byte| *byte == 0).collect()
    }
}

/// What is around the bytes at hand.
#[derive(Debug, Clone, Default)]
struct Around {
    depth: u8,
    base64: bool,
    pem: bool,
    /// The name in a JSON file, and the kid beside it.
    member: Option<String>,
    kid: Option<String>,
    protected: Option<KeyKind>,
}

impl Around {
    fn form(&self, kind: KeyKind) -> KeyForm {
        let packing = match kind {
            _ if self.base64 => Packing::Base64,
            KeyKind::Jwk | KeyKind::Jwks => Packing::Json,
            _ if self.pem => Packing::Pem,
            KeyKind::Pkcs1 | KeyKind::Pkcs8 | KeyKind::EncryptedPkcs8 | KeyKind::Pkcs12 => Packing::Der,
        };
        KeyForm { kind: self.protected.unwrap_or(kind), packing, member: self.member.clone() }
    }
}

/// What was found so far.
pub(super) struct Search<'a> {
    password: Option<&'a SecretString>,
    decryptions: u8,
    pub(super) pieces: Vec<Piece>,
    pub(super) certificates: Vec<Vec<u8>>,
    pub(super) problems: Vec<KeyProblem>,
}

impl<'a> Search<'a> {
    /// Searches all of each of these files.
    pub(super) fn of(files: &[&[u8]], password: Option<&'a SecretString>) -> Self {
        let mut search =
            Self { password, decryptions: MOST_DECRYPTIONS, pieces: Vec::new(), certificates: Vec::new(), problems: Vec::new() };
        files.iter().for_each(|bytes| search.bytes(bytes, &Around::default()));
        search
    }

    fn bytes(&mut self, bytes: &[u8], around: &Around) {
        if around.depth > DEEPEST || self.pieces.len() + self.certificates.len() >= MOST_PIECES {
            return;
        }
        match decode_text(bytes) {
            Some(text) => self.text(&text, around),
            None => self.binary(bytes, around),
        }
    }

    fn text(&mut self, text: &str, around: &Around) {
        let text = bare(text);
        if text.starts_with(['{', '[']) {
            return self.json(text, around);
        }
        if let Some(problem) = known_text(text) {
            return self.problems.push(problem);
        }
        let text = unescaped(text);
        if text.contains("-----BEGIN ") {
            self.pem(&text, around);
        } else if text.contains("-----END ") {
            self.problems.push(KeyProblem::Truncated);
        } else if let Some(bytes) = base64_of_any_kind(&text).filter(|bytes| bytes.len() > 16) {
            self.bytes(&bytes, &Around { depth: around.depth + 1, base64: true, ..around.clone() });
        } else {
            self.problems.push(KeyProblem::UnknownFormat);
        }
    }

    fn json(&mut self, text: &str, around: &Around) {
        let parsed = serde_json::from_str::<Value>(text);
        let breaks_off = parsed.as_ref().is_err_and(serde_json::Error::is_eof);
        let parsed = parsed.or_else(|_| serde_json::from_str(&unescaped(text))).or_else(|_| serde_json::from_str(&uncommented(text)));
        let Ok(json) = parsed else {
            return self.problems.push(if breaks_off { KeyProblem::Truncated } else { KeyProblem::UnknownFormat });
        };
        let held = jwk::held(&json);
        if held.is_empty() {
            return self.problems.push(KeyProblem::NoKeyInJson);
        }
        for held in held.into_iter().take(MOST_PIECES) {
            match held {
                Held::Jwk { jwk: Ok(jwk), in_set, member } => self.jwk(jwk, in_set, member, around),
                Held::Jwk { jwk: Err(problem), .. } => self.problems.push(problem),
                Held::Text { text, member, kid } => {
                    let around = Around {
                        depth: around.depth + 1,
                        member: Some(shown(member)),
                        kid: kid.map(shown).or_else(|| around.kid.clone()),
                        ..around.clone()
                    };
                    self.bytes(text.as_bytes(), &around);
                }
            }
        }
    }

    fn jwk(&mut self, jwk: Jwk, in_set: bool, member: Option<&str>, around: &Around) {
        let around = Around { member: member.map(shown).or_else(|| around.member.clone()), ..around.clone() };
        self.pieces.push(Piece {
            form: around.form(if in_set { KeyKind::Jwks } else { KeyKind::Jwk }),
            material: Material::Jwk(jwk.numbers),
            kid: jwk.kid.or(around.kid),
            remarks: jwk.remarks,
        });
    }

    fn pem(&mut self, text: &str, around: &Around) {
        let around = Around { depth: around.depth + 1, pem: true, ..around.clone() };
        // What stands before the first mark is no block.
        for block in text.split("-----BEGIN ").skip(1).take(MOST_PIECES) {
            match block.split_once("-----").and_then(|(_, inside)| inside.split_once("-----END ")) {
                Some((body, _)) => self.block(body, &around),
                None => self.problems.push(KeyProblem::Truncated),
            }
        }
    }

    /// What stands between the two marks of a PEM; their label is not believed.
    fn block(&mut self, body: &str, around: &Around) {
        if body.contains("DEK-Info:") {
            return self.problems.push(KeyProblem::DekInfo);
        }
        // Headers such as `Comment:` (RFC 1421) are no base64.
        let encoded: String = body.lines().filter(|line| !line.contains(':')).flat_map(str::split_whitespace).collect();
        match base64_of_any_kind(&encoded) {
            Some(bytes) => self.binary(&bytes, around),
            // One character too many or too few: characters are missing, none is wrong.
            None if encoded.trim_end_matches('=').len() % 4 == 1 => self.problems.push(KeyProblem::Truncated),
            None => self.problems.push(KeyProblem::UnknownFormat),
        }
    }

    fn binary(&mut self, bytes: &[u8], around: &Around) {
        match structure(bytes) {
            Structure::Rsa { pkcs1, in_pkcs8 } => self.pieces.push(Piece {
                form: around.form(if in_pkcs8 { KeyKind::Pkcs8 } else { KeyKind::Pkcs1 }),
                material: Material::Pkcs1(pkcs1.to_vec()),
                kid: around.kid.clone(),
                remarks: Vec::new(),
            }),
            Structure::EncryptedPkcs8(der) => self.encrypted_pkcs8(der, around),
            Structure::Pkcs12(der) => self.pkcs12(der, around),
            Structure::Certificate(der) => {
                self.certificates.push(der.to_vec());
                self.problems.push(KeyProblem::Certificate);
            }
            Structure::Certificates => self.problems.push(KeyProblem::Certificate),
            Structure::PublicKey => self.problems.push(KeyProblem::PublicOnly),
            Structure::RsaPss => self.problems.push(KeyProblem::RsaPss),
            Structure::OtherKey(algorithm) => self.problems.push(KeyProblem::NotRsa(algorithm)),
            Structure::Truncated => self.problems.push(KeyProblem::Truncated),
            Structure::Unknown => self.problems.push(known_binary(bytes)),
        }
    }

    fn encrypted_pkcs8(&mut self, der: &[u8], around: &Around) {
        let Some(left) = self.decryptions.checked_sub(1) else { return };
        self.decryptions = left;
        match encrypted::open_pkcs8(der, self.password) {
            Ok(opened) => self.opened(&opened, &Around { protected: Some(KeyKind::EncryptedPkcs8), ..around.clone() }),
            Err(problem) => self.problems.push(problem),
        }
    }

    fn pkcs12(&mut self, der: &[u8], around: &Around) {
        let Some(left) = self.decryptions.checked_sub(1) else { return };
        self.decryptions = left;
        let around = Around { protected: Some(KeyKind::Pkcs12), pem: false, ..around.clone() };
        match encrypted::open_pkcs12(der, self.password) {
            Ok(opened) => {
                self.certificates.extend(opened.certificates.into_iter().take(MOST_PIECES));
                if opened.keys.is_empty() {
                    self.problems.push(KeyProblem::Certificate);
                }
                opened.keys.iter().take(MOST_PIECES).for_each(|key| self.opened(key, &around));
            }
            Err(problem) => self.problems.push(problem),
        }
    }

    /// Content that was under a password. A wrong password passes its padding once in 256 times: what comes out is no key then.
    fn opened(&mut self, der: &[u8], around: &Around) {
        match structure(der) {
            Structure::Rsa { .. } | Structure::OtherKey(_) | Structure::RsaPss => self.binary(der, around),
            Structure::EncryptedPkcs8(_)
            | Structure::Pkcs12(_)
            | Structure::PublicKey
            | Structure::Certificate(_)
            | Structure::Certificates
            | Structure::Truncated
            | Structure::Unknown => self.problems.push(KeyProblem::PasswordWrong),
        }
    }
}

/// Keys that are known by their first bytes.
fn known_binary(bytes: &[u8]) -> KeyProblem {
    // JKS, and JCEKS, its sister.
    if bytes.starts_with(&[0xfe, 0xed, 0xfe, 0xed]) || bytes.starts_with(&[0xce, 0xce, 0xce, 0xce]) {
        KeyProblem::Jks
    } else if bytes.starts_with(b"openssh-key-v1\0") {
        KeyProblem::OpenSsh
    } else {
        KeyProblem::UnknownFormat
    }
}
