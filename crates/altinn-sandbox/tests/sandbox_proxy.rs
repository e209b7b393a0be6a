//! The drop-in face: unmodified clients, under the services' own names, through a proxy on this machine.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox_support;

use altinn_sandbox::{Gateway, Options, People, Proxy, ProxyFace, Sandbox, known, start};
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use reqwest::{Certificate, Client, StatusCode};
use sandbox_support::{Answer, claims};
use serde_json::json;
use std::net::SocketAddr;
use std::process::Command;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const PLATFORM: &str = "https://platform.tt02.altinn.no/";
const MASKINPORTEN: &str = "https://test.maskinporten.no/";

async fn proxied(gateway: Gateway) -> Sandbox {
    let proxy = Proxy { listen: "127.0.0.1:0".parse().unwrap(), gateway };
    start(Options { people: People::Never, proxy: Some(proxy), ..Options::default() }).await.expect("the sandbox starts")
}

fn face(sandbox: &Sandbox) -> &ProxyFace {
    sandbox.proxy.as_ref().expect("a proxy")
}

/// A client that knows nothing but HTTPS_PROXY and the authority.
fn client(sandbox: &Sandbox) -> Client {
    let face = face(sandbox);
    let proxy = reqwest::Proxy::https(format!("http://{}", face.address)).unwrap();
    let authority = Certificate::from_pem(face.certificate.as_bytes()).unwrap();
    Client::builder().proxy(proxy).tls_certs_only([authority]).build().unwrap()
}

async fn get(sandbox: &Sandbox, url: &str) -> Answer {
    Answer::of(client(sandbox).get(url)).await
}

async fn assertion(sandbox: &Sandbox, aud: &str, scope: &str) -> String {
    let known = known::client("sender").unwrap();
    let world = sandbox.world().await;
    let key = EncodingKey::from_rsa_pem(world.keys.holders[&known.key].pem.expose().as_bytes()).unwrap();
    let mut header = Header::new(Algorithm::RS256);
    header.kid = Some(known.kid());
    let now = Timestamp::now().as_second();
    let claims = json!({"aud": aud, "iss": known.id, "scope": scope, "iat": now, "exp": now + 100, "jti": uuid::Uuid::new_v4(),
        "authorization_details": [{"type": "urn:altinn:systemuser",
            "systemuser_org": {"authority": "iso6523-actorid-upis", "ID": format!("0192:{}", known.organisation)}}]});
    jsonwebtoken::encode(&header, &claims, &key).unwrap()
}

async fn token(sandbox: &Sandbox, maskinporten: &str, scope: &str) -> Answer {
    let assertion = assertion(sandbox, maskinporten, scope).await;
    let form = [("grant_type", sandbox_support::GRANT_TYPE), ("assertion", &assertion)];
    Answer::of(client(sandbox).post(format!("{maskinporten}token")).form(&form)).await
}

