//! Faults of the TLS handshake, seen by a strict client: CONNECT to the proxy, then TLS.

use super::calls::{current, post, request, seen, set_once};
use super::walk::proxied;
use crate::support::Assertion;
use crate::support::until;
use altinn_sandbox::faults::{self, Face, Fault};
use altinn_sandbox::{ProxyFace, Sandbox, TlsFault, known};
use serde_json::json;
use std::io;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};
use tokio_rustls::{TlsConnector, rustls};

const MASKINPORTEN: &str = "test.maskinporten.no";
const PLATFORM: &str = "platform.tt02.altinn.no";

fn face(sandbox: &Sandbox) -> &ProxyFace {
    sandbox.proxy.as_ref().expect("a proxy")
}

/// Opens a tunnel and makes the TLS handshake. Trusts only the sandbox's authority.
async fn handshake(sandbox: &Sandbox, host: &'static str) -> io::Result<TlsStream<TcpStream>> {
    let mut tunnel = TcpStream::connect(face(sandbox).address).await?;
    tunnel.write_all(format!("CONNECT {host}:443 HTTP/1.1\r\nHost: {host}:443\r\n\r\n").as_bytes()).await?;
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(tunnel.read_u8().await?);
    }
    assert!(head.starts_with(b"HTTP/1.1 200 "), "the tunnel itself is whole: {}", String::from_utf8_lossy(&head));
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(face(sandbox).certificate.as_bytes()).expect("a certificate")).expect("an authority");
    let provider = Arc::new(crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().expect("versions");
    let config = config.with_root_certificates(roots).with_no_client_auth();
    TlsConnector::from(Arc::new(config)).connect(ServerName::try_from(host).expect("a name"), tunnel).await
}

/// The error that a client must report for each fault.
fn finding(fault: TlsFault) -> &'static str {
    match fault {
        TlsFault::Expired => "Expired",
        TlsFault::NotYetValid => "NotValidYet",
        TlsFault::OtherHost => "NotValidForName",
        TlsFault::UnknownIssuer => "UnknownIssuer",
        TlsFault::Closed => "",
    }
}

pub async fn bad_handshake(sandbox: &Sandbox, fault: &'static Fault) {
    let plays = TlsFault::named(&fault.name).unwrap_or_else(|| unreachable!("{} is not the proxy's", fault.name));
    assert_eq!(fault.face, Face::Proxy, "{}", fault.name);
    for host in ProxyFace::hosts() {
        set_once(sandbox, &fault.name).await;
        let failed = handshake(sandbox, host).await.expect_err(&fault.name);
        let error = failed.get_ref().and_then(|cause| cause.downcast_ref::<rustls::Error>());
        match (plays, error) {
            (TlsFault::Closed, None) => {
                let ends = [io::ErrorKind::UnexpectedEof, io::ErrorKind::ConnectionReset, io::ErrorKind::BrokenPipe];
                assert!(ends.contains(&failed.kind()), "{failed:?}");
            }
            (_, Some(rustls::Error::InvalidCertificate(why))) => {
                assert!(format!("{why:?}").starts_with(finding(plays)), "{} at {host}: {why:?}", fault.name);
            }
            (_, other) => unreachable!("{} at {host}: {failed:?} {other:?}", fault.name),
        }
        assert!(handshake(sandbox, host).await.is_ok(), "{} at {host}: once", fault.name);
    }
}

#[test]
fn every_fault_of_the_proxys_face_is_one_of_tls_and_says_where_it_is_to_be_had() {
    let of_proxy: Vec<&Fault> = faults::all().iter().filter(|fault| fault.face == Face::Proxy).collect();
    assert!(of_proxy.len() >= 5);
    for fault in of_proxy {
        assert!(TlsFault::named(&fault.name).is_some() && fault.does.contains("--proxy"), "{}", fault.name);
    }
    let rows = faults::document();
    let row = rows["faults"].as_array().unwrap().iter().find(|row| row["name"] == json!("tls-expired")).unwrap();
    assert_eq!(row["face"], json!("proxy"));
}

