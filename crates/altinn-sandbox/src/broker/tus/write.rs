//! `PATCH`: adds bytes to an upload (facts broker-api 3).

use super::super::intake::Writer;
use super::super::problem::unhandled;
use super::answer::{EXPIRES, OFFSET, empty, http_date, refused};
use super::call::{Intent, UploadCall};
use super::finish;
use super::upload::{Upload, UploadKind, UploadReservation};
use crate::clock;
use crate::http::answer::with_header;
use crate::storage::file::{self, Presence};
use crate::world::World;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use futures_util::{Stream, StreamExt};
use jiff::{SignedDuration, Timestamp};
use std::io;
use std::path::PathBuf;
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio::time::timeout;
use uuid::Uuid;

/// The most blocks that the storage holds for one transfer.
const MOST_BLOCKS: usize = 50_000;
/// The longest pause between two pieces of a body.
pub(super) const STALL: Duration = Duration::from_secs(60);
/// The most bytes of one request, because the service holds a body in one .NET array.
const MOST_AT_ONCE: u64 = 2_147_483_591;
const CONTENT_TYPE: &str = "application/offset+octet-stream";

/// The service's own middleware answers 204 at once when the offset is at or past the end, without any other check.
pub(super) async fn already_there(call: &UploadCall) -> Option<Response> {
    let offset: u64 = call.header("upload-offset")?.trim().parse().ok()?;
    let id = call.address.transfer?;
    let mut world = call.shared.world.lock().await;
    let upload = world.broker.tus.known_mut(id)?.find_mut(call.partial())?;
    let length = upload.length;
    if length == 0 || offset < length {
        return None;
    }
    // Bytes whose checksum did not match were stored nevertheless, so the upload may be complete here and not finished yet.
    if upload.kind == UploadKind::Whole && upload.is_complete() && !upload.finishing {
        upload.finishing = true;
        finish::begin(&call.shared, id);
    }
    Some(with_header(empty(StatusCode::NO_CONTENT), OFFSET, &length.to_string()))
}

/// Where the bytes of a request are written.
pub(super) struct Place {
    id: Uuid,
    partial: Option<String>,
    file: PathBuf,
    /// The position in the file.
    start: u64,
    /// How many announced bytes are still missing.
    left: u64,
    _taken: UploadReservation,
}

pub(super) async fn patch(call: &UploadCall, body: Body) -> Result<Response, Response> {
    let place = {
        let mut world = call.shared.world.lock().await;
        let id = call.authorized(&mut world, Intent::Write)?;
        place(call, &world, id)?
    };
    let came = stream(&place, body.into_data_stream()).await.map_err(|lost| answered(&lost, call))?;
    let mut world = call.shared.world.lock().await;
    let (accepted, expires) = accept(call, &mut world, &place, came.count).ok_or_else(UploadCall::no_upload)?;
    if call.headers.contains_key("upload-checksum") {
        // In the service the checksum never matches, and the bytes are stored nevertheless.
        return Err(refused(460, "Header Upload-Checksum does not match the checksum of the file"));
    }
    if !came.ended {
        return Err(empty(StatusCode::BAD_REQUEST));
    }
    complete(call, &mut world, &place);
    let answer = with_header(empty(StatusCode::NO_CONTENT), OFFSET, &accepted.to_string());
    Ok(with_header(answer, EXPIRES, &http_date(expires)))
}

/// Checks the request in the TUS library's order; returns where to write.
fn place(call: &UploadCall, world: &World, id: Uuid) -> Result<Place, Response> {
    let session = world.broker.tus.known(id).ok_or_else(UploadCall::no_upload)?;
    let upload = session.find(call.partial()).ok_or_else(UploadCall::no_upload)?;
    let taken = upload.take().ok_or_else(UploadCall::locked)?;
    if !is_stretch(call) {
        let text = format!("Content-Type {} is invalid. Must be {CONTENT_TYPE}", call.header("content-type").unwrap_or_default());
        return Err(refused(415, text));
    }
    if call.headers.contains_key("upload-length") {
        return Err(refused(400, "Upload-Length cannot be updated once set"));
    }
    let offset = offset(call)?;
    if let UploadKind::Final(_) = upload.kind {
        return Err(refused(403, "File with \"Upload-Concat: final\" cannot be patched"));
    }
    checksum_readable(&call.headers)?;
    if offset != upload.accepted {
        return Err(refused(409, format!("Offset does not match file. File offset: {}. Request offset: {offset}", upload.accepted)));
    }
    if upload.is_complete() {
        return Err(refused(400, "Upload is already complete."));
    }
    within_blocks(session.blocks(), upload)?;
    Ok(Place::of(id, upload, taken))
}

