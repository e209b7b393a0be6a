//! A client of a seed, with its public keys or its certificate. A private key is refused, and never shown.

use super::entries::{KEY, SeededClient, SeededKey};
use super::fields::{Fields, Placed};
use super::files::Folder;
use super::names::KeyId;
use super::refused::Report;
use crate::signing::enterprise::Certified;
use crate::signing::public_key::{self, KeyRefused, PublicKey};

const PRIVATE: &str = "Give the public key here: what stands here is a private key, which nobody else should have.";

/// The line of a private key, wherever in a seed it stands.
pub(super) fn line_of_private_key(text: &str) -> Option<(usize, &'static str)> {
    let holds_one = |line: &str| {
        let line = line.trim_start();
        let begins = line.contains("-----BEGIN ") && line.contains("PRIVATE KEY-----");
        let member = line.split("\"d\"").skip(1).any(|rest| rest.trim_start().starts_with(':'));
        !line.starts_with('#') && (begins || member)
    };
    text.lines().position(holds_one).map(|at| (at + 1, PRIVATE))
}

impl SeededClient {
    pub(super) fn read(fields: &Fields<'_, '_>, folder: &Folder, report: &Report) -> Option<Self> {
        let (id, organisation) = (fields.needed("id"), fields.needed("organisation"));
        let given = fields.all("keys", KEY);
        let keys: Vec<SeededKey> = given.iter().filter_map(|key| read_key(key, folder, report)).collect();
        let has_certificate = fields.is_there("certificate") || fields.is_there("certificate_file");
        match (given.is_empty(), has_certificate) {
            (true, false) => report.note(fields.line, "A client needs a public key ([[client.keys]]) or an enterprise certificate."),
            (false, true) => report.note(fields.line, "A client has public keys or an enterprise certificate, not both."),
            (true, true) | (false, false) => {}
        }
        let certificate = if has_certificate { read_certificate(fields, folder, report) } else { None };
        let (name, scopes) = (fields.read("name"), fields.list("scopes"));
        Some(Self { id: id?, name, organisation: organisation?, scopes, keys, certificate })
    }
}

/// A text that stands in the seed, or in a file that the seed names.
fn content(fields: &Fields<'_, '_>, inline: &str, file: &str, folder: &Folder, report: &Report) -> Option<Placed<String>> {
    match (fields.is_there(inline), fields.is_there(file)) {
        (true, false) => fields.read(inline),
        (false, true) => {
            let Placed { line, value: path } = fields.read::<String>(file)?;
            let read = folder.file(&path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            read.map_err(|sentence| report.note(line, sentence)).ok().map(|value| Placed { line, value })
        }
        _ => {
            report.note(fields.line, format!("Give either `{inline}` or `{file}`."));
            None
        }
    }
}

fn read_key(fields: &Fields<'_, '_>, folder: &Folder, report: &Report) -> Option<SeededKey> {
    let given: Option<Placed<KeyId>> = fields.read("kid");
    let posted = fields.date("posted");
    let Placed { line, value: text } = content(fields, "public", "file", folder, report)?;
    let PublicKey { n, e, kid } = public_key::read(&text).map_err(|refused| report.note(line, sentence(refused))).ok()?;
    let in_key = kid.and_then(|kid| kid.parse().ok()).map(|value| Placed { line, value });
    if given.is_none() && in_key.is_none() {
        report.note(fields.line, "`kid` is missing: a key needs its id, which this key does not hold.");
    }
    Some(SeededKey { kid: given.or(in_key)?, n, e, posted })
}

fn sentence(refused: KeyRefused) -> String {
    match refused {
        KeyRefused::Private => PRIVATE.to_owned(),
        KeyRefused::NotRsa => "Maskinporten takes RSA keys, and this is another kind of key.".to_owned(),
        KeyRefused::Length { bits } => format!("Maskinporten takes keys of 2048 bits, and this one has {bits}."),
        KeyRefused::Algorithm => "Maskinporten takes keys for RS256, and this one is for something else.".to_owned(),
        KeyRefused::Unreadable | KeyRefused::KidTaken | KeyRefused::TooMany => {
            "This should be a public key, as PEM (-----BEGIN PUBLIC KEY-----) or as a JWK.".to_owned()
        }
    }
}

/// The first certificate in a PEM text, as DER in base64.
fn read_certificate(fields: &Fields<'_, '_>, folder: &Folder, report: &Report) -> Option<Placed<String>> {
    const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
    const END: &str = "-----END CERTIFICATE-----";
    let Placed { line, value: text } = content(fields, "certificate", "certificate_file", folder, report)?;
    if line_of_private_key(&text).is_some() {
        report.note(line, "Give the certificate alone: here is a private key too, which nobody else should have.");
        return None;
    }
    let body = text.split_once(BEGIN).and_then(|(_, rest)| rest.split_once(END)).map(|(body, _)| body);
    let der: Option<String> = body.map(|body| body.chars().filter(|character| !character.is_whitespace()).collect());
    let read = der.filter(|der| Certified::read(der).is_some());
    if read.is_none() {
        report.note(line, "This should be an enterprise certificate as PEM, with an RSA key and an organisation number.");
    }
    read.map(|value| Placed { line, value })
}
