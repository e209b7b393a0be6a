use super::broker::instant;
use super::calls::{Calls, until};
use super::sandbox_support::{Answer, open};
use altinn_sandbox::known;
use reqwest::Method;
use serde_json::{Value, json};

const PATH: &str = "events/api/v1/subscriptions";

fn urn(resource: &str) -> String {
    format!("urn:altinn:resource:{resource}")
}

fn subject(party: &str) -> String {
    format!("urn:altinn:organization:identifier-no:{party}")
}

fn body(end_point: &str, party: &str) -> Value {
    json!({"endPoint": end_point, "resourceFilter": urn(known::RESOURCE), "subjectFilter": subject(party), "typeFilter": "no.altinn.broker.published"})
}

#[tokio::test]
async fn f_1_only_an_exchanged_token_and_json_come_in() {
    let sandbox = open().await;
    let nobody = Calls::nobody(&sandbox).get(PATH).await;
    assert_eq!((nobody.status.as_u16(), nobody.body.as_str(), nobody.header("www-authenticate")), (401, "", ""));
    assert_eq!(Calls::raw(&sandbox, "sender", "altinn:events.subscribe").await.get(PATH).await.status, 401);
    let sender = Calls::sender(&sandbox).await;
    let typed = Answer::of(sender.request(Method::POST, PATH).header("Content-Type", "text/plain").body("{}")).await;
    assert_eq!(typed.status, 415);
    assert_eq!(sender.get(PATH).await.json(), json!({"count": 0, "subscriptions": []}));
}

#[tokio::test]
async fn f_1_each_row_refuses_in_its_own_words() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let sound = || body("https://hooks.example.no/a", known::SENDER.number);
    let refused = async |member: &str, value: Value| {
        let mut body = sound();
        body[member] = value;
        let answer = sender.post(PATH, &body).await;
        (answer.status.as_u16(), answer.json())
    };
    let end_point = json!("Missing or invalid endpoint to push events towards");
    assert_eq!(refused("endPoint", Value::Null).await, (400, end_point.clone()));
    assert_eq!(refused("endPoint", json!("/relative")).await, (400, end_point.clone()));
    assert_eq!(refused("endPoint", json!("http://hooks.example.no/a")).await, (400, end_point));
    let https = json!("SourceFilter must be an absolute URL with the https scheme.");
    assert_eq!(refused("sourceFilter", json!("http://x.no")).await, (400, https));
    assert_eq!(refused("resourceFilter", json!("URN:altinn:resource:x")).await, (400, json!("Resource filter must be a valid urn")));
    assert_eq!(refused("resourceFilter", Value::Null).await, (400, json!("Resource filter is required.")));
    let source = json!("Source filter is not supported for subscriptions on this resource.");
    assert_eq!(refused("sourceFilter", json!("https://platform.tt02.altinn.no/broker/api/v1/file")).await, (400, source));
    let alternative = json!("AlternativeSubject filter is not supported for subscriptions on this resource.");
    assert_eq!(refused("alternativeSubjectFilter", json!("/organisation/1")).await, (400, alternative));
    let denied = json!(format!("Not authorized to create a subscription for resource {}.", urn(known::RESOURCE)));
    assert_eq!(refused("subjectFilter", Value::Null).await, (403, denied.clone()));
    assert_eq!(refused("subjectFilter", json!(subject(known::RECIPIENT.number))).await, (403, denied));
    assert_eq!(refused("resourceFilter", json!(urn("prov-uten-abonnement"))).await.0, 403);
    let mut subunits = sound();
    subunits["subjectFilter"] = Value::Null;
    subunits["includeSubunits"] = json!(true);
    assert_eq!(sender.post(PATH, &subunits).await.json(), json!("IncludeSubunits requires a subject filter."));
    let malformed = sender.post(PATH, &json!({"endPoint": "https://["})).await;
    assert_eq!((malformed.status.as_u16(), malformed.json()["errors"]["$.endPoint"].is_array()), (400, true));
    let scopeless = Calls::system_user(&sandbox, "sender", known::SENDER.number, "altinn:broker.write").await.post(PATH, &sound()).await;
    assert_eq!((scopeless.status.as_u16(), scopeless.body.as_str()), (403, ""));
}

