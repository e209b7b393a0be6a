//! Facts broker-api 2.2: uploading a transfer's file.

use crate::support::*;
use crate::transfer::*;
use futures_util::StreamExt;
use tokio::sync::mpsc;
use uuid::Uuid;

const EICAR: [&str; 2] = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"];

/// A body whose chunks the test sends one by one.
fn slow() -> (mpsc::UnboundedSender<&'static str>, reqwest::Body) {
    let (sends, receives) = mpsc::unbounded_channel::<&'static str>();
    let chunks = futures_util::stream::unfold(receives, |mut receives| async move { Some((receives.recv().await?, receives)) });
    (sends, reqwest::Body::wrap_stream(chunks.map(Ok::<_, std::io::Error>)))
}

async fn history(caller: &Caller<'_>, id: &str) -> Vec<(String, String)> {
    let details = caller.get(format!("{BASE}/filetransfer/{id}/details")).await.json();
    let rows = details["fileTransferStatusHistory"].as_array().unwrap().clone();
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    rows.iter().map(|row| (text(row, "fileTransferStatus"), text(row, "fileTransferStatusText"))).collect()
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn unscanned_bytes_are_published_at_once_and_the_checksum_comes_later() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    upload(&sender, &id, FOX).await.is(200).body_is(json!({"fileTransferId": id})).fixed();
    let shown = overview(&sender, &id).await;
    assert_eq!((&shown["fileTransferStatus"], &shown["fileTransferSize"]), (&json!("Published"), &json!(19)));
    until("the checksum", async || overview(&sender, &id).await["checksum"] == FOX_MD5).await;
    let expected = [("Initialized", "Ready for upload"), ("UploadStarted", "Upload started"), ("Published", "Ready for download")];
    assert_eq!(history(&sender, &id).await, expected.map(|(status, text)| (status.to_owned(), text.to_owned())));
    let nothing = initialized(&sender, &plain()).await;
    let request = sender.post(format!("{BASE}/filetransfer/{nothing}/upload")).header("Content-Type", "");
    request.body("").await.is(200);
    until("its checksum", async || overview(&sender, &nothing).await["checksum"] == "d41d8cd98f00b204e9800998ecf8427e").await;
    assert_eq!(overview(&sender, &nothing).await["fileTransferSize"], 0);
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn scanned_bytes_are_processed_then_published() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &scanned()).await;
    upload(&sender, &id, FOX).await.is(200);
    download(&Caller::recipient(&sandbox).await, &id).await.refused_as_problem(403, "BRO-00007");
    until_status(&sender, &id, "Published").await;
    assert_eq!(history(&sender, &id).await[2], ("UploadProcessing".to_owned(), "Processing upload".to_owned()));
    until("the checksum", async || overview(&sender, &id).await["checksum"] == FOX_MD5).await;
    assert_eq!(event_types(&sandbox, &id, known::SENDER.number).await, ["filetransferinitialized", "uploadprocessing", "published"]);
    assert_eq!(event_types(&sandbox, &id, known::RECIPIENT.number).await, ["published"]);
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn refusals_of_an_upload_come_in_order() {
    let sandbox = open().await;
    let (sender, owner) = (Caller::sender(&sandbox).await, Caller::service_owner(&sandbox).await);
    upload(&sender, &Uuid::new_v4().to_string(), FOX).await.refused(404, "BRO-00001");
    upload(&sender, "x", FOX).await.invalid(json!({"fileTransferId": ["The value 'x' is not valid."]}));
    let id = initialized(&sender, &plain()).await;
    upload(&Caller::organisation(&sandbox, "vendor", "altinn:broker.write").await, &id, FOX).await.refused(401, "BRO-00006");
    configured(&owner, json!({"maxFileTransferSize": 18})).await;
    upload(&sender, &id, FOX).await.refused(400, "BRO-00016");
    // With an unknown length the body exceeds the limit only while it is sent.
    let (sends, body) = slow();
    sends.send(FOX).unwrap();
    drop(sends);
    upload(&sender, &id, body).await.is(200);
    upload(&sender, &id, FOX).await.refused(409, "BRO-00004");
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn a_wrong_checksum_fails_it_for_good_and_nobody_is_told() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let mut body = plain();
    body["checksum"] = json!(FOX_MD5);
    let good = initialized(&sender, &body).await;
    upload(&sender, &good, FOX).await.is(200);
    let id = initialized(&sender, &body).await;
    upload(&sender, &id, "something else").await.refused(400, "BRO-00009");
    let shown = overview(&sender, &id).await;
    assert_eq!((&shown["fileTransferStatusText"], &shown["fileTransferSize"]), (&json!("Checksum mismatch"), &json!(14)));
    assert_eq!(event_types(&sandbox, &id, known::SENDER.number).await, ["filetransferinitialized"]);
    upload(&sender, &id, FOX).await.refused(409, "BRO-00004");
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn of_two_uploads_at_once_the_second_breaks_the_transfer() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    let (sends, body) = slow();
    let first = upload(&sender, &id, body);
    let second = async {
        until("the first has begun", async || status(&sender, &id).await == "UploadStarted").await;
        let second = upload(&sender, &id, FOX).await;
        drop(sends);
        second
    };
    let (late, early) = tokio::join!(first, second);
    early.is(200);
    late.refused(500, "BRO-00008");
    let shown = overview(&sender, &id).await;
    assert_eq!(shown["fileTransferStatusText"], "Error occurred while uploading fileTransfer");
    assert_eq!(history(&sender, &id).await.len(), 5);
    assert!(event_types(&sandbox, &id, known::SENDER.number).await.contains(&"uploadfailed".to_owned()));
    let recipient = Caller::recipient(&sandbox).await;
    download(&recipient, &id).await.refused_as_problem(403, "BRO-00007");
    confirm(&recipient, &id).await.refused(400, "BRO-00003");
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn a_client_that_breaks_off_may_begin_again() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    let (sends, body) = slow();
    let broken = async {
        until("it has begun", async || status(&sender, &id).await == "UploadStarted").await;
    };
    tokio::select! {
        _ = upload(&sender, &id, body) => panic!("nobody ended it"),
        () = broken => {}
    }
    drop(sends);
    assert_eq!(status(&sender, &id).await, "UploadStarted");
    upload(&sender, &id, FOX).await.is(200);
    assert_eq!(status(&sender, &id).await, "Published");
}

