//! The proxy's certificate authority, with clients that trust it and clients that do not.

use super::*;
use altinn_sandbox::{Proxy, ProxyFace, start};
use reqwest::Client;
use std::process::Command;

#[tokio::test]
async fn faults_of_the_certificate_are_the_clients_to_find() {
    let sandbox = proxied(Gateway::Open).await;
    for fault in ["tls-expired:1", "tls-wrong-name:1"] {
        sandbox.shared().faults.set(fault.parse().expect("a fault"));
        let failed = client(&sandbox).get(MASKINPORTEN).send().await.expect_err("a bad certificate");
        assert!(format!("{failed:?}").to_lowercase().contains("certificate"), "{failed:?}");
        get(&sandbox, "https://test.maskinporten.no/jwk").await.is(200);
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn a_client_that_trusts_nobody_new_sees_a_stranger() {
    let sandbox = proxied(Gateway::Open).await;
    let proxy = reqwest::Proxy::https(format!("http://{}", face(&sandbox).address)).unwrap();
    let client = Client::builder().proxy(proxy).build().unwrap();
    assert!(client.get(MASKINPORTEN).send().await.is_err());
    sandbox.stop().await;
}

#[tokio::test]
async fn the_authority_outlives_a_restart_of_its_world() {
    let folder = tempfile::tempdir().unwrap();
    let proxy = Proxy { listen: "127.0.0.1:0".parse().unwrap(), gateway: Gateway::Open };
    let options = Options { world: Some(folder.path().join("world.json")), proxy: Some(proxy), ..Options::default() };
    let first = start(options.clone()).await.unwrap();
    let trusted = face(&first).certificate.clone();
    first.stop().await;
    let second = start(options).await.unwrap();
    assert_eq!(face(&second).certificate, trusted);
    get(&second, "https://test.maskinporten.no/jwk").await.is(200);
    second.stop().await;
}

/// Verifies with OpenSSL's strict mode for RFC 5280, which Python 3.13 uses by default.
#[tokio::test]
async fn the_chain_stands_up_to_a_strict_verifier() {
    let sandbox = proxied(Gateway::Open).await;
    let folder = tempfile::tempdir().unwrap();
    let authority = folder.path().join("ca.pem");
    std::fs::write(&authority, &face(&sandbox).certificate).unwrap();
    if Command::new("openssl").arg("version").output().is_err() {
        eprintln!("SKIPPED: no openssl here; rustls alone has verified the chain");
        return sandbox.stop().await;
    }
    let own = openssl(&["x509", "-noout", "-text", "-in", authority.to_str().unwrap()]).await;
    for said in ["CA:TRUE, pathlen:0", "Certificate Sign, CRL Sign", "Subject Key Identifier", "DNS:maskinporten.no", "IP:0.0.0.0/0.0.0.0"]
    {
        assert!(own.contains(said), "{said}: {own}");
    }
    for host in ProxyFace::hosts() {
        let proxy = face(&sandbox).address.to_string();
        let name = format!("{host}:443");
        let shown = openssl(&[
            "s_client",
            "-proxy",
            &proxy,
            "-connect",
            &name,
            "-servername",
            host,
            "-CAfile",
            authority.to_str().unwrap(),
            "-x509_strict",
            "-verify_hostname",
            host,
            "-verify_return_error",
            "-no-CApath",
            "-no-CAstore",
        ])
        .await;
        assert!(shown.contains("Verify return code: 0 (ok)"), "{host}: {shown}");
        let leaf = folder.path().join("leaf.pem");
        let begins = shown.find("-----BEGIN CERTIFICATE").unwrap();
        std::fs::write(&leaf, &shown[begins..]).unwrap();
        let text = openssl(&["x509", "-noout", "-text", "-in", leaf.to_str().unwrap()]).await;
        for said in [
            "CA:FALSE",
            "Digital Signature",
            "TLS Web Server Authentication",
            "Subject Key Identifier",
            "Authority Key Identifier",
            &format!("DNS:{host}"),
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
    }
    sandbox.stop().await;
}

async fn openssl(arguments: &[&str]) -> String {
    let mut command = tokio::process::Command::new("openssl");
    let output = command.args(arguments).stdin(std::process::Stdio::null()).output().await.expect("openssl runs");
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    text
}
