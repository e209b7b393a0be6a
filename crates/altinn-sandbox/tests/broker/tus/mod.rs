//! Facts broker-api 3: resumable uploads.

mod concatenation;
mod refusals;

use crate::support::*;
use crate::time::pass;
use crate::transfer::*;
use jsonwebtoken::{Algorithm, EncodingKey, Header};

/// The address of a transfer's resumable upload.
pub fn at(id: &str) -> String {
    format!("{BASE}/filetransfer/upload/tus/{id}")
}

/// A request with the protocol's header.
pub fn request(caller: &Caller<'_>, method: &str, path: &str) -> Request {
    caller.call(Method::from_bytes(method.as_bytes()).unwrap(), path).header("Tus-Resumable", "1.0.0")
}

pub async fn create(caller: &Caller<'_>, id: &str, length: usize) -> Answer {
    request(caller, "POST", &at(id)).header("Upload-Length", length).await
}

pub fn patching(caller: &Caller<'_>, path: &str, offset: usize) -> Request {
    request(caller, "PATCH", path).header("Upload-Offset", offset).header("Content-Type", "application/offset+octet-stream")
}

pub async fn patch(caller: &Caller<'_>, path: &str, offset: usize, bytes: &'static str) -> Answer {
    patching(caller, path, offset).body(bytes).await
}

pub async fn head(caller: &Caller<'_>, path: &str) -> Answer {
    request(caller, "HEAD", path).await
}

pub fn tus(answer: &Answer, status: u16) {
    answer.is(status).header_is("tus-resumable", "1.0.0").fixed();
}

/// Expects an HTTP date about a day from now.
pub fn in_a_day(text: &str) {
    let at = jiff::fmt::rfc2822::parse(&text.replace("GMT", "+0000")).unwrap().timestamp();
    let left = at.duration_since(jiff::Timestamp::now());
    assert!(text.ends_with(" GMT") && left.as_hours() >= 23 && left.as_hours() <= 24, "{text}");
}

/// Facts broker-api 3.
#[tokio::test]
async fn options_tells_what_the_server_can_with_and_without_an_id() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    for path in [at("x"), format!("{BASE}/filetransfer/upload/tus")] {
        let answer = sender.call(Method::OPTIONS, &path).await;
        tus(&answer, 204);
        answer
            .header_is("tus-version", "1.0.0")
            .header_is("tus-checksum-algorithm", "md5")
            .header_is("tus-extension", "creation,creation-with-upload,termination,checksum,checksum-trailer,concatenation,expiration")
            .header_is("tus-max-size", "");
        Caller::nobody(&sandbox).call(Method::OPTIONS, &path).await.only(401);
    }
}

/// Facts broker-api 3.
#[tokio::test]
async fn create_patch_head_and_an_unscanned_file_is_published_by_a_job() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    tus(&head(&sender, &at(&id)).await, 404);
    let created = create(&sender, &id, FOX.len()).await;
    tus(&created, 201);
    assert_eq!(created.header("location"), format!("/{}", at(&id)));
    in_a_day(created.header("upload-expires"));
    created.empty().header_is("upload-offset", "");
    assert_eq!(status(&sender, &id).await, "UploadStarted");
    let first = patch(&sender, &at(&id), 0, "the quick").await;
    tus(&first, 204);
    first.header_is("upload-offset", "9");
    in_a_day(first.header("upload-expires"));
    // HEAD counts only staged bytes, so it follows a little later.
    until("staged", async || head(&sender, &at(&id)).await.header("upload-offset") == "9").await;
    let told = head(&sender, &at(&id)).await;
    tus(&told, 200);
    told.header_is("upload-length", "19").header_is("upload-expires", "").header_is("upload-concat", "");
    let wrong = patch(&sender, &at(&id), 5, "x").await;
    tus(&wrong, 409);
    wrong.text("Offset does not match file. File offset: 9. Request offset: 5").header_is("content-type", "text/plain");
    patch(&sender, &at(&id), 9, " brown fox").await.is(204).header_is("upload-offset", "19");
    // At or past the end the answer is repeated; nothing else is checked.
    for offset in [19, 99] {
        let again = sender.call(Method::PATCH, at(&id)).header("Upload-Offset", offset).await;
        again.is(204).header_is("upload-offset", "19").header_is("upload-expires", "");
    }
    until_status(&sender, &id, "Published").await;
    let shown = overview(&sender, &id).await;
    assert_eq!(shown["fileTransferSize"], 19);
    until("the checksum", async || overview(&sender, &id).await["checksum"] == FOX_MD5).await;
    assert_eq!(crate::transfer::event_types(&sandbox, &id, known::SENDER.number).await, ["filetransferinitialized", "published"]);
    download(&Caller::recipient(&sandbox).await, &id).await.text(FOX);
    // The job has deleted the upload: 409 with a text, in an active session also for HEAD.
    let late = patching(&sender, &at(&id), 19).await;
    late.is(409).header_is("tus-resumable", "");
    assert!(late.body.starts_with("A file transfer has already been"));
    head(&sender, &at(&id)).await.is(409);
    create(&sender, &id, 1).await.is(409);
}

