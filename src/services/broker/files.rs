//! Uploads of a content and downloads to a file. A large file may take hours, so the call has no short time-out: it ends when no bytes have
//! moved for a while, when they move too slowly, or when more of them come than was announced.

use super::pace::Pace;
use super::resumable::OFFSET;
use crate::files::{Content, ContentReader, Opening, make_file};
use crate::services::http::{Accept, Answer, Ask, Flight, Heard, Patience};
use crate::services::{Foreign, GivenUp, Problem, Unreachable};
use crate::values::FileSize;
use futures_util::stream;
use reqwest::header::CONTENT_TYPE;
use reqwest::{Body, Response};
use std::io;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Instant;
use tokio::fs::File;
use tokio::io::AsyncWriteExt;
use tokio::sync::watch;
use tokio::time::timeout;

const PIECE: usize = 64 * 1024;

/// The error from reading the file during an upload. Kept here because the HTTP client only reports that the body broke off.
type ReadFailure = Arc<OnceLock<io::ErrorKind>>;

pub(super) async fn upload(ask: Ask<'_>, content: &Content, progress: &watch::Sender<u64>) -> Answer<()> {
    let (reader, state) = content.open(0).await.map_err(local)?;
    send(ask, "application/octet-stream", reader, 0..state.size, progress).await.map(drop)
}

/// Sends a part of the content. Returns how many bytes the service has from its beginning on.
pub(super) async fn upload_part(ask: Ask<'_>, content: &Content, part: Range<u64>, progress: &watch::Sender<u64>) -> Answer<u64> {
    let (reader, _) = content.open(part.start).await.map_err(local)?;
    let heard = send(ask, "application/offset+octet-stream", reader, part, progress).await?;
    heard.number(&OFFSET).ok_or_else(|| heard.foreign(Foreign::Unreadable))
}

async fn send(ask: Ask<'_>, kind: &'static str, reader: ContentReader, part: Range<u64>, progress: &watch::Sender<u64>) -> Answer<Heard> {
    let (length, end) = (part.end.saturating_sub(part.start), part.end);
    let failure = ReadFailure::default();
    progress.send_replace(part.start);
    let body = body_of(reader, part, progress.clone(), Arc::clone(&failure));
    let (mut flight, request) = ask.bytes(kind, body, length).depart().await?;
    let patience = flight.patience();
    let outcome = tokio::select! {
        heard = flight.round_trip(request) => heard,
        cause = standstill(progress.subscribe(), end, patience) => Err(match cause {
            Some(cause) => flight.given_up(cause),
            None => flight.stopped(Unreachable::Timeout),
        }),
    };
    match (outcome, failure.get()) {
        (Err(_), Some(kind)) => Err(Problem::Local(*kind)),
        (outcome, _) => flight.judge(outcome?),
    }
}

/// Exactly the bytes of this part of the content. If a file grows while it is sent, the rest is left out, because `Content-Length` is
/// sent already.
fn body_of(reader: ContentReader, part: Range<u64>, progress: watch::Sender<u64>, failure: ReadFailure) -> Body {
    let pieces = stream::try_unfold((reader, part.start), move |(mut reader, sent)| {
        let (progress, failure) = (progress.clone(), Arc::clone(&failure));
        async move {
            let wanted = usize::try_from(part.end.saturating_sub(sent)).unwrap_or(PIECE).min(PIECE);
            if wanted == 0 {
                return Ok(None);
            }
            let mut piece = vec![0; wanted];
            let read = match reader.read(&mut piece).await {
                Ok(0) => Err(io::Error::from(io::ErrorKind::UnexpectedEof)),
                other => other,
            };
            let read = read.inspect_err(|error| {
                let _ = failure.set(error.kind());
            })?;
            piece.truncate(read);
            let sent = sent + read as u64;
            progress.send_replace(sent);
            Ok::<_, io::Error>(Some((piece, (reader, sent))))
        }
    });
    Body::wrap_stream(pieces)
}

/// Ends when the file must be given up, with the reason; or without one when all up to `end` is sent, but no answer has come in time.
async fn standstill(mut progress: watch::Receiver<u64>, end: u64, patience: Patience) -> Option<GivenUp> {
    let mut pace = Pace::new(patience.file, Instant::now());
    loop {
        let sent = *progress.borrow_and_update();
        let all = sent >= end;
        if !all && let Err(slow) = pace.moved(Instant::now(), sent) {
            return Some(slow);
        }
        match timeout(if all { patience.settle } else { patience.idle }, progress.changed()).await {
            Ok(Ok(())) => {}
            // Cannot happen: the caller owns the sender and keeps it until the upload is over.
            Ok(Err(_)) => std::future::pending().await,
            Err(_) => return (!all).then_some(GivenUp::StoodStill { seconds: patience.idle.as_secs() }),
        }
    }
}

pub(super) async fn download(ask: Ask<'_>, size: Option<u64>, path: &Path, progress: &watch::Sender<u64>) -> Answer<()> {
    // Broker declares no content type for downloads, so any Accept header works (facts broker-api 0.1).
    let (mut flight, request) = ask.accept(Accept::Any).depart().await?;
    let whole = flight.patience().whole;
    let Ok(opened) = timeout(whole, flight.open(request)).await else { return Err(flight.stopped(Unreachable::Timeout)) };
    let response = opened?;
    if !response.status().is_success() {
        let Ok(heard) = timeout(whole, flight.read(response)).await else { return Err(flight.stopped(Unreachable::Timeout)) };
        return flight.judge(heard?).map(drop);
    }
    let kind = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if kind.starts_with("text/html") {
        return Err(flight.foreign(response.status(), Foreign::Html));
    }
    let limit = size.or(response.content_length()).unwrap_or(flight.patience().file.largest);
    if response.content_length().is_some_and(|announced| announced > limit) {
        return Err(flight.given_up(GivenUp::LargerThan { limit: FileSize(limit) }));
    }
    progress.send_replace(0);
    let file = make_file(path, Opening::Overwrite).map(File::from_std).map_err(local)?;
    let received = receive(&flight, response, limit, file, progress).await;
    if received.is_err() {
        // What has come is of no use. A file that cannot be removed is no news beside why the download failed.
        let _ = tokio::fs::remove_file(path).await;
    }
    received
}

/// Writes the body to the file; it may have `limit` bytes.
async fn receive(flight: &Flight<'_>, mut response: Response, limit: u64, mut file: File, progress: &watch::Sender<u64>) -> Answer<()> {
    let idle = flight.patience().idle;
    let mut pace = Pace::new(flight.patience().file, Instant::now());
    let mut received = 0;
    loop {
        let Ok(piece) = timeout(idle, response.chunk()).await else {
            return Err(flight.given_up(GivenUp::StoodStill { seconds: idle.as_secs() }));
        };
        match piece {
            Ok(Some(piece)) => {
                received += piece.len() as u64;
                if received > limit {
                    return Err(flight.given_up(GivenUp::LargerThan { limit: FileSize(limit) }));
                }
                pace.moved(Instant::now(), received).map_err(|slow| flight.given_up(slow))?;
                file.write_all(&piece).await.map_err(local)?;
                progress.send_replace(received);
            }
            Ok(None) => return file.flush().await.map_err(local),
            Err(_) => return Err(flight.foreign(response.status(), Foreign::Unreadable)),
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn local(error: io::Error) -> Problem {
    Problem::Local(error.kind())
}
