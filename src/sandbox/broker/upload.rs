//! `POST /filetransfer/{id}/upload` (broker-api facts, 2.2).

use super::problem::Bro;
use super::service::{Call, now};
use super::transfer::Status;
use super::{digits, has_access, initialize, lifecycle, store};
use crate::sandbox::{World, reply};
use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde_json::json;
use uuid::Uuid;

/// What is scanned at most.
const SCANNED_MOST: u64 = 50_000_000_000;

pub(super) async fn upload(call: &Call, body: Body) -> Result<Response, Response> {
    let id = call.transfer_id()?;
    let large = {
        let mut world = call.shared.world.lock().await;
        checked(&world, call, id).map_err(Bro::json)?;
        if let Some(transfer) = world.broker.transfer_mut(id) {
            transfer.become_status(Status::UploadStarted, Status::UploadStarted.text(), now());
        }
        call.shared.save(&world).await.map_err(|cause| reply::broken(&cause))?;
        world.broker.large.clone()
    };
    let received = match store::receive(&call.shared, &large, id, body).await {
        Ok(received) => received,
        // The client is gone: the status stays UploadStarted, and it may begin again.
        Err(store::Broken::Client) => return Err(Bro::UploadFailed.json()),
        Err(store::Broken::Disk) => return Err(failed(call, id).await),
    };
    let mut world = call.shared.world.lock().await;
    let Some(transfer) = world.broker.transfer_mut(id) else { return Err(Bro::NotFound.json()) };
    let differs = transfer.supplied && transfer.checksum.as_deref() != Some(received.md5.as_str());
    transfer.size = received.size;
    transfer.md5 = Some(received.md5);
    transfer.infected = received.infected;
    transfer.stored = received.stored;
    if differs {
        transfer.become_status(Status::Failed, "Checksum mismatch", now());
        store::forget(&call.shared, transfer);
        return Err(call.kept(&world, Bro::ChecksumMismatch.json()).await);
    }
    lifecycle::uploaded(&call.shared, &mut world, id);
    Ok(call.kept(&world, reply::json(StatusCode::OK, &json!({"fileTransferId": id}))).await)
}

fn checked(world: &World, call: &Call, id: Uuid) -> Result<(), Bro> {
    let transfer = world.broker.transfer(id).ok_or(Bro::NotFound)?;
    if !has_access(world, &call.subject, &["write"], &transfer.resource, digits(&transfer.sender)) {
        return Err(Bro::NoAccess);
    }
    if transfer.status() > Status::UploadStarted {
        return Err(Bro::AlreadyUploaded);
    }
    let configuration = world.broker.configuration(&transfer.resource).ok_or(Bro::InvalidResource)?;
    initialize::ready(world, configuration, transfer.scanned)?;
    let length = call.headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()).and_then(|text| text.parse::<u64>().ok());
    let too_big = |length: u64| {
        let over = configuration.max_size.and_then(|most| u64::try_from(most).ok()).is_some_and(|most| length > most);
        over || (transfer.scanned && length > SCANNED_MOST)
    };
    if length.is_some_and(too_big) { Err(Bro::TooBig) } else { Ok(()) }
}

async fn failed(call: &Call, id: Uuid) -> Response {
    let mut world = call.shared.world.lock().await;
    if let Some(transfer) = world.broker.transfer_mut(id) {
        transfer.become_status(Status::Failed, "Error occurred while uploading fileTransfer", now());
        let told = transfer.clone();
        lifecycle::tell_sender(&call.shared, &mut world, &told, "uploadfailed");
    }
    call.kept(&world, Bro::UploadFailed.json()).await
}
