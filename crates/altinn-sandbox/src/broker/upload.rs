//! `POST /filetransfer/{id}/upload` (facts broker-api 2.2).

use super::access::{digits, has_access};
use super::call::BrokerCall;
use super::intake::{self, Hashing, ReceiveError, Received};
use super::problem::Bro;
use super::transfer::{Status, Transfer};
use super::{initialize, lifecycle, store};
use crate::decision::subject::Subject;
use crate::http::reply;
use crate::scheduler;
use crate::world::World;
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde_json::json;
use uuid::Uuid;

/// The largest scanned file, in bytes.
const SCANNED_MOST: u64 = 50_000_000_000;

pub(super) async fn upload(call: &BrokerCall, body: Body) -> Result<Response, Response> {
    let id = call.transfer_id()?;
    let length = call.headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()).and_then(|text| text.parse::<u64>().ok());
    let hashing = begin(call, id, length).await?;
    match intake::receive(&call.shared, body, hashing).await {
        Ok(received) => finish(call, id, received).await,
        // The client disconnected: the status stays UploadStarted, and the client may try again.
        Err(ReceiveError::Client) => Err(Bro::UploadFailed.json()),
        Err(ReceiveError::Disk) => Err(broke_off(call, id).await),
    }
}

/// Checks the request and records the attempt.
pub(super) async fn begin(call: &BrokerCall, id: Uuid, length: Option<u64>) -> Result<Hashing, Response> {
    let mut world = call.shared.world.lock().await;
    admitted(&world, &call.subject, id).and_then(|transfer| fits(&world, transfer, length)).map_err(Bro::json)?;
    let at = world.broker.now();
    let happened = lifecycle::upload_started(&mut world.broker, id, &call.vendor(), at);
    scheduler::keep(&call.shared, &mut world, happened).await.map_err(|cause| reply::broken(&cause))?;
    let supplied = world.broker.transfer(id).is_some_and(|transfer| transfer.supplied);
    Ok(if supplied { Hashing::Now } else { Hashing::Later })
}

/// Stores the received bytes, unless the checksum differs or another upload was faster.
pub(super) async fn finish(call: &BrokerCall, id: Uuid, received: Received) -> Result<Response, Response> {
    let mut world = call.shared.world.lock().await;
    let at = world.broker.now();
    let mut transfer = world.broker.transfer_mut(id).ok_or_else(|| Bro::NotFound.json())?;
    if transfer.status() != Status::UploadStarted {
        drop(transfer);
        drop(world);
        return Err(broke_off(call, id).await);
    }
    transfer.size = received.size;
    transfer.md5.clone_from(&received.md5);
    if transfer.supplied && transfer.checksum != received.md5 {
        // The service sends no event for this change of status (facts broker-api 2.2).
        transfer.become_status(Status::Failed, "Checksum mismatch", at);
        drop(transfer);
        return Err(call.kept(&mut world, Vec::new(), Bro::ChecksumMismatch.json()).await);
    }
    let Ok(stored) = received.keep(&call.shared.bodies, id).await else {
        drop(transfer);
        drop(world);
        return Err(broke_off(call, id).await);
    };
    transfer.stored = stored.clone();
    drop(transfer);
    let happened = lifecycle::uploaded(&mut world.broker, id, at);
    match scheduler::keep(&call.shared, &mut world, happened).await {
        Ok(()) => Ok(reply::json(StatusCode::OK, &json!({"fileTransferId": id}))),
        Err(cause) => {
            // The transfer still waits for its bytes.
            store::delete(&call.shared.bodies, id, &stored).await;
            Err(reply::broken(&cause))
        }
    }
}

/// The transfer if it may be uploaded to, else the first refusal in the service's order.
pub(super) fn admitted<'a>(world: &'a World, subject: &Subject, id: Uuid) -> Result<&'a Transfer, Bro> {
    let transfer = world.broker.transfer(id).ok_or(Bro::NotFound)?;
    if !has_access(world, subject, &["write"], &transfer.resource, digits(&transfer.sender)) {
        return Err(Bro::NoAccess);
    }
    if transfer.status() > Status::UploadStarted {
        return Err(Bro::AlreadyUploaded);
    }
    let configuration = world.broker.configuration(&transfer.resource).ok_or(Bro::InvalidResource)?;
    initialize::ready(world, configuration, transfer.scanned)?;
    Ok(transfer)
}

/// Checks the length, if it is known in advance.
pub(super) fn fits(world: &World, transfer: &Transfer, length: Option<u64>) -> Result<(), Bro> {
    let most = world.broker.configuration(&transfer.resource).and_then(|found| found.max_size).and_then(|most| u64::try_from(most).ok());
    let over = |length: u64| most.is_some_and(|most| length > most) || (transfer.scanned && length > SCANNED_MOST);
    if length.is_some_and(over) { Err(Bro::TooBig) } else { Ok(()) }
}

/// Fails the transfer after an error. Its stored bytes are deleted, even those of another upload.
async fn broke_off(call: &BrokerCall, id: Uuid) -> Response {
    let mut world = call.shared.world.lock().await;
    let at = world.broker.now();
    let happened = lifecycle::failed(&mut world.broker, id, "Error occurred while uploading fileTransfer", at);
    call.kept(&mut world, happened, Bro::UploadFailed.json()).await
}