impl Place {
    /// The end of an upload's file.
    pub(super) fn of(id: Uuid, upload: &Upload, taken: UploadReservation) -> Self {
        let partial = match &upload.kind {
            UploadKind::Partial(partial) => Some(partial.clone()),
            UploadKind::Whole | UploadKind::Final(_) => None,
        };
        let left = upload.length.saturating_sub(upload.accepted);
        Self { id, partial, file: upload.file.clone(), start: upload.end, left, _taken: taken }
    }
}

/// Whether the content type is exactly the one for bytes of an upload; the service refuses any parameter.
pub(super) fn is_stretch(call: &UploadCall) -> bool {
    call.header("content-type").is_some_and(|kind| kind.eq_ignore_ascii_case(CONTENT_TYPE))
}

fn offset(call: &UploadCall) -> Result<u64, Response> {
    let Some(text) = call.header("upload-offset") else { return Err(refused(400, "Missing Upload-Offset header")) };
    match text.trim().parse::<i64>() {
        Err(_) => Err(refused(400, "Could not parse Upload-Offset header")),
        Ok(offset) => u64::try_from(offset).map_err(|_| refused(400, "Header Upload-Offset must be a positive number")),
    }
}

pub(super) fn checksum_readable(headers: &HeaderMap) -> Result<(), Response> {
    let Some(value) = headers.get("upload-checksum") else { return Ok(()) };
    let read = value.to_str().ok().and_then(|text| text.trim().split_once(' ')).filter(|(_, hash)| STANDARD.decode(hash.trim()).is_ok());
    match read {
        None => Err(refused(400, "Could not parse Upload-Checksum header")),
        Some(("md5", _)) => Ok(()),
        Some(_) => Err(refused(400, "Unsupported checksum algorithm. Supported algorithms are: md5")),
    }
}

/// Checks the number of blocks. All partial uploads of a transfer count together.
fn within_blocks(blocks: usize, upload: &Upload) -> Result<(), Response> {
    let one_more = blocks + usize::from(upload.next_block >= upload.blocks.len());
    if one_more <= MOST_BLOCKS {
        return Ok(());
    }
    let least = upload.length.div_ceil(MOST_BLOCKS as u64).max(1);
    Err(refused(400, format!("TUS upload exceeds the maximum of {MOST_BLOCKS} blocks. Use a chunk size of at least {least} bytes.")))
}

/// Why none of the bytes were stored.
#[derive(Debug)]
pub(super) enum NotStored {
    /// More than announced.
    TooMany,
    /// More than the service can hold in memory at once.
    TooLarge,
    Disk(io::Error),
}

/// What was read of a body.
#[derive(Debug, Clone, Copy)]
pub(super) struct ReceivedBody {
    pub count: u64,
    /// Whether the body was complete. If the client disconnected, the bytes so far are stored and the client can go on from there.
    pub ended: bool,
}

/// Writes a body to its place.
pub(super) async fn stream(
    place: &Place,
    mut chunks: impl Stream<Item = Result<Bytes, axum::Error>> + Unpin,
) -> Result<ReceivedBody, NotStored> {
    let mut writer = Writer::at(&place.file, place.start).await.map_err(NotStored::Disk)?;
    let came = poured(&mut writer, place.left, &mut chunks).await;
    // Wait for the write to end, so that the next request does not meet it.
    let at_rest = writer.finish().await;
    let came = came.and_then(|came| at_rest.map(|_| came).map_err(NotStored::Disk));
    if came.is_err() {
        emptied(place).await;
    }
    came
}

/// Removes the bytes that were not accepted.
async fn emptied(place: &Place) {
    let (path, start) = (place.file.clone(), place.start);
    // If this fails, the next request overwrites the bytes, and the file is removed with the folder.
    let _ = spawn_blocking(move || file::open(&path, Presence::Known)?.set_len(start)).await;
}