async fn raw(address: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn the_answers_name_the_hosts_that_were_asked() {
    let sandbox = proxied(Gateway::Open).await;
    let metadata = get(&sandbox, "https://test.maskinporten.no/.well-known/oauth-authorization-server").await.json();
    assert_eq!(metadata["issuer"], "https://test.maskinporten.no/");
    assert_eq!(metadata["token_endpoint"], "https://test.maskinporten.no/token");
    let metadata = get(&sandbox, "https://maskinporten.no/.well-known/oauth-authorization-server").await.json();
    assert_eq!(metadata["issuer"], "https://maskinporten.no/");
    let openid = get(&sandbox, "https://platform.altinn.no/authentication/api/v1/openid/.well-known/openid-configuration").await.json();
    assert_eq!(openid["issuer"], "https://platform.altinn.no/authentication/api/v1/openid/");

    let direct = Answer::of(sandbox_support::client().get(sandbox.origin.join(".well-known/oauth-authorization-server").unwrap())).await;
    assert_eq!(direct.json()["issuer"], sandbox.origin.as_str());
    sandbox.stop().await;
}

#[tokio::test]
async fn a_token_of_one_face_is_good_there_and_nowhere_else() {
    let sandbox = proxied(Gateway::Open).await;
    let answer = token(&sandbox, MASKINPORTEN, "altinn:broker.write").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let raw = answer.json()["access_token"].as_str().unwrap().to_owned();
    assert_eq!(claims(&raw)["iss"], MASKINPORTEN);

    let exchange = |platform: &str| format!("{platform}authentication/api/v1/exchange/maskinporten");
    let exchanged = Answer::of(client(&sandbox).get(exchange(PLATFORM)).bearer_auth(&raw)).await;
    assert_eq!(exchanged.status, StatusCode::OK, "{}", exchanged.body);
    assert_eq!(claims(&exchanged.body)["iss"], "https://platform.tt02.altinn.no/authentication/api/v1/openid/");

    let search = format!("broker/api/v1/filetransfer?resourceId={}", known::RESOURCE);
    let found = Answer::of(client(&sandbox).get(format!("{PLATFORM}{search}")).bearer_auth(&exchanged.body)).await;
    assert_eq!(found.status, StatusCode::OK, "{}", found.body);
    for elsewhere in ["https://platform.altinn.no/", sandbox.origin.as_str()] {
        let request = if elsewhere.starts_with("https") { client(&sandbox) } else { sandbox_support::client() };
        let refused = Answer::of(request.get(exchange(elsewhere)).bearer_auth(&raw)).await;
        assert_eq!(refused.status, StatusCode::UNAUTHORIZED, "{elsewhere}");
    }

    let local = assertion(&sandbox, sandbox.origin.as_str(), "altinn:broker.write").await;
    let form = [("grant_type", sandbox_support::GRANT_TYPE), ("assertion", &local)];
    let refused = Answer::of(client(&sandbox).post(format!("{MASKINPORTEN}token")).form(&form)).await;
    assert!(refused.body.contains("Invalid JWT claim aud"), "{}", refused.body);
    assert!(refused.json()["error_uri"].as_str().is_none_or(|uri| uri.starts_with(MASKINPORTEN)), "{}", refused.body);
    sandbox.stop().await;
}

#[tokio::test]
async fn one_world_stands_behind_every_face() {
    let sandbox = proxied(Gateway::Open).await;
    let raw = token(&sandbox, MASKINPORTEN, "altinn:broker.write").await.json()["access_token"].as_str().unwrap().to_owned();
    let sent = Answer::of(client(&sandbox).post(format!("{PLATFORM}broker/api/v1/filetransfer")).bearer_auth(&raw).json(&json!({
        "fileName": "a.txt", "resourceId": known::RESOURCE, "sendersFileTransferReference": "a",
        "sender": format!("0192:{}", known::SENDER.number), "recipients": [format!("0192:{}", known::RECIPIENT.number)],
        "propertyList": {}})))
    .await;
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.body);
    let id = sent.json()["fileTransferId"].as_str().unwrap().to_owned();
    let direct = sandbox_support::Assertion::of(&sandbox, "sender", "altinn:broker.write")
        .await
        .acting_for(known::SENDER.number, None)
        .token(&sandbox)
        .await;
    let key = sandbox.world().await.api_key.expose().to_owned();
    let url = sandbox.origin.join(&format!("broker/api/v1/filetransfer/{id}")).unwrap();
    let seen = Answer::of(sandbox_support::client().get(url).bearer_auth(direct).header("Ocp-Apim-Subscription-Key", key)).await;
    assert_eq!(seen.json()["fileTransferId"], id.as_str(), "{}", seen.body);
    sandbox.stop().await;
}

