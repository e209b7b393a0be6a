//! Facts platform F: what `tests/sandbox_services/events.rs` does not hold already.

use super::calls::{Calls, until};
use super::sandbox_support::{Answer, claims, open, started};
use altinn_sandbox::events::{BrokerEvent, Party, publish};
use altinn_sandbox::{Caches, Gateway, Options, People, Sandbox, Strictness, known};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;
use uuid::Uuid;

const SUBSCRIPTIONS: &str = "events/api/v1/subscriptions";

fn subscription(sandbox: &Sandbox) -> Value {
    json!({"endPoint": format!("{}sandbox/sink/f", sandbox.origin), "resourceFilter": format!("urn:altinn:resource:{}", known::RESOURCE),
           "subjectFilter": format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number), "typeFilter": "no.altinn.broker.published"})
}

fn with(sandbox: &Sandbox, member: &str, value: Value) -> Value {
    let mut body = subscription(sandbox);
    body[member] = value;
    body
}

#[tokio::test]
async fn f1_each_row_refuses_in_its_own_words() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let resource = format!("urn:altinn:resource:{}", known::RESOURCE);
    for (member, value, status, body) in [
        ("endPoint", Value::Null, 400, "Missing or invalid endpoint to push events towards"),
        ("endPoint", json!("/relative"), 400, "Missing or invalid endpoint to push events towards"),
        ("endPoint", json!("http://hooks.example.no/a"), 400, "Missing or invalid endpoint to push events towards"),
        ("sourceFilter", json!("http://a.no/x"), 400, "SourceFilter must be an absolute URL with the https scheme."),
        ("resourceFilter", json!("urn:altinn:resource:Stor"), 400, "Resource filter must be a valid urn"),
        ("resourceFilter", Value::Null, 400, "Resource filter is required."),
        ("sourceFilter", json!("https://a.no/x"), 400, "Source filter is not supported for subscriptions on this resource."),
        (
            "alternativeSubjectFilter",
            json!("/organisation/1"),
            400,
            "AlternativeSubject filter is not supported for subscriptions on this resource.",
        ),
        (
            "subjectFilter",
            json!(format!("urn:altinn:organization:identifier-no:{}", known::RECIPIENT.number)),
            403,
            format!("Not authorized to create a subscription for resource {resource}.").as_str(),
        ),
    ] {
        let answer = sender.post(SUBSCRIPTIONS, &with(&sandbox, member, value.clone())).await;
        assert_eq!((answer.status.as_u16(), answer.json()), (status, json!(body)), "{member} {value}");
    }
    let mut subunits = with(&sandbox, "includeSubunits", json!(true));
    subunits["subjectFilter"] = Value::Null;
    assert_eq!(sender.post(SUBSCRIPTIONS, &subunits).await.json(), json!("IncludeSubunits requires a subject filter."));
    sandbox.stop().await;
}

#[tokio::test]
async fn f1_bodies_that_are_none_scopes_that_lack_and_tokens_that_are_raw() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let typed =
        |kind: &'static str, body: &'static str| sender.request(Method::POST, SUBSCRIPTIONS).header("Content-Type", kind).body(body);
    let text = Answer::of(typed("text/plain", "{}")).await;
    assert_eq!((text.status.as_u16(), text.body.as_str()), (415, ""));
    let broken = Answer::of(typed("application/json", "{")).await;
    assert_eq!((broken.status.as_u16(), broken.json()["errors"]["$"].is_array()), (400, true));
    let no_uri = sender.post(SUBSCRIPTIONS, &with(&sandbox, "endPoint", json!("https://"))).await;
    assert!(no_uri.json()["errors"]["$.endPoint"].is_array(), "{}", no_uri.body);
    let raw = Calls::raw(&sandbox, "sender", "altinn:events.subscribe").await.post(SUBSCRIPTIONS, &subscription(&sandbox)).await;
    assert_eq!((raw.status.as_u16(), raw.body.as_str(), raw.header("www-authenticate")), (401, "", ""));
    let scopeless = Calls::system_user(&sandbox, "sender", known::SENDER.number, "altinn:broker.read").await;
    let refused = scopeless.post(SUBSCRIPTIONS, &subscription(&sandbox)).await;
    assert_eq!((refused.status.as_u16(), refused.body.as_str()), (403, ""));
    assert_eq!(scopeless.get(SUBSCRIPTIONS).await.json(), json!({"count": 0, "subscriptions": []}), "listing needs a token only");
    sandbox.stop().await;
}