/// Facts broker-api 5.1.
#[tokio::test]
async fn malware_fails_it_with_the_scanners_words_and_who_waits_is_told() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &scanned()).await;
    upload(&sender, &id, EICAR.concat()).await;
    until_status(&sender, &id, "Failed").await;
    let text = overview(&sender, &id).await["fileTransferStatusText"].as_str().unwrap().to_owned();
    let extra: Value = serde_json::from_str(text.strip_prefix("Malware scan failed: Malicious. Extra details: ").unwrap()).unwrap();
    let members: Vec<&String> = extra.as_object().unwrap().keys().collect();
    assert_eq!(members, ["CorrelationId", "BlobUri", "ETag", "ScanFinishedTimeUtc", "ScanResultType", "ScanResultDetails"]);
    let details: Vec<&String> = extra["ScanResultDetails"].as_object().unwrap().keys().collect();
    assert_eq!(details, ["MalwareNamesFound", "Sha256", "NotScannedReason"]);
    assert_eq!(extra["ScanResultDetails"]["Sha256"], "275A021BBFB6489E54D471899F7DB9D1663FC695EC2FE2A2C4538AABF651FD0F");
    let sender_events = event_types(&sandbox, &id, known::SENDER.number).await;
    assert_eq!(sender_events, ["filetransferinitialized", "uploadprocessing", "uploadfailed", "fileneverconfirmeddownloaded"]);
    assert_eq!(event_types(&sandbox, &id, known::RECIPIENT.number).await, ["fileneverconfirmeddownloaded"]);
    upload(&sender, &id, FOX).await.refused(409, "BRO-00004");
    // Without a virus scan the content is not checked.
    let id = initialized(&sender, &plain()).await;
    upload(&sender, &id, EICAR.concat()).await;
    assert_eq!(status(&sender, &id).await, "Published");
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn a_large_body_lies_in_a_folder_that_goes_with_the_sandbox() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let bytes: Vec<u8> = (0..3_000_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    let id = initialized(&sender, &plain()).await;
    upload(&sender, &id, bytes.clone()).await.is(200);
    let whole = recipient.request(Method::GET, format!("{BASE}/filetransfer/{id}/download")).send().await.unwrap();
    assert_eq!(whole.headers()["content-length"], "3000000");
    assert!(whole.bytes().await.unwrap() == bytes);
    let world = serde_json::to_value(sandbox.world().await).unwrap();
    let transfers = world["broker"]["transfers"].as_array().unwrap();
    let stored = transfers.iter().find(|transfer| transfer["id"] == id.as_str()).unwrap()["stored"]["Large"].as_str().unwrap().to_owned();
    let file = std::path::PathBuf::from(stored);
    assert!(file.exists());
    sandbox.stop().await;
    assert!(!file.exists() && !file.parent().unwrap().exists());
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn a_scanned_upload_is_published_in_a_moment_and_gets_its_checksum() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &scanned()).await;
    upload(&sender, &id, FOX).await.body_is(json!({"fileTransferId": id}));
    assert_eq!(status(&sender, &id).await, "UploadProcessing");
    let path = format!("{BASE}/filetransfer/{id}");
    until("a checksum", async || sender.get(&path).await.json()["checksum"].as_str().is_some_and(|sum| sum.len() == 32)).await;
    let details = sender.get(format!("{path}/details")).await.json();
    let history: Vec<&str> =
        details["fileTransferStatusHistory"].as_array().unwrap().iter().filter_map(|row| row["fileTransferStatus"].as_str()).collect();
    assert_eq!(history, ["Initialized", "UploadStarted", "UploadProcessing", "Published"]);
    assert!(details["created"].as_str().unwrap().ends_with("+00:00"));
    assert_eq!(details["fileTransferSize"], FOX.len());
    upload(&sender, &id, FOX).await.is(409).code("BRO-00004");
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn an_unscanned_upload_is_published_at_once() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let mut body = scanned();
    body["disableVirusScan"] = json!(true);
    let id = initialized(&sender, &body).await;
    upload(&sender, &id, "").await;
    assert_eq!(status(&sender, &id).await, "Published");
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn a_wrong_checksum_fails_the_transfer_for_good() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let mut body = scanned();
    body["checksum"] = json!("d41d8cd98f00b204e9800998ecf8427e");
    let id = initialized(&sender, &body).await;
    upload(&sender, &id, FOX).await.is(400).code("BRO-00009");
    let overview = sender.get(format!("{BASE}/filetransfer/{id}")).await.json();
    assert_eq!(
        (overview["fileTransferStatusText"].as_str(), &overview["fileTransferSize"]),
        (Some("Checksum mismatch"), &json!(FOX.len()))
    );
    upload(&sender, &id, "").await.is(409).code("BRO-00004");
}

