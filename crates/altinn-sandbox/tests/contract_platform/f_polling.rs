//! Facts platform F.1 and F.3, and facts examples 28: filters that match exactly, and polling page by page, under the platform's own name too.

use super::calls::{Calls, until};
use super::hook::{Hook, Meets};
use super::sandbox_support::{Answer, GRANT_TYPE, open, started};
use altinn_sandbox::events::{BrokerEvent, Party, publish};
use altinn_sandbox::{Gateway, Options, People, Proxy, Sandbox, known};
use reqwest::{Certificate, Client, Method};
use serde_json::{Value, json};
use uuid::Uuid;

const SUBSCRIPTIONS: &str = "events/api/v1/subscriptions";
const PLATFORM: &str = "https://platform.tt02.altinn.no/";

fn urn() -> String {
    format!("urn:altinn:resource:{}", known::RESOURCE)
}

fn subject(party: &str) -> String {
    format!("urn:altinn:organization:identifier-no:{party}")
}

async fn happens(sandbox: &Sandbox, name: &'static str, count: usize) {
    let shared = sandbox.shared();
    let mut world = shared.world.lock().await;
    for _ in 0..count {
        let organisation = known::SENDER.number.to_owned();
        let transfer = Uuid::new_v4();
        let event = BrokerEvent { name, resource: known::RESOURCE.to_owned(), transfer, organisation, party: Party::Sender };
        publish(shared, &mut world, &event);
    }
}

