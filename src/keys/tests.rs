use super::der::{self, Wrapped};
use super::make::pem;
use super::*;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use std::sync::LazyLock;

static MADE: LazyLock<(SigningKey, String)> = LazyLock::new(|| {
    let (key, text) = make().unwrap();
    (key, text.expose_secret().to_owned())
});

fn pkcs1_of(pkcs8_pem: &str) -> Vec<u8> {
    let body: String = pkcs8_pem.lines().filter(|line| !line.starts_with("-----")).collect();
    let der = base64::engine::general_purpose::STANDARD.decode(body).unwrap();
    match der::pkcs8(&der) {
        Some(Wrapped::Rsa(inner)) => inner.to_vec(),
        _ => unreachable!(),
    }
}

/// The eight numbers of a PKCS#1 key, read here on their own: an independent look at what `read` writes for a JWK.
fn numbers(pkcs1: &[u8]) -> Vec<Vec<u8>> {
    fn length(bytes: &[u8]) -> (usize, usize) {
        match bytes[1] {
            short if short < 0x80 => (usize::from(short), 2),
            0x81 => (usize::from(bytes[2]), 3),
            _ => (usize::from(bytes[2]) * 256 + usize::from(bytes[3]), 4),
        }
    }
    let mut rest = &pkcs1[length(pkcs1).1..];
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (size, head) = length(rest);
        let number = &rest[head..head + size];
        found.push(number.iter().copied().skip_while(|byte| *byte == 0).collect());
        rest = &rest[head + size..];
    }
    found.remove(0);
    found
}

fn jwk_of(pkcs1: &[u8]) -> Value {
    let values: Vec<String> = numbers(pkcs1).iter().map(|number| URL_SAFE_NO_PAD.encode(number)).collect();
    let mut jwk = json!({"kty": "RSA", "kid": "310100005-20261123-7f3a", "alg": "RS256", "use": "sig"});
    for (name, value) in ["n", "e", "d", "p", "q", "dp", "dq", "qi"].iter().zip(values) {
        jwk[*name] = Value::String(value);
    }
    jwk
}

#[test]
fn reads_pkcs8_pkcs1_and_a_jwk_as_the_same_key() {
    let (made, text) = &*MADE;
    assert_eq!((made.description.format, made.description.bits), (KeyFormat::Pkcs8, 2048));

    let pkcs1 = pkcs1_of(text);
    let first = read(pem("RSA PRIVATE KEY", &pkcs1).as_bytes()).unwrap();
    assert_eq!(first.description, KeyDescription { format: KeyFormat::Pkcs1, bits: 2048, kid: None });

    let jwk = jwk_of(&pkcs1);
    let second = read(jwk.to_string().as_bytes()).unwrap();
    assert_eq!(second.description.format, KeyFormat::Jwk);
    assert_eq!(second.description.kid.as_deref(), Some("310100005-20261123-7f3a"));
    let set = read(json!({"keys": [jwk]}).to_string().as_bytes()).unwrap();
    for key in [&first, &second, &set] {
        assert_eq!(public_jwk(key, "k"), public_jwk(made, "k"));
        assert_eq!(key.encoding().as_bytes(), made.encoding().as_bytes());
    }
}

#[test]
fn line_breaks_may_be_spelled_out_and_windows_like() {
    let (_, text) = &*MADE;
    assert!(read(text.replace('\n', "\\n").as_bytes()).is_ok());
    assert!(read(format!("\u{feff}{}", text.replace('\n', "\r\n")).as_bytes()).is_ok());
    let beside_a_certificate = format!("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n{text}");
    assert!(read(beside_a_certificate.as_bytes()).is_ok());
}

#[test]
fn says_what_it_is_instead() {
    let (made, text) = &*MADE;
    let public = public_jwk(made, "k").to_string();
    let ec = r#"{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"c"}"#;
    let okp = r#"{"kty":"OKP","crv":"Ed25519","x":"a","d":"c"}"#;
    let cases: Vec<(&str, KeyProblem)> = vec![
        (&public, KeyProblem::PublicOnly),
        (ec, KeyProblem::NotRsa),
        (okp, KeyProblem::NotRsa),
        ("-----BEGIN EC PRIVATE KEY-----\nMHc=\n-----END EC PRIVATE KEY-----", KeyProblem::NotRsa),
        ("-----BEGIN ENCRYPTED PRIVATE KEY-----\nMHc=\n-----END ENCRYPTED PRIVATE KEY-----", KeyProblem::Encrypted),
        (
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nMHc=\n-----END RSA PRIVATE KEY-----",
            KeyProblem::Encrypted,
        ),
        ("-----BEGIN CERTIFICATE-----\nMHc=\n-----END CERTIFICATE-----", KeyProblem::Certificate),
        ("-----BEGIN PUBLIC KEY-----\nMHc=\n-----END PUBLIC KEY-----", KeyProblem::PublicOnly),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nMHc=\n-----END OPENSSH PRIVATE KEY-----", KeyProblem::UnknownFormat),
        ("-----BEGIN PRIVATE KEY-----\nnot base64!\n-----END PRIVATE KEY-----", KeyProblem::UnknownFormat),
        ("hello", KeyProblem::UnknownFormat),
        ("", KeyProblem::UnknownFormat),
        ("{", KeyProblem::UnknownFormat),
    ];
    for (given, expected) in cases {
        assert_eq!(read(given.as_bytes()).err(), Some(expected), "{given}");
    }
    // Cut in the middle: the marks are there, the key is not.
    let cut = pem("RSA PRIVATE KEY", &pkcs1_of(text)[..400]);
    assert_eq!(read(cut.as_bytes()).err(), Some(KeyProblem::UnknownFormat));
}

#[test]
fn binary_files_are_told_apart() {
    // PFX { version 3, ... }: the first bytes of any PKCS#12 file.
    assert_eq!(read(&[0x30, 0x06, 0x02, 0x01, 0x03, 0x30, 0x01, 0xff]).err(), Some(KeyProblem::Certificate));
    assert_eq!(read(&[0xff, 0xfe, 0x00]).err(), Some(KeyProblem::UnknownFormat));
}

#[test]
fn a_key_under_2048_bits_and_a_damaged_one_are_refused() {
    let (_, text) = &*MADE;
    let mut parts: Vec<Vec<u8>> = numbers(&pkcs1_of(text));
    parts[0].truncate(128);
    let short: [Vec<u8>; 8] = parts.clone().try_into().unwrap();
    assert_eq!(read(pem("RSA PRIVATE KEY", &der::pkcs1(&short)).as_bytes()).err(), Some(KeyProblem::TooShort(1024)));

    let mut parts: Vec<Vec<u8>> = numbers(&pkcs1_of(text));
    parts[2][40] ^= 1;
    parts[5][40] ^= 1;
    let damaged: [Vec<u8>; 8] = parts.try_into().unwrap();
    assert_eq!(read(pem("RSA PRIVATE KEY", &der::pkcs1(&damaged)).as_bytes()).err(), Some(KeyProblem::UnknownFormat));
}

#[test]
fn nothing_of_the_key_is_in_its_debug_or_its_public_jwk() {
    let (made, text) = &*MADE;
    let jwk = jwk_of(&pkcs1_of(text));
    let shown = format!("{made:?} {}", public_jwk(made, "k"));
    for private in ["d", "p", "q", "dp", "dq", "qi"] {
        assert!(!shown.contains(jwk[private].as_str().unwrap()));
    }
    assert_eq!(shown.matches("\"d\"").count(), 0);
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