/// Facts broker-api 5.1.
#[tokio::test]
async fn malware_fails_the_transfer() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &scanned()).await;
    upload(&sender, &id, ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].concat()).await;
    until("failed", async || status(&sender, &id).await == "Failed").await;
    let text = sender.get(format!("{BASE}/filetransfer/{id}")).await.json()["fileTransferStatusText"].as_str().unwrap().to_owned();
    assert!(text.starts_with("Malware scan failed: Malicious. Extra details: {"), "{text}");
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn a_file_over_ten_mebibytes_is_streamed_and_comes_back() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let id = initialized(&sender, &scanned()).await;
    let bytes = vec![7_u8; 11 * 1024 * 1024];
    upload(&sender, &id, bytes.clone()).await.is(200);
    until("published", async || status(&sender, &id).await == "Published").await;
    let answer = recipient.request(Method::GET, format!("{BASE}/filetransfer/{id}/download")).send().await.unwrap();
    assert_eq!(answer.headers()["content-length"], "11534336");
    assert!(answer.bytes().await.unwrap() == bytes);
    let part =
        recipient.request(Method::GET, format!("{BASE}/filetransfer/{id}/download")).header("Range", "bytes=-5").send().await.unwrap();
    assert_eq!(part.headers()["content-range"], "bytes 11534331-11534335/11534336");
}

/// Facts broker-api 2.2.
#[tokio::test]
async fn the_resources_limit_holds_for_a_known_length() {
    let sandbox = open().await;
    let owner = Caller::service_owner(&sandbox).await;
    owner.put(format!("{BASE}/resource/{}", known::RESOURCE)).json(json!({"maxFileTransferSize": 5})).await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &scanned()).await;
    upload(&sender, &id, FOX).await.is(400).code("BRO-00016");
}
