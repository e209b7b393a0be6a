//! Facts platform F.2: how Altinn Events delivers to a webhook that answers correctly, late, wrongly or not at all.

use super::scripted_webhook::{Hook, Meets};
use super::*;
use altinn_sandbox::events::Ladders;
use altinn_sandbox::{Caches, Strictness};
use std::collections::HashSet;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// Factor that speeds up the retries: two days of them take 1.25 seconds.
const HURRY: u32 = 100_000;

fn hurried() -> Ladders {
    Ladders::default().hurried(HURRY)
}

async fn waiting_as(webhooks: Ladders, caches: Caches) -> Sandbox {
    let strictness = Strictness { caches, ..Strictness::default() };
    started(Options { gateway: Gateway::Open, people: People::Never, webhooks, strictness, ..Options::default() }).await
}

async fn quick() -> Sandbox {
    waiting_as(hurried(), Caches::Off).await
}

fn body(hook: &Hook) -> Value {
    json!({"endPoint": hook.url, "resourceFilter": format!("urn:altinn:resource:{}", known::RESOURCE),
           "subjectFilter": format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number)})
}

/// Subscribes and returns the path of the subscription.
async fn subscribed(caller: &Caller<'_>, hook: &Hook) -> String {
    let made = caller.post(SUBSCRIPTIONS).json(body(hook)).await;
    made.is(201);
    format!("{SUBSCRIPTIONS}/{}", made.json()["id"])
}

async fn is_validated(caller: &Caller<'_>, row: &str) -> bool {
    caller.get(row).await.json()["validated"] == true
}

async fn validated(caller: &Caller<'_>, hook: &Hook) -> String {
    let row = subscribed(caller, hook).await;
    until("validated", async || is_validated(caller, &row).await).await;
    row
}

async fn waiting(sandbox: &Sandbox) -> usize {
    sandbox.world().await.events.waiting()
}