#[tokio::test]
async fn a_bad_certificate_aimed_at_a_service_is_shown_by_its_host_alone() {
    let sandbox = proxied().await;
    for (aim, struck, spared) in
        [("broker", PLATFORM, MASKINPORTEN), ("events", PLATFORM, MASKINPORTEN), ("maskinporten", MASKINPORTEN, PLATFORM)]
    {
        let set = post(&sandbox, &json!({"set": format!("tls-expired@{aim}:1")})).await;
        assert_eq!(set.json()["faults"][0]["service"], json!(aim), "{}", set.body);
        assert!(handshake(&sandbox, spared).await.is_ok(), "{aim}");
        assert!(handshake(&sandbox, struck).await.is_err(), "{aim}");
        assert!(handshake(&sandbox, struck).await.is_ok(), "{aim}: once");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn a_bad_certificate_strikes_no_call_at_the_plain_address() {
    let sandbox = proxied().await;
    let set = post(&sandbox, &json!({"set": "tls-expired"})).await;
    set.is(200);
    for _ in 0..2 {
        seen(request(&sandbox, &reqwest::Method::GET, "/jwk")).await.is(200);
    }
    assert!(handshake(&sandbox, MASKINPORTEN).await.is_err());
    assert!(handshake(&sandbox, PLATFORM).await.is_err(), "until it is cleared");
    post(&sandbox, &json!({"clear": "all"})).await;
    assert!(handshake(&sandbox, PLATFORM).await.is_ok());
    sandbox.stop().await;
}

/// A webhook must have a trusted certificate. A delivery to one without is tried again.
/// Facts platform F.2.
#[tokio::test]
async fn an_https_webhook_is_validated_once_its_certificate_is_good() {
    let sandbox = proxied().await;
    let platform = reqwest::Url::parse(&format!("https://{PLATFORM}/")).unwrap();
    let through = reqwest::Proxy::https(format!("http://{}", face(&sandbox).address)).unwrap();
    let authority = reqwest::Certificate::from_pem(face(&sandbox).certificate.as_bytes()).unwrap();
    let client = reqwest::Client::builder().proxy(through).tls_certs_only([authority]).build().unwrap();
    let assertion = Assertion::of(&sandbox, "sender", "altinn:events.subscribe").await.with("aud", format!("https://{MASKINPORTEN}/"));
    let assertion = assertion.acting_for(known::SENDER.number, None).compact();
    let form = [("grant_type", crate::support::GRANT_TYPE), ("assertion", &assertion)];
    let raw = seen(client.post(format!("https://{MASKINPORTEN}/token")).form(&form)).await.json()["access_token"].clone();
    let exchange = client.get(platform.join("authentication/api/v1/exchange/maskinporten").unwrap());
    let token = seen(exchange.bearer_auth(raw.as_str().expect("a token"))).await.body;

    post(&sandbox, &json!({"set": "tls-unknown-issuer@self-service:1"})).await;
    let subscribed = client.post(platform.join("events/api/v1/subscriptions").unwrap()).bearer_auth(&token).json(&json!({
        "endPoint": "https://am.ui.tt02.altinn.no/sandbox/sink/tls", "resourceFilter": format!("urn:altinn:resource:{}", known::RESOURCE),
        "subjectFilter": format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number)}));
    let id = seen(subscribed).await.json()["id"].as_u64().expect("a subscription");
    let row = platform.join(&format!("events/api/v1/subscriptions/{id}")).unwrap();
    let validated = async || seen(client.get(row.clone()).bearer_auth(&token)).await.json()["validated"] == json!(true);
    until("the first try", async || current(&sandbox).await == json!([])).await;
    assert!(!sandbox.world().await.sink.received.contains_key("tls"), "nothing came through");
    until("validated", validated).await;
    assert_eq!(sandbox.world().await.sink.received["tls"].len(), 1);
    sandbox.stop().await;
}
