//! Facts broker-api 3: partial uploads joined into one.

use super::*;
use uuid::Uuid;

/// Creates a partial upload and returns its address.
async fn partial(caller: &Caller<'_>, id: &str, length: usize) -> String {
    let created = request(caller, "POST", &at(id)).header("Upload-Concat", "partial").header("Upload-Length", length).await;
    tus(&created, 201);
    in_a_day(created.header("upload-expires"));
    let location = created.header("location").to_owned();
    let hex = location.strip_prefix(&format!("/{}/partial/", at(id))).unwrap();
    assert!(hex.len() == 32 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()), "{location}");
    location
}

async fn finalize(caller: &Caller<'_>, id: &str, listed: &[&str]) -> Answer {
    request(caller, "POST", &at(id)).header("Upload-Concat", format!("final;{}", listed.join(" "))).await
}

fn relative(location: &str) -> &str {
    location.trim_start_matches('/')
}

#[tokio::test]
async fn partials_are_joined_in_the_order_of_their_creation() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    let (first, second) = (partial(&sender, &id, 9).await, partial(&sender, &id, 10).await);
    assert_eq!(status(&sender, &id).await, "UploadStarted");
    assert_eq!(head(&sender, relative(&first)).await.header("upload-concat"), "partial");
    assert_eq!(patch(&sender, relative(&second), 0, " brown fox").await.header("upload-offset"), "10");
    let unfinished = finalize(&sender, &id, &[&first, &second]).await;
    let hex = first.rsplit('/').next().unwrap();
    unfinished.is(400);
    assert_eq!(
        unfinished.body,
        format!("Some of the files supplied for concatenation are not finished and can not be concatenated: partial/{hex}")
    );
    let unknown = format!("/{}/partial/{}", at(&id), "0".repeat(32));
    let missing = finalize(&sender, &id, &[&unknown]).await;
    assert_eq!(missing.body, format!("Could not find some of the files supplied for concatenation: partial/{}", "0".repeat(32)));
    let foreign = finalize(&sender, &id, &[&format!("/{}/partial/{hex}", at(&Uuid::new_v4().to_string()))]).await;
    assert!(foreign.status == 400 && foreign.body.starts_with("Header Upload-Concat: Header is invalid."));
    let described = request(&sender, "POST", &at(&id)).header("Upload-Concat", format!("final;{second}")).header("Upload-Metadata", "a !");
    let described = described.await;
    tus(&described, 400);
    described.text("Header Upload-Metadata: Value for a is not properly encoded using base64");
    patch(&sender, relative(&first), 0, "the quick").await;
    assert_eq!(status(&sender, &id).await, "UploadStarted", "partials do not finish anything");
    // One absolute address, and one in the older form. The order of the list does not matter.
    let absolute = sandbox.origin.join(&second).unwrap();
    let old = format!("/{}/{hex}", at(&id));
    let joined = finalize(&sender, &id, &[absolute.as_str(), &old]).await;
    tus(&joined, 201);
    assert_eq!((joined.header("location"), joined.header("upload-expires")), (format!("/{}", at(&id)).as_str(), ""));
    assert_eq!(status(&sender, &id).await, "UploadProcessing");
    let shown = head(&sender, &at(&id)).await;
    shown.header_is("upload-length", "19").header_is("upload-offset", "19");
    assert!(shown.header("upload-concat").starts_with("final;/broker/api/v1/filetransfer/upload/tus/"));
    finalize(&sender, &id, &[&first, &second]).await.is(409);
    let patched = patch(&sender, &at(&id), 3, "x").await;
    patched.is(403).text("File with \"Upload-Concat: final\" cannot be patched");
    until_status(&sender, &id, "Published").await;
    download(&Caller::recipient(&sandbox).await, &id).await.text(FOX);
    assert_eq!(
        event_types(&sandbox, &id, known::SENDER.number).await,
        ["filetransferinitialized", "published"],
        "nobody is told of the processing"
    );
}

#[tokio::test]
async fn a_partial_that_was_abandoned_makes_the_join_fail_and_the_transfer_hangs() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let (hangs, passes) = (initialized(&sender, &plain()).await, initialized(&sender, &plain()).await);
    for (id, bytes) in [(&hangs, "x"), (&passes, "")] {
        let abandoned = partial(&sender, id, 5).await;
        patch(&sender, relative(&abandoned), 0, bytes).await.is(204);
        tus(&request(&sender, "DELETE", relative(&abandoned)).await, 204);
        tus(&head(&sender, relative(&abandoned)).await, 404);
        let good = partial(&sender, id, FOX.len()).await;
        patch(&sender, relative(&good), 0, FOX).await;
        tus(&finalize(&sender, id, &[&good]).await, 201);
    }
    // An abandoned part without bytes does no harm. With bytes the job gives up; it has run by now, because it was started before
    // this one.
    until_status(&sender, &passes, "Published").await;
    assert_eq!(status(&sender, &hangs).await, "UploadProcessing");
}

#[tokio::test]
async fn the_size_is_checked_for_each_partial_only() {
    let sandbox = open().await;
    let (sender, owner) = (Caller::sender(&sandbox).await, Caller::service_owner(&sandbox).await);
    configured(&owner, json!({"maxFileTransferSize": 10})).await;
    let id = initialized(&sender, &plain()).await;
    create(&sender, &id, 11).await.is(400);
    let (first, second) = (partial(&sender, &id, 9).await, partial(&sender, &id, 10).await);
    patch(&sender, relative(&first), 0, "the quick").await;
    patch(&sender, relative(&second), 0, " brown fox").await;
    tus(&finalize(&sender, &id, &[&first, &second]).await, 201);
    until_status(&sender, &id, "Published").await;
    assert_eq!(overview(&sender, &id).await["fileTransferSize"], 19);
}