#[tokio::test]
async fn each_name_serves_what_is_its_own() {
    let sandbox = proxied(Gateway::Open).await;
    for (url, status) in [
        ("https://test.maskinporten.no/jwk", StatusCode::OK),
        ("https://TEST.maskinporten.no/jwk", StatusCode::OK),
        ("https://test.maskinporten.no/broker/api/v1/filetransfer", StatusCode::NOT_FOUND),
        ("https://platform.tt02.altinn.no/jwk", StatusCode::NOT_FOUND),
        ("https://platform.tt02.altinn.no/sandbox/world", StatusCode::NOT_FOUND),
        ("https://platform.tt02.altinn.no/broker/api/v1/filetransfer", StatusCode::UNAUTHORIZED),
        ("https://am.ui.tt02.altinn.no/token", StatusCode::NOT_FOUND),
        ("https://am.ui.tt02.altinn.no/", StatusCode::OK),
        ("https://am.ui.tt02.altinn.no/sandbox/style.css", StatusCode::OK),
        ("https://sjolvbetjening.test.samarbeid.digdir.no/", StatusCode::OK),
        ("https://sjolvbetjening.test.samarbeid.digdir.no/api/v1/scopes/all", StatusCode::NOT_FOUND),
        ("https://onboarding.test.maskinporten.no/", StatusCode::OK),
        ("https://onboarding.maskinporten.no/", StatusCode::OK),
        ("https://altinncdn.no/orgs/altinn-orgs.json", StatusCode::OK),
        ("https://altinncdn.no/sandbox/", StatusCode::NOT_FOUND),
        ("https://api.test.samarbeid.digdir.no/sandbox/", StatusCode::NOT_FOUND),
        ("https://api.test.samarbeid.digdir.no/api/v1/scopes/all?accessible_for_all=true", StatusCode::OK),
        ("https://altinn-testtools-token-generator.azurewebsites.net/api/GetEnterpriseToken?env=tt02&scopes=a", StatusCode::UNAUTHORIZED),
    ] {
        // At another name it is another service that answers: the documents say nothing of that.
        assert_eq!(Answer::unjudged(client(&sandbox).get(url)).await.status, status, "{url}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn the_gateway_is_open_as_tt02s_is_unless_it_is_told_otherwise() {
    for (gateway, challenged) in [(Gateway::Open, false), (Gateway::Keyed, true)] {
        let sandbox = proxied(gateway).await;
        let answer = get(&sandbox, "https://platform.tt02.altinn.no/broker/api/v1/filetransfer").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert_eq!(
            answer.header("www-authenticate").contains("https://platform.tt02.altinn.no/broker"),
            challenged,
            "{:?}",
            answer.headers
        );
        sandbox.stop().await;
    }
}

#[tokio::test]
async fn every_other_name_is_refused_with_a_sentence() {
    let sandbox = proxied(Gateway::Open).await;
    let address = face(&sandbox).address;
    for other in
        ["example.org:443", "altinn.no:443", "platform.at22.altinn.cloud:443", "ver2.maskinporten.no:443", "127.0.0.1:443", "[::1]:443"]
    {
        let answer = raw(address, &format!("CONNECT {other} HTTP/1.1\r\nHost: {other}\r\n\r\n")).await;
        let name = other.trim_end_matches(":443");
        // Most clients show the first line and nothing else.
        assert!(answer.starts_with(&format!("HTTP/1.1 403 The sandbox does not answer for {name}, and passes nothing on\r\n")), "{answer}");
        assert!(answer.contains("It answers for test.maskinporten.no, "), "{answer}");
    }
    let head = |first: &str| format!("{first} HTTP/1.1\r\nHost: test.maskinporten.no\r\nProxy-Authorization: Basic YTpi\r\n\r\n");
    for (asked, status, said) in [
        ("GET http://test.maskinporten.no/jwk", "403", "http is refused"),
        ("GET https://test.maskinporten.no/jwk", "400", "without CONNECT"),
        ("GET /", "400", "set HTTPS_PROXY to this address"),
        ("CONNECT test.maskinporten.no:80", "403", "test.maskinporten.no:80: the services"),
        ("CONNECT [2a02:9cc::301]:443", "403", "does not answer for [2a02:9cc::301],"),
        ("connect test.maskinporten.no:443", "400", "no request that a proxy can read"),
    ] {
        let answer = raw(address, &head(asked)).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")) && answer.contains(said), "{asked}: {answer}");
    }
    sandbox.stop().await;
}

/// What a client still sends when it is refused must not cost it the answer.
#[tokio::test]
async fn a_refusal_arrives_whatever_follows_what_is_refused() {
    let sandbox = proxied(Gateway::Open).await;
    let address = face(&sandbox).address;
    let body = "b".repeat(300_000);
    for (asked, status) in [
        (format!("POST http://test.maskinporten.no/token HTTP/1.1\r\nContent-Length: {}\r\n\r\n{body}", body.len()), "403"),
        (format!("CONNECT example.org:443 HTTP/1.1\r\n\r\n\u{16}\u{3}\u{1}{body}"), "403"),
        (format!("CONNECT {} HTTP/1.1\r\nX: {body}", "a".repeat(300)), "400"),
        (format!("\u{16}\u{3}\u{1}{body}"), "400"),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(), "400"),
    ] {
        let answer = raw(address, &asked).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
    }
    assert!(client(&sandbox).get("https://example.org/").send().await.is_err());
    sandbox.stop().await;
}

#[tokio::test]
async fn it_listens_on_this_machine_alone() {
    let proxy = Proxy { listen: "0.0.0.0:0".parse().unwrap(), gateway: Gateway::Open };
    let refused = start(Options { proxy: Some(proxy), ..Options::default() }).await.expect_err("not loopback");
    assert!(refused.to_string().contains("0.0.0.0:0 is not an address of this machine alone"), "{refused}");
}

#[tokio::test]
async fn c2_ex9_the_list_of_service_owners_is_where_everybody_reads_it() {
    let sandbox = proxied(Gateway::Open).await;
    let list = get(&sandbox, "https://altinncdn.no/orgs/altinn-orgs.json").await.json();
    let owner = &list["orgs"]["prov"];
    assert_eq!(owner["orgnr"], known::SERVICE_OWNER.number);
    assert_eq!(owner["name"]["nb"], known::SERVICE_OWNER.name);
    // TTD has no organisation's number.
    assert_eq!(list["orgs"]["ttd"]["orgnr"], "");
    sandbox.stop().await;
}

/// Idle connections, and those that stop in the middle of a head, end by themselves; meanwhile others are served.
#[tokio::test]
async fn many_that_say_nothing_hold_nobody_up_for_long() {
    let sandbox = proxied(Gateway::Open).await;
    let address = face(&sandbox).address;
    let mut silent = Vec::new();
    for at in 0..300 {
        let mut stream = TcpStream::connect(address).await.unwrap();
        if at % 2 == 0 {
            stream.write_all(b"CONNECT test.maskinporten.no:443 HTT").await.unwrap();
        }
        silent.push(stream);
    }
    let began = std::time::Instant::now();
    assert_eq!(get(&sandbox, "https://test.maskinporten.no/jwk").await.status, StatusCode::OK);
    assert!(began.elapsed() < std::time::Duration::from_secs(20), "{:?}", began.elapsed());
    let mut first = silent.remove(0);
    let ended = tokio::time::timeout(std::time::Duration::from_secs(20), first.read(&mut [0; 16])).await;
    assert!(matches!(ended, Ok(Ok(0) | Err(_))), "{ended:?}");
    sandbox.stop().await;
}

#[tokio::test]
async fn a_request_is_approved_at_access_management() {
    let sandbox = proxied(Gateway::Open).await;
    let world = sandbox.world().await;
    let request = world.systems.pending().next().expect("a known request that waits").id;
    drop(world);
    let url = format!("https://am.ui.tt02.altinn.no/accessmanagement/ui/systemuser/request?id={request}&DONTCHOOSEREPORTEE=true");
    let page = get(&sandbox, &url).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.header("content-type").starts_with("text/html"));
    sandbox.stop().await;
}

