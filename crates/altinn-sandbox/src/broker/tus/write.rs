//! `PATCH`: bytes (facts broker-api 3).

use super::super::intake::Writer;
use super::super::problem::unhandled;
use super::answer::{EXPIRES, OFFSET, empty, http_date, refused};
use super::call::{Intent, UploadCall};
use super::finish;
use super::upload::{Kind, Taken, Upload};
use crate::clock;
use crate::http::answer::with_header;
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
use tokio::time::timeout;
use uuid::Uuid;

/// How many blocks the storage takes for one transfer.
const MOST_BLOCKS: usize = 50_000;
/// How long a body may stall.
pub(super) const STALL: Duration = Duration::from_secs(60);
/// How much the service takes with one request: it holds the body in one array.
const MOST_AT_ONCE: u64 = 2_147_483_591;
const CONTENT_TYPE: &str = "application/offset+octet-stream";

/// At or past the end: told once more that all is there, without a look at anything else (the service's own middleware).
pub(super) async fn already_there(call: &UploadCall) -> Option<Response> {
    let offset: u64 = call.header("upload-offset")?.trim().parse().ok()?;
    let id = call.address.transfer?;
    let mut world = call.shared.world.lock().await;
    let upload = world.broker.tus.known_mut(id)?.find_mut(call.partial())?;
    let length = upload.length;
    if length == 0 || offset < length {
        return None;
    }
    // Bytes that a checksum refused are there all the same: now they are finished.
    if upload.kind == Kind::Whole && upload.is_complete() && !upload.finishing {
        upload.finishing = true;
        finish::begin(&call.shared, id);
    }
    Some(with_header(empty(StatusCode::NO_CONTENT), OFFSET, &length.to_string()))
}

/// Where the bytes of a request go.
pub(super) struct Place {
    id: Uuid,
    partial: Option<String>,
    file: PathBuf,
    /// Where in the file.
    start: u64,
    /// How many more are announced.
    left: u64,
    _taken: Taken,
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
        // It never matches, and the bytes have been taken all the same.
        return Err(refused(460, "Header Upload-Checksum does not match the checksum of the file"));
    }
    if !came.ended {
        return Err(empty(StatusCode::BAD_REQUEST));
    }
    complete(call, &mut world, &place);
    let answer = with_header(empty(StatusCode::NO_CONTENT), OFFSET, &accepted.to_string());
    Ok(with_header(answer, EXPIRES, &http_date(expires)))
}

/// Checks in the library's order; where the bytes go.
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
    if let Kind::Final(_) = upload.kind {
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
    pub(super) fn of(id: Uuid, upload: &Upload, taken: Taken) -> Self {
        let partial = match &upload.kind {
            Kind::Partial(partial) => Some(partial.clone()),
            Kind::Whole | Kind::Final(_) => None,
        };
        let left = upload.length.saturating_sub(upload.accepted);
        Self { id, partial, file: upload.file.clone(), start: upload.end, left, _taken: taken }
    }
}

/// Whether the body is declared to be bytes of an upload; a parameter is one thing too many.
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

/// The storage takes so many blocks for a transfer, those of all its partials together.
fn within_blocks(blocks: usize, upload: &Upload) -> Result<(), Response> {
    let one_more = blocks + usize::from(upload.next_block >= upload.blocks.len());
    if one_more <= MOST_BLOCKS {
        return Ok(());
    }
    let least = upload.length.div_ceil(MOST_BLOCKS as u64).max(1);
    Err(refused(400, format!("TUS upload exceeds the maximum of {MOST_BLOCKS} blocks. Use a chunk size of at least {least} bytes.")))
}

/// Why none of the bytes were taken.
#[derive(Debug)]
pub(super) enum Lost {
    /// More than was announced.
    TooMany,
    /// More than the service's memory takes at once.
    TooLarge,
    Disk(io::Error),
}

/// What came of a body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Came {
    pub count: u64,
    /// Whether it came to its end. What came before a client broke off is taken all the same: it goes on from there.
    pub ended: bool,
}

/// Writes a body to its place.
pub(super) async fn stream(place: &Place, mut chunks: impl Stream<Item = Result<Bytes, axum::Error>> + Unpin) -> Result<Came, Lost> {
    let mut writer = Writer::at(&place.file, place.start).await.map_err(Lost::Disk)?;
    let came = poured(&mut writer, place.left, &mut chunks).await;
    // The next request must not find a write of this one still under way.
    let at_rest = writer.finish().await;
    let came = came.and_then(|came| at_rest.map(|_| came).map_err(Lost::Disk));
    if came.is_err() {
        emptied(place).await;
    }
    came
}

