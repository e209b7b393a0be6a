//! Facts broker-api 2.7 and 2.8: download and confirmation.

use crate::support::*;
use crate::transfer::*;
use uuid::Uuid;

async fn ranged(caller: &Caller<'_>, id: &str, range: &str) -> Answer {
    caller.get(format!("{BASE}/filetransfer/{id}/download")).header("Range", range).await
}

/// How many downloads the transfer's recipient has started.
async fn begun(caller: &Caller<'_>, id: &str) -> usize {
    let details = caller.get(format!("{BASE}/filetransfer/{id}/details")).await.json();
    let rows = details["recipientFileTransferStatusHistory"].as_array().unwrap().clone();
    rows.iter().filter(|row| row["recipientFileTransferStatusCode"] == "DownloadStarted").count()
}

/// Facts broker-api 2.7.
#[tokio::test]
async fn a_whole_download_has_its_headers_and_each_one_a_row() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let mut body = plain();
    body["fileName"] = json!("på \"ferie\".txt");
    let id = initialized(&sender, &body).await;
    upload(&sender, &id, FOX).await;
    let whole = download(&recipient, &id).await;
    whole
        .is(200)
        .text(FOX)
        .header_is("content-type", "application/octet-stream")
        .header_is("content-length", "19")
        .header_is("accept-ranges", "bytes");
    let named = "attachment; filename=\"p_ \\\"ferie\\\".txt\"; filename*=UTF-8''p%C3%A5%20%22ferie%22.txt";
    whole.header_is("content-disposition", named).header_is("etag", "").header_is("last-modified", "").fixed();
    let conditional = recipient.get(format!("{BASE}/filetransfer/{id}/download")).header("If-None-Match", "*");
    conditional.header("Accept", "text/html").await.is(200);
    assert_eq!(begun(&sender, &id).await, 2);
}

/// Facts broker-api 2.7.
#[tokio::test]
async fn one_range_is_206_others_are_ignored_and_beyond_is_416() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let id = published(&sender, FOX).await;
    for (range, bytes, content_range) in [
        ("bytes=4-8", "quick", "bytes 4-8/19"),
        ("BYTES=16-", "fox", "bytes 16-18/19"),
        ("bytes=-3", "fox", "bytes 16-18/19"),
        ("bytes=0-", FOX, "bytes 0-18/19"),
        ("bytes=16-99", "fox", "bytes 16-18/19"),
    ] {
        let part = ranged(&recipient, &id, range).await;
        assert_eq!((part.status.as_u16(), part.body.as_str(), part.header("content-range")), (206, bytes, content_range), "{range}");
        assert_eq!(part.header("content-length"), bytes.len().to_string());
    }
    assert_eq!(begun(&sender, &id).await, 1, "parts count once in five minutes");
    for range in ["bytes=9-2", "bytes=0-1,3-4", "items=0-1", "bytes", "bytes=x-"] {
        let whole = ranged(&recipient, &id, range).await;
        assert_eq!((whole.status.as_u16(), whole.body.as_str(), whole.header("content-range")), (200, FOX, ""), "{range}");
    }
    for range in ["bytes=19-", "bytes=-0"] {
        ranged(&recipient, &id, range).await.refused_as_problem(416, "BRO-00029").header_is("content-range", "");
    }
    let nothing = published(&sender, "").await;
    ranged(&recipient, &nothing, "bytes=-1").await.refused_as_problem(416, "BRO-00029");
}

/// Facts broker-api 2.7 and 2.8.
#[tokio::test]
async fn an_unknown_transfer_is_404_to_download_and_to_confirm() {
    let sandbox = open().await;
    let recipient = Caller::recipient(&sandbox).await;
    let unknown = Uuid::new_v4().to_string();
    download(&recipient, &unknown).await.refused_as_problem(404, "BRO-00001");
    confirm(&recipient, &unknown).await.refused(404, "BRO-00001");
}

/// Facts broker-api 2.7.
#[tokio::test]
async fn an_id_that_is_no_guid_is_a_problem_even_to_download() {
    let sandbox = open().await;
    download(&Caller::recipient(&sandbox).await, "x")
        .await
        .invalid(json!({"fileTransferId": ["The value 'x' is not valid."]}))
        .header_is("content-type", "application/problem+json; charset=utf-8");
}

/// Facts broker-api 2.7 and 2.8.
#[tokio::test]
async fn who_calls_is_asked_before_what_became_of_the_bytes() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let id = initialized(&sender, &plain()).await;
    download(&sender, &id).await.refused_as_problem(401, "BRO-00006");
    confirm(&sender, &id).await.refused(401, "BRO-00006");
    download(&recipient, &id).await.refused_as_problem(403, "BRO-00007");
    confirm(&recipient, &id).await.refused(400, "BRO-00003");
}