/// Each kind of request has its page at access management (facts platform D.2).
#[tokio::test]
async fn d2_every_confirm_url_opens_through_the_proxy() {
    let sandbox = proxied(Gateway::Open).await;
    let scopes = "altinn:authentication/systemregister.write altinn:authentication/systemuser.request.write altinn:authentication/systemuser.request.read";
    let raw = token(&sandbox, MASKINPORTEN, scopes).await.json()["access_token"].as_str().expect("a token").to_owned();
    let exchange = format!("{PLATFORM}authentication/api/v1/exchange/maskinporten");
    let token = Answer::of(client(&sandbox).get(exchange).bearer_auth(&raw)).await.body;
    let authentication = format!("{PLATFORM}authentication/api/v1");
    let number = known::SENDER.number;
    let query =
        format!("{authentication}/systemuser/vendor/byquery?system-id={}&orgno={number}&external-ref={number}", known::SENDER_SYSTEM);
    let user = Answer::of(client(&sandbox).get(query).bearer_auth(&token)).await.json()["id"].as_str().expect("a system user").to_owned();
    let system = format!("{number}_byraa");
    let packages = json!([{"urn": "urn:altinn:accesspackage:regnskapsforer-lonn"}]);
    let names = json!({"nb": "Byrå", "nn": "Byrå", "en": "Office"});
    let body = json!({"id": system, "vendor": {"ID": format!("0192:{number}")}, "name": names, "description": names,
                      "isVisible": false, "accessPackages": packages});
    let registered =
        Answer::of(client(&sandbox).post(format!("{authentication}/systemregister/vendor")).bearer_auth(&token).json(&body)).await;
    assert_eq!(registered.status, StatusCode::OK, "{}", registered.body);
    let waits = sandbox.world().await.systems.pending().next().expect("one that waits").id;
    let right = json!([{"resource": [{"id": "urn:altinn:resource", "value": known::RESOURCE}]}]);
    let asked = [
        ("request", format!("systemuser/request/vendor/{waits}"), None),
        (
            "agentrequest",
            "systemuser/request/vendor/agent".to_owned(),
            Some(json!({"systemId": system, "partyOrgNo": known::RECIPIENT.number, "accessPackages": packages})),
        ),
        (
            "changerequest",
            format!("systemuser/changerequest/vendor?correlation-id={}&system-user-id={user}", uuid::Uuid::new_v4()),
            Some(json!({"requiredRights": [], "unwantedRights": right, "requiredAccessPackages": [], "unwantedAccessPackages": []})),
        ),
    ];
    for (page, path, body) in asked {
        let call = match body {
            Some(body) => client(&sandbox).post(format!("{authentication}/{path}")).json(&body),
            None => client(&sandbox).get(format!("{authentication}/{path}")),
        };
        let answer = Answer::of(call.bearer_auth(&token)).await;
        let confirm = answer.json()["confirmUrl"].as_str().unwrap_or_else(|| panic!("{page}: {}", answer.body)).to_owned();
        assert!(confirm.starts_with(&format!("https://am.ui.tt02.altinn.no/accessmanagement/ui/systemuser/{page}?id=")), "{confirm}");
        let shown = get(&sandbox, &confirm).await;
        assert!(shown.status == StatusCode::OK && shown.body.contains(">Approve<"), "{page}: {}", shown.body);
    }
    sandbox.stop().await;
}