async fn poured(
    writer: &mut Writer,
    left: u64,
    chunks: &mut (impl Stream<Item = Result<Bytes, axum::Error>> + Unpin),
) -> Result<ReceivedBody, NotStored> {
    let mut count = 0;
    loop {
        let chunk = match timeout(STALL, chunks.next()).await {
            Ok(None) => return Ok(ReceivedBody { count, ended: true }),
            Ok(Some(Ok(chunk))) => chunk,
            Ok(Some(Err(_))) | Err(_) => return Ok(ReceivedBody { count, ended: false }),
        };
        count += chunk.len() as u64;
        if count > left {
            return Err(NotStored::TooMany);
        }
        if count > MOST_AT_ONCE {
            return Err(NotStored::TooLarge);
        }
        writer.push(chunk).await.map_err(NotStored::Disk)?;
    }
}

fn answered(lost: &NotStored, call: &UploadCall) -> Response {
    match lost {
        NotStored::TooMany => refused(413, "Request contains more data than the file's upload length"),
        // The service does not handle this exception, so it answers 500.
        NotStored::TooLarge => unhandled(&call.address.path()),
        NotStored::Disk(cause) => {
            let file = call.address.file().unwrap_or_default();
            refused(400, format!("Buffered TUS upload failed for file id {file}. {cause}"))
        }
    }
}

/// Records the block; returns the new offset and the expiry. `None` when the upload was removed meanwhile.
pub(super) fn accept(call: &UploadCall, world: &mut World, place: &Place, count: u64) -> Option<(u64, Timestamp)> {
    let now = clock::now();
    let lag = SignedDuration::try_from(call.shared.options.people.of_machines() / 8).unwrap_or_default();
    let session = world.broker.tus.known_mut(place.id)?;
    session.touch(now);
    let upload = session.find_mut(place.partial.as_deref())?;
    // The service stages blocks in the background, so `HEAD` sees them a little later.
    upload.accept(count, now.checked_add(lag).unwrap_or(now), now);
    Some((upload.accepted, upload.expires))
}

/// If all bytes of a whole upload have arrived, starts the job that finishes it.
pub(super) fn complete(call: &UploadCall, world: &mut World, place: &Place) {
    let upload = world.broker.tus.known_mut(place.id).and_then(|session| session.find_mut(place.partial.as_deref()));
    let Some(upload) = upload.filter(|upload| upload.kind == UploadKind::Whole && upload.is_complete() && !upload.finishing) else {
        return;
    };
    upload.finishing = true;
    finish::begin(&call.shared, place.id);
}

#[cfg(all(test, unix))]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    /// Writes to /dev/null, because the limit does not depend on the disk.
    /// Facts broker-api 3.
    #[tokio::test]
    async fn a_body_of_two_gibibytes_is_too_large_for_one_request() {
        let upload = Upload::new(UploadKind::Whole, u64::MAX, PathBuf::from("/dev/null"), Timestamp::UNIX_EPOCH);
        let place = Place::of(Uuid::nil(), &upload, upload.take().expect("free"));
        let chunk = Bytes::from(vec![0; 1 << 20]);
        let chunks = |count| futures_util::stream::iter((0..count).map(|_| Ok(chunk.clone())));
        assert!(stream(&place, chunks(2047)).await.is_ok_and(|came| came.ended && came.count == 2047 << 20));
        assert!(matches!(stream(&place, chunks(2048)).await, Err(NotStored::TooLarge)));
    }

    /// Facts broker-api 3.
    #[tokio::test]
    async fn an_upload_has_at_most_fifty_thousand_blocks_and_its_answer_names_the_least_chunk() {
        let now = Timestamp::UNIX_EPOCH;
        let mut upload = Upload::new(UploadKind::Whole, 100_000_001, PathBuf::new(), now);
        assert!(within_blocks(49_999, &upload).is_ok());
        let refused = within_blocks(50_000, &upload).expect_err("one too many");
        assert_eq!(refused.status(), 400);
        let text = axum::body::to_bytes(refused.into_body(), 1024).await.expect("a text");
        assert_eq!(text, "TUS upload exceeds the maximum of 50000 blocks. Use a chunk size of at least 2001 bytes.");
        // A block that replaces another does not raise the count.
        upload.accept(1, now, now);
        upload.begin_again(2, now);
        assert!(within_blocks(50_000, &upload).is_ok());
    }
}
