use super::*;
use crate::journey::ReceivedBy;

const VALIDATION: &str = r#"{"specversion":"1.0","id":"6e5f2cbe-0a6e-4a5c-8f55-6cb7b1a44a0e","source":"https://platform.tt02.altinn.no/events/api/v1/subscriptions/17","type":"platform.events.validatesubscription"}"#;
const PUBLISHED: &str = r#"{"specversion":"1.0","id":"b3c0","type":"no.altinn.broker.published","time":"2026-11-23T09:00:00.1234567+00:00","resource":"urn:altinn:resource:acme-files","resourceinstance":"7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11","subject":null,"source":"https://platform.tt02.altinn.no/broker/api/v1/filetransfer","data":{"Role":"Sender"}}"#;

async fn receiver() -> Receiver {
    listen(SocketAddr::from(([127, 0, 0, 1], 0))).await.expect("a free port")
}

async fn post(url: &Url, content_type: &str, body: impl Into<reqwest::Body>) -> u16 {
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let request = client.post(url.clone()).header("content-type", content_type).body(body);
    request.send().await.expect("an answer").status().as_u16()
}

#[tokio::test]
async fn a_validation_is_answered_and_names_its_subscription() {
    let mut receiver = receiver().await;
    assert_eq!(post(&receiver.url, "application/json; charset=utf-8", VALIDATION).await, 200);
    assert!(matches!(receiver.arrivals.recv().await, Some(Arrival::Validation { subscription: Some(17), .. })));
    receiver.stop().await;
}

#[tokio::test]
async fn an_event_delivered_several_times_is_reported_once() {
    let mut receiver = receiver().await;
    for _ in 0..3 {
        assert_eq!(post(&receiver.url, "application/cloudevents+json", PUBLISHED).await, 200);
    }
    assert_eq!(post(&receiver.url, "application/json", VALIDATION).await, 200);
    let Some(Arrival::Event { event, kind }) = receiver.arrivals.recv().await else { panic!("no event") };
    assert_eq!((kind.as_str(), event.by), ("no.altinn.broker.published", ReceivedBy::Receiver));
    assert_eq!(event.event_type.map(|t| t.to_string()).as_deref(), Some("no.altinn.broker.published"));
    assert_eq!(event.transfer.map(|id| id.to_string()).as_deref(), Some("7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"));
    assert!(matches!(receiver.arrivals.recv().await, Some(Arrival::Validation { .. })));
}

#[tokio::test]
async fn only_events_at_the_secret_address_are_taken() {
    let mut receiver = receiver().await;
    let elsewhere = receiver.url.join("/guess").expect("an address");
    assert_eq!(post(&elsewhere, "application/json", PUBLISHED).await, 404);
    assert_eq!(post(&receiver.url, "text/plain", PUBLISHED).await, 415);
    assert_eq!(post(&receiver.url, "application/json", "{\"id\":").await, 400);
    assert_eq!(post(&receiver.url, "application/json", "{\"id\":\"\",\"type\":\"x\"}").await, 400);
    assert_eq!(post(&receiver.url, "application/json", "x".repeat(LARGEST_BODY + 1)).await, 413);
    for expected in [415, 400, 400, 413] {
        assert!(matches!(receiver.arrivals.recv().await, Some(Arrival::Refused { status, .. }) if status == expected));
    }
}

#[tokio::test]
async fn a_full_channel_is_answered_with_503() {
    let receiver = receiver().await;
    for number in 0..WAITING {
        let event = format!(r#"{{"id":"{number}","type":"no.altinn.broker.published"}}"#);
        assert_eq!(post(&receiver.url, "application/json", event).await, 200);
    }
    assert_eq!(post(&receiver.url, "application/json", PUBLISHED).await, 503);
}

#[tokio::test]
async fn an_address_that_others_can_reach_is_refused() {
    for address in ["0.0.0.0:0", "192.0.2.1:0"] {
        let refused = listen(address.parse().expect("an address")).await.map(|receiver| receiver.url.clone());
        assert_eq!(refused.map_err(|error| error.kind()), Err(io::ErrorKind::InvalidInput));
    }
}

#[tokio::test]
async fn a_given_secret_keeps_the_address() {
    let receiver = listen_at(SocketAddr::from(([127, 0, 0, 1], 0)), "kept-42").await.expect("a free port");
    assert_eq!(receiver.url.path(), "/kept-42");
    let odd = listen_at(SocketAddr::from(([127, 0, 0, 1], 0)), "a/b").await.map(|receiver| receiver.url.clone());
    assert_eq!(odd.map_err(|error| error.kind()), Err(io::ErrorKind::InvalidInput));
}