/// The platform's own test receiver, as a subscription names it (facts platform F.2): the sandbox finds it at itself.
#[tokio::test]
async fn an_event_finds_a_webhook_under_one_of_the_names() {
    let sandbox = proxied(Gateway::Open).await;
    let raw = token(&sandbox, MASKINPORTEN, "altinn:broker.write altinn:events.subscribe").await;
    let raw = raw.json()["access_token"].as_str().expect("a token").to_owned();
    let exchange = format!("{PLATFORM}authentication/api/v1/exchange/maskinporten");
    let exchanged = Answer::of(client(&sandbox).get(exchange).bearer_auth(&raw)).await.body;
    let subscriptions = format!("{PLATFORM}events/api/v1/subscriptions");
    let subscribed = Answer::of(client(&sandbox).post(&subscriptions).bearer_auth(&exchanged).json(&json!({
        "endPoint": "https://am.ui.tt02.altinn.no/sandbox/sink/sender",
        "resourceFilter": format!("urn:altinn:resource:{}", known::RESOURCE),
        "subjectFilter": format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number)})))
    .await;
    assert_eq!(subscribed.status, StatusCode::CREATED, "{}", subscribed.body);
    let id = subscribed.json()["id"].clone();
    let mut validated = false;
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while !validated && std::time::Instant::now() < deadline {
        let one = Answer::of(client(&sandbox).get(format!("{subscriptions}/{id}")).bearer_auth(&exchanged)).await;
        validated = one.json()["validated"] == true;
    }
    assert!(validated, "the sink answers the validation");
    let kept = get(&sandbox, "https://am.ui.tt02.altinn.no/sandbox/sink/sender").await.json();
    let source = kept["events"][0]["source"].as_str().expect("a source");
    assert!(source.starts_with("https://platform.tt02.altinn.no/events/api/v1/subscriptions/"), "{source}");
    sandbox.stop().await;
}