#[tokio::test]
async fn f1_always_201_one_row_and_one_identity_each() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let made = sender.post(SUBSCRIPTIONS, &subscription(&sandbox)).await;
    let id = made.json()["id"].as_u64().unwrap();
    assert_eq!((made.status.as_u16(), made.header("location")), (201, format!("/events/api/v1/subscription/{id}").as_str()));
    let names: Vec<String> = made.json().as_object().unwrap().keys().cloned().collect();
    assert_eq!(
        names,
        [
            "id",
            "endPoint",
            "resourceFilter",
            "subjectFilter",
            "typeFilter",
            "consumer",
            "createdBy",
            "created",
            "validated",
            "includeSubunits"
        ]
    );
    let again = sender.post(SUBSCRIPTIONS, &subscription(&sandbox)).await;
    assert_eq!((again.status.as_u16(), again.json()["id"].as_u64()), (201, Some(id)));
    assert!(made.json()["consumer"].as_str().unwrap().starts_with("/systemuser/"));
    let one = format!("{SUBSCRIPTIONS}/{id}");
    let organisation = Calls::organisation(&sandbox, "sender", "altinn:events.subscribe").await;
    for method in [Method::GET, Method::DELETE] {
        let theirs = organisation.bare(method, &one).await;
        assert_eq!((theirs.status.as_u16(), theirs.body.as_str()), (403, ""));
    }
    assert_eq!(organisation.get(SUBSCRIPTIONS).await.json()["count"], 0);
    let wrong = sender.get(&format!("{SUBSCRIPTIONS}/x")).await;
    assert_eq!((wrong.status.as_u16(), wrong.json()["errors"]["id"].clone()), (400, json!(["The value 'x' is not valid."])));
    let deleted = sender.bare(Method::DELETE, &one).await;
    assert_eq!((deleted.status.as_u16(), deleted.body.as_str()), (200, ""));
    let gone = sender.get(&one).await;
    assert_eq!((gone.status.as_u16(), gone.body.as_str()), (404, ""));
    sandbox.stop().await;
}

#[tokio::test]
async fn f1_what_is_not_for_us() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    assert_eq!(sender.bare(Method::PUT, &format!("{SUBSCRIPTIONS}/validate/1")).await.status, 403);
    let publishing = sender.request(Method::POST, "events/api/v1/events").header("Content-Type", "application/cloudevents+json").body("{}");
    assert_eq!(Answer::of(publishing).await.status, 403);
    assert_eq!(Calls::nobody(&sandbox).post("events/api/v1/tests/webhookreceiver", &json!({})).await.status, 200);
    assert_eq!(Calls::nobody(&sandbox).bare(Method::POST, "events/api/v1/tests/webhookreceiver").await.status, 415);
    sandbox.stop().await;
}

async fn happens(sandbox: &Sandbox, count: usize) {
    let shared = sandbox.shared();
    let mut world = shared.world.lock().await;
    for _ in 0..count {
        for (organisation, party) in [(known::SENDER.number, Party::Sender), (known::RECIPIENT.number, Party::Recipient)] {
            let event = BrokerEvent {
                name: "published",
                resource: known::RESOURCE.to_owned(),
                transfer: Uuid::new_v4(),
                organisation: organisation.to_owned(),
                party,
            };
            publish(shared, &mut world, &event);
        }
    }
}

#[tokio::test]
async fn f1_polling_has_pages_and_leaves_out_what_one_may_not_see() {
    let sandbox = open().await;
    happens(&sandbox, 55).await;
    let sender = Calls::sender(&sandbox).await;
    let path = format!("events/api/v1/events?resource=urn:altinn:resource:{}&after=0", known::RESOURCE);
    let first = sender.get(&path).await;
    assert_eq!((first.status.as_u16(), first.header("content-type")), (200, "application/cloudevents+json"));
    assert_eq!(first.json().as_array().map(Vec::len), Some(50), "50 unless size says otherwise");
    let own = format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number);
    assert!(first.json().as_array().unwrap().iter().all(|event| event["subject"] == own), "the recipient's are left out");
    let next = first.header("next").to_owned();
    assert!(next.starts_with(sandbox.origin.as_str()) && next.contains("resource=") && next.contains("after="));
    let second = sender.get(next.strip_prefix(sandbox.origin.as_str()).unwrap()).await;
    assert_eq!(second.json().as_array().map(Vec::len), Some(5));
    let last = second.json()[4]["id"].as_str().unwrap().to_owned();
    let nothing = sender.get(&path.replace("after=0", &format!("after={last}"))).await;
    assert_eq!((nothing.status.as_u16(), nothing.json()), (200, json!([])));
    assert_eq!(sender.get(&format!("{path}&size=7&type=no.altinn.broker.published")).await.json().as_array().map(Vec::len), Some(7));
    assert_eq!(sender.get(&format!("{path}&type=no.altinn.broker.Published")).await.json(), json!([]), "exact equality");
    for (query, text) in [
        ("resource=acme&after=0", "The 'resource' parameter must begin with `urn:altinn:resource:`"),
        ("resource=urn:altinn:resource:a", "The 'after' parameter must be defined."),
        (
            "resource=urn:altinn:resource:a&after=0&subject=a&alternativeSubject=b",
            "Only one of 'subject' or 'alternativeSubject' can be defined.",
        ),
    ] {
        let refused = sender.get(&format!("events/api/v1/events?{query}")).await;
        assert_eq!((refused.status.as_u16(), refused.json()["detail"].as_str()), (400, Some(text)), "{}", refused.body);
    }
    let scopeless = Calls::system_user(&sandbox, "sender", known::SENDER.number, "altinn:broker.read").await.get(&path).await;
    assert_eq!((scopeless.status.as_u16(), scopeless.body.as_str()), (403, ""));
    sandbox.stop().await;
}

