//! Reads bodies, each within its route's limit, and none for ever.

use super::draining::drained;
use super::pacing::{Paced, TooSlow};
use super::reply;
use crate::shared::limits::Limits;
use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use futures_util::StreamExt as _;
use std::error::Error;

/// The longest JSON body or form of a call that has no limit of its own: many times the size of any real one.
pub(crate) const MOST: usize = 1 << 20;

/// Middleware: every body ends if it comes too slowly, and what a handler leaves unread is dropped.
pub(crate) async fn paced_and_drained(State(limits): State<Limits>, request: Request) -> Request {
    let (parts, body) = request.into_parts();
    let body = if body.is_end_stream() { body } else { Body::new(Paced::new(body, limits)) };
    let body = drained(body, &parts.headers);
    Request::from_parts(parts, body)
}

/// Why a body could not be read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread {
    TooLong,
    TooSlow,
    /// The client went away.
    BrokenOff,
}

impl Unread {
    pub(crate) fn answer(self) -> Response {
        reply::empty(match self {
            Self::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::BrokenOff => StatusCode::BAD_REQUEST,
        })
    }
}

/// The whole body, of at most `most` bytes.
///
/// # Errors
/// The answer to send: see [`Unread`].
pub(crate) async fn whole(body: Body, most: usize) -> Result<Bytes, Response> {
    read(body, most).await.map_err(Unread::answer)
}

/// As [`whole`], with the reason why the body could not be read.
///
/// # Errors
/// That reason.
pub(crate) async fn read(body: Body, most: usize) -> Result<Bytes, Unread> {
    if body.size_hint().lower() > most as u64 {
        return Err(Unread::TooLong);
    }
    let mut chunks = body.into_data_stream();
    let mut all = Vec::new();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|cause| if is_too_slow(&cause) { Unread::TooSlow } else { Unread::BrokenOff })?;
        if all.len() + chunk.len() > most {
            return Err(Unread::TooLong);
        }
        all.extend_from_slice(&chunk);
    }
    Ok(all.into())
}

/// Whether a body ended because it came too slowly.
fn is_too_slow(cause: &(dyn Error + 'static)) -> bool {
    cause.is::<TooSlow>() || cause.source().is_some_and(is_too_slow)
}
