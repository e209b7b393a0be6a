//! `client.key` with the forms of keys that people have, by each kind of reference.

use crate::program::{Home, Said, flat};

const SENDER: &str = "role = \"sender\"\nenvironment = \"tt02\"\norganisation = \"991825827\"\nresource = \"smart-files\"\n\
    client.id = \"7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11\"\nclient.kid = \"throw-away\"\n";

fn content(file: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/keys/{file}", env!("CARGO_MANIFEST_DIR"))).expect("a key")
}

/// What the check of the key says; it asks nobody.
fn checked(home: &Home, key: &str, password: Option<&str>, variables: &[(&str, &str)]) -> Said {
    home.write("a.toml", SENDER.as_bytes());
    let mut arguments = vec!["check", "client.key", "--answers", "a.toml", "--client-key", key];
    arguments.extend(password.iter().flat_map(|password| ["--client-key-password", password]));
    home.run_with(&arguments, variables)
}

#[test]
fn each_form_is_read_by_each_kind_of_reference_and_its_form_is_told() {
    let home = Home::new();
    for (file, form) in [
        ("pkcs8.pem", "PKCS#8 PEM"),
        ("pkcs8.der", "PKCS#8 DER"),
        ("utf16-le.pem", "PKCS#8 PEM"),
        ("jwks.json", "JWKS"),
        ("appsettings.json", "JWK base64 EncodedJwk"),
        ("openssl3.p12", "PKCS#12"),
        ("legacy.p12", "PKCS#12"),
        ("pbes2-aes256.pem", "PKCS#8 PBES2 PEM"),
    ] {
        home.write(file, &content(file));
        let by_file = (format!("file:{file}"), None);
        let by_command = (format!("cmd:cat {file}"), None);
        let by_variable = String::from_utf8(content(file)).ok().map(|text| ("env:KEY".to_owned(), Some(text)));
        for (reference, variable) in [Some(by_file), cfg!(unix).then_some(by_command), by_variable].into_iter().flatten() {
            let key = variable.as_deref().map(|text| ("KEY", text));
            let variables: Vec<_> = key.into_iter().chain([("KEY_PASSWORD", "sesame")]).collect();
            let said = checked(&home, &reference, Some("env:KEY_PASSWORD"), &variables);
            let text = flat(&said.out);
            assert!(text.contains(form), "{reference}: {text} {}", said.err);
            assert!(!text.contains("sesame") && !said.err.contains("sesame"), "{reference}: {text}");
        }
    }
}

#[test]
fn what_is_not_read_is_named_with_the_command_that_converts_it() {
    let home = Home::new();
    for (file, words) in [
        ("store.jks", "JKS"),
        ("store.jks", "keytool -importkeystore"),
        ("pbes1.pem", "openssl pkcs8 -topk8"),
        ("openssl3.p12", "--client-key-password"),
        ("certificate.der", "certificate"),
        ("ec-pkcs8.pem", "EC"),
    ] {
        home.write(file, &content(file));
        let said = checked(&home, &format!("file:{file}"), None, &[]);
        assert_eq!(said.code, 1, "{file}: {}", said.out);
        assert!(flat(&said.out).contains(words), "{file}: {}", said.out);
        assert!(!said.out.contains("not text"), "{file}: {}", said.out);
    }
    let kids = home.write("jwks.json", &content("jwks.json"));
    let said = checked(&home, &format!("file:{}", kids.display()), None, &[("BROKER_SETUP_CLIENT_KID", "elsewhere")]);
    assert!(flat(&said.out).contains("other") && flat(&said.out).contains("throw-away"), "{}", said.out);
}

#[test]
fn a_password_that_cannot_be_fetched_is_named_by_its_reference() {
    let home = Home::new();
    home.write("key.p12", &content("openssl3.p12"));
    let said = checked(&home, "file:key.p12", Some("env:BROKER_SETUP_NO_SUCH"), &[]);
    assert!(flat(&said.out).contains("BROKER_SETUP_NO_SUCH"), "{}", said.out);
    let wrong = checked(&home, "file:key.p12", Some("env:WRONG"), &[("WRONG", "open")]);
    assert!(flat(&wrong.out).contains("does not open with this password"), "{}", wrong.out);
}
