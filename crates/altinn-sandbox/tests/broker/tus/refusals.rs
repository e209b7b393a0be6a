//! Facts broker-api 3: refusals of resumable uploads.

use super::*;
use futures_util::StreamExt;
use tokio::sync::mpsc;
use uuid::Uuid;

/// Expects a refusal with a text.
fn text(answer: &Answer, status: u16, text: &str) {
    tus(answer, status);
    assert_eq!((answer.body.as_str(), answer.header("content-type")), (text, "text/plain"));
}

/// Expects a refusal of access: a text, without the protocol's header.
fn access(answer: &Answer, status: u16, text: &str) {
    assert_eq!((answer.status.as_u16(), answer.body.as_str(), answer.header("content-type")), (status, text, "text/plain"));
    answer.header_is("tus-resumable", "").header_is("www-authenticate", "").fixed();
}

#[tokio::test]
async fn what_is_no_request_of_the_protocol_is_404_and_the_token_comes_first() {
    let sandbox = open().await;
    let (sender, nobody) = (Caller::sender(&sandbox).await, Caller::nobody(&sandbox));
    let id = initialized(&sender, &plain()).await;
    for method in [Method::POST, Method::PATCH, Method::DELETE, Method::GET, Method::PUT] {
        sender.call(method.clone(), at(&id)).await.only(404);
        nobody.call(method, at(&id)).await.only(401);
    }
    request(&sender, "GET", &at(&id)).await.only(404);
    let reader = Caller::organisation(&sandbox, "sender", "altinn:broker.read").await;
    create(&reader, &id, 1).await.only(403);
    // The older form of a partial upload's address no longer works.
    head(&sender, &format!("{}/{}", at(&id), Uuid::new_v4().simple())).await.only(404);
}

#[tokio::test]
async fn access_is_refused_in_words_and_in_order() {
    let sandbox = open().await;
    let (sender, owner) = (Caller::sender(&sandbox).await, Caller::service_owner(&sandbox).await);
    access(&create(&sender, "x", 1).await, 404, "Missing file transfer id");
    access(&request(&sender, "POST", &format!("{BASE}/filetransfer/upload/tus")).await, 404, "Missing file transfer id");
    access(&create(&sender, &Uuid::new_v4().to_string(), 1).await, 404, "The requested file transfer was not found");
    let id = initialized(&sender, &plain()).await;
    let stranger = Caller::organisation(&sandbox, "vendor", "altinn:broker.write").await;
    let no_access = "You must use a bearer token that represents a system user with access to the resource in the Resource Rights Registry";
    access(&create(&stranger, &id, 1).await, 401, no_access);
    let version = sender.post(at(&id)).header("Tus-Resumable", "0.2.2").header("Upload-Length", 1).await;
    text(&version, 412, "Tus version 0.2.2 is not supported. Supported versions: 1.0.0");
    version.header_is("tus-version", "1.0.0");
    let done = published(&sender, FOX).await;
    let already = "A file transfer has already been, or attempted to be, created. Create a new file transfer resource to try again.";
    access(&create(&sender, &done, 1).await, 409, already);
    access(&patch(&sender, &at(&done), 0, "x").await, 409, already);
    tus(&head(&sender, &at(&done)).await, 404);
    configured(&owner, json!({"maxFileTransferSize": 5})).await;
    text(&create(&sender, &id, 6).await, 400, "File size exceeds maximum");
    tus(&create(&sender, &id, 5).await, 201);
}

#[tokio::test]
async fn storage_that_is_not_ready_is_503_in_words() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    {
        let mut world = sandbox.shared().world.lock().await;
        let mut value = serde_json::to_value(&*world).unwrap();
        value["broker"]["owners"][0]["providers"] = json!(["AltinnAzure"]);
        *world = serde_json::from_value(value).unwrap();
    }
    access(&create(&sender, &id, 1).await, 503, "Storage provider is not ready yet. Please try again later.");
}