/// Facts broker-api 2.7 and 2.8.
#[tokio::test]
async fn a_transfer_is_confirmed_once_after_a_download_and_downloaded_ever_after() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let id = published(&sender, FOX).await;
    confirm(&recipient, &id).await.refused(400, "BRO-00019");
    download(&recipient, &id).await.is(200);
    confirm(&recipient, &id).await.only(204);
    confirm(&recipient, &id).await.refused(400, "BRO-00010");
    download(&recipient, &id).await.is(200);
}

/// Facts broker-api 2.7.
#[tokio::test]
async fn published_without_its_bytes_there_is_no_file() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let id = published(&sender, FOX).await;
    aged(&sandbox, &id, |transfer| transfer["stored"] = json!("Nowhere")).await;
    download(&recipient, &id).await.refused_as_problem(400, "BRO-00003");
}

/// Facts broker-api 2.8.
#[tokio::test]
async fn an_earlier_recipient_may_repeat_and_the_last_one_moves_it_on() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let owner = Caller::service_owner(&sandbox).await;
    let mut body = plain();
    body["recipients"] = json!([party(known::RECIPIENT.number), party(known::SERVICE_OWNER.number)]);
    let id = initialized(&sender, &body).await;
    upload(&sender, &id, FOX).await;
    download(&recipient, &id).await;
    for _ in 0..2 {
        confirm(&recipient, &id).await.only(204);
    }
    assert_eq!(status(&sender, &id).await, "Published");
    assert_eq!(event_types(&sandbox, &id, known::RECIPIENT.number).await, ["published", "downloadconfirmed"]);
    download(&owner, &id).await;
    owner.post(format!("{BASE}/filetransfer/{id}/confirmdownload")).json(json!({"ignored": true})).await.only(204);
    assert_eq!(status(&sender, &id).await, "AllConfirmedDownloaded");
    let sender_events = event_types(&sandbox, &id, known::SENDER.number).await;
    assert_eq!(sender_events, ["filetransferinitialized", "published", "downloadconfirmed", "downloadconfirmed", "allconfirmeddownloaded"]);
}

/// Facts broker-api 2.7.
#[tokio::test]
async fn whom_the_policy_lets_in_becomes_a_recipient_and_a_confirmation_before_that_breaks() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    // A rule that names the owner applies whatever the party is.
    let owner = Caller::service_owner(&sandbox).await;
    let id = published(&sender, FOX).await;
    let path = format!("broker/api/v1/filetransfer/{id}/confirmdownload");
    confirm(&owner, &id).await.broke(&path);
    download(&owner, &id).await;
    let shown = overview(&sender, &id).await;
    assert_eq!(shown["recipients"].as_array().map(Vec::len), Some(2));
    assert_eq!(shown["recipients"][1]["recipient"], party(known::SERVICE_OWNER.number));
    let recipient = Caller::recipient(&sandbox).await;
    download(&recipient, &id).await;
    confirm(&recipient, &id).await;
    assert_eq!(status(&sender, &id).await, "Published", "it waits for the further one too");
}

/// Facts broker-api 2.7 and 2.8.
#[tokio::test]
async fn before_its_bytes_a_transfer_is_neither_downloaded_nor_confirmed() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let id = initialized(&sender, &scanned()).await;
    let early = download(&recipient, &id).await;
    assert!(early.is(403).code("BRO-00007").header("content-type").starts_with("application/problem+json"), "{early}");
    confirm(&recipient, &id).await.is(400).code("BRO-00003");
}

/// Facts broker-api 2.7.
#[tokio::test]
async fn the_sender_may_not_download_its_own_transfer() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &scanned()).await;
    download(&sender, &id).await.is(401).code("BRO-00006");
}

/// Facts broker-api 2.7.
#[tokio::test]
async fn a_scanned_file_comes_down_as_an_attachment_and_in_parts() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let id = scanned_and_published(&sender).await;
    download(&recipient, &id)
        .await
        .is(200)
        .text(FOX)
        .header_is("accept-ranges", "bytes")
        .header_is("content-disposition", "attachment; filename=a.txt; filename*=UTF-8''a.txt");
    ranged(&recipient, &id, "bytes=4-8").await.is(206).text("quick").header_is("content-range", "bytes 4-8/19");
    ranged(&recipient, &id, "bytes=19-").await.is(416).code("BRO-00029").header_is("content-range", "");
}

/// Facts broker-api 2.8.
#[tokio::test]
async fn what_was_not_downloaded_is_not_confirmed() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let id = scanned_and_published(&sender).await;
    confirm(&recipient, &id).await.is(400).code("BRO-00019");
}

/// Facts broker-api 2.8.
#[tokio::test]
async fn a_confirmation_is_given_once_and_the_sender_sees_it() {
    let sandbox = open().await;
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    let id = scanned_and_published(&sender).await;
    download(&recipient, &id).await.is(200);
    confirm(&recipient, &id).await.is(204).empty();
    confirm(&recipient, &id).await.is(400).code("BRO-00010");
    sender
        .get(format!("{BASE}/filetransfer/{id}"))
        .await
        .has("/fileTransferStatus", "AllConfirmedDownloaded")
        .has("/recipients/0/currentRecipientFileTransferStatusCode", "DownloadConfirmed");
}
