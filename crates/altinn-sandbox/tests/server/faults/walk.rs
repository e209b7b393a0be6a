//! Sets every fault of the list over HTTP, one after the other, checks the struck answer, and checks that the fault is then
//! cleared.

use super::calls::{current, post, request, seen, set_once, struck};
use super::expected::Struck;
use super::network::ahead;
use super::{older, tls};
use crate::support::{Answer, Assertion, client, started};
use altinn_sandbox::faults::{self, Fault, Shape};
use altinn_sandbox::{Gateway, Options, People, Proxy, Sandbox};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use std::time::Duration;

pub async fn proxied() -> Sandbox {
    let proxy = Proxy { listen: "127.0.0.1:0".parse().unwrap(), gateway: Gateway::Open };
    started(Options { gateway: Gateway::Open, people: People::Never, proxy: Some(proxy), ..Options::default() }).await
}

#[tokio::test]
async fn every_name_of_the_list_strikes_as_the_facts_say_and_is_gone_after_its_time() {
    let sandbox = proxied().await;
    let rows = include_str!("../../../assets/faults.toml").lines().filter(|line| line.trim_start().starts_with("{ name")).count();
    assert_eq!(faults::all().len(), rows);
    for fault in faults::all() {
        match fault.shape {
            Shape::Maskinporten => refused_token(&sandbox, fault).await,
            Shape::OlderEnvelope => older::envelope(&sandbox, &fault.name).await,
            Shape::Approval => refused_approval(&sandbox, fault).await,
            Shape::Slow => late(&sandbox, fault).await,
            Shape::HalfClosed => half_closed(&sandbox, fault).await,
            Shape::Truncated => truncated(&sandbox, fault).await,
            Shape::Clock => clock(&sandbox, fault).await,
            Shape::Tls => tls::bad_handshake(&sandbox, fault).await,
            _ => answers(&sandbox, fault).await,
        }
        assert_eq!(current(&sandbox).await, json!([]), "{}", fault.name);
    }
    sandbox.stop().await;
}

async fn answers(sandbox: &Sandbox, fault: &'static Fault) {
    for (service, method, path) in struck(fault) {
        let before = seen(request(sandbox, &method, &path)).await;
        assert!(is_a_call(fault, &path, before.status), "{}: there is no {method} {path}: {}", fault.name, before.status);
        set_once(sandbox, &fault.name).await;
        let answer = seen(request(sandbox, &method, &path)).await;
        Struck { fault, service, method: &method, path: &path, origin: sandbox.origin.as_str() }.compare(&answer);
        let after = seen(request(sandbox, &method, &path)).await;
        assert_eq!(after.status, before.status, "{} at {method} {path} strikes twice", fault.name);
    }
}

/// Whether a fault strikes a call that exists. A resumable upload may answer 404, and so may the example of a pattern that ends in
/// `**`.
fn is_a_call(fault: &Fault, path: &str, status: StatusCode) -> bool {
    let missing = matches!(status, StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED);
    let any_rest = fault.calls.iter().any(|call| call.example().1 == path && call.to_string().ends_with("/**"));
    !missing || any_rest || path.contains("/upload/tus/")
}

/// Facts platform A.4: the text names what the assertion asked for.
async fn refused_token(sandbox: &Sandbox, fault: &'static Fault) {
    set_once(sandbox, &fault.name).await;
    let number = altinn_sandbox::known::RECIPIENT.number;
    let plain = async || Assertion::of(sandbox, "recipient", "altinn:broker.read").await;
    let (assertion, after) = match fault.claim.as_deref() {
        None => (plain().await, None),
        Some(claim) => {
            assert_eq!(seen(ask(sandbox, &plain().await)).await.status, StatusCode::OK, "{}: it has no {claim}", fault.name);
            let named = plain().await;
            let named = if claim == "authorization_details" { named.acting_for(number, None) } else { named.with(claim, number) };
            (named, Some(plain().await))
        }
    };
    let answer = seen(ask(sandbox, &assertion)).await;
    assert_eq!(Some(answer.status.as_u16()), fault.status, "{}", fault.name);
    assert!(answer.header("content-type").starts_with("application/json"), "{}", fault.name);
    let envelope = answer.json();
    let description = envelope["error_description"].as_str().unwrap();
    let (said, trace) = description.strip_suffix(')').unwrap().split_once(" (trace_id: ").unwrap();
    assert!(trace.len() == 32 && trace.bytes().all(|byte| byte.is_ascii_hexdigit()), "{description}");
    let text = fault.text.as_deref().unwrap().replace("{scope}", "altinn:broker.read");
    assert_eq!(said, text.replace("{consumer}", number).replace("{supplier}", number), "{}", fault.name);
    let mut whole = json!({"error": fault.error, "error_description": description});
    if let Some(code) = &fault.code {
        whole["error_uri"] = format!("{}errors/{code}", sandbox.origin).into();
    }
    assert_eq!(envelope.to_string(), whole.to_string(), "members and their order");
    let after = after.as_ref().unwrap_or(&assertion);
    assert_eq!(seen(ask(sandbox, after)).await.status, StatusCode::OK, "{}: the same assertion was never used", fault.name);
}

