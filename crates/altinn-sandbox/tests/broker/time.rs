//! Tests of what Broker does by itself as time passes.

use crate::support::*;
use crate::transfer::*;
use crate::tus::{at, patch, request};
use jiff::{SignedDuration, Timestamp};

/// Moves Broker's clock forward.
pub async fn pass(sandbox: &altinn_sandbox::Sandbox, time: &str) -> Value {
    let answer = Caller::nobody(sandbox).post("sandbox/time").json(json!({"pass": time})).await;
    answer.is(200);
    answer.json()
}

/// Facts broker-api 5.1.
#[tokio::test]
async fn a_life_of_a_moment_is_over_by_itself() {
    let sandbox = open().await;
    let (sender, recipient, owner) =
        (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await, Caller::service_owner(&sandbox).await);
    configured(&owner, json!({"fileTransferTimeToLive": "PT0.5S"})).await;
    let mine = format!("{BASE}/resource/{}", known::RESOURCE);
    owner.get(&mine).await.has("/fileTransferTimeToLive", "00:00:00.5000000");
    let id = published(&sender, FOX).await;
    let shown = overview(&sender, &id).await;
    let at = |member: &str| shown[member].as_str().unwrap().parse::<Timestamp>().unwrap();
    assert_eq!(at("expirationTime").duration_since(at("created")), SignedDuration::from_millis(500));
    until("purged", async || event_types(&sandbox, &id, known::SENDER.number).await.contains(&"filepurged".to_owned())).await;
    download(&recipient, &id).await.refused_as_problem(403, "BRO-00007");
    configured(&owner, json!({"fileTransferTimeToLive": "P1D", "purgeFileTransferGracePeriod": "PT1S"})).await;
    let id = published(&sender, FOX).await;
    download(&recipient, &id).await;
    confirm(&recipient, &id).await;
    assert_eq!(status(&sender, &id).await, "AllConfirmedDownloaded");
    until("purged after the grace", async || status(&sender, &id).await == "Purged").await;
}

/// Facts broker-api 5.1.
#[tokio::test]
async fn time_can_pass_at_once_for_who_does_not_want_to_wait() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let (waiting, taken, stuck) = (published(&sender, FOX).await, published(&sender, FOX).await, initialized(&sender, &plain()).await);
    download(&recipient, &taken).await;
    confirm(&recipient, &taken).await;
    let wire = sender.request(Method::POST, format!("{BASE}/filetransfer/{stuck}/upload"));
    let never: futures_util::stream::Pending<Result<&'static [u8], std::io::Error>> = futures_util::stream::pending();
    let upload = tokio::spawn(wire.body(reqwest::Body::wrap_stream(never)).send());
    until("it has begun", async || status(&sender, &stuck).await == "UploadStarted").await;
    upload.abort();
    let before: Timestamp = pass(&sandbox, "PT1H59M").await["broker"].as_str().unwrap().parse().unwrap();
    assert_eq!(status(&sender, &taken).await, "AllConfirmedDownloaded");
    let told_now = pass(&sandbox, "PT2M").await;
    assert_eq!(told_now["ahead"], "PT2H1M");
    assert!(told_now["broker"].as_str().unwrap().parse::<Timestamp>().unwrap().duration_since(before) >= SignedDuration::from_mins(2));
    assert_eq!(status(&sender, &taken).await, "Purged", "two hours are over");
    assert_eq!((status(&sender, &stuck).await, status(&sender, &waiting).await), ("UploadStarted".into(), "Published".into()));
    pass(&sandbox, "P1D").await;
    let shown = overview(&sender, &stuck).await;
    assert_eq!(shown["fileTransferStatusText"], "File transfer was stuck in UploadStarted as it failed upload mid-request.");
    // A transfer created now has a creation time one day later.
    let late = overview(&sender, &initialized(&sender, &plain()).await).await["created"].as_str().unwrap().parse::<Timestamp>().unwrap();
    assert!(late.duration_since(Timestamp::now()) > SignedDuration::from_hours(25));
    pass(&sandbox, "P30D").await;
    assert_eq!(status(&sender, &waiting).await, "Purged");
    Caller::nobody(&sandbox).get("sandbox/time").await.has("/ahead", "PT746H1M");
    for wrong in [json!({"pass": "-PT1H"}), json!({"pass": "1 hour"}), json!({})] {
        assert_eq!(Caller::nobody(&sandbox).post("sandbox/time").json(&wrong).await.status, 400, "{wrong}");
    }
    let elsewhere = Caller::nobody(&sandbox).post("sandbox/time").header("Origin", "https://example.com");
    elsewhere.json(json!({"pass": "PT1H"})).await.is(403);
}

/// Facts broker-api 2.7.
#[tokio::test]
async fn after_five_minutes_a_part_counts_again() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let id = published(&sender, FOX).await;
    let part = async || {
        let request = recipient.get(format!("{BASE}/filetransfer/{id}/download")).header("Range", "bytes=0-3");
        request.await.is(206);
        let details = sender.get(format!("{BASE}/filetransfer/{id}/details")).await.json();
        details["recipientFileTransferStatusHistory"].as_array().unwrap().len()
    };
    assert_eq!((part().await, part().await), (2, 2));
    pass(&sandbox, "PT5M1S").await;
    assert_eq!((part().await, part().await), (3, 3));
}

/// Facts broker-api 3.
#[tokio::test]
async fn a_final_upload_moves_on_however_much_time_has_passed() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &scanned()).await;
    pass(&sandbox, "PT12H").await;
    let concat = async |value: String| {
        let request = request(&sender, "POST", &at(&id)).header("Upload-Concat", value.clone());
        let request = if value == "partial" { request.header("Upload-Length", FOX.len()) } else { request };
        let answer = request.await;
        answer.is(201);
        answer.header("location").to_owned()
    };
    let partial = concat("partial".to_owned()).await;
    patch(&sender, partial.trim_start_matches('/'), 0, FOX).await.is(204);
    concat(format!("final;{partial}")).await;
    assert_ne!(status(&sender, &id).await, "UploadStarted");
    until_status(&sender, &id, "Published").await;
}
