//! Facts platform A.4: refusals in the older format.

use super::calls::{current, set_once};
use crate::support::{Answer, Assertion, open};
use altinn_sandbox::Sandbox;
use reqwest::StatusCode;
use serde_json::json;

const READ: &str = "altinn:broker.read";

/// The fault changes the next refusal of any kind, and no granted token.
pub async fn envelope(sandbox: &Sandbox, name: &str) {
    set_once(sandbox, name).await;
    let sound = Assertion::of(sandbox, "sender", READ).await.ask(sandbox).await;
    assert_eq!(sound.status, StatusCode::OK, "what is granted is as ever, and costs the fault none of its times");
    assert_eq!(current(sandbox).await[0]["times"], json!(1));
    let refused = Assertion::of(sandbox, "not-granted", READ).await.ask(sandbox).await;
    refused.is(403).header_is("content-type", "application/json");
    assert_older(&refused, "forbidden", "Consumer has not been granted access to the scope altinn:broker.read.");
}

fn assert_older(answer: &Answer, error: &str, said: &str) {
    let envelope = answer.json();
    let description = envelope["error_description"].as_str().unwrap();
    let id = description.strip_prefix(said).and_then(|rest| rest.strip_prefix(" (correlation id: ")?.strip_suffix(')'));
    assert!(id.is_some_and(|id| id.parse::<uuid::Uuid>().is_ok()), "{description}");
    assert_eq!(envelope, json!({"error": error, "error_description": description}), "no error_uri");
}

#[tokio::test]
async fn the_older_envelope_has_a_correlation_id_and_no_uri() {
    let sandbox = open().await;
    envelope(&sandbox, "older-envelope").await;
    for name in ["older-envelope", "MP-251"] {
        sandbox.shared().faults.set(format!("{name}:1").parse().unwrap());
    }
    let both = Assertion::of(&sandbox, "sender", READ).await.ask(&sandbox).await;
    assert!(both.body.contains("has not delegated access"), "another fault's refusal likewise: {}", both.body);
    assert!(both.body.contains("(correlation id: ") && both.json().get("error_uri").is_none(), "{}", both.body);
    assert_eq!(current(&sandbox).await, json!([]));
    sandbox.stop().await;
}
