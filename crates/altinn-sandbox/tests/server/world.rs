//! Contract 8: the sandbox's world on disk, and the lock that one process holds on it.

use crate::support::*;
use altinn_sandbox::{StartError, running, start, stored_world, write_kit};
use std::path::Path;

fn persistent(world: &Path) -> Options {
    Options { gateway: Gateway::Open, people: People::Never, world: Some(world.to_owned()), ..Options::default() }
}

/// Subscribes a webhook of the sandbox's own, and returns the event with which Events validates it.
async fn validation_at(sandbox: &Sandbox, sink: &url::Url) -> Value {
    let sender = Caller::sender(sandbox).await;
    let body = json!({"endPoint": sink, "resourceFilter": format!("urn:altinn:resource:{}", known::RESOURCE),
                      "subjectFilter": format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number)});
    let id = sender.post("events/api/v1/subscriptions").json(body).await.json()["id"].to_string();
    let one = format!("events/api/v1/subscriptions/{id}");
    until("validated", async || sender.get(&one).await.json()["validated"] == true).await;
    Answer::of(client().get(sink.clone())).await.json()["events"][0].clone()
}

/// Contract 8.
#[tokio::test]
async fn a_world_keeps_its_keys_port_and_events_across_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    let first = started(persistent(&file)).await;
    let (origin, before) = (first.origin.clone(), first.world().await);
    let sink = origin.join("sandbox/sink/sender").unwrap();
    let event = validation_at(&first, &sink).await;
    first.stop().await;

    let second = started(persistent(&file)).await;
    let after = second.world().await;
    assert_eq!(second.origin, origin);
    assert_eq!(after.id, before.id);
    assert_eq!(after.api_key.expose(), before.api_key.expose());
    Answer::of(client().get(sink)).await.body_is(json!({"events": [event]}));
    Assertion::of(&second, "sender", "altinn:broker.write").await.token(&second).await;
    second.stop().await;

    let fresh = started(Options { fresh: true, ..persistent(&file) }).await;
    assert_ne!(fresh.world().await.id, before.id);
    fresh.stop().await;
}

/// Contract 8.
#[tokio::test]
async fn at_another_port_its_own_addresses_are_rewritten() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    let first = started(persistent(&file)).await;
    let (sink, origin) = (first.origin.join("sandbox/sink/x").unwrap(), first.origin.clone());
    let event = validation_at(&first, &sink).await;
    assert!(event["source"].as_str().unwrap().starts_with(origin.as_str()));
    first.stop().await;

    let squatter = tokio::net::TcpListener::bind(("127.0.0.1", origin.port().unwrap())).await.unwrap();
    let second = started(persistent(&file)).await;
    assert_ne!(second.origin, origin);
    let received = second.get("sandbox/sink/x").await.json();
    assert_eq!(received["events"][0]["id"], event["id"]);
    assert!(received["events"][0]["source"].as_str().unwrap().starts_with(second.origin.as_str()));
    let token = Assertion::of(&second, "sender", "altinn:broker.write").await.token(&second).await;
    assert_eq!(claims(&token)["iss"], second.origin.as_str());
    second.stop().await;
    drop(squatter);
}

/// Contract 8.
#[tokio::test]
async fn one_process_serves_a_world_and_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("deeper").join("world.json");
    assert_eq!(running(&file).await, None);
    let sandbox = started(persistent(&file)).await;
    assert_eq!(running(&file).await, Some(sandbox.origin.clone()));
    assert_eq!(stored_world(&file).unwrap().id, sandbox.world().await.id);
    match start(persistent(&file)).await {
        Err(StartError::Served(Some(origin))) => assert_eq!(origin, sandbox.origin),
        other => panic!("{other:?}"),
    }
    sandbox.stop().await;
    assert_eq!(running(&file).await, None);
    // A killed process leaves a lock file that no process has locked.
    std::fs::write(folder.path().join("deeper/world.json.lock"), br#"{"pid":1,"port":1,"origin":"http://127.0.0.1:1/"}"#).unwrap();
    assert_eq!(running(&file).await, None);
    started(persistent(&file)).await.stop().await;
}

/// Contract 8.
#[tokio::test]
async fn a_broken_world_is_set_aside_and_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    for (number, content) in [(1, "{\"version\":1,\"id\":"), (2, "{\"version\":99}")] {
        std::fs::write(&file, content).unwrap();
        let sandbox = started(persistent(&file)).await;
        let aside = folder.path().join(format!("world.json.broken-{number}"));
        assert_eq!(sandbox.set_aside.as_deref(), Some(aside.as_path()));
        assert_eq!(std::fs::read_to_string(aside).unwrap(), content);
        sandbox.stop().await;
    }
}

/// Contract 8.
#[tokio::test]
async fn the_file_is_whole_at_every_moment_and_holds_what_was_answered() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    let sandbox = started(persistent(&file)).await;
    let known = sandbox.world().await.maskinporten.clients.len();
    for number in 0..25 {
        sandbox.post("sandbox/portal/clients").form(&[("org", known::SENDER.number), ("name", "one more")]).await.is(200);
        // If the process were killed now, it would leave no other file of the world, and this one is complete.
        let on_disk: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        assert_eq!(on_disk["maskinporten"]["clients"].as_array().unwrap().len(), known + number + 1);
    }
    sandbox.stop().await;
}

/// Contract 8.
#[cfg(unix)]
#[tokio::test]
async fn what_holds_secrets_is_readable_for_the_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    let sandbox = started(persistent(&file)).await;
    write_kit(&folder.path().join("kit"), &sandbox.world().await, &sandbox.origin).unwrap();
    for secret in ["world.json", "kit/sender.pem", "kit/api-key.txt", "kit/service-owner.pem"] {
        let mode = std::fs::metadata(folder.path().join(secret)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{secret}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn every_known_organisation_client_and_system_is_in_a_new_world() {
    let sandbox = open().await;
    let world = sandbox.world().await;
    assert_eq!(world.organisations.all.len(), known::ORGANISATIONS.len());
    assert_eq!(world.maskinporten.clients.len(), known::CLIENTS.len());
    assert_eq!(world.maskinporten.granted.len(), known::ORGANISATIONS.len() + 1, "the owner of the scopes is in no register");
    for system in known::SYSTEMS {
        assert!(world.systems.system(system.id).is_some(), "{}", system.id);
        for name in system.clients {
            assert!(known::client(name).is_some(), "{name}");
        }
    }
    let systems = serde_json::to_value(&world.systems).unwrap();
    assert_eq!(systems["requests"].as_array().map(Vec::len), Some(known::REQUESTS.len()));
    sandbox.stop().await;
}