fn ask(sandbox: &Sandbox, assertion: &Assertion) -> reqwest::RequestBuilder {
    let form = [("grant_type", crate::support::GRANT_TYPE), ("assertion", &assertion.compact())];
    client().post(sandbox.origin.join("token").unwrap()).form(&form)
}

/// Facts platform D.2: the approver sees the refusal, and the request stays pending.
async fn refused_approval(sandbox: &Sandbox, fault: &'static Fault) {
    let id = sandbox.world().await.systems.pending().next().unwrap().id;
    set_once(sandbox, &fault.name).await;
    let page = sandbox.origin.join(&format!("sandbox/approve?id={id}")).unwrap();
    let shown = seen(client().post(page).form(&[("answer", "yes")])).await;
    shown.is(200);
    let text = fault.text.as_deref().unwrap().replace('\'', "&#39;");
    assert!(shown.body.contains(&fault.name) && shown.body.contains(&text), "{}: {}", fault.name, shown.body);
    assert!(shown.body.contains("waiting for an answer"), "{}", fault.name);
}

async fn late(sandbox: &Sandbox, fault: &'static Fault) {
    for (_, method, path) in struck(fault) {
        set_once(sandbox, &fault.name).await;
        let late = request(sandbox, &method, &path).timeout(Duration::from_millis(100)).send().await;
        assert!(late.unwrap_err().is_timeout(), "{} at {path}", fault.name);
        post(sandbox, &json!({"set": format!("{}=0:1", fault.name)})).await;
        let seen = seen(request(sandbox, &method, &path)).await;
        assert!(seen.status.as_u16() < 500, "its own answer: {}", seen.body);
    }
}

async fn half_closed(sandbox: &Sandbox, fault: &'static Fault) {
    for (_, method, path) in struck(fault) {
        set_once(sandbox, &fault.name).await;
        let response = request(sandbox, &method, &path).send().await.unwrap();
        let announced = response.content_length();
        assert!(announced.is_some_and(|length| length >= 2), "{path}: {announced:?}");
        assert!(response.bytes().await.is_err(), "{path}: the body ends before its length");
    }
}

/// The answer is complete HTTP with half of the JSON. An answer that is no JSON is unchanged and does not count.
async fn truncated(sandbox: &Sandbox, fault: &'static Fault) {
    for (_, method, path) in struck(fault) {
        let whole = seen(request(sandbox, &method, &path)).await;
        set_once(sandbox, &fault.name).await;
        let cut = seen(request(sandbox, &method, &path)).await;
        assert_eq!(cut.status, whole.status);
        if whole.body.is_empty() {
            assert_eq!(current(sandbox).await[0]["times"], json!(1), "{path}");
            post(sandbox, &json!({"clear": fault.name})).await;
        } else {
            assert_eq!(cut.body.len(), whole.body.len() / 2, "{path}");
            assert!(serde_json::from_str::<Value>(&cut.body).is_err(), "{path}: {}", cut.body);
        }
    }
}

async fn clock(sandbox: &Sandbox, fault: &'static Fault) {
    let dated = async |method: &Method, path: &str| -> Answer { seen(request(sandbox, method, path)).await };
    for (_, method, path) in struck(fault) {
        set_once(sandbox, &fault.name).await;
        let off = ahead(&dated(&method, &path).await);
        assert!((off - fault.value.unwrap()).abs() <= 5, "{path}: {off}");
        assert!(ahead(&dated(&method, &path).await).abs() <= 5, "{path}: once");
    }
}
