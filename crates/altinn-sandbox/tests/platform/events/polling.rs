//! Facts platform F.1 and F.3, and facts examples 28: polling events page by page, also under the platform's real name.

use super::*;
use altinn_sandbox::Proxy;
use reqwest::{Certificate, Client};

const PLATFORM: &str = "https://platform.tt02.altinn.no/";

/// Facts platform F.1.
#[tokio::test]
async fn polling_takes_several_types_and_any_size() {
    let sandbox = open().await;
    happens(&sandbox, "published", 3).await;
    happens(&sandbox, "filepurged", 2).await;
    happens(&sandbox, "downloadconfirmed", 1).await;
    half_a_minute_passes(&sandbox).await;
    let sender = Caller::sender(&sandbox).await;
    let polled = async |query: &str| sender.get(format!("events/api/v1/events?resource={}&after=0{query}", urn(known::RESOURCE))).await;
    for (query, count) in [
        ("", 6),
        ("&type=no.altinn.broker.published&type=no.altinn.broker.filepurged", 5),
        ("&TYPE=no.altinn.broker.downloadconfirmed", 1),
        ("&type=no.altinn.broker.%25", 6),
        ("&type=%25.file_urged&type=%25confirmed", 3),
        ("&type=no.altinn.broker.*", 0),
        ("&type=", 6),
        ("&size=2", 2),
        ("&size=0", 6),
        ("&size=-3", 6),
        ("&size=5000", 6),
        ("&alternativeSubject=/organisation/1", 6),
        ("&subject=urn:altinn:organization:identifier-no:310400203&alternativeSubject=/organisation/1", 6),
    ] {
        let page = polled(query).await;
        assert_eq!((page.status.as_u16(), page.json().as_array().map(Vec::len)), (200, Some(count)), "{query}: {}", page.body);
        assert_eq!(page.header("next").is_empty(), count == 0, "{query}");
    }
    polled("&size=many").await.is(400).has("/errors/size", json!(["The value 'many' is not valid."]));
    polled("&size=").await.is(400).has("/errors/size", json!(["The value '' is invalid."]));
    sender.get("events/api/v1/events?after=0").await.is(400).has("/errors/resource", json!(["The resource field is required."]));
    let header = sender.request(Method::GET, format!("events/api/v1/events?resource={}&after=0&subject=a", urn(known::RESOURCE)));
    Answer::of(header.header("Altinn-AlternativeSubject", "/organisation/1"))
        .await
        .has("/detail", "Only one of 'subject' or 'alternativeSubject' can be defined.");
    sandbox.stop().await;
}

async fn proxied() -> Sandbox {
    let proxy = Proxy { listen: "127.0.0.1:0".parse().unwrap(), gateway: Gateway::Open };
    started(Options { people: People::Never, proxy: Some(proxy), ..Options::default() }).await
}

/// A client that uses the proxy and trusts its authority.
fn client(sandbox: &Sandbox) -> Client {
    let face = sandbox.proxy.as_ref().expect("a proxy");
    let authority = Certificate::from_pem(face.certificate.as_bytes()).unwrap();
    let proxy = reqwest::Proxy::https(format!("http://{}", face.address)).unwrap();
    Client::builder().proxy(proxy).tls_certs_only([authority]).build().unwrap()
}

async fn token(sandbox: &Sandbox, client: &Client) -> String {
    let assertion = crate::support::Assertion::of(sandbox, "sender", "altinn:events.subscribe").await;
    let assertion = assertion.with("aud", "https://test.maskinporten.no/").acting_for(known::SENDER.number, None).compact();
    let form = [("grant_type", GRANT_TYPE), ("assertion", &assertion)];
    let raw = Answer::of(client.post("https://test.maskinporten.no/token").form(&form)).await.json();
    let exchange = client.get(format!("{PLATFORM}authentication/api/v1/exchange/maskinporten"));
    Answer::of(exchange.bearer_auth(raw["access_token"].as_str().expect("a token"))).await.body
}

