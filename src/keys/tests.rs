use super::make::pem;
use super::*;
use crate::keys::structure::{Structure, structure};
use proptest::prelude::*;
use secrecy::{ExposeSecret, SecretString};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static MADE: LazyLock<(SigningKey, String)> = LazyLock::new(|| {
    let (key, text) = make().unwrap();
    (key, text.expose_secret().to_owned())
});

fn der_of(pem: &str) -> Vec<u8> {
    let body: String = pem.lines().filter(|line| !line.starts_with("-----")).collect();
    base64::engine::general_purpose::STANDARD.decode(body).unwrap()
}

#[test]
fn a_made_key_reads_back_as_itself() {
    let (made, text) = &*MADE;
    assert_eq!((made.description.form.kind, made.description.bits), (KeyKind::Pkcs8, 2048));
    let der = der_of(text);
    let Structure::Rsa { pkcs1, in_pkcs8: true } = structure(&der) else { unreachable!("PKCS#8") };
    let inner = read(pem("RSA PRIVATE KEY", pkcs1).as_bytes(), None, None).unwrap().key;
    assert_eq!(inner.description.form.kind, KeyKind::Pkcs1);
    assert_eq!(public_jwk(&inner, "k"), public_jwk(made, "k"));
    // RS256 has one signature for a key and a message.
    assert_eq!(inner.sign(b"m"), made.sign(b"m"));
}

#[test]
fn marks_without_a_key_between_them_are_named() {
    let cases = [
        ("-----BEGIN CERTIFICATE-----\nMHc=\n-----END CERTIFICATE-----", KeyProblem::UnknownFormat),
        ("-----BEGIN PRIVATE KEY-----\nnot base64!\n-----END PRIVATE KEY-----", KeyProblem::UnknownFormat),
        (
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nMHc=\n-----END RSA PRIVATE KEY-----",
            KeyProblem::DekInfo,
        ),
        (r#"{"kty":"OKP","crv":"Ed25519","x":"a","d":"c"}"#, KeyProblem::NotRsa("Ed25519".to_owned())),
        ("", KeyProblem::UnknownFormat),
        ("{", KeyProblem::Truncated),
        ("[]", KeyProblem::NoKeyInJson),
    ];
    for (given, expected) in cases {
        assert_eq!(read(given.as_bytes(), None, None).err(), Some(expected), "{given}");
    }
    assert_eq!(read(&vec![b'a'; 1024 * 1024 + 1], None, None).err(), Some(KeyProblem::UnknownFormat));
}

#[test]
fn what_converts_names_the_old_file_and_the_new_one() {
    for problem in [KeyProblem::Pbes1, KeyProblem::DekInfo, KeyProblem::Jks, KeyProblem::OpenSsh, KeyProblem::Putty, KeyProblem::Xml] {
        let command = problem.conversion().unwrap();
        assert!(command.contains("OLD") && command.contains("NEW"), "{command}");
    }
    assert_eq!(KeyProblem::PublicOnly.conversion(), None);
}

#[test]
fn nothing_of_the_key_is_in_its_debug() {
    let (made, _) = &*MADE;
    let described = format!("SigningKey {{ description: {:?}, .. }}", made.description);
    assert_eq!(format!("{made:?}"), described);
}

#[test]
fn nothing_of_the_key_is_in_its_public_jwk() {
    let (made, _) = &*MADE;
    let jwk = public_jwk(made, "k");
    let names: Vec<_> = jwk.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["kty", "use", "alg", "kid", "e", "n"]);
}

#[cfg(unix)]
#[test]
fn mode_bits_tell_who_may_read() {
    use std::os::unix::fs::PermissionsExt;
    let file = tempfile::NamedTempFile::new().unwrap();
    assert!(!is_open_to_others(file.path()));
    std::fs::set_permissions(file.path(), std::fs::Permissions::from_mode(0o644)).unwrap();
    assert!(is_open_to_others(file.path()));
    assert!(!is_open_to_others(Path::new("/nonexistent")));
}

/// The files of `tests/keys`, to be torn and mixed.
static FILES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys");
    std::fs::read_dir(folder).unwrap().flatten().map(|file| std::fs::read(file.path()).unwrap()).collect()
});

/// Far above what any of them takes, and far below for ever.
const PATIENCE: Duration = Duration::from_secs(20);

fn ends_without_panic(bytes: &[u8]) {
    let started = Instant::now();
    let _ = read(bytes, Some("throw-away"), Some(&SecretString::from("sesame")));
    assert!(started.elapsed() < PATIENCE);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        ends_without_panic(&bytes);
        let _ = issuer(&bytes);
    }

    #[test]
    fn no_text_makes_it_panic(text in "(\\{|\\[|-----BEGIN |\"|\\\\)?[ -~\\n]{0,200}") {
        ends_without_panic(text.as_bytes());
    }

    #[test]
    fn no_torn_or_changed_file_makes_it_panic(
        file in 0..1000usize, cut in any::<prop::sample::Index>(), changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
    ) {
        let mut bytes = FILES[file % FILES.len()].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut.index(bytes.len()) + 1);
        ends_without_panic(&bytes);
    }
}
