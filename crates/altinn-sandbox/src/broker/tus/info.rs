//! `OPTIONS`, `HEAD` and `DELETE` (facts broker-api 3).

use super::answer::{CONCAT, LENGTH, OFFSET, empty};
use super::call::{Intent, UploadCall};
use super::upload::UploadKind;
use crate::clock;
use crate::http::answer::with_header;
use axum::http::StatusCode;
use axum::response::Response;

/// Tells how many bytes an upload has.
pub(super) async fn head(call: &UploadCall) -> Result<Response, Response> {
    let mut world = call.shared.world.lock().await;
    let id = call.authorized(&mut world, Intent::Info)?;
    let upload = world.broker.tus.known(id).and_then(|session| session.find(call.partial())).ok_or_else(UploadCall::no_upload)?;
    let _taken = upload.take().ok_or_else(UploadCall::locked)?;
    let answer = with_header(empty(StatusCode::OK), LENGTH, &upload.length.to_string());
    let answer = with_header(answer, OFFSET, &upload.staged(clock::now()).to_string());
    Ok(match &upload.kind {
        UploadKind::Whole => answer,
        UploadKind::Partial(_) => with_header(answer, CONCAT, "partial"),
        UploadKind::Final(addresses) => with_header(answer, CONCAT, &format!("final;{addresses}")),
    })
}

/// Ends an upload. Its stored blocks stay, and so does the transfer's status.
pub(super) async fn delete(call: &UploadCall) -> Result<Response, Response> {
    let mut world = call.shared.world.lock().await;
    let id = call.authorized(&mut world, Intent::Delete)?;
    let upload = world.broker.tus.known_mut(id).and_then(|session| session.find_mut(call.partial())).ok_or_else(UploadCall::no_upload)?;
    let _taken = upload.take().ok_or_else(UploadCall::locked)?;
    upload.ended = true;
    Ok(empty(StatusCode::NO_CONTENT))
}