/// Facts broker-api 3.
#[tokio::test]
async fn a_scanned_file_and_a_supplied_checksum_are_processed_first() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let with = |checksum: &str, unscanned: bool| {
        let mut body = scanned();
        (body["checksum"], body["disableVirusScan"]) = (json!(checksum), json!(unscanned));
        body
    };
    let wrong = "0".repeat(32);
    let mut ids = Vec::new();
    for (body, wanted) in [
        (with("", false), "Published"),
        (with(FOX_MD5, false), "Published"),
        (with(FOX_MD5, true), "Published"),
        (with(&wrong, true), "Failed"),
        (with(&wrong, false), "Failed"),
    ] {
        let id = initialized(&sender, &body).await;
        create(&sender, &id, FOX.len()).await;
        patch(&sender, &at(&id), 0, FOX).await.is(204);
        ids.push((id, wanted));
    }
    for (id, wanted) in ids {
        until_status(&sender, &id, wanted).await;
        let expected = match wanted {
            "Published" => ["filetransferinitialized", "uploadprocessing", "published"],
            _ => ["filetransferinitialized", "uploadprocessing", "uploadfailed"],
        };
        assert_eq!(event_types(&sandbox, &id, known::SENDER.number).await, expected);
        let text = overview(&sender, &id).await["fileTransferStatusText"].clone();
        assert_eq!(text, if wanted == "Published" { "Ready for download" } else { "Checksum mismatch" });
    }
}

/// Facts broker-api 3.
#[tokio::test]
async fn creation_with_upload_brings_bytes_along() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    let create = |headers: &'static [(&'static str, &'static str)], bytes: &'static str| {
        let request = request(&sender, "POST", &at(&id)).header("Upload-Length", 19).header("Upload-Metadata", "filename YS50eHQ=,empty");
        headers.iter().fold(request, |request, (name, value)| request.header(*name, *value)).body(bytes)
    };
    const STRETCH: (&str, &str) = ("Content-Type", "application/offset+octet-stream");
    // No bytes came, so the answer has no offset.
    let nothing = create(&[STRETCH], "").await;
    tus(&nothing, 201);
    nothing.header_is("upload-offset", "");
    in_a_day(nothing.header("upload-expires"));
    // Bytes that are refused do not undo the creation: the offset is 0, and the answer has no expiry.
    let refused: [&[(&str, &str)]; 3] = [
        &[("Content-Type", "application/octet-stream")],
        &[("Content-Type", "application/offset+octet-stream; charset=utf-8")],
        &[STRETCH, ("Upload-Checksum", "sha1 YQ==")],
    ];
    for headers in refused {
        let ignored = create(headers, FOX).await;
        tus(&ignored, 201);
        assert_eq!((ignored.header("upload-offset"), ignored.header("upload-expires")), ("0", ""), "{headers:?}");
    }
    let too_much = create(&[STRETCH], "the quick brown fox and more").await;
    tus(&too_much, 201);
    too_much.header_is("upload-offset", "0").header_is("upload-expires", "");
    let brought = create(&[STRETCH], "the quick").await;
    tus(&brought, 201);
    brought.header_is("upload-offset", "9");
    in_a_day(brought.header("upload-expires"));
    patch(&sender, &at(&id), 9, " brown fox").await.is(204);
    until_status(&sender, &id, "Published").await;
    download(&Caller::recipient(&sandbox).await, &id).await.text(FOX);
}

/// Facts broker-api 3.
#[tokio::test]
async fn creation_may_bring_the_whole_file_and_a_checksum_holds_the_end_up() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let create = async |id: &str, headers: &[(&str, &str)]| {
        let request =
            request(&sender, "POST", &at(id)).header("Upload-Length", 19).header("Content-Type", "application/offset+octet-stream");
        headers.iter().fold(request, |request, (name, value)| request.header(*name, *value)).body(FOX).await
    };
    let whole = initialized(&sender, &plain()).await;
    assert_eq!(create(&whole, &[]).await.header("upload-offset"), "19");
    until_status(&sender, &whole, "Published").await;
    // The bytes are accepted anyway, but the upload is finished only by a PATCH at the end.
    let summed = initialized(&sender, &plain()).await;
    let answer = create(&summed, &[("Upload-Checksum", "md5 sQhsYEe4sSV/wFzAGuyWtQ==")]).await;
    tus(&answer, 201);
    answer.header_is("upload-offset", "19").header_is("upload-expires", "");
    assert_eq!(status(&sender, &summed).await, "UploadStarted");
    patch(&sender, &at(&summed), 19, "").await.is(204);
    until_status(&sender, &summed, "Published").await;
    // A partial upload can be created with bytes too.
    let parts = initialized(&sender, &plain()).await;
    let part = create(&parts, &[("Upload-Concat", "partial")]).await;
    part.header_is("upload-offset", "19");
    let concat = format!("final;{}", part.header("location"));
    tus(&request(&sender, "POST", &at(&parts)).header("Upload-Concat", concat).await, 201);
    until_status(&sender, &parts, "Published").await;
}

