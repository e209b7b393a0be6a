//! Faults of clocks, and which calls faults strike.

use super::calls::{any_call, post, request, seen, struck};
use crate::support::{Answer, Assertion, client, exchange, open, started};
use altinn_sandbox::faults::{self, Service, Setting};
use altinn_sandbox::{Gateway, Options, People, known};
use reqwest::{Method, StatusCode};
use serde_json::json;
use std::time::Duration;

/// By how many seconds the `Date` of an answer is ahead.
pub fn ahead(answer: &Answer) -> i64 {
    let date = jiff::fmt::rfc2822::parse(answer.header("date")).expect("a date").timestamp();
    date.duration_since(jiff::Timestamp::now()).as_secs()
}

#[tokio::test]
async fn a_clock_that_is_wrong_shows_in_date_and_refuses_sound_assertions() {
    let sandbox = open().await;
    for (setting, refusal) in [("clock=90", "JWT is expired"), ("clock=-90", "Issue time is after now")] {
        sandbox.shared().faults.clear_all();
        let setting: Setting = setting.parse().unwrap();
        let off = setting.value;
        sandbox.shared().faults.set(setting);
        for (_, method, path) in struck(faults::find("clock").unwrap()) {
            let answer = seen(request(&sandbox, &method, &path)).await;
            assert!((ahead(&answer) - off).abs() <= 5, "{path}: {}", answer.header("date"));
        }
        let refused = Assertion::of(&sandbox, "sender", "altinn:broker.write").await.ask(&sandbox).await;
        assert!(refused.json()["error_description"].as_str().unwrap().contains(refusal), "{}", refused.body);
        // A client that uses the services' clock is served, from the token to the call.
        let now = jiff::Timestamp::now().as_second() + off;
        let timed = Assertion::of(&sandbox, "sender", "altinn:broker.write").await.with("iat", now).with("exp", now + 60);
        let token = timed.acting_for(known::SENDER.number, None).token(&sandbox).await;
        let called = client().get(sandbox.origin.join(&format!("broker/api/v1/filetransfer?resourceId={}", known::RESOURCE)).unwrap());
        seen(called.bearer_auth(token)).await.is(200);
        let own = seen(client().get(sandbox.origin.join("sandbox/world").unwrap())).await;
        assert!(ahead(&own).abs() <= 5, "the sandbox's own pages have no fault");
    }
}

/// A new token is not valid yet at a service whose clock is behind the issuer's.
#[tokio::test]
async fn one_services_clock_can_be_wrong_alone() {
    let sandbox = open().await;
    let raw = Assertion::of(&sandbox, "sender", "altinn:events.subscribe").await.token(&sandbox).await;
    let token = exchange(&sandbox, &raw).await.body;
    let listed = async || {
        let call = request(&sandbox, &Method::GET, "/events/api/v1/subscriptions").bearer_auth(&token);
        seen(call).await
    };
    listed().await.is(200);
    let set = post(&sandbox, &json!({"set": "clock@events=-600"})).await;
    set.has("/faults/0/value", json!(-600)).has("/faults/0/service", "events");
    let refused = listed().await;
    refused.is(401).empty();
    assert!((ahead(&refused) + 600).abs() <= 5);
    let (method, path) = any_call(Service::Maskinporten);
    assert!(ahead(&seen(request(&sandbox, &method, &path)).await).abs() <= 5);
    exchange(&sandbox, &raw).await.is(200);
    let both = post(&sandbox, &json!({"set": ["clock=600", "clock@broker=-60"]})).await;
    assert_eq!(both.json()["faults"].as_array().unwrap().len(), 3);
    assert!(ahead(&listed().await).abs() <= 5, "its own error and everybody's add up");
    for nobody in ["clock@registry=5", "clock@self-service=5"] {
        assert_eq!(post(&sandbox, &json!({"set": nobody})).await.status, StatusCode::BAD_REQUEST, "{nobody}: it has none");
    }
}

#[tokio::test]
async fn no_fault_strikes_the_sandboxs_own_pages_or_another_service() {
    let sandbox = open().await;
    for name in
        ["http-500", "http-429", "http-502-html", "gateway-key-missing", "proxy-login", "slow=3600", "half-closed", "truncated-json"]
    {
        sandbox.shared().faults.set(name.parse().unwrap());
    }
    for path in ["sandbox/", "sandbox/world", "sandbox/faults", "sandbox/portal", "sandbox/sink/x"] {
        let page = client().get(sandbox.origin.join(path).unwrap()).timeout(Duration::from_secs(20));
        assert_eq!(seen(page).await.status, StatusCode::OK, "{path}");
    }
    sandbox.shared().faults.clear_all();
    sandbox.shared().faults.set("http-500@broker".parse().unwrap());
    assert_eq!(seen(request(&sandbox, &Method::GET, &any_call(Service::Broker).1)).await.status, StatusCode::INTERNAL_SERVER_ERROR);
    seen(request(&sandbox, &Method::GET, &any_call(Service::Registry).1)).await.is(200);
}

#[tokio::test]
async fn a_keyed_gateway_still_comes_before_what_a_service_answers() {
    let sandbox = started(Options { gateway: Gateway::Keyed, people: People::Never, ..Options::default() }).await;
    sandbox.shared().faults.set("BRO-00006:1".parse().unwrap());
    let path = any_call(Service::Broker).1;
    assert!(seen(request(&sandbox, &Method::GET, &path)).await.body.contains("subscription key"));
    let key = sandbox.world().await.api_key.expose().to_owned();
    seen(request(&sandbox, &Method::GET, &path).header("Ocp-Apim-Subscription-Key", key)).await.has("/code", "BRO-00006");
}

#[tokio::test]
async fn a_fault_aimed_at_a_service_strikes_no_other() {
    let sandbox = open().await;
    let everybodys = ["http-500", "http-502-html", "proxy-login", "http-429"];
    for name in everybodys {
        let fault = faults::find(name).unwrap();
        for aimed in Service::ANSWERING {
            let set = post(&sandbox, &json!({"set": format!("{name}@{}", aimed.name())})).await;
            set.is(200);
            for (service, method, path) in struck(fault) {
                let answer = seen(request(&sandbox, &method, &path)).await;
                let is_struck = Some(answer.status.as_u16()) == fault.status && (name != "proxy-login" || answer.body.contains("<h1>"));
                assert_eq!(is_struck, service == aimed, "{name}@{} at {path}", aimed.name());
            }
            post(&sandbox, &json!({"clear": "all"})).await;
        }
    }
}