#[tokio::test]
async fn faults_of_the_certificate_are_the_clients_to_find() {
    let sandbox = proxied(Gateway::Open).await;
    for fault in ["tls-expired:1", "tls-wrong-name:1"] {
        sandbox.shared().faults.set(fault.parse().expect("a fault"));
        let failed = client(&sandbox).get(MASKINPORTEN).send().await.expect_err("a bad certificate");
        assert!(format!("{failed:?}").to_lowercase().contains("certificate"), "{failed:?}");
        assert_eq!(get(&sandbox, "https://test.maskinporten.no/jwk").await.status, StatusCode::OK);
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
    assert_eq!(get(&second, "https://test.maskinporten.no/jwk").await.status, StatusCode::OK);
    second.stop().await;
}

/// OpenSSL's strictest reading of RFC 5280, which Python 3.13 has by default.
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

#[tokio::test]
async fn e_delete_of_a_resource_is_refused_in_production_alone() {
    let sandbox = proxied(Gateway::Open).await;
    for (maskinporten, platform, status) in
        [("https://maskinporten.no/", "https://platform.altinn.no/", 403), (MASKINPORTEN, PLATFORM, 204)]
    {
        let raw = owners_token(&sandbox, maskinporten).await;
        let url = format!("{platform}resourceregistry/api/v1/resource/prov-generell");
        let answer = Answer::of(client(&sandbox).delete(url).bearer_auth(raw)).await;
        let text = if status == 403 { "Delete operation is not allowed in PROD environment" } else { "" };
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (status, text), "{platform}");
    }
    sandbox.stop().await;
}

/// A raw token of the service owner, to publish with.
async fn owners_token(sandbox: &Sandbox, aud: &str) -> String {
    let known = known::client("service-owner").unwrap();
    let world = sandbox.world().await;
    let key = EncodingKey::from_rsa_pem(world.keys.holders[&known.key].pem.expose().as_bytes()).unwrap();
    let mut header = Header::new(Algorithm::RS256);
    header.kid = Some(known.kid());
    let now = Timestamp::now().as_second();
    let claims = json!({"aud": aud, "iss": known.id, "scope": "altinn:resourceregistry/resource.write", "iat": now, "exp": now + 100,
                        "jti": uuid::Uuid::new_v4()});
    let assertion = jsonwebtoken::encode(&header, &claims, &key).unwrap();
    let form = [("grant_type", sandbox_support::GRANT_TYPE), ("assertion", &assertion)];
    let answer = Answer::of(client(sandbox).post(format!("{aud}token")).form(&form)).await;
    answer.json()["access_token"].as_str().unwrap().to_owned()
}
