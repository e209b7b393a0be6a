//! Facts broker-api 5: a transfer's statuses, and who gets which event.

use crate::support::*;
use crate::transfer::*;

const PAST: &str = "2026-01-01T00:00:00Z";

/// Facts broker-api 5.1.
#[tokio::test]
async fn at_expiry_the_bytes_go_from_any_status_and_the_rest_stays_readable() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let published = published(&sender, FOX).await;
    let waiting = initialized(&sender, &plain()).await;
    for id in [&published, &waiting] {
        aged(&sandbox, id, |transfer| transfer["expires"] = json!(PAST)).await;
        let shown = overview(&sender, id).await;
        assert_eq!(
            (&shown["fileTransferStatus"], &shown["fileTransferStatusText"]),
            (&json!("Purged"), &json!("FileTransfer has been purged"))
        );
        assert_eq!(shown["fileName"], "a.txt");
        download(&recipient, id).await.refused_as_problem(403, "BRO-00007");
        confirm(&recipient, id).await.refused(400, "BRO-00003");
        upload(&sender, id, FOX).await.refused(409, "BRO-00004");
        assert_eq!(
            event_types(&sandbox, id, known::SENDER.number).await.iter().rev().take(2).collect::<Vec<_>>(),
            ["fileneverconfirmeddownloaded", "filepurged"]
        );
        assert_eq!(event_types(&sandbox, id, known::RECIPIENT.number).await.last().unwrap(), "fileneverconfirmeddownloaded");
    }
}

/// Facts broker-api 5.1.
#[tokio::test]
async fn a_lifetime_that_has_passed_expires_a_new_transfer_at_once_and_by_itself() {
    let sandbox = open().await;
    let (sender, owner) = (Caller::sender(&sandbox).await, Caller::service_owner(&sandbox).await);
    configured(&owner, json!({"fileTransferTimeToLive": "-P1D"})).await;
    let id = initialized(&sender, &plain()).await;
    // No call is made here; the test reads the world directly.
    until("purged", async || event_types(&sandbox, &id, known::SENDER.number).await.contains(&"filepurged".to_owned())).await;
    configured(&owner, json!({"fileTransferTimeToLive": "P1D"})).await;
    let id = initialized(&sender, &plain()).await;
    assert_eq!(status(&sender, &id).await, "Initialized");
}

/// Facts broker-api 5.1.
#[tokio::test]
async fn when_all_have_it_the_grace_decides_or_without_the_flag_the_expiry() {
    let sandbox = open().await;
    let (sender, recipient, owner) =
        (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await, Caller::service_owner(&sandbox).await);
    configured(&owner, json!({"purgeFileTransferGracePeriod": "PT0S"})).await;
    let id = published(&sender, FOX).await;
    download(&recipient, &id).await;
    confirm(&recipient, &id).await;
    until("purged by itself", async || event_types(&sandbox, &id, known::SENDER.number).await.contains(&"filepurged".to_owned())).await;
    assert!(!event_types(&sandbox, &id, known::SENDER.number).await.contains(&"fileneverconfirmeddownloaded".to_owned()));
    configured(&owner, json!({"purgeFileTransferGracePeriod": "PT24H"})).await;
    let id = published(&sender, FOX).await;
    download(&recipient, &id).await;
    confirm(&recipient, &id).await;
    aged(&sandbox, &id, |transfer| transfer["expires"] = json!(PAST)).await;
    assert_eq!(status(&sender, &id).await, "AllConfirmedDownloaded", "the grace job does it");
    configured(&owner, json!({"purgeFileTransferAfterAllRecipientsConfirmed": false})).await;
    let id = published(&sender, FOX).await;
    download(&recipient, &id).await;
    confirm(&recipient, &id).await;
    assert_eq!(status(&sender, &id).await, "AllConfirmedDownloaded");
    aged(&sandbox, &id, |transfer| transfer["expires"] = json!(PAST)).await;
    assert_eq!(status(&sender, &id).await, "Purged");
}

/// Facts broker-api 5.1.
#[tokio::test]
async fn an_upload_that_is_stuck_for_a_day_fails() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    aged(&sandbox, &id, |transfer| {
        let row = json!({"status": "UploadStarted", "text": "Upload started", "at": PAST});
        transfer["history"][0]["at"] = json!(PAST);
        transfer["history"].as_array_mut().unwrap().push(row);
    })
    .await;
    let shown = overview(&sender, &id).await;
    assert_eq!(shown["fileTransferStatus"], "Failed");
    assert_eq!(shown["fileTransferStatusText"], "File transfer was stuck in UploadStarted as it failed upload mid-request.");
    assert_eq!(event_types(&sandbox, &id, known::SENDER.number).await, ["filetransferinitialized", "uploadfailed"]);
}