#[tokio::test]
async fn creation_is_refused_in_the_librarys_words() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    let with = |headers: &'static [(&'static str, &'static str)]| {
        headers.iter().fold(request(&sender, "POST", &at(&id)), |request, (name, value)| request.header(*name, *value))
    };
    text(&with(&[]).await, 400, "Missing Upload-Length header");
    text(&with(&[("Upload-Length", "x")]).await, 400, "Could not parse Upload-Length");
    text(&with(&[("Upload-Length", "-1")]).await, 400, "Header Upload-Length must be a positive number");
    text(&with(&[("Upload-Defer-Length", "1")]).await, 400, "Header Upload-Defer-Length is not supported");
    with(&[("Upload-Length", "1"), ("Upload-Defer-Length", "1")]).await.is(400);
    let metadata = with(&[("Upload-Length", "1"), ("Upload-Metadata", "a !")]).await;
    text(&metadata, 400, "Header Upload-Metadata: Value for a is not properly encoded using base64");
    let concat = with(&[("Upload-Length", "1"), ("Upload-Concat", "whole")]).await;
    assert!(concat.status == 400 && concat.body.starts_with("Header Upload-Concat: Header is invalid."));
    assert_eq!(status(&sender, &id).await, "Initialized");
    // An upload of length 0 is created but never completes.
    tus(&with(&[("Upload-Length", "0")]).await, 201);
    patch(&sender, &at(&id), 0, "").await.is(204);
    assert_eq!(status(&sender, &id).await, "UploadStarted");
}

#[tokio::test]
async fn patches_are_refused_in_the_librarys_order() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    let path = at(&id);
    tus(&patch(&sender, &path, 0, "x").await, 404);
    create(&sender, &id, FOX.len()).await;
    let typed = |kind: &'static str| request(&sender, "PATCH", &path).header("Content-Type", kind).header("Upload-Length", 1).body("x");
    for kind in ["application/octet-stream", "application/offset+octet-stream; charset=utf-8"] {
        text(&typed(kind).await, 415, &format!("Content-Type {kind} is invalid. Must be application/offset+octet-stream"));
    }
    text(&typed("application/offset+octet-stream").await, 400, "Upload-Length cannot be updated once set");
    let offset = |value: &'static str| {
        request(&sender, "PATCH", &path).header("Content-Type", "application/offset+octet-stream").header("Upload-Offset", value).body("x")
    };
    text(&offset("x").await, 400, "Could not parse Upload-Offset header");
    text(&offset("-1").await, 400, "Header Upload-Offset must be a positive number");
    let missing = request(&sender, "PATCH", &path).header("Content-Type", "application/offset+octet-stream").body("x");
    text(&missing.await, 400, "Missing Upload-Offset header");
    let checksum = |value: &'static str| patching(&sender, &path, 0).header("Upload-Checksum", value).body("the ");
    text(&checksum("md5").await, 400, "Could not parse Upload-Checksum header");
    text(&checksum("sha1 YQ==").await, 400, "Unsupported checksum algorithm. Supported algorithms are: md5");
    let too_much = patch(&sender, &path, 0, "the quick brown fox and more").await;
    text(&too_much, 413, "Request contains more data than the file's upload length");
    // The service announces md5, but md5 checksums never match, and the bytes are accepted anyway.
    let right = checksum("md5 sQhsYEe4sSV/wFzAGuyWtQ==").await;
    text(&right, 460, "Header Upload-Checksum does not match the checksum of the file");
    text(&patch(&sender, &path, 0, "x").await, 409, "Offset does not match file. File offset: 4. Request offset: 0");
    patch(&sender, &path, 4, "quick brown fox").await.is(204);
    until_status(&sender, &id, "Published").await;
}

#[tokio::test]
async fn a_method_may_be_overridden() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    create(&sender, &id, FOX.len()).await;
    let request = request(&sender, "POST", &at(&id)).header("X-HTTP-Method-Override", "PATCH").header("Upload-Offset", 0);
    request.header("Content-Type", "application/offset+octet-stream").body(FOX).await.is(204).header_is("upload-offset", "19");
}

#[tokio::test]
async fn while_one_request_has_an_upload_others_are_told_to_wait() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    create(&sender, &id, FOX.len()).await;
    let (sends, receives) = mpsc::unbounded_channel::<&'static str>();
    let chunks = futures_util::stream::unfold(receives, |mut receives| async move { Some((receives.recv().await?, receives)) });
    let body = reqwest::Body::wrap_stream(chunks.map(Ok::<_, std::io::Error>));
    let path = at(&id);
    let first = patching(&sender, &path, 0).body(body);
    let others = async {
        until("the upload is taken", async || head(&sender, &path).await.status == 423).await;
        let locked = "File is currently being updated. Please try again later";
        text(&patch(&sender, &path, 0, "x").await, 423, locked);
        text(&request(&sender, "DELETE", &path).await, 423, locked);
        sends.send(FOX).unwrap();
        drop(sends);
    };
    let (answer, ()) = tokio::join!(first, others);
    answer.is(204);
    until_status(&sender, &id, "Published").await;
    assert_eq!(event_types(&sandbox, &id, known::RECIPIENT.number).await, ["published"]);
}