/// Facts examples 28.
#[tokio::test]
async fn the_next_page_is_found_under_the_platforms_own_name() {
    let sandbox = proxied().await;
    happens(&sandbox, "published", 7).await;
    half_a_minute_passes(&sandbox).await;
    let client = client(&sandbox);
    let token = token(&sandbox, &client).await;
    let begin = format!(
        "{PLATFORM}events/api/v1/events?after=0&resource={}&subject={}&size=3",
        urn(known::RESOURCE),
        subject(known::SENDER.number)
    );
    let (mut page, mut ids, mut sizes) = (begin.clone(), Vec::new(), Vec::new());
    loop {
        let answer = Answer::of(client.get(&page).bearer_auth(&token)).await;
        answer.is(200).header_is("content-type", "application/cloudevents+json; charset=utf-8");
        let events: Vec<Value> = answer.json().as_array().unwrap().clone();
        sizes.push(events.len());
        let Some(last) = events.last() else { break };
        ids.extend(events.iter().map(|event| event["id"].as_str().unwrap().to_owned()));
        page = answer.header("next").to_owned();
        assert_eq!(page, begin.replace("after=0", &format!("after={}", last["id"].as_str().unwrap())), "what was asked, after the last");
    }
    assert_eq!(sizes, [3, 3, 1, 0]);
    ids.dedup();
    assert_eq!(ids.len(), 7, "none twice, none left out");
    sandbox.stop().await;
}

/// Facts platform F.1.
#[tokio::test]
async fn polling_has_pages_and_leaves_out_what_one_may_not_see() {
    let sandbox = open().await;
    published_to_both(&sandbox, 55).await;
    half_a_minute_passes(&sandbox).await;
    let sender = Caller::sender(&sandbox).await;
    let path = format!("events/api/v1/events?resource=urn:altinn:resource:{}&after=0", known::RESOURCE);
    let first = sender.get(&path).await;
    first.is(200).header_is("content-type", "application/cloudevents+json; charset=utf-8");
    assert_eq!(first.json().as_array().map(Vec::len), Some(50), "50 unless size says otherwise");
    let own = format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number);
    assert!(first.json().as_array().unwrap().iter().all(|event| event["subject"] == own), "the recipient's are left out");
    let next = first.header("next").to_owned();
    assert!(next.starts_with(&format!("{}events/api/v1/events?after=", sandbox.origin)) && next.contains("&resource="), "{next}");
    let second = sender.get(next.strip_prefix(sandbox.origin.as_str()).unwrap()).await;
    assert_eq!(second.json().as_array().map(Vec::len), Some(5));
    let last = second.json()[4]["id"].as_str().unwrap().to_owned();
    sender.get(path.replace("after=0", &format!("after={last}"))).await.is(200).body_is(json!([]));
    assert_eq!(sender.get(format!("{path}&size=7&type=no.altinn.broker.published")).await.json().as_array().map(Vec::len), Some(7));
    assert_eq!(sender.get(format!("{path}&type=no.altinn.broker.Published")).await.json(), json!([]), "letter case counts");
    for (query, text) in [
        ("resource=acme&after=0", "The 'resource' parameter must begin with `urn:altinn:resource:`"),
        ("resource=urn:altinn:resource:a", "The 'after' parameter must be defined."),
    ] {
        let refused = sender.get(format!("events/api/v1/events?{query}")).await;
        refused.is(400).has("/detail", text).header_is("content-type", "application/cloudevents+json; charset=utf-8");
    }
    Caller::system_user(&sandbox, "sender", known::SENDER.number, "altinn:broker.read").await.get(&path).await.is(403).empty();
    sandbox.stop().await;
}

/// Facts platform F.1.
#[tokio::test]
async fn polling_refuses_what_it_lacks() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let text = async |query: &str| sender.get(format!("events/api/v1/events?{query}")).await.json()["detail"].as_str().unwrap().to_owned();
    assert_eq!(text("resource=x&after=0").await, "The 'resource' parameter must begin with `urn:altinn:resource:`");
    assert_eq!(text("resource=urn:altinn:resource:x").await, "The 'after' parameter must be defined.");
}

/// Facts platform F.1.
#[tokio::test]
async fn polling_is_half_a_minute_behind() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let path = format!("events/api/v1/events?resource={}&after=0", urn(known::RESOURCE));
    let count = async || sender.get(&path).await.json().as_array().unwrap().len();
    happens(&sandbox, "published", 2).await;
    assert_eq!(count().await, 0);
    sandbox.post("sandbox/time").json(json!({"pass": "PT10S"})).await.is(200);
    assert_eq!(count().await, 0);
    half_a_minute_passes(&sandbox).await;
    happens(&sandbox, "published", 1).await;
    assert_eq!(count().await, 2);
    sandbox.stop().await;
}