/// Facts broker-api 2.13.
#[tokio::test]
async fn the_scanners_report_is_taken_whoever_sends_it() {
    let sandbox = open().await;
    let (sender, nobody) = (Caller::sender(&sandbox).await, Caller::nobody(&sandbox));
    let path = format!("{BASE}/webhooks/malwarescanresults");
    let finished = jiff::Timestamp::now().checked_add(jiff::SignedDuration::from_mins(1)).unwrap();
    let finished = jiff::Timestamp::from_second(finished.as_second()).unwrap().to_string();
    let report = |id: &str, kind: &str| {
        json!([{"eventType": "Microsoft.Security.MalwareScanningResult", "data": {"blobUri": format!("https://store/brokerfiles/{id}"),
            "correlationId": "c", "eTag": "e", "scanFinishedTimeUtc": finished, "scanResultType": kind,
            "scanResultDetails": {"malwareNamesFound": ["m"], "sha256": "s"}}}])
    };
    let validation = json!([{"eventType": "Microsoft.EventGrid.SubscriptionValidationEvent", "data": {"validationCode": "v"}}]);
    nobody.post(&path).json(&validation).await.body_is(json!({"validationResponse": "v"}));
    nobody.post(&path).json(report(&uuid::Uuid::new_v4().to_string(), "Malicious")).await.broke(&path);
    let id = initialized(&sender, &scanned()).await;
    nobody.post(&path).json(report(&id, "Malicious")).await.is(200);
    assert_eq!(status(&sender, &id).await, "Initialized", "too early, ignored");
    aged(&sandbox, &id, |transfer| transfer["history"][0]["status"] = json!("UploadStarted")).await;
    aged(&sandbox, &id, |transfer| transfer["history"][0]["at"] = json!(jiff::Timestamp::now())).await;
    nobody.post(&path).json(report(&id, "No threats found")).await.refused_as_problem(503, "BRO-00030");
    let id = initialized(&sender, &scanned()).await;
    upload(&sender, &id, FOX).await;
    nobody.post(&path).json(report(&id, "no THREATS found")).await.is(200);
    assert_eq!(status(&sender, &id).await, "Published");
    let id = initialized(&sender, &scanned()).await;
    upload(&sender, &id, FOX).await;
    nobody.post(&path).json(report(&id, "Suspicious")).await;
    let shown = overview(&sender, &id).await;
    let extra = "{\"CorrelationId\":\"c\",\"BlobUri\":\"https://store/brokerfiles/ID\",\"ETag\":\"e\",\"ScanFinishedTimeUtc\":\"AT\",\
                 \"ScanResultType\":\"Suspicious\",\"ScanResultDetails\":{\"MalwareNamesFound\":[\"m\"],\"Sha256\":\"s\",\"NotScannedReason\":null}}";
    assert_eq!(
        shown["fileTransferStatusText"],
        format!("Malware scan failed: Suspicious. Extra details: {}", extra.replace("/ID", &format!("/{id}")).replace("AT", &finished))
    );
    assert_eq!(shown["fileTransferStatusChanged"], finished.replace('Z', "+00:00"));
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn what_a_killed_sandbox_left_is_swept_at_the_next_start() {
    // A killed sandbox leaves a folder whose lock no process holds.
    let left = tempfile::Builder::new().prefix("broker-setup-bodies-").tempdir().unwrap().keep();
    std::fs::write(left.join("alive"), "").unwrap();
    std::fs::write(left.join("body"), "bytes").unwrap();
    let sandbox = with(Options::default()).await;
    assert!(!left.exists());
    sandbox.stop().await;
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn large_bodies_do_not_outlive_the_sandbox_and_small_ones_do() {
    let folder = tempfile::tempdir().unwrap();
    let world = || Options { world: Some(folder.path().join("world.json")), ..Options::default() };
    let sandbox = with(world()).await;
    let sender = Caller::sender(&sandbox).await;
    let (small, large) = (published(&sender, FOX).await, initialized(&sender, &plain()).await);
    upload(&sender, &large, vec![1; (10 << 20) + 1]).await.is(200);
    sandbox.stop().await;
    let sandbox = with(world()).await;
    let recipient = Caller::recipient(&sandbox).await;
    download(&recipient, &small).await.text(FOX);
    download(&recipient, &large).await.refused_as_problem(400, "BRO-00003");
}

/// Facts broker-api 2.13.
#[tokio::test]
async fn a_clean_report_does_not_hide_a_checksum_that_differs() {
    let sandbox = open().await;
    let (sender, nobody) = (Caller::sender(&sandbox).await, Caller::nobody(&sandbox));
    let mut body = scanned();
    body["checksum"] = json!("0".repeat(32));
    let id = initialized(&sender, &body).await;
    crate::tus::create(&sender, &id, FOX.len()).await;
    crate::tus::patch(&sender, &crate::tus::at(&id), 0, FOX).await;
    until_status(&sender, &id, "UploadProcessing").await;
    let report = json!([{"eventType": "Microsoft.Security.MalwareScanningResult",
        "data": {"blobUri": format!("https://store/brokerfiles/{id}"), "scanResultType": "No threats found"}}]);
    nobody.post(format!("{BASE}/webhooks/malwarescanresults")).json(&report).await.is(200);
    until("failed", async || overview(&sender, &id).await["fileTransferStatusText"] == "Checksum mismatch").await;
    assert!(!event_types(&sandbox, &id, known::SENDER.number).await.contains(&"published".to_owned()));
}

/// The events since the last call, as type and organisation, sorted.
async fn new_events(sandbox: &Sandbox, id: &str, seen: &mut usize) -> Vec<(String, String)> {
    let all = events(sandbox, id).await;
    let mut new = all[*seen..].to_vec();
    *seen = all.len();
    new.sort();
    new
}

/// Facts broker-api 5.2.
#[tokio::test]
async fn each_transition_tells_the_parties_that_the_facts_name() {
    let sandbox = open().await;
    let (sender, recipient, owner) =
        (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await, Caller::service_owner(&sandbox).await);
    configured(&owner, json!({"purgeFileTransferGracePeriod": "PT0S"})).await;
    let mut body = scanned();
    body["recipients"] = json!([party(known::RECIPIENT.number), party(known::SERVICE_OWNER.number)]);
    let (from, one, two) = (known::SENDER.number, known::RECIPIENT.number, known::SERVICE_OWNER.number);
    let expected = |rows: &[(&str, &str)]| {
        let mut rows: Vec<_> = rows.iter().map(|(kind, to)| ((*kind).to_owned(), (*to).to_owned())).collect();
        rows.sort();
        rows
    };
    let mut seen = 0;
    let id = initialized(&sender, &body).await;
    assert_eq!(new_events(&sandbox, &id, &mut seen).await, expected(&[("filetransferinitialized", from)]));
    upload(&sender, &id, FOX).await;
    assert_eq!(new_events(&sandbox, &id, &mut seen).await, expected(&[("uploadprocessing", from)]));
    until_status(&sender, &id, "Published").await;
    assert_eq!(new_events(&sandbox, &id, &mut seen).await, expected(&[("published", from), ("published", one), ("published", two)]));
    download(&recipient, &id).await;
    assert_eq!(new_events(&sandbox, &id, &mut seen).await, [], "nobody is told of a download");
    confirm(&recipient, &id).await;
    assert_eq!(new_events(&sandbox, &id, &mut seen).await, expected(&[("downloadconfirmed", from), ("downloadconfirmed", one)]));
    download(&owner, &id).await;
    confirm(&owner, &id).await;
    until_status(&sender, &id, "Purged").await;
    let last = [("downloadconfirmed", from), ("downloadconfirmed", two), ("allconfirmeddownloaded", from), ("filepurged", from)];
    assert_eq!(new_events(&sandbox, &id, &mut seen).await, expected(&last));
}

/// Facts broker-api 5.2.
#[tokio::test]
async fn an_event_has_its_members_in_order_and_a_plain_subject() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let mut body = plain();
    body["sender"] = json!(format!("9999:{}", known::SENDER.number));
    let id = initialized(&sender, &body).await;
    let world = serde_json::to_value(sandbox.world().await).unwrap();
    let event = world["events"]["log"].as_array().unwrap().iter().find(|event| event["resourceinstance"] == id).unwrap().clone();
    // The log also holds when an event was registered, which no receiver sees.
    let members: Vec<&String> = event.as_object().unwrap().keys().filter(|name| *name != "registeredtime").collect();
    let expected = ["specversion", "id", "type", "time", "resource", "resourceinstance", "subject", "source", "datacontenttype", "data"];
    assert_eq!(members, expected);
    assert_eq!((&event["specversion"], &event["type"]), (&json!("1.0"), &json!("no.altinn.broker.filetransferinitialized")));
    assert_eq!(event["resource"], format!("urn:altinn:resource:{}", known::RESOURCE));
    assert_eq!(event["subject"], format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number));
    assert_eq!(event["source"], format!("{}broker/api/v1/filetransfer", sandbox.origin));
    assert_eq!(event["data"], json!({"Role": "Sender"}));
}

/// Contract 8.
#[tokio::test]
async fn a_scan_that_was_under_way_at_a_stop_is_taken_up_again() {
    let folder = tempfile::tempdir().unwrap();
    let options =
        || Options { gateway: Gateway::Open, people: People::Never, world: Some(folder.path().join("world.json")), ..Options::default() };
    let sandbox = started(options()).await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &scanned()).await;
    upload(&sender, &id, FOX).await.is(200);
    assert_eq!(status(&sender, &id).await, "UploadProcessing");
    sandbox.stop().await;

    let sandbox = started(options()).await;
    let recipient = Caller::recipient(&sandbox).await;
    until("published", async || status(&recipient, &id).await == "Published").await;
    recipient.get(format!("{BASE}/filetransfer/{id}/download")).await.text(FOX);
}