#[tokio::test]
async fn f1_filters_are_equal_letter_by_letter_and_an_empty_one_matches_nothing() {
    let sandbox = open().await;
    // A rule names the service owner: it may ask for anybody's events, so that the filter alone decides.
    let owner = Calls::service_owner(&sandbox).await;
    let sender = subject(known::SENDER.number);
    let kind = "no.altinn.broker.published";
    let cases = [
        (json!({}), true),
        (json!({"typeFilter": kind}), true),
        (json!({"typeFilter": null, "subjectFilter": null}), true),
        (json!({"typeFilter": kind, "subjectFilter": sender}), true),
        (json!({"TypeFilter": kind, "SUBJECTFILTER": sender}), true),
        (json!({"typeFilter": "no.altinn.broker.Published"}), false),
        (json!({"typeFilter": "no.altinn.broker.publish"}), false),
        (json!({"typeFilter": "no.altinn.broker.*"}), false),
        (json!({"typeFilter": ""}), false),
        (json!({"subjectFilter": ""}), false),
        (json!({"subjectFilter": subject(known::RECIPIENT.number)}), false),
        (json!({"subjectFilter": sender.to_uppercase()}), false),
        (json!({"subjectFilter": format!("/organisation/{}", known::SENDER.number)}), false),
    ];
    let mut hooks = Vec::new();
    for (filters, matches) in cases {
        let hook = Hook::that(vec![Meets::Status(200)]).await;
        let mut body = json!({"endPoint": hook.url, "resourceFilter": urn()});
        body.as_object_mut().unwrap().extend(filters.as_object().unwrap().clone());
        let made = owner.post(SUBSCRIPTIONS, &body).await;
        assert_eq!(made.status, 201, "{filters}: {}", made.body);
        let shown = made.json();
        for (name, value) in filters.as_object().unwrap() {
            let name = if name.eq_ignore_ascii_case("typeFilter") { "typeFilter" } else { "subjectFilter" };
            assert_eq!(
                shown.get(name),
                Some(value).filter(|value| !value.is_null()),
                "{filters}: as sent, an empty one too; null is left out"
            );
        }
        let row = format!("{SUBSCRIPTIONS}/{}", shown["id"]);
        until("validated", async || owner.get(&row).await.json()["validated"] == true).await;
        hooks.push((filters, matches, hook));
    }
    happens(&sandbox, "published", 1).await;
    until("delivered", async || sandbox.world().await.events.waiting() == 0).await;
    for (filters, matches, hook) in hooks {
        assert_eq!(hook.events().len(), usize::from(matches), "{filters}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn f1_a_body_that_is_none_and_members_of_another_kind() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let sent = async |body: &str| {
        let request = sender.request(Method::POST, SUBSCRIPTIONS).header("Content-Type", "application/json; charset=utf-8");
        Answer::of(request.body(body.to_owned())).await
    };
    for (body, key) in [
        ("", ""),
        ("null", ""),
        ("[]", "$"),
        ("{", "$"),
        (r#"{"endPoint":7}"#, "$.endPoint"),
        (r#"{"sourceFilter":"https://"}"#, "$.sourceFilter"),
        (r#"{"typeFilter":[]}"#, "$.typeFilter"),
        (r#"{"includeSubunits":"yes"}"#, "$.includeSubunits"),
    ] {
        let refused = sent(body).await;
        assert_eq!(refused.status, 400, "{body}: {}", refused.body);
        assert!(refused.json()["errors"][key].is_array() && refused.json().get("code").is_none(), "{body}: {}", refused.body);
    }
    let ids = async |id: &str| sender.get(&format!("{SUBSCRIPTIONS}/{id}")).await.status.as_u16();
    assert_eq!((ids("x").await, ids("99999999999").await, ids("-1").await, ids("7").await), (400, 400, 404, 404), "a number of 32 bits");
    sandbox.stop().await;
}

/// A body that is wrong in every respect, mended from the first row on: each refusal is the next row's.
#[tokio::test]
async fn f1_the_rows_come_in_their_order() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let scopeless = Calls::system_user(&sandbox, "sender", known::SENDER.number, "altinn:broker.read").await;
    let mut body = json!({"endPoint": "https://[", "sourceFilter": "/x", "resourceFilter": "urn:altinn:resource:Stor",
                          "alternativeSubjectFilter": "/organisation/1", "includeSubunits": true});
    let told = async |calls: &Calls<'_>, body: &Value| {
        let answer = calls.post(SUBSCRIPTIONS, body).await;
        (answer.status.as_u16(), if answer.body.is_empty() { Value::Null } else { answer.json() })
    };
    assert_eq!(told(&Calls::nobody(&sandbox), &body).await, (401, Value::Null));
    let row_2 = told(&scopeless, &body).await;
    assert!(row_2.0 == 400 && row_2.1["errors"]["$.endPoint"].is_array(), "{row_2:?}");
    body["endPoint"] = json!("ftp://a.no/x");
    assert_eq!(told(&scopeless, &body).await, (400, json!("Missing or invalid endpoint to push events towards")));
    body["endPoint"] = json!("https://hooks.example.no/a");
    assert_eq!(told(&scopeless, &body).await, (400, json!("SourceFilter must be an absolute URL with the https scheme.")));
    body["sourceFilter"] = json!("https://platform.tt02.altinn.no/broker/api/v1/file");
    assert_eq!(told(&scopeless, &body).await, (403, Value::Null));
    assert_eq!(told(&sender, &body).await, (400, json!("Resource filter must be a valid urn")));
    body["resourceFilter"] = Value::Null;
    assert_eq!(told(&sender, &body).await, (400, json!("Resource filter is required.")));
    body["resourceFilter"] = json!(urn());
    assert_eq!(told(&sender, &body).await, (400, json!("Source filter is not supported for subscriptions on this resource.")));
    body["sourceFilter"] = Value::Null;
    assert_eq!(told(&sender, &body).await, (400, json!("AlternativeSubject filter is not supported for subscriptions on this resource.")));
    body["alternativeSubjectFilter"] = json!("");
    assert_eq!(told(&sender, &body).await, (400, json!("IncludeSubunits requires a subject filter.")));
    body["subjectFilter"] = json!(subject(known::RECIPIENT.number));
    assert_eq!(told(&sender, &body).await, (403, json!(format!("Not authorized to create a subscription for resource {}.", urn()))));
    body["subjectFilter"] = json!(subject(known::SENDER.number));
    let made = told(&sender, &body).await;
    assert_eq!((made.0, &made.1["includeSubunits"]), (201, &json!(true)));
    sandbox.stop().await;
}

#[tokio::test]
async fn f1_an_organisation_of_its_own_is_an_identity_too() {
    let sandbox = open().await;
    let sender = Calls::organisation(&sandbox, "sender", "altinn:events.subscribe").await;
    let body = |resource: &str| json!({"endPoint": "https://127.0.0.1:1/a", "resourceFilter": format!("urn:altinn:resource:{resource}")});
    let made = sender.post(SUBSCRIPTIONS, &body("prov-kun-organisasjon")).await;
    let identity = json!(format!("/organisation/{}", known::SENDER.number));
    assert_eq!((made.status.as_u16(), &made.json()["consumer"], &made.json()["createdBy"]), (201, &identity, &identity), "{}", made.body);
    assert_eq!(sender.get(SUBSCRIPTIONS).await.json()["count"], 1);
    assert_eq!(Calls::sender(&sandbox).await.get(SUBSCRIPTIONS).await.json()["count"], 0, "its system user is another");
    // A rule that names it lets it in for every party; roles never do.
    assert_eq!(sender.post(SUBSCRIPTIONS, &body("prov-kun-roller")).await.status, 403);
    sandbox.stop().await;
}

/// Routing refuses a type that the call does not declare, before it is asked who calls; no type at all is the body reader's affair.
#[tokio::test]
async fn f_415_405_and_404_come_before_the_token_and_are_empty() {
    let sandbox = open().await;
    let nobody = Calls::nobody(&sandbox);
    for (method, path) in [(Method::POST, SUBSCRIPTIONS), (Method::GET, "events/api/v1/events"), (Method::POST, "events/api/v1/events")] {
        let typed = Answer::of(nobody.request(method.clone(), path).header("Content-Type", "text/plain")).await;
        assert_eq!((typed.status.as_u16(), typed.body.as_str()), (415, ""), "{method} {path}");
        assert_eq!(nobody.bare(method, path).await.status, 401, "{path}");
    }
    for (method, path, allowed) in [
        (Method::PATCH, SUBSCRIPTIONS.to_owned(), "GET, POST"),
        (Method::PUT, format!("{SUBSCRIPTIONS}/1"), "DELETE, GET"),
        (Method::GET, format!("{SUBSCRIPTIONS}/validate/1"), "PUT"),
        (Method::DELETE, "events/api/v1/events".to_owned(), "GET, POST"),
    ] {
        let refused = Answer::unjudged(nobody.request(method, &path)).await;
        assert_eq!((refused.status.as_u16(), refused.header("allow"), refused.body.as_str()), (405, allowed, ""), "{path}");
    }
    let lost = nobody.get("events/api/v1/subscription/1").await;
    assert_eq!((lost.status.as_u16(), lost.body.as_str()), (404, ""), "where Location leads");
    let untyped = Answer::of(Calls::sender(&sandbox).await.request(Method::POST, SUBSCRIPTIONS)).await;
    assert_eq!((untyped.status.as_u16(), untyped.json()["title"].as_str()), (415, Some("Unsupported Media Type")));
    sandbox.stop().await;
}

#[tokio::test]
async fn f1_polling_takes_several_types_and_any_size() {
    let sandbox = open().await;
    happens(&sandbox, "published", 3).await;
    happens(&sandbox, "filepurged", 2).await;
    happens(&sandbox, "downloadconfirmed", 1).await;
    let sender = Calls::sender(&sandbox).await;
    let polled = async |query: &str| sender.get(&format!("events/api/v1/events?resource={}&after=0{query}", urn())).await;
    for (query, count) in [
        ("", 6),
        ("&type=no.altinn.broker.published&type=no.altinn.broker.filepurged", 5),
        ("&TYPE=no.altinn.broker.downloadconfirmed", 1),
        ("&type=", 6),
        ("&size=2", 2),
        ("&size=0", 6),
        ("&size=-3", 6),
        ("&size=5000", 6),
        ("&alternativeSubject=/organisation/1", 0),
    ] {
        let page = polled(query).await;
        assert_eq!((page.status.as_u16(), page.json().as_array().map(Vec::len)), (200, Some(count)), "{query}: {}", page.body);
        assert_eq!(page.header("next").is_empty(), count == 0, "{query}");
    }
    let wordy = polled("&size=many").await;
    assert_eq!((wordy.status.as_u16(), &wordy.json()["errors"]["size"]), (400, &json!(["The value 'many' is not valid."])));
    let whole = sender.get("events/api/v1/events?after=0").await;
    assert_eq!((whole.status.as_u16(), &whole.json()["errors"]["resource"]), (400, &json!(["The resource field is required."])));
    let header = sender.request(Method::GET, &format!("events/api/v1/events?resource={}&after=0&subject=a", urn()));
    let both = Answer::of(header.header("Altinn-AlternativeSubject", "/organisation/1")).await;
    assert_eq!(both.json()["detail"], "Only one of 'subject' or 'alternativeSubject' can be defined.");
    sandbox.stop().await;
}

async fn proxied() -> Sandbox {
    let proxy = Proxy { listen: "127.0.0.1:0".parse().unwrap(), gateway: Gateway::Open };
    started(Options { people: People::Never, proxy: Some(proxy), ..Options::default() }).await
}

/// A client that knows the names, the proxy and its authority.
fn client(sandbox: &Sandbox) -> Client {
    let face = sandbox.proxy.as_ref().expect("a proxy");
    let authority = Certificate::from_pem(face.certificate.as_bytes()).unwrap();
    let proxy = reqwest::Proxy::https(format!("http://{}", face.address)).unwrap();
    Client::builder().proxy(proxy).tls_certs_only([authority]).build().unwrap()
}

async fn token(sandbox: &Sandbox, client: &Client) -> String {
    let assertion = super::sandbox_support::Assertion::of(sandbox, "sender", "altinn:events.subscribe").await;
    let assertion = assertion.with("aud", "https://test.maskinporten.no/").acting_for(known::SENDER.number, None).compact();
    let form = [("grant_type", GRANT_TYPE), ("assertion", &assertion)];
    let raw = Answer::of(client.post("https://test.maskinporten.no/token").form(&form)).await.json();
    let exchange = client.get(format!("{PLATFORM}authentication/api/v1/exchange/maskinporten"));
    Answer::of(exchange.bearer_auth(raw["access_token"].as_str().expect("a token"))).await.body
}

#[tokio::test]
async fn ex_28_the_next_page_is_found_under_the_platforms_own_name() {
    let sandbox = proxied().await;
    happens(&sandbox, "published", 7).await;
    let client = client(&sandbox);
    let token = token(&sandbox, &client).await;
    let begin = format!("{PLATFORM}events/api/v1/events?resource={}&after=0&subject={}&size=3", urn(), subject(known::SENDER.number));
    let (mut page, mut ids, mut sizes) = (begin.clone(), Vec::new(), Vec::new());
    loop {
        let answer = Answer::of(client.get(&page).bearer_auth(&token)).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "application/cloudevents+json"), "{}", answer.body);
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