/// What was not taken gives its room back.
async fn emptied(place: &Place) {
    if let Ok(file) = tokio::fs::OpenOptions::new().write(true).open(&place.file).await {
        // What remains goes with the folder, and the next request writes over it.
        let _ = file.set_len(place.start).await;
    }
}

async fn poured(
    writer: &mut Writer,
    left: u64,
    chunks: &mut (impl Stream<Item = Result<Bytes, axum::Error>> + Unpin),
) -> Result<Came, Lost> {
    let mut count = 0;
    loop {
        let chunk = match timeout(STALL, chunks.next()).await {
            Ok(None) => return Ok(Came { count, ended: true }),
            Ok(Some(Ok(chunk))) => chunk,
            Ok(Some(Err(_))) | Err(_) => return Ok(Came { count, ended: false }),
        };
        count += chunk.len() as u64;
        if count > left {
            return Err(Lost::TooMany);
        }
        if count > MOST_AT_ONCE {
            return Err(Lost::TooLarge);
        }
        writer.push(chunk).await.map_err(Lost::Disk)?;
    }
}

fn answered(lost: &Lost, call: &UploadCall) -> Response {
    match lost {
        Lost::TooMany => refused(413, "Request contains more data than the file's upload length"),
        // Nobody catches this one in the service.
        Lost::TooLarge => unhandled(&call.address.path()),
        Lost::Disk(cause) => {
            let file = call.address.file().unwrap_or_default();
            refused(400, format!("Buffered TUS upload failed for file id {file}. {cause}"))
        }
    }
}

/// Takes the block; the new offset, and when the upload expires. None when the upload is gone by now.
pub(super) fn accept(call: &UploadCall, world: &mut World, place: &Place, count: u64) -> Option<(u64, Timestamp)> {
    let now = clock::now();
    let lag = SignedDuration::try_from(call.shared.options.people.of_machines() / 8).unwrap_or_default();
    let session = world.broker.tus.known_mut(place.id)?;
    session.touch(now);
    let upload = session.find_mut(place.partial.as_deref())?;
    // The service stages blocks in the background: `HEAD` sees them a little later.
    upload.accept(count, now.checked_add(lag).unwrap_or(now), now);
    Some((upload.accepted, upload.expires))
}

/// All bytes of a whole upload are there: it is finished in the background.
pub(super) fn complete(call: &UploadCall, world: &mut World, place: &Place) {
    let upload = world.broker.tus.known_mut(place.id).and_then(|session| session.find_mut(place.partial.as_deref()));
    let Some(upload) = upload.filter(|upload| upload.kind == Kind::Whole && upload.is_complete() && !upload.finishing) else { return };
    upload.finishing = true;
    finish::begin(&call.shared, place.id);
}

#[cfg(all(test, unix))]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    /// Not even the bit bucket gets more at once than fits into one array of the service.
    /// Facts broker-api 3.
    #[tokio::test]
    async fn a_body_of_two_gibibytes_is_too_large_for_one_request() {
        let upload = Upload::new(Kind::Whole, u64::MAX, PathBuf::from("/dev/null"), Timestamp::UNIX_EPOCH);
        let place = Place::of(Uuid::nil(), &upload, upload.take().expect("free"));
        let chunk = Bytes::from(vec![0; 1 << 20]);
        let chunks = |count| futures_util::stream::iter((0..count).map(|_| Ok(chunk.clone())));
        assert!(stream(&place, chunks(2047)).await.is_ok_and(|came| came.ended && came.count == 2047 << 20));
        assert!(matches!(stream(&place, chunks(2048)).await, Err(Lost::TooLarge)));
    }

    /// Facts broker-api 3.
    #[tokio::test]
    async fn an_upload_has_at_most_fifty_thousand_blocks_and_its_answer_names_the_least_chunk() {
        let now = Timestamp::UNIX_EPOCH;
        let mut upload = Upload::new(Kind::Whole, 100_000_001, PathBuf::new(), now);
        assert!(within_blocks(49_999, &upload).is_ok());
        let refused = within_blocks(50_000, &upload).expect_err("one too many");
        assert_eq!(refused.status(), 400);
        let text = axum::body::to_bytes(refused.into_body(), 1024).await.expect("a text");
        assert_eq!(text, "TUS upload exceeds the maximum of 50000 blocks. Use a chunk size of at least 2001 bytes.");
        // One that replaces another is none more.
        upload.accept(1, now, now);
        upload.begin_again(2, now);
        assert!(within_blocks(50_000, &upload).is_ok());
    }
}