#[tokio::test]
async fn the_validation_call_is_the_documented_one_and_any_2xx_will_do() {
    let sandbox = quick().await;
    let sender = Caller::sender(&sandbox).await;
    for status in [200, 202, 204, 299] {
        let hook = Hook::that(vec![Meets::Status(status)]).await;
        let row = validated(&sender, &hook).await;
        let [call] = hook.seen().try_into().expect("one call");
        assert_eq!(call.line, "POST /hook HTTP/1.1");
        assert_eq!(call.headers["content-type"], "application/json; charset=utf-8");
        assert!(!call.headers.contains_key("authorization"), "no secret of Altinn's");
        let event = call.json();
        let names: Vec<&str> = event.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names, ["specversion", "id", "source", "type"], "no time, no subject");
        assert_eq!((&event["specversion"], &event["type"]), (&json!("1.0"), &json!("platform.events.validatesubscription")));
        assert_eq!(event["source"], format!("{}{row}", sandbox.origin));
        assert!(event["id"].as_str().is_some_and(|id| Uuid::parse_str(id).is_ok()));
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn validation_goes_on_until_the_webhook_answers() {
    let sandbox = quick().await;
    let sender = Caller::sender(&sandbox).await;
    let hook = Hook::that(vec![Meets::Status(500), Meets::HangUp, Meets::Status(404), Meets::Status(304), Meets::Status(200)]).await;
    validated(&sender, &hook).await;
    let calls = hook.seen();
    assert_eq!(calls.len(), 5);
    let ids: HashSet<String> = calls.iter().map(|call| call.json()["id"].to_string()).collect();
    assert_eq!(ids.len(), 5, "a new id each time");
    sandbox.stop().await;
}

#[tokio::test]
async fn validation_ends_after_eight_more_tries_and_another_post_begins_anew() {
    let sandbox = quick().await;
    let sender = Caller::sender(&sandbox).await;
    let mut meets = vec![Meets::Status(500); 9];
    meets.push(Meets::Status(200));
    let hook = Hook::that(meets).await;
    let row = subscribed(&sender, &hook).await;
    until("all tries", async || hook.seen().len() == 9).await;
    until("given up", async || !sandbox.world().await.events.subscription(row_id(&row)).unwrap().validating).await;
    assert!(!is_validated(&sender, &row).await && hook.seen().len() == 9);
    happens(&sandbox, "published", 1).await;
    assert_eq!(waiting(&sandbox).await, 0, "only validated subscriptions get events");
    assert_eq!(subscribed(&sender, &hook).await, row, "the same row");
    until("validated", async || is_validated(&sender, &row).await).await;
    let calls = hook.seen();
    assert_eq!(calls.len(), 10);
    assert_ne!(calls[9].json()["id"], calls[0].json()["id"], "a new validation event");
    sandbox.stop().await;
}

fn row_id(row: &str) -> u64 {
    row.rsplit('/').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_redirect_is_followed_and_makes_a_get_of_the_call() {
    let sandbox = quick().await;
    let sender = Caller::sender(&sandbox).await;
    for (status, method) in [(301, "GET"), (302, "GET"), (307, "POST"), (308, "POST")] {
        let hook = Hook::that(vec![Meets::Redirect(status, "/elsewhere"), Meets::Status(200)]).await;
        validated(&sender, &hook).await;
        let [first, second] = hook.seen().try_into().expect("two calls");
        assert!(first.line.starts_with("POST /hook "), "{}", first.line);
        assert_eq!(second.line, format!("{method} /elsewhere HTTP/1.1"));
        assert_eq!(second.body.is_empty(), method == "GET", "{status}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn who_answers_within_the_patience_is_validated_and_who_does_not_is_tried_again() {
    let patience = Duration::from_millis(400);
    let sandbox = waiting_as(Ladders { patience, ..hurried() }, Caches::Off).await;
    let sender = Caller::sender(&sandbox).await;
    let late = Hook::that(vec![Meets::After(Duration::from_millis(50))]).await;
    validated(&sender, &late).await;
    assert_eq!(late.seen().len(), 1, "late, and in time");
    for too_slow in [Meets::Silence, Meets::After(Duration::from_secs(30))] {
        let hook = Hook::that(vec![too_slow, Meets::Status(200)]).await;
        let begun = Instant::now();
        validated(&sender, &hook).await;
        assert!(begun.elapsed() >= patience && hook.seen().len() == 2, "{too_slow:?}: {:?}", begun.elapsed());
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn an_event_is_delivered_until_the_webhook_answers_and_once_then() {
    let patience = Duration::from_millis(400);
    let sandbox = waiting_as(Ladders { patience, ..hurried() }, Caches::Off).await;
    let sender = Caller::sender(&sandbox).await;
    let hook =
        Hook::that(vec![Meets::Status(200), Meets::Status(500), Meets::HangUp, Meets::Silence, Meets::Status(429), Meets::Status(202)])
            .await;
    validated(&sender, &hook).await;
    happens(&sandbox, "published", 1).await;
    until("delivered", async || waiting(&sandbox).await == 0).await;
    let events = hook.events();
    assert_eq!(events.len(), 5, "each try is the same event: repeats are told by their id");
    assert!(events.iter().all(|event| *event == events[0]));
    let call = hook.seen().pop().unwrap();
    assert_eq!((call.line.as_str(), call.headers["content-type"].as_str()), ("POST /hook HTTP/1.1", "application/json; charset=utf-8"));
    let names: Vec<&str> = events[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["specversion", "id", "type", "time", "resource", "resourceinstance", "subject", "source", "datacontenttype", "data"]
    );
    assert!(sandbox.world().await.events.dead_letters().is_empty());
    sandbox.stop().await;
}

/// Delivery is at least once: a webhook that accepts the event but answers too late gets it again.
#[tokio::test]
async fn delivery_is_at_least_once() {
    let sandbox = waiting_as(Ladders { patience: Duration::from_millis(300), ..hurried() }, Caches::Off).await;
    let sender = Caller::sender(&sandbox).await;
    let hook = Hook::that(vec![Meets::Status(200), Meets::After(Duration::from_secs(30)), Meets::Status(200)]).await;
    validated(&sender, &hook).await;
    happens(&sandbox, "published", 1).await;
    until("delivered", async || waiting(&sandbox).await == 0).await;
    let [first, second] = hook.events().try_into().expect("twice");
    assert_eq!(first["id"], second["id"]);
    sandbox.stop().await;
}

#[tokio::test]
async fn after_eleven_more_tries_the_event_is_a_dead_letter() {
    let sandbox = quick().await;
    let sender = Caller::sender(&sandbox).await;
    let hook = Hook::that(vec![Meets::Status(200), Meets::Status(500)]).await;
    validated(&sender, &hook).await;
    happens(&sandbox, "published", 1).await;
    until("given up", async || sandbox.world().await.events.dead_letters().len() == 1).await;
    assert_eq!((hook.events().len(), waiting(&sandbox).await), (12, 0));
    assert_eq!(sandbox.world().await.events.dead_letters().first().unwrap().event, hook.events()[0]);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_subscription_deleted_on_its_way_is_called_no_more() {
    let slow = Ladders { validation: vec![Duration::from_millis(150); 20], delivery: vec![Duration::from_millis(150); 20], ..hurried() };
    let sandbox = waiting_as(slow, Caches::Off).await;
    let sender = Caller::sender(&sandbox).await;
    let unheard = Hook::that(vec![Meets::Status(500)]).await;
    let row = subscribed(&sender, &unheard).await;
    until("tried", async || !unheard.seen().is_empty()).await;
    sender.delete(&row).await.is(200);
    let tried = unheard.seen().len();
    let hook = Hook::that(vec![Meets::Status(200), Meets::Status(500)]).await;
    let other = validated(&sender, &hook).await;
    happens(&sandbox, "published", 1).await;
    until("tried", async || !hook.events().is_empty()).await;
    sender.delete(&other).await.is(200);
    let delivered = hook.events().len();
    until("let go", async || waiting(&sandbox).await == 0).await;
    assert!(sandbox.world().await.events.dead_letters().is_empty());
    // One more delivery may have been under way when the subscription was deleted.
    assert!(unheard.seen().len() <= tried + 1 && hook.events().len() <= delivered + 1);
    sandbox.stop().await;
}

#[tokio::test]
async fn where_caches_are_played_a_deleted_subscription_still_gets_its_event() {
    let slow = Ladders { delivery: vec![Duration::from_millis(150); 5], ..hurried() };
    let sandbox = waiting_as(slow, Caches::AsAltinn).await;
    let sender = Caller::sender(&sandbox).await;
    let hook = Hook::that(vec![Meets::Status(200), Meets::Status(500), Meets::Status(500), Meets::Status(200)]).await;
    let row = validated(&sender, &hook).await;
    happens(&sandbox, "published", 1).await;
    until("tried", async || !hook.events().is_empty()).await;
    sender.delete(&row).await.is(200);
    until("delivered", async || waiting(&sandbox).await == 0).await;
    assert_eq!(hook.events().len(), 3);
    sandbox.stop().await;
}

/// The retries at their real intervals over two days; the test moves the clock forward.
#[tokio::test]
async fn the_ladders_own_hours_can_pass_at_once() {
    let sandbox = waiting_as(Ladders::default(), Caches::Off).await;
    let sender = Caller::sender(&sandbox).await;
    let pass = async |time: &str| {
        Caller::nobody(&sandbox).post("sandbox/time").json(json!({"pass": time})).await.is(200);
    };
    let hook = Hook::that(vec![Meets::Status(503), Meets::Status(200), Meets::Status(500)]).await;
    let row = subscribed(&sender, &hook).await;
    until("tried", async || hook.seen().len() == 1).await;
    pass("PT1S").await;
    until("validated", async || is_validated(&sender, &row).await).await;
    happens(&sandbox, "published", 1).await;
    until("tried", async || hook.events().len() == 1).await;
    until("it rests", async || sandbox.world().await.events.deliveries().first().is_some_and(|known| known.tries == 1)).await;
    for (time, tries) in [("PT9S", 1), ("PT1S", 2), ("PT30S", 3), ("PT6M", 5)] {
        pass(time).await;
        until("tried", async || sandbox.world().await.events.deliveries().first().is_some_and(|known| known.tries == tries)).await;
    }
    assert_eq!(hook.events().len(), 5);
    pass("P3D").await;
    until("given up", async || sandbox.world().await.events.dead_letters().len() == 1).await;
    assert_eq!(hook.events().len(), 12);
    sandbox.stop().await;
}

#[tokio::test]
async fn what_was_under_way_goes_on_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let pause = Duration::from_millis(300);
    let webhooks = Ladders { validation: vec![pause; 8], delivery: vec![pause; 8], ..Ladders::default() };
    let world = Some(folder.path().join("world.json"));
    let options = Options { gateway: Gateway::Open, people: People::Never, world, webhooks, ..Options::default() };
    let sandbox = started(options.clone()).await;
    let sender = Caller::sender(&sandbox).await;
    let heard = Hook::that(vec![Meets::Status(200), Meets::Status(500), Meets::Status(500), Meets::Status(200)]).await;
    validated(&sender, &heard).await;
    happens(&sandbox, "published", 1).await;
    until("tried", async || !heard.events().is_empty()).await;
    let unheard = Hook::that(vec![Meets::Status(500), Meets::Status(200)]).await;
    let row = subscribed(&sender, &unheard).await;
    until("tried", async || !unheard.seen().is_empty()).await;
    sandbox.stop().await;

    let sandbox = started(options).await;
    let sender = Caller::sender(&sandbox).await;
    until("validated", async || is_validated(&sender, &row).await).await;
    until("delivered", async || waiting(&sandbox).await == 0).await;
    assert!(sandbox.world().await.events.dead_letters().is_empty());
    assert!(heard.events().iter().all(|event| event["id"] == heard.events()[0]["id"]));
    sandbox.stop().await;
}
