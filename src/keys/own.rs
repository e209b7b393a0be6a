//! The files of a key that the program has made: the private key, its public half in the forms that the self-service portal takes
//! (facts platform B), and a note that says which environments the key is for.

use super::{SigningKey, make, numbers, public_jwk};
use crate::files::{LockProblem, Replacement, lock, make_folder, read_own, sweep};
use crate::values::FileSize;
use jiff::civil::Date;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};

const PRIVATE: &str = ".private.pem";
/// A note has some lines.
const LARGEST_NOTE: FileSize = FileSize(64 * 1024);

/// Where the files of one key lie. They share its kid as the beginning of their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnKey {
    pub folder: PathBuf,
    pub kid: String,
}

/// What is known of a key beside its numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyNote {
    pub kid: String,
    /// The environment's name, or the address of its platform.
    pub environment: String,
    /// Whether the key is for production. Keys of test and production are kept apart.
    pub production: bool,
    pub made: Date,
    /// The kid of the key that it was made to take the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
}

impl OwnKey {
    /// The key of this private key's file, if it has the name that the program gives.
    #[must_use]
    pub fn of_private(path: &Path) -> Option<Self> {
        let kid = path.file_name()?.to_str()?.strip_suffix(PRIVATE)?.to_owned();
        Some(Self { folder: path.parent()?.to_owned(), kid })
    }

    /// The private key (PKCS#8 PEM).
    #[must_use]
    pub fn private(&self) -> PathBuf {
        self.file(PRIVATE)
    }

    #[must_use]
    pub fn public_jwk(&self) -> PathBuf {
        self.file(".public.jwk.json")
    }

    #[must_use]
    pub fn public_jwks(&self) -> PathBuf {
        self.file(".public.jwks.json")
    }

    #[must_use]
    pub fn public_pem(&self) -> PathBuf {
        self.file(".public.pem")
    }

    fn note_file(&self) -> PathBuf {
        self.file(".note.toml")
    }

    fn file(&self, end: &str) -> PathBuf {
        self.folder.join(format!("{}{end}", self.kid))
    }

    /// Whether the private key is there. It is the last file that is written, so the others are there too.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.private().is_file()
    }

    /// The note; none where the key's files have come from elsewhere, or the note cannot be read.
    #[must_use]
    pub fn note(&self) -> Option<KeyNote> {
        let bytes = read_own(&self.note_file(), LARGEST_NOTE).ok()??;
        toml::from_str(std::str::from_utf8(&bytes).ok()?).ok()
    }

    /// Makes a key and writes its files. A private key that is there already is never overwritten. Takes a tenth of a second or more:
    /// not for an async thread.
    ///
    /// # Errors
    /// The error of the file system; `AlreadyExists` where the kid has a private key.
    pub fn make(&self, note: &KeyNote) -> io::Result<SigningKey> {
        let (key, private) = make().map_err(|problem| io::Error::other(problem.to_string()))?;
        make_folder(&self.folder)?;
        sweep(&self.folder);
        let _lock = lock(&self.folder).map_err(LockProblem::into_error)?;
        self.write(&key, &private, note)?;
        Ok(key)
    }

    fn write(&self, key: &SigningKey, private: &SecretString, note: &KeyNote) -> io::Result<()> {
        if self.is_whole() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let note = toml::to_string(note).map_err(io::Error::other)?;
        let public_pem = numbers::public_pem(&key.modulus, &key.exponent).ok_or(io::ErrorKind::InvalidData)?;
        // What a kill has left of a key whose private half was never written is of no use to anyone.
        for (path, text) in [
            (self.note_file(), note),
            (self.public_jwk(), indented(&public_jwk(key, &self.kid))),
            (self.public_jwks(), indented(&jwks(key, &self.kid))),
            (self.public_pem(), public_pem),
        ] {
            let mut file = Replacement::of(&path)?;
            file.write(text.as_bytes())?;
            file.take_place()?;
        }
        let mut file = Replacement::of(&self.private())?;
        file.write(private.expose_secret().as_bytes())?;
        file.take_free_place()
    }
}

/// The public half as a set of one, as the portal takes it (facts examples 6).
#[must_use]
pub fn jwks(key: &SigningKey, kid: &str) -> serde_json::Value {
    serde_json::json!({ "keys": [public_jwk(key, kid)] })
}

fn indented(json: &serde_json::Value) -> String {
    // Texts and lists: writing them cannot fail.
    serde_json::to_string_pretty(json).unwrap_or_default() + "\n"
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    fn made(folder: &Path) -> (OwnKey, SigningKey) {
        let own = OwnKey { folder: folder.join("keys"), kid: "991825827-2026-11-29-0badcafe".to_owned() };
        let note = KeyNote {
            kid: own.kid.clone(),
            environment: "tt02".to_owned(),
            production: false,
            made: jiff::civil::date(2026, 11, 29),
            replaces: None,
        };
        let key = own.make(&note).expect("made");
        (own, key)
    }

    #[test]
    fn a_key_is_written_once_and_found_by_its_private_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let (own, key) = made(folder.path());
        assert_eq!(OwnKey::of_private(&own.private()), Some(own.clone()));
        let note = own.note().expect("a note");
        assert_eq!((note.kid.as_str(), note.production), (own.kid.as_str(), false));
        let before = std::fs::read(own.private()).expect("the key");
        assert_eq!(own.make(&note).map(drop).map_err(|error| error.kind()), Err(io::ErrorKind::AlreadyExists));
        assert_eq!(std::fs::read(own.private()).expect("still there"), before);
        let read = super::super::read(&before, None, None).expect("a key").key;
        assert_eq!(public_jwk(&read, "k"), public_jwk(&key, "k"));
    }

    #[test]
    fn the_public_files_hold_the_same_key_and_nothing_private() {
        let folder = tempfile::tempdir().expect("a folder");
        let (own, key) = made(folder.path());
        let json = |path: &Path| serde_json::from_slice::<serde_json::Value>(&std::fs::read(path).expect("a file")).expect("JSON");
        assert_eq!(json(&own.public_jwk()), public_jwk(&key, &own.kid));
        assert_eq!(json(&own.public_jwks()), jwks(&key, &own.kid));
        assert!(["d", "p", "q"].iter().all(|member| json(&own.public_jwk()).get(member).is_none()));
        let pem = std::fs::read_to_string(own.public_pem()).expect("a file");
        let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
        let der = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, body).expect("base64");
        let (_, read) = <x509_parser::x509::SubjectPublicKeyInfo<'_> as x509_parser::prelude::FromDer<_>>::from_der(&der).expect("a key");
        let Ok(x509_parser::public_key::PublicKey::RSA(rsa)) = read.parsed() else { unreachable!("RSA") };
        assert!(rsa.modulus.ends_with(&key.modulus) && rsa.exponent.ends_with(&key.exponent));
    }
}