async fn received(sandbox: &Sandbox) -> Vec<Value> {
    let list = Calls::nobody(sandbox).get("sandbox/sink/f").await.json();
    list["events"].as_array().unwrap().iter().filter(|event| event["type"] == "no.altinn.broker.published").cloned().collect()
}

async fn validated(sandbox: &Sandbox, calls: &Calls<'_>) -> String {
    let id = calls.post(SUBSCRIPTIONS, &subscription(sandbox)).await.json()["id"].to_string();
    let one = format!("{SUBSCRIPTIONS}/{id}");
    until("validated", async || calls.get(&one).await.json()["validated"] == true).await;
    one
}

#[tokio::test]
async fn f2_the_subscriptions_of_a_kind_of_event_are_remembered_for_an_hour() {
    let strictness = Strictness { caches: Caches::AsAltinn, ..Strictness::default() };
    let sandbox = started(Options { gateway: Gateway::Open, people: People::Never, strictness, ..Options::default() }).await;
    let sender = Calls::sender(&sandbox).await;
    happens(&sandbox, 1).await;
    let one = validated(&sandbox, &sender).await;
    happens(&sandbox, 1).await;
    assert!(
        received(&sandbox).await.is_empty() && sandbox.world().await.events.waiting() == 0,
        "nobody subscribed when it was asked first"
    );
    sandbox.world().await.memory.pass(Duration::from_secs(60 * 60));
    happens(&sandbox, 1).await;
    until("delivered", async || received(&sandbox).await.len() == 1).await;
    sender.bare(Method::DELETE, &one).await;
    happens(&sandbox, 1).await;
    until("delivered although deleted", async || received(&sandbox).await.len() == 2).await;
    sandbox.world().await.memory.pass(Duration::from_secs(60 * 60));
    happens(&sandbox, 1).await;
    assert_eq!(sandbox.world().await.events.waiting(), 0);
    sandbox.stop().await;
}

#[tokio::test]
async fn f2_the_consumer_is_authorised_anew_at_delivery() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    validated(&sandbox, &sender).await;
    happens(&sandbox, 1).await;
    until("delivered", async || received(&sandbox).await.len() == 1).await;
    let owner = Calls::organisation(&sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
    let path = format!("resourceregistry/api/v1/resource/{}/policy", known::RESOURCE);
    let file = owner.get(&path).await.body.replace(">subscribe<", ">sign<");
    let body = format!("--b\r\nContent-Disposition: form-data; name=\"policyFile\"; filename=\"p.xml\"\r\n\r\n{file}\r\n--b--\r\n");
    let upload = owner.request(Method::PUT, &path).header("Content-Type", "multipart/form-data; boundary=b").body(body);
    assert_eq!(Answer::of(upload).await.status, 201);
    happens(&sandbox, 1).await;
    until("judged", async || sandbox.world().await.events.waiting() == 0).await;
    assert_eq!(received(&sandbox).await.len(), 1, "it may no longer have it");
    sandbox.stop().await;
}

/// No skew: a second after its end a token is refused, and so is a fresh one where the clock of Events is behind that of the exchange.
#[tokio::test]
async fn f_no_skew_a_token_ends_on_its_second_and_begins_on_it() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let exp = claims(sender.token.as_deref().unwrap())["exp"].as_i64().unwrap();
    let at = async |service: &str, after_its_end: i64, path: &str| {
        let ahead = exp - jiff::Timestamp::now().as_second() + after_its_end;
        sandbox.shared().faults.clear_all();
        sandbox.shared().faults.set(format!("clock@{service}={ahead}").parse().unwrap());
        let answer = sender.get(path).await;
        (answer.status.as_u16(), answer.body.clone(), answer.header("www-authenticate").to_owned())
    };
    let refused = (401, String::new(), String::new());
    assert_eq!(at("events", -10, SUBSCRIPTIONS).await.0, 200);
    assert_eq!(at("events", 2, SUBSCRIPTIONS).await, refused);
    assert_eq!(at("events", -1810, SUBSCRIPTIONS).await, refused, "not yet: ten seconds before it was made");
    let register = "authentication/api/v1/systemregister/vendor";
    assert_eq!(at("systems", 2, register).await.0, 403, "Authentication allows ten seconds, and misses the scope");
    assert_eq!(at("systems", 15, register).await, refused);
    assert_eq!(at("systems", 15, SUBSCRIPTIONS).await.0, 200, "each service has a clock of its own");
    sandbox.stop().await;
}
