//! The host names that the proxy answers for, and what each of them serves.

use super::*;
use altinn_sandbox::{Limits, Proxy, start};
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

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

    let direct = Answer::of(crate::support::client().get(sandbox.origin.join(".well-known/oauth-authorization-server").unwrap())).await;
    assert_eq!(direct.json()["issuer"], sandbox.origin.as_str());
    sandbox.stop().await;
}

#[tokio::test]
async fn a_token_of_one_face_is_good_there_and_nowhere_else() {
    let sandbox = proxied(Gateway::Open).await;
    let answer = token(&sandbox, MASKINPORTEN, "altinn:broker.write").await;
    answer.is(200);
    let raw = answer.json()["access_token"].as_str().unwrap().to_owned();
    assert_eq!(claims(&raw)["iss"], MASKINPORTEN);

    let exchange = |platform: &str| format!("{platform}authentication/api/v1/exchange/maskinporten");
    let exchanged = Answer::of(client(&sandbox).get(exchange(PLATFORM)).bearer_auth(&raw)).await;
    exchanged.is(200);
    assert_eq!(claims(&exchanged.body)["iss"], "https://platform.tt02.altinn.no/authentication/api/v1/openid/");

    let search = format!("broker/api/v1/filetransfer?resourceId={}", known::RESOURCE);
    Answer::of(client(&sandbox).get(format!("{PLATFORM}{search}")).bearer_auth(&exchanged.body)).await.is(200);
    for elsewhere in ["https://platform.altinn.no/", sandbox.origin.as_str()] {
        let request = if elsewhere.starts_with("https") { client(&sandbox) } else { crate::support::client() };
        let refused = Answer::of(request.get(exchange(elsewhere)).bearer_auth(&raw)).await;
        assert_eq!(refused.status, StatusCode::UNAUTHORIZED, "{elsewhere}");
    }

    let local = assertion(&sandbox, sandbox.origin.as_str(), "altinn:broker.write").await;
    let form = [("grant_type", crate::support::GRANT_TYPE), ("assertion", &local)];
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
    sent.is(200);
    let id = sent.json()["fileTransferId"].as_str().unwrap().to_owned();
    let direct = crate::support::Assertion::of(&sandbox, "sender", "altinn:broker.write")
        .await
        .acting_for(known::SENDER.number, None)
        .token(&sandbox)
        .await;
    let key = sandbox.world().await.api_key.expose().to_owned();
    let url = sandbox.origin.join(&format!("broker/api/v1/filetransfer/{id}")).unwrap();
    let seen = Answer::of(crate::support::client().get(url).bearer_auth(direct).header("Ocp-Apim-Subscription-Key", key)).await;
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
        // Under another name another service answers, which the published documents do not describe.
        assert_eq!(Answer::unjudged(client(&sandbox).get(url)).await.status, status, "{url}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn the_gateway_is_open_as_tt02s_is_unless_it_is_told_otherwise() {
    for (gateway, challenged) in [(Gateway::Open, false), (Gateway::Keyed, true)] {
        let sandbox = proxied(gateway).await;
        let answer = get(&sandbox, "https://platform.tt02.altinn.no/broker/api/v1/filetransfer").await;
        answer.is(401);
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

/// A refused client that is still sending must get the answer.
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
async fn the_proxy_listens_on_this_machine_alone() {
    let proxy = Proxy { listen: "0.0.0.0:0".parse().unwrap(), gateway: Gateway::Open };
    let refused = start(Options { proxy: Some(proxy), ..Options::default() }).await.expect_err("not loopback");
    assert!(refused.to_string().contains("0.0.0.0:0 is not an address of this machine alone"), "{refused}");
}

/// Connections that are idle or stop in the middle of a head are closed; meanwhile others are served.
#[tokio::test]
async fn many_that_say_nothing_hold_nobody_up_for_long() {
    let limits = Limits { head: std::time::Duration::from_secs(2), ..Limits::default() };
    let proxy = Proxy { listen: "127.0.0.1:0".parse().unwrap(), gateway: Gateway::Open };
    let sandbox =
        start(Options { people: People::Never, proxy: Some(proxy), limits, ..Options::default() }).await.expect("the sandbox starts");
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
    get(&sandbox, "https://test.maskinporten.no/jwk").await.is(200);
    assert!(began.elapsed() < std::time::Duration::from_secs(20), "{:?}", began.elapsed());
    let mut first = silent.remove(0);
    let ended = tokio::time::timeout(std::time::Duration::from_secs(20), first.read(&mut [0; 16])).await;
    assert!(matches!(ended, Ok(Ok(0) | Err(_))), "{ended:?}");
    sandbox.stop().await;
}
