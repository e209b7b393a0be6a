use super::*;
use crate::journey::Cause;
use crate::services::stub_server::{API_KEY, StubServer, token};
use crate::values::{OrgNumber, ResourceId};
use serde_json::json;

fn new(event_type: Option<&str>) -> NewSubscription {
    let party: OrgNumber = "310456780".parse().unwrap();
    let resource: ResourceId = "acme-broker-test".parse().unwrap();
    NewSubscription {
        endpoint: Url::parse("https://hooks.example.no/altinn/3f9c").unwrap(),
        resource: ResourceFilter::of(&resource),
        subject: SubjectFilter::of(&party),
        event_type: event_type.map(|text| text.parse().unwrap()),
    }
}

/// A subscription as Events returns it (facts examples 24).
fn row() -> Value {
    json!({"id": 1234, "endPoint": "https://hooks.example.no/altinn/3f9c", "resourceFilter": "urn:altinn:resource:acme-broker-test",
        "subjectFilter": "urn:altinn:organization:identifier-no:310456780", "typeFilter": "no.altinn.broker.published",
        "consumer": "/systemuser/0d9b2c4e-6f1a-4b3c-8d5e-7a9b0c1d2e3f", "createdBy": "/systemuser/0d9b2c4e-6f1a-4b3c-8d5e-7a9b0c1d2e3f",
        "created": "2026-09-21T15:10:00.123456Z", "validated": false, "includeSubunits": false})
}

#[tokio::test]
async fn the_golden_request_of_a_subscription() {
    let stub = StubServer::json(201, &row());
    let (token, text) = token();
    let made = stub.services.subscribe(&token, &new(Some("no.altinn.broker.Published"))).await.unwrap();
    let request = stub.request();
    assert_eq!(request.line(), "POST /events/api/v1/subscriptions");
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.header("authorization"), Some(format!("Bearer {text}").as_str()));
    assert_eq!(request.header("ocp-apim-subscription-key"), Some(API_KEY));
    let expected = json!({"endPoint": "https://hooks.example.no/altinn/3f9c", "resourceFilter": "urn:altinn:resource:acme-broker-test",
        "subjectFilter": "urn:altinn:organization:identifier-no:310456780", "typeFilter": "no.altinn.broker.published"});
    assert_eq!(request.json(), expected);
    assert_eq!((made.id, made.validated, made.source_filter), (1234, false, None));
}

#[tokio::test]
async fn all_types_means_no_filter_and_never_an_empty_one() {
    let stub = StubServer::json(201, &row());
    stub.services.subscribe(&token().0, &new(None)).await.unwrap();
    let names: Vec<String> = stub.request().json().as_object().unwrap().keys().cloned().collect();
    assert_eq!(names, ["endPoint", "resourceFilter", "subjectFilter"]);
}

/// The list of (facts examples 25), and one with the capitalised members of the old documentation.
#[tokio::test]
async fn lists_are_read_in_either_case() {
    let stub = StubServer::json(200, &json!({"count": 1, "subscriptions": [row()]}));
    let rows = stub.services.subscriptions(&token().0).await.unwrap();
    assert_eq!(stub.request().line(), "GET /events/api/v1/subscriptions");
    let old = json!({"Count": 1, "Subscriptions": [{"Id": 7, "EndPoint": "https://x.no/", "SourceFilter": "https://platform.altinn.no/broker/api/v1/file",
        "Consumer": "/org/acme", "Validated": true}]});
    let old = StubServer::json(200, &old).services.subscriptions(&token().0).await.unwrap();
    assert_eq!((rows[0].type_filter.as_deref(), rows[0].validated), (Some("no.altinn.broker.published"), false));
    assert_eq!((old[0].consumer.as_str(), old[0].validated, old[0].source_filter.is_some()), ("/org/acme", true, true));
    assert_eq!(StubServer::json(200, &json!({"count": 0, "subscriptions": []})).services.subscriptions(&token().0).await, Ok(vec![]));
}

#[tokio::test]
async fn one_is_asked_for_by_its_number() {
    let stub = StubServer::json(200, &row());
    assert_eq!(stub.services.subscription(&token().0, 1234).await.map(|row| row.id), Ok(1234));
    assert_eq!(stub.request().line(), "GET /events/api/v1/subscriptions/1234");
}

#[tokio::test]
async fn refusals_are_json_strings() {
    let words = "Not authorized to create a subscription for resource urn:altinn:resource:acme-broker-test.";
    let problem = StubServer::json(403, &json!(words)).services.subscribe(&token().0, &new(None)).await.unwrap_err();
    let refusal = problem.refusal().unwrap();
    assert_eq!((refusal.cause, refusal.text.as_deref()), (Cause::SubscribeNotAllowed, Some(words)));
}

/// The answer of (facts examples 28).
#[tokio::test]
async fn events_are_asked_for_by_resource_and_party_from_the_last_one_on() {
    let event = json!({"specversion": "1.0", "id": "f2a9f0b4", "type": "no.altinn.broker.published", "time": "2026-09-21T15:20:00.123456Z",
        "resource": "urn:altinn:resource:acme-broker-test", "resourceinstance": "8d0a1b2c-3d4e-4f5a-9b6c-7d8e9f0a1b2c",
        "subject": "urn:altinn:organization:identifier-no:310456780"});
    let stub = StubServer::text(200, "application/cloudevents+json; charset=utf-8", &json!([event]).to_string());
    let made = new(None);
    let events = stub.services.events(&token().0, &made.resource, &made.subject, Some("0f1e")).await.unwrap();
    assert_eq!(
        stub.request().line(),
        "GET /events/api/v1/events?resource=urn%3Aaltinn%3Aresource%3Aacme-broker-test&after=0f1e\
         &subject=urn%3Aaltinn%3Aorganization%3Aidentifier-no%3A310456780&size=1000"
    );
    assert_eq!(events.iter().map(|event| (event.id.as_str(), event.by)).collect::<Vec<_>>(), [("f2a9f0b4", ReceivedBy::Poll)]);
    let none = StubServer::text(200, "application/cloudevents+json", "[]");
    assert_eq!(none.services.events(&token().0, &made.resource, &made.subject, None).await, Ok(vec![]));
}
