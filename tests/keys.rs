//! Every form of a private key that people have: read by its content, or named. The files and the script that made them are in
//! `tests/keys`; all that are read hold the same key.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

use broker_setup::keys::{self, Found, IssuedFor, KeyProblem, KeyRemark};
use broker_setup::values::SecretRef;
use secrecy::{ExposeSecret, SecretString};
use std::collections::BTreeSet;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/keys")
}

fn content(file: &str) -> Vec<u8> {
    std::fs::read(folder().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn password() -> SecretString {
    SecretString::from("sesame")
}

fn read(file: &str) -> Result<Found, KeyProblem> {
    keys::read(&content(file), None, Some(&password()))
}

fn same_key(file: &str, found: &Found) {
    let expected: serde_json::Value = serde_json::from_slice(&content("jwk-public.json")).expect("a JWK");
    assert_eq!(keys::public_jwk(&found.key, "throw-away")["n"], expected["n"], "{file} holds another key");
}

/// The file, and in which form the key is found in it.
const READ: &[(&str, &str)] = &[
    ("pkcs1.pem", "PKCS#1 PEM"),
    ("pkcs1.der", "PKCS#1 DER"),
    ("pkcs8.pem", "PKCS#8 PEM"),
    ("pkcs8.der", "PKCS#8 DER"),
    ("pkcs1-as-pkcs8.pem", "PKCS#1 PEM"),
    ("pkcs8-as-pkcs1.pem", "PKCS#8 PEM"),
    ("certificate-first.pem", "PKCS#8 PEM"),
    ("key-first.pem", "PKCS#1 PEM"),
    ("bag-attributes.pem", "PKCS#8 PEM"),
    ("crlf.pem", "PKCS#8 PEM"),
    ("bom.pem", "PKCS#8 PEM"),
    ("utf16-le.pem", "PKCS#8 PEM"),
    ("utf16-be.pem", "PKCS#8 PEM"),
    ("utf16-no-bom.pem", "PKCS#8 PEM"),
    ("quotes.txt", "PKCS#8 PEM"),
    ("spaces.txt", "PKCS#8 PEM"),
    ("escaped.txt", "PKCS#8 PEM"),
    ("escaped-twice.txt", "PKCS#8 PEM"),
    ("variable.txt", "PKCS#8 PEM"),
    ("base64-pem.txt", "PKCS#8 base64"),
    ("base64-pkcs12.txt", "PKCS#12 base64"),
    ("body.txt", "PKCS#8 base64"),
    ("body-lines.txt", "PKCS#1 base64"),
    ("jwk.json", "JWK"),
    ("jwk-escaped.txt", "JWK"),
    ("jwk-base64.txt", "JWK base64"),
    ("jwk-base64url.txt", "JWK base64"),
    ("jwk-without-primes.json", "JWK"),
    ("jwk-without-exponents.json", "JWK"),
    ("jwk-enc.json", "JWK"),
    ("jwk-ps256.json", "JWK"),
    ("jwks-one.json", "JWKS"),
    ("jwks-list.json", "JWKS"),
    ("jwks-with-public.json", "JWKS"),
    ("jwks-sig-and-enc.json", "JWKS"),
    ("jwks-base64.txt", "JWKS base64"),
    ("appsettings.json", "JWK base64 EncodedJwk"),
    ("appsettings-comments.json", "JWK base64 EncodedJwk"),
    ("appsettings-pkcs12.json", "PKCS#12 base64 EncodedX509"),
    ("user-secrets.json", "JWK base64 MaskinportenSettings:EncodedJwk"),
    ("maskinporten-settings.json", "JWK base64 jwkBase64"),
    ("private-key.json", "PKCS#8 PEM private_key"),
    ("settings-jwk.json", "JWK privateKey"),
    ("pbes2-aes256.pem", "PKCS#8 PBES2 PEM"),
    ("pbes2-aes128-sha1.pem", "PKCS#8 PBES2 PEM"),
    ("pbes2-3des.pem", "PKCS#8 PBES2 PEM"),
    ("pbes2.der", "PKCS#8 PBES2 DER"),
    ("scrypt.pem", "PKCS#8 PBES2 PEM"),
    ("openssl3.p12", "PKCS#12"),
    ("legacy.p12", "PKCS#12"),
    ("keytool.p12", "PKCS#12"),
    ("no-password.p12", "PKCS#12"),
    ("buypass-test.p12", "PKCS#12"),
    ("buypass-production.p12", "PKCS#12"),
    ("commfides-test.p12", "PKCS#12"),
    ("commfides-production.p12", "PKCS#12"),
];

fn named() -> Vec<(&'static str, KeyProblem)> {
    let several = KeyProblem::SeveralKeys { kids: vec!["other".to_owned(), "throw-away".to_owned()] };
    vec![
        ("pbes1.pem", KeyProblem::Pbes1),
        ("pbes1-sha1-3des.pem", KeyProblem::Pbes1),
        ("pbes2-camellia.pem", KeyProblem::UnknownEncryption),
        ("pbes2-costly.pem", KeyProblem::UnknownEncryption),
        ("dek-info.pem", KeyProblem::DekInfo),
        ("store.jks", KeyProblem::Jks),
        ("openssh", KeyProblem::OpenSsh),
        ("putty.ppk", KeyProblem::Putty),
        ("key.xml", KeyProblem::Xml),
        ("ec-sec1.pem", KeyProblem::NotRsa("EC".to_owned())),
        ("ec-pkcs8.pem", KeyProblem::NotRsa("EC".to_owned())),
        ("ed25519.pem", KeyProblem::NotRsa("Ed25519".to_owned())),
        ("jwk-ec.json", KeyProblem::NotRsa("EC".to_owned())),
        ("rsa-pss.pem", KeyProblem::RsaPss),
        ("rsa-1024.pem", KeyProblem::TooShort(1024)),
        ("public.pem", KeyProblem::PublicOnly),
        ("public-pkcs1.pem", KeyProblem::PublicOnly),
        ("jwk-public.json", KeyProblem::PublicOnly),
        ("certificate.pem", KeyProblem::Certificate),
        ("certificate-serial-number.pem", KeyProblem::Certificate),
        ("certificate.der", KeyProblem::Certificate),
        ("certificate.p7b", KeyProblem::Certificate),
        ("certificates-only.p12", KeyProblem::Certificate),
        ("truncated.pem", KeyProblem::Truncated),
        ("truncated-body.pem", KeyProblem::Truncated),
        ("truncated-start.pem", KeyProblem::Truncated),
        ("truncated.der", KeyProblem::Truncated),
        ("truncated.p12", KeyProblem::Truncated),
        ("jwk-truncated.json", KeyProblem::Truncated),
        ("damaged.der", KeyProblem::Damaged),
        ("jwk-damaged.json", KeyProblem::Damaged),
        ("jwks.json", several),
        ("indefinite.p12", KeyProblem::Pkcs12Unread),
        ("no-key.json", KeyProblem::NoKeyInJson),
        ("text.txt", KeyProblem::UnknownFormat),
        ("picture.png", KeyProblem::UnknownFormat),
    ]
}

/// Two keys in one file, and the key that none of the readable ones holds.
const OTHERS: &[&str] = &["two-keys.pem", "two-keys-certificate.pem", "other.pem"];

#[test]
fn each_form_is_read_as_the_same_key_and_says_which_form_it_is() {
    for (file, form) in READ {
        let found = read(file).unwrap_or_else(|problem| panic!("{file}: {problem}"));
        same_key(file, &found);
        assert_eq!(found.key.description.form.to_string(), *form, "{file}");
    }
}

/// What a file holds: the form of its key, or why it has none.
fn told(bytes: &[u8]) -> Result<String, KeyProblem> {
    keys::read(bytes, None, Some(&password())).map(|found| found.key.description.form.to_string())
}

async fn told_by(reference: &str) -> Result<String, KeyProblem> {
    let parsed: SecretRef = reference.parse().expect("a reference");
    let bytes = keys::secrets::resolve_bytes(&parsed, &folder()).await.unwrap_or_else(|problem| panic!("{reference}: {problem}"));
    told(bytes.expose_secret())
}

fn every_file() -> impl Iterator<Item = &'static str> {
    READ.iter().map(|(file, _)| *file).chain(named().into_iter().map(|(file, _)| file)).chain(OTHERS.iter().copied())
}

#[tokio::test]
async fn each_form_is_the_same_by_a_path_and_by_a_command() {
    for file in every_file() {
        let expected = told(&content(file));
        assert_eq!(told_by(&format!("file:{file}")).await, expected, "{file}");
        if cfg!(unix) {
            assert_eq!(told_by(&format!("cmd:cat {file}")).await, expected, "{file} by a command");
        }
    }
}

/// The name of the variable that holds the content of a file. None for files that no variable can hold.
fn variable(file: &str) -> Option<(String, String)> {
    let text = String::from_utf8(content(file)).ok().filter(|text| !text.contains('\0'))?;
    let name: String = file.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    Some((format!("KEY_{name}"), text))
}

/// Variables belong to a whole process, so another process of this test has them.
#[tokio::test]
async fn each_form_is_the_same_by_a_variable() {
    const NAME: &str = "each_form_is_the_same_by_a_variable";
    const INSIDE: &str = "KEYS_ARE_IN_VARIABLES";
    let held: Vec<(&str, (String, String))> = every_file().filter_map(|file| Some((file, variable(file)?))).collect();
    assert!(held.len() > 60, "most forms are text");
    if std::env::var_os(INSIDE).is_none() {
        let mut inside = std::process::Command::new(std::env::current_exe().expect("this test"));
        inside.args(["--exact", NAME]).env(INSIDE, "yes").envs(held.into_iter().map(|(_, variable)| variable));
        let output = inside.output().expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        return;
    }
    for (file, (name, _)) in held {
        assert_eq!(told_by(&format!("env:{name}")).await, told(&content(file)), "{file}");
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    for (file, problem) in named() {
        assert_eq!(read(file).err(), Some(problem), "{file}");
    }
}

#[test]
fn every_file_is_in_a_table() {
    let listed: BTreeSet<String> = every_file().map(ToOwned::to_owned).collect();
    let files = std::fs::read_dir(folder()).expect("the files").flatten().map(|file| file.file_name().to_string_lossy().into_owned());
    let makers = ["make.sh", "make.py", ".gitattributes"];
    let present: BTreeSet<String> = files.filter(|file| !makers.contains(&file.as_str())).collect();
    assert_eq!(listed, present);
}

#[test]
fn a_password_that_is_missing_or_wrong_is_told_apart() {
    let wrong = SecretString::from("open");
    for file in ["pbes2-aes256.pem", "pbes2-3des.pem", "scrypt.pem", "pbes2.der", "openssl3.p12", "legacy.p12", "keytool.p12"] {
        assert_eq!(keys::read(&content(file), None, None).err(), Some(KeyProblem::PasswordMissing), "{file}");
        assert_eq!(keys::read(&content(file), None, Some(&wrong)).err(), Some(KeyProblem::PasswordWrong), "{file}");
    }
    assert!(keys::read(&content("no-password.p12"), None, None).is_ok());
    assert!(keys::read(&content("pkcs8.pem"), None, Some(&wrong)).is_ok());
}

#[test]
fn the_kid_chooses_from_a_set() {
    let set = content("jwks.json");
    let chosen = keys::read(&set, Some("throw-away"), None).expect("the key with this kid");
    same_key("jwks.json", &chosen);
    assert_eq!(chosen.key.description.kid.as_deref(), Some("throw-away"));
    let unknown = keys::read(&set, Some("elsewhere"), None).err();
    assert_eq!(unknown, Some(KeyProblem::SeveralKeys { kids: vec!["other".to_owned(), "throw-away".to_owned()] }));
    let only = keys::read(&content("jwk.json"), Some("elsewhere"), None).expect("the only key");
    assert_eq!(only.key.description.kid.as_deref(), Some("throw-away"));
    assert_eq!(read("private-key.json").expect("a key").key.description.kid.as_deref(), Some("throw-away"));
}

#[test]
fn of_two_keys_both_are_given_and_a_certificate_says_which_is_meant() {
    let two = read("two-keys.pem").expect("two keys");
    same_key("two-keys.pem", &two);
    assert_eq!(two.others.len(), 1);
    assert_eq!(two.key.description.remarks, [KeyRemark::OneOfSeveral(2)]);
    let certified = read("two-keys-certificate.pem").expect("two keys");
    same_key("two-keys-certificate.pem", &certified);
    assert_eq!((certified.others.len(), certified.certificates.len()), (1, 1));
    assert_eq!(certified.key.description.remarks, []);
}

#[test]
fn a_chain_begins_with_the_keys_own_certificate() {
    for file in ["certificate-first.pem", "key-first.pem", "openssl3.p12", "legacy.p12", "keytool.p12"] {
        let chain = read(file).expect("a key").certificates;
        let issuers: Vec<_> = chain.iter().map(|certificate| certificate.issuer.as_str()).collect();
        assert_eq!(issuers, ["Throw-away Issuer", "Throw-away Root", "Throw-away Root"], "{file}");
        assert_eq!(chain[0].organisation.as_ref().map(|number| number.digits()), Some("310100005"), "{file}");
        assert!(chain[0].ends > jiff::Timestamp::from_second(2_000_000_000).expect("a time"), "{file}");
    }
    let older = [content("pkcs8.pem"), content("certificate-serial-number.pem")].concat();
    let chain = keys::read(&older, None, None).expect("a key").certificates;
    assert_eq!(chain[0].organisation.as_ref().map(|number| number.digits()), Some("310100005"));
    // A certificate of another key proves nothing.
    let foreign = [content("other.pem"), content("certificate.pem")].concat();
    assert!(keys::read(&foreign, None, None).expect("a key").certificates.is_empty());
}

#[test]
fn the_issuers_name_says_which_environment_a_certificate_is_for() {
    for (file, issued_for) in [
        ("buypass-test.p12", Some(IssuedFor::Test)),
        ("commfides-test.p12", Some(IssuedFor::Test)),
        ("buypass-production.p12", Some(IssuedFor::Production)),
        ("commfides-production.p12", Some(IssuedFor::Production)),
        ("openssl3.p12", None),
    ] {
        let found = keys::read_certificate(&content(file), None, Some(&password())).unwrap_or_else(|problem| panic!("{file}: {problem}"));
        assert_eq!(found.certificates[0].issued_for, issued_for, "{file}");
    }
}

#[test]
fn a_certificate_and_its_key_are_found_in_one_file_or_in_two() {
    let read = |file: &str, key: Option<&str>| {
        let key = key.map(content);
        keys::read_certificate(&content(file), key.as_deref(), Some(&password())).map(|found| found.certificates.len())
    };
    for (file, key, expected) in [
        ("openssl3.p12", None, Ok(3)),
        ("certificate-first.pem", None, Ok(3)),
        ("certificate.pem", Some("pkcs8.pem"), Ok(1)),
        ("certificate.der", Some("pbes2.der"), Ok(1)),
        ("certificate-serial-number.pem", Some("jwk.json"), Ok(1)),
        ("certificate.pem", Some("two-keys.pem"), Ok(1)),
        // A key that the file has already.
        ("openssl3.p12", Some("pkcs1.pem"), Ok(3)),
        ("certificate.pem", None, Err(KeyProblem::Certificate)),
        ("pkcs8.pem", None, Err(KeyProblem::NoCertificate)),
        ("certificate.pem", Some("other.pem"), Err(KeyProblem::OtherCertificate)),
    ] {
        assert_eq!(read(file, key), expected, "{file} {key:?}");
    }
    let locked = keys::read_certificate(&content("openssl3.p12"), Some(&content("pkcs8.pem")), None).err();
    assert_eq!(locked, Some(KeyProblem::PasswordMissing));
}

/// A store with every authority that a system trusts, and one key.
#[test]
fn a_large_store_is_read() {
    let certificate = content("certificate.pem");
    let large = [certificate.repeat(300), content("pkcs8.pem")].concat();
    assert!(large.len() > 256 * 1024);
    same_key("a large store", &keys::read(&large, None, None).expect("a key"));
}

#[test]
fn what_a_jwk_says_of_itself_is_remarked() {
    assert_eq!(read("jwk.json").expect("a key").key.description.remarks, []);
    assert_eq!(read("jwk-enc.json").expect("a key").key.description.remarks, [KeyRemark::ForEncryption]);
    assert_eq!(read("jwk-ps256.json").expect("a key").key.description.remarks, [KeyRemark::OtherAlgorithm("PS256".to_owned())]);
    // The one for signatures is taken, and nothing is left to remark.
    assert_eq!(read("jwks-sig-and-enc.json").expect("a key").key.description.remarks, []);
}

#[test]
fn nothing_of_the_key_is_in_what_is_shown_of_it() {
    let jwk: serde_json::Value = serde_json::from_slice(&content("jwk.json")).expect("a JWK");
    for (file, _) in READ {
        let shown = format!("{:?}", read(file).expect("a key"));
        for member in ["d", "p", "q", "dp", "dq", "qi"] {
            assert!(!shown.contains(jwk[member].as_str().expect("a number")), "{file}: {member}");
        }
    }
}