/// Facts broker-api 3.
#[tokio::test]
async fn termination_leaves_the_transfer_where_it_was_and_a_new_start_must_use_as_many_blocks() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    tus(&request(&sender, "DELETE", &at(&id)).await, 404);
    create(&sender, &id, FOX.len()).await;
    patch(&sender, &at(&id), 0, "the ").await;
    patch(&sender, &at(&id), 4, "slow ").await;
    tus(&request(&sender, "DELETE", &at(&id)).await, 204);
    tus(&head(&sender, &at(&id)).await, 404);
    assert_eq!(status(&sender, &id).await, "UploadStarted");
    create(&sender, &id, FOX.len()).await;
    head(&sender, &at(&id)).await.header_is("upload-offset", "0");
    patch(&sender, &at(&id), 9, "x").await.text("Offset does not match file. File offset: 0. Request offset: 9");
    patch(&sender, &at(&id), 0, "the quick").await;
    patch(&sender, &at(&id), 9, " brown fox").await;
    until_status(&sender, &id, "Published").await;
    download(&Caller::recipient(&sandbox).await, &id).await.text(FOX);
    request(&sender, "DELETE", &at(&id)).await.is(409);
}

/// Facts broker-api 3.
#[tokio::test]
async fn an_upload_lives_a_day_from_its_last_byte_and_whoever_stops_for_an_hour_is_stuck() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    create(&sender, &id, FOX.len()).await;
    pass(&sandbox, "PT23H30M").await;
    let slid = patch(&sender, &at(&id), 0, "the quick").await;
    tus(&slid, 204);
    pass(&sandbox, "PT45M").await;
    until("there a day after its creation", async || head(&sender, &at(&id)).await.header("upload-offset") == "9").await;
    pass(&sandbox, "PT1H").await;
    assert_eq!(status(&sender, &id).await, "Failed");
    assert_eq!(head(&sender, &at(&id)).await.status, 409, "inside the session");
    pass(&sandbox, "P1D").await;
    tus(&head(&sender, &at(&id)).await, 404);
}

/// The token as if it were an hour older.
async fn expired(sandbox: &Sandbox, token: &str) -> String {
    let mut claims = claims(token);
    claims["exp"] = json!(jiff::Timestamp::now().as_second() - 3600);
    claims["nbf"] = json!(jiff::Timestamp::now().as_second() - 7200);
    let world = serde_json::to_value(sandbox.world().await).unwrap();
    let pem = world["keys"]["altinn"]["pem"].as_str().unwrap().to_owned();
    let header = Header { kid: jsonwebtoken::decode_header(token).unwrap().kid, ..Header::new(Algorithm::RS256) };
    jsonwebtoken::encode(&header, &claims, &EncodingKey::from_rsa_pem(pem.as_bytes()).unwrap()).unwrap()
}

/// Facts broker-api 1.2.
#[tokio::test]
async fn a_token_that_is_only_expired_still_works_in_an_active_session() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let old = Caller { sandbox: &sandbox, token: Some(expired(&sandbox, sender.token.as_ref().unwrap()).await) };
    let id = initialized(&sender, &plain()).await;
    for refused in [create(&old, &id, FOX.len()).await, head(&old, &at(&id)).await] {
        refused.only(401);
        let values: Vec<_> = refused.headers.get_all("www-authenticate").iter().map(|value| value.to_str().unwrap().to_owned()).collect();
        assert!(values.len() == 2 && values[0].contains("The token expired at '"), "{values:?}");
    }
    create(&sender, &id, FOX.len()).await;
    patch(&old, &at(&id), 0, "the quick").await.is(204);
    head(&old, &at(&id)).await.is(200);
    // Other calls refuse the expired token, and the upload refuses an expired token of another organisation.
    old.get(format!("{BASE}/filetransfer/{id}")).await.only(401);
    let other = Caller::recipient(&sandbox).await;
    let other = Caller { sandbox: &sandbox, token: Some(expired(&sandbox, other.token.as_ref().unwrap()).await) };
    patch(&other, &at(&id), 9, "x").await.only(401);
    // Another token of the sender is accepted too, because bytes have arrived within a day.
    let raw = Assertion::of(&sandbox, "sender", "altinn:broker.write").await.acting_for(known::SENDER.number, None).token(&sandbox).await;
    let again = Caller { sandbox: &sandbox, token: Some(crate::support::exchange(&sandbox, &raw).await.body) };
    let again = Caller { sandbox: &sandbox, token: Some(expired(&sandbox, again.token.as_ref().unwrap()).await) };
    patch(&again, &at(&id), 9, " brown fox").await.is(204);
    until_status(&sender, &id, "Published").await;
    head(&old, &at(&id)).await.only(401);
}
