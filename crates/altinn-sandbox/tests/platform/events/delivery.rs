//! Facts platform F.2: which subscriptions get an event.

use super::*;
use altinn_sandbox::{Caches, Strictness};
use std::time::Duration;

async fn received(sandbox: &Sandbox) -> Vec<Value> {
    let list = Caller::nobody(sandbox).get("sandbox/sink/f").await.json();
    list["events"].as_array().unwrap().iter().filter(|event| event["type"] == "no.altinn.broker.published").cloned().collect()
}

async fn validated(sandbox: &Sandbox, caller: &Caller<'_>) -> String {
    let id = caller.post(SUBSCRIPTIONS).json(subscription(sandbox)).await.json()["id"].to_string();
    let one = format!("{SUBSCRIPTIONS}/{id}");
    until("validated", async || caller.get(&one).await.json()["validated"] == true).await;
    one
}

#[tokio::test]
async fn the_subscriptions_of_a_kind_of_event_are_remembered_for_an_hour() {
    let strictness = Strictness { caches: Caches::AsAltinn, ..Strictness::default() };
    let sandbox = started(Options { gateway: Gateway::Open, people: People::Never, strictness, ..Options::default() }).await;
    let sender = Caller::sender(&sandbox).await;
    published_to_both(&sandbox, 1).await;
    let one = validated(&sandbox, &sender).await;
    published_to_both(&sandbox, 1).await;
    assert!(
        received(&sandbox).await.is_empty() && sandbox.world().await.events.waiting() == 0,
        "nobody subscribed when it was asked first"
    );
    sandbox.world().await.memory.pass(Duration::from_secs(60 * 60));
    published_to_both(&sandbox, 1).await;
    until("delivered", async || received(&sandbox).await.len() == 1).await;
    sender.delete(&one).await;
    published_to_both(&sandbox, 1).await;
    until("delivered although deleted", async || received(&sandbox).await.len() == 2).await;
    sandbox.world().await.memory.pass(Duration::from_secs(60 * 60));
    published_to_both(&sandbox, 1).await;
    assert_eq!(sandbox.world().await.events.waiting(), 0);
    sandbox.stop().await;
}

#[tokio::test]
async fn the_consumer_is_authorised_anew_at_delivery() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    validated(&sandbox, &sender).await;
    published_to_both(&sandbox, 1).await;
    until("delivered", async || received(&sandbox).await.len() == 1).await;
    let owner = Caller::organisation(&sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
    let path = format!("resourceregistry/api/v1/resource/{}/policy", known::RESOURCE);
    let file = owner.get(&path).await.body.replace(">subscribe<", ">sign<");
    let body = format!("--b\r\nContent-Disposition: form-data; name=\"policyFile\"; filename=\"p.xml\"\r\n\r\n{file}\r\n--b--\r\n");
    let upload = owner.put(&path).header("Content-Type", "multipart/form-data; boundary=b").body(body);
    upload.await.is(201);
    published_to_both(&sandbox, 1).await;
    until("judged", async || sandbox.world().await.events.waiting() == 0).await;
    assert_eq!(received(&sandbox).await.len(), 1, "it may no longer have it");
    sandbox.stop().await;
}

#[tokio::test]
async fn a_webhook_that_answers_is_validated_and_gets_an_event() {
    let sandbox = started(Options { gateway: Gateway::Open, people: People::Instant, ..Options::default() }).await;
    let sender = Caller::sender(&sandbox).await;
    let hook = sandbox.origin.join("sandbox/sink/test").unwrap();
    let id = sender.post(SUBSCRIPTIONS).json(subscription_at(hook.as_str(), known::SENDER.number)).await.json()["id"].as_u64().unwrap();
    until("validated", async || sender.get(format!("{SUBSCRIPTIONS}/{id}")).await.json()["validated"] == true).await;
    let polling = format!("events/api/v1/events?resource={}&after=0&subject={}", urn(known::RESOURCE), subject(known::SENDER.number));
    half_a_minute_passes(&sandbox).await;
    until("an event", async || !sender.get(&polling).await.json().as_array().unwrap().is_empty()).await;
    let polled = sender.get(&polling).await;
    polled.header_is("content-type", "application/cloudevents+json; charset=utf-8");
    let event = polled.json()[0].clone();
    let members: Vec<&str> = event.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        members,
        ["specversion", "id", "type", "time", "resource", "resourceinstance", "subject", "source", "datacontenttype", "data"]
    );
    assert!(polled.header("next").contains("after="));
    until("delivered", async || serde_json::to_string(&sandbox.world().await.sink).unwrap().contains("no.altinn.broker.published")).await;
}