#[tokio::test]
async fn f_1_a_repeat_is_201_with_the_same_row_and_only_its_identity_sees_it() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let body = body("https://127.0.0.1:1/a", known::SENDER.number);
    let made = sender.post(PATH, &body).await;
    assert_eq!(made.status, 201);
    let id = made.json()["id"].as_u64().unwrap();
    assert_eq!(made.header("location"), format!("/events/api/v1/subscription/{id}"));
    assert!(made.json()["consumer"].as_str().unwrap().starts_with("/systemuser/"));
    assert!(made.json()["created"].as_str().unwrap().ends_with('Z'));
    let again = sender.post(PATH, &body).await;
    assert_eq!((again.status.as_u16(), again.json()["id"].as_u64()), (201, Some(id)));
    assert_eq!(sender.get(PATH).await.json()["count"], 1);
    let one = format!("{PATH}/{id}");
    let other = Calls::organisation(&sandbox, "sender", "altinn:events.subscribe").await;
    assert_eq!(other.get(PATH).await.json()["count"], 0);
    assert_eq!(other.get(&one).await.status, 403);
    assert_eq!(sender.get(&format!("{PATH}/1")).await.status, 404);
    assert_eq!(sender.get(&format!("{PATH}/x")).await.status, 400);
    let deleted = sender.bare(Method::DELETE, &one).await;
    assert_eq!((deleted.status.as_u16(), deleted.body.as_str()), (200, ""));
}

#[tokio::test]
async fn f_1_a_rule_that_names_the_owner_lets_it_subscribe_without_a_party() {
    let sandbox = open().await;
    let owner = Calls::service_owner(&sandbox).await;
    let body = json!({"endPoint": "https://127.0.0.1:1/a", "resourceFilter": urn(known::RESOURCE)});
    let made = owner.post(PATH, &body).await;
    assert_eq!((made.status.as_u16(), made.json()["consumer"].as_str()), (201, Some("/org/prov")));
}

#[tokio::test]
async fn f_2_a_webhook_that_answers_is_validated_and_gets_an_event() {
    let sandbox = instant().await;
    let sender = Calls::sender(&sandbox).await;
    let hook = sandbox.origin.join("sandbox/sink/test").unwrap();
    let id = sender.post(PATH, &body(hook.as_str(), known::SENDER.number)).await.json()["id"].as_u64().unwrap();
    until("validated", async || sender.get(&format!("{PATH}/{id}")).await.json()["validated"] == true).await;
    let polling = format!("events/api/v1/events?resource={}&after=0&subject={}", urn(known::RESOURCE), subject(known::SENDER.number));
    until("an event", async || !sender.get(&polling).await.json().as_array().unwrap().is_empty()).await;
    let polled = sender.get(&polling).await;
    assert!(polled.header("content-type").starts_with("application/cloudevents+json"));
    let event = polled.json()[0].clone();
    let members: Vec<&str> = event.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(members, ["specversion", "id", "type", "time", "resource", "resourceinstance", "subject", "source", "data"]);
    assert!(polled.header("next").contains("after="));
    until("delivered", async || serde_json::to_string(&sandbox.world().await.sink).unwrap().contains("no.altinn.broker.published")).await;
}

#[tokio::test]
async fn f_1_polling_refuses_what_it_lacks() {
    let sandbox = open().await;
    let sender = Calls::sender(&sandbox).await;
    let text = async |query: &str| sender.get(&format!("events/api/v1/events?{query}")).await.json()["detail"].as_str().unwrap().to_owned();
    assert_eq!(text("resource=x&after=0").await, "The 'resource' parameter must begin with `urn:altinn:resource:`");
    assert_eq!(text("resource=urn:altinn:resource:x").await, "The 'after' parameter must be defined.");
    let both = "resource=urn:altinn:resource:x&after=0&subject=a&alternativeSubject=b";
    assert_eq!(text(both).await, "Only one of 'subject' or 'alternativeSubject' can be defined.");
}
