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
    for (number, content) in [(1, "{\"version\":1,\"id\":"), (2, "{\"version\":0}")] {
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
async fn a_newer_world_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    let newer = "{\"version\":99,\"what\":\"nobody knows yet\"}";
    std::fs::write(&file, newer).unwrap();
    match start(persistent(&file)).await {
        Err(StartError::Newer(99)) => {}
        other => panic!("{other:?}"),
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap(), newer);
    assert!(stored_world(&file).unwrap_err().to_string().contains("99"));
    started(Options { fresh: true, ..persistent(&file) }).await.stop().await;
    assert!(stored_world(&file).is_ok(), "who asks for a new world gets one");
}

/// Contract 8.
#[tokio::test]
async fn a_world_of_the_first_version_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    let first = open().await;
    let transfers = sent(&first, 2).await;
    let before = serde_json::to_value(first.world().await).unwrap();
    let mut stored = before.clone();
    stored["version"] = json!(1);
    std::fs::write(&file, stored.to_string()).unwrap();
    first.stop().await;
    let sandbox = started(persistent(&file)).await;
    assert_eq!(serde_json::to_value(sandbox.world().await).unwrap(), before);
    assert_eq!(sandbox.world().await.broker.newest_first().count(), transfers);
    sandbox.stop().await;
}

/// Lets the sender begin this many transfers; returns how many there are then.
async fn sent(sandbox: &Sandbox, count: usize) -> usize {
    let sender = Caller::sender(sandbox).await;
    for _ in 0..count {
        let body = json!({"fileName": "a.txt", "resourceId": known::RESOURCE, "sendersFileTransferReference": "ref",
                          "sender": format!("0192:{}", known::SENDER.number), "recipients": [format!("0192:{}", known::RECIPIENT.number)]});
        sender.post("broker/api/v1/filetransfer").json(body).await.is(200);
    }
    sandbox.world().await.broker.newest_first().count()
}

/// A kill in the middle of a change leaves a line without its end; what comes before it counts, and nothing else does.
#[tokio::test]
async fn a_torn_last_change_does_not_count_and_a_hole_before_it_is_a_broken_world() {
    let folder = tempfile::tempdir().unwrap();
    let (file, journal) = (folder.path().join("world.json"), folder.path().join("world.json.journal"));
    let sandbox = started(persistent(&file)).await;
    let all = sent(&sandbox, 3).await;
    sandbox.stop().await;
    let whole = std::fs::read(&journal).unwrap();
    let on_disk = || stored_world(&file).unwrap().broker.newest_first().count();
    let last = whole[..whole.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for end in last..whole.len() {
        std::fs::write(&journal, &whole[..end]).unwrap();
        assert_eq!(on_disk(), all - 1, "cut at {end} of {}", whole.len());
    }
    for garbage in [b"\0\0\0\0".as_slice(), b"no JSON\n"] {
        std::fs::write(&journal, [&whole, garbage].concat()).unwrap();
        assert_eq!(on_disk(), all);
    }
    std::fs::write(&journal, [&whole, b"no JSON\n".as_slice(), &whole[last..]].concat()).unwrap();
    assert!(stored_world(&file).is_err());
    let sandbox = started(persistent(&file)).await;
    assert_eq!(sandbox.set_aside, Some(folder.path().join("world.json.broken-1")));
    assert!(folder.path().join("world.json.broken-1.journal").exists(), "with its journal");
    sandbox.stop().await;
}

/// The journal of another world's file means nothing, such as after a backup of the file was put back.
#[tokio::test]
async fn a_journal_that_continues_another_file_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    let sandbox = started(persistent(&file)).await;
    let backup = std::fs::read(&file).unwrap();
    sandbox.stop().await;
    let sandbox = started(persistent(&file)).await;
    let all = sent(&sandbox, 1).await;
    sandbox.stop().await;
    std::fs::write(&file, backup).unwrap();
    assert_eq!(stored_world(&file).unwrap().broker.newest_first().count(), all - 1);
}

/// The journal begins again when it has become long, and nothing is lost by it.
#[tokio::test]
async fn a_long_journal_begins_again() {
    let folder = tempfile::tempdir().unwrap();
    let (file, journal) = (folder.path().join("world.json"), folder.path().join("world.json.journal"));
    let sandbox = started(persistent(&file)).await;
    let (mut before, mut begun) = (0, 0);
    for number in 0..150 {
        sandbox.post("sandbox/portal/clients").form(&[("org", known::SENDER.number), ("name", "one more")]).await.is(200);
        let length = std::fs::metadata(&journal).unwrap().len();
        if length < before {
            begun += 1;
        }
        if length < before || number == 149 {
            let on_disk = serde_json::to_value(stored_world(&file).unwrap()).unwrap();
            assert_eq!(on_disk, serde_json::to_value(sandbox.world().await).unwrap());
        }
        before = length;
    }
    assert!(begun > 0, "after a mebibyte");
    sandbox.stop().await;
}

/// A link that the user made leads to the world; asking after a world makes nothing.
#[cfg(unix)]
#[tokio::test]
async fn a_link_to_a_world_is_followed_and_a_read_makes_no_file_through_it() {
    let folder = tempfile::tempdir().unwrap();
    let (link, real) = (folder.path().join("link.json"), folder.path().join("elsewhere").join("world.json"));
    std::os::unix::fs::symlink(&real, &link).unwrap();
    assert!(running(&link).await.is_none() && stored_world(&link).is_err());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "a read makes no file");
    let sandbox = started(persistent(&link)).await;
    assert_eq!(running(&real).await, Some(sandbox.origin.clone()));
    assert_eq!(running(&link).await, Some(sandbox.origin.clone()));
    sandbox.stop().await;
    assert!(link.symlink_metadata().unwrap().is_symlink() && real.is_file());
}

/// A named pipe in place of the world makes nobody wait.
#[cfg(unix)]
#[tokio::test]
async fn a_pipe_is_no_world() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    rustix::fs::mkfifoat(rustix::fs::CWD, &file, rustix::fs::Mode::RWXU).unwrap();
    let started = tokio::time::timeout(std::time::Duration::from_secs(60), start(persistent(&file))).await.expect("nobody waits");
    assert!(matches!(started, Err(StartError::World(_))), "{started:?}");
}

/// What a kill leaves of writing the world, and bodies of transfers that the world does not know, go at the next start.
#[tokio::test]
async fn what_a_kill_left_beside_the_world_is_swept_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    started(persistent(&file)).await.stop().await;
    let left = ["world.json.new-abcdef", "world.bodies/5a0c0002-7d1e-4f6a-9b1c-000000000002", "world.bodies/a.new-abcdef", "world.large/b"];
    for name in left {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, "keys").unwrap();
    }
    std::fs::write(folder.path().join("users.json"), "theirs").unwrap();
    started(persistent(&file)).await.stop().await;
    for name in left {
        assert!(!folder.path().join(name).exists(), "{name}");
    }
    assert!(folder.path().join("users.json").exists());
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
        assert_eq!(stored_world(&file).unwrap().maskinporten.clients.len(), known + number + 1);
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
