//! Where the sandbox listens, and what it reports about itself.

use crate::support::*;
use altinn_sandbox::{StartError, describe, start};
use std::time::{Duration, Instant};

#[tokio::test]
async fn it_listens_on_this_machine_only() {
    for address in ["0.0.0.0:0", "192.0.2.1:0", "[::]:0"] {
        let asked = Options { listen: Some(address.parse().unwrap()), ..Options::default() };
        assert!(matches!(start(asked).await, Err(StartError::NotLoopback(_))), "{address}");
    }
    let sandbox = open().await;
    let taken = Options { listen: Some(format!("127.0.0.1:{}", sandbox.origin.port().unwrap()).parse().unwrap()), ..Options::default() };
    assert!(matches!(start(taken).await, Err(StartError::Listen { .. })));
    sandbox.stop().await;
}

#[tokio::test]
async fn its_overview_and_its_addresses_hold_no_secret() {
    let sandbox = open().await;
    let overview = sandbox.get("sandbox/world").await;
    let world = sandbox.world().await;
    overview.has("/id", json!(world.id));
    let shown = format!("{}{:?}{:?}{}", overview.body, sandbox, world, describe(&sandbox.origin, sandbox.proxy.as_ref()));
    assert!(!shown.contains(world.api_key.expose()) && !shown.contains("PRIVATE KEY"));
    for (name, url) in describe(&sandbox.origin, sandbox.proxy.as_ref()).as_object().unwrap() {
        assert!(url.as_str().unwrap().starts_with(sandbox.origin.as_str()), "{name}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn several_sandboxes_live_side_by_side() {
    let (one, other) = tokio::join!(open(), open());
    assert_ne!(one.origin, other.origin);
    let token = Assertion::of(&one, "sender", "altinn:broker.write").await.token(&one).await;
    assert_eq!(exchange(&other, &token).await.status, StatusCode::UNAUTHORIZED, "another issuer");
    one.stop().await;
    other.get("jwk").await.is(200);
    other.stop().await;
}

#[tokio::test]
async fn latency_holds_every_answer_back() {
    let latency = Duration::from_millis(40);
    let sandbox = started(Options { latency, ..Options::default() }).await;
    for path in ["jwk", "broker/api/v1/filetransfer", "nowhere"] {
        let asked = Instant::now();
        sandbox.get(path).await;
        assert!(asked.elapsed() >= latency, "{path}");
    }
    sandbox.stop().await;
}
