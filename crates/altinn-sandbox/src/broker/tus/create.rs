//! `POST`: creates an upload, whole, partial or final (facts broker-api 3).

use super::super::call::vendor;
use super::super::transfer::Status;
use super::super::{lifecycle, upload as streamed};
use super::answer::{BASE, EXPIRES, OFFSET, empty, http_date, refused};
use super::call::{Intent, UploadCall};
use super::concatenation::{self, Concatenation};
use super::upload::{Upload, UploadKind};
use super::{metadata, write};
use crate::http::answer::with_header;
use crate::http::reply;
use crate::world::World;
use crate::world::happened::Happened;
use crate::{clock, scheduler};
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::Response;
use futures_util::{StreamExt, stream};
use jiff::Timestamp;
use tokio::time::timeout;
use uuid::Uuid;

pub(super) async fn create(call: &UploadCall, body: Body) -> Result<Response, Response> {
    let (id, partial, expires) = {
        let mut world = call.shared.world.lock().await;
        let id = call.authorized(&mut world, Intent::Create)?;
        let kind = match call.header("upload-concat").map(|text| concatenation::asked(text, id)) {
            None => UploadKind::Whole,
            Some(Some(Concatenation::Partial)) => UploadKind::Partial(Uuid::new_v4().simple().to_string()),
            Some(Some(Concatenation::Final(listed))) => return concatenation::finalize(call, &mut world, id, &listed).await,
            Some(None) => return Err(refused(400, concatenation::INVALID)),
        };
        let length = length(call)?;
        metadata::readable(call)?;
        fits(&world, id, length)?;
        let partial = match &kind {
            UploadKind::Partial(partial) => Some(partial.clone()),
            UploadKind::Whole | UploadKind::Final(_) => None,
        };
        let before = world.broker.tus.of(id).clone();
        let (expires, happened) = opened(call, &mut world, id, kind, length)?;
        if let Err(cause) = scheduler::keep(&call.shared, &mut world, happened).await {
            *world.broker.tus.of(id) = before;
            return Err(reply::broken(&cause));
        }
        (id, partial, expires)
    };
    let brought = with_upload(call, id, partial.as_deref(), body).await;
    let location = partial.map_or_else(|| format!("{BASE}/{id}"), |partial| format!("{BASE}/{id}/partial/{partial}"));
    let mut answer = with_header(empty(StatusCode::CREATED), header::LOCATION, &location);
    let (offset, expires) = brought.map_or((None, Some(expires)), |brought| (Some(brought.offset), brought.expires));
    if let Some(offset) = offset {
        answer = with_header(answer, OFFSET, &offset.to_string());
    }
    if let Some(expires) = expires {
        answer = with_header(answer, EXPIRES, &http_date(expires));
    }
    Ok(answer)
}

fn length(call: &UploadCall) -> Result<u64, Response> {
    match (call.header("upload-length"), call.headers.contains_key("upload-defer-length")) {
        (Some(_), true) => {
            Err(refused(400, "Headers Upload-Length and Upload-Defer-Length are mutually exclusive and cannot be used in the same request"))
        }
        (None, true) => Err(refused(400, "Header Upload-Defer-Length is not supported")),
        (None, false) => Err(refused(400, "Missing Upload-Length header")),
        (Some(text), false) => match text.trim().parse::<i64>() {
            Err(_) => Err(refused(400, "Could not parse Upload-Length")),
            Ok(length) => u64::try_from(length).map_err(|_| refused(400, "Header Upload-Length must be a positive number")),
        },
    }
}

/// Checks the length of this upload alone: the service does not add up partial uploads.
fn fits(world: &World, id: Uuid, length: u64) -> Result<(), Response> {
    let checked = world.broker.transfer(id).map_or(Ok(()), |transfer| streamed::fits(world, transfer, Some(length)));
    checked.map_err(|problem| {
        let (status, text) = problem.parts();
        refused(status.as_u16(), text)
    })
}

/// Creates an upload, or starts the same whole one again. The first upload of a transfer changes the transfer's status.
fn opened(call: &UploadCall, world: &mut World, id: Uuid, kind: UploadKind, length: u64) -> Result<(Timestamp, Vec<Happened>), Response> {
    let now = clock::now();
    let file = call.shared.scratch.place().map_err(|cause| reply::broken(&cause))?.claim();
    let session = world.broker.tus.of(id);
    let expires = match session.main().filter(|_| kind == UploadKind::Whole) {
        Some(known) => {
            known.begin_again(length, now);
            known.expires
        }
        None => {
            let upload = Upload::new(kind, length, file, now);
            let expires = upload.expires;
            session.uploads.push(upload);
            expires
        }
    };
    session.touch(now);
    let is_first = world.broker.transfer(id).is_some_and(|transfer| transfer.status() == Status::Initialized);
    let at = world.broker.now();
    let happened = if is_first { lifecycle::upload_started(&mut world.broker, id, &vendor(&call.caller), at) } else { Vec::new() };
    Ok((expires, happened))
}

/// The result of bytes that came with the request.
#[derive(Default)]
struct FirstBytes {
    offset: u64,
    /// Set only if everything went well; only then the TUS library sends the header.
    expires: Option<Timestamp>,
}

/// Takes bytes that came with the request; `None` when there were none. The upload was created already, so a failure here does not
/// refuse the request.
async fn with_upload(call: &UploadCall, id: Uuid, partial: Option<&str>, body: Body) -> Option<FirstBytes> {
    let mut chunks = body.into_data_stream();
    let first = timeout(write::STALL, chunks.next()).await.ok()??.ok().filter(|first| !first.is_empty())?;
    if !write::is_stretch(call) || write::checksum_readable(&call.headers).is_err() {
        return Some(FirstBytes::default());
    }
    let place = {
        let world = call.shared.world.lock().await;
        let upload = world.broker.tus.known(id)?.find(partial)?;
        write::Place::of(id, upload, upload.take()?)
    };
    let Ok(came) = write::stream(&place, stream::iter([Ok(first)]).chain(chunks)).await else { return Some(FirstBytes::default()) };
    let mut world = call.shared.world.lock().await;
    let (offset, expires) = write::accept(call, &mut world, &place, came.count)?;
    if call.headers.contains_key("upload-checksum") || !came.ended {
        return Some(FirstBytes { offset, expires: None });
    }
    write::complete(call, &mut world, &place);
    Some(FirstBytes { offset, expires: Some(expires) })
}
