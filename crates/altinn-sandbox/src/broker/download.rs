//! `GET /filetransfer/{id}/download` (facts broker-api 2.7). Its problems have the type `application/problem+json`.

use super::call::BrokerCall;
use super::disposition::disposition;
use super::problem::Bro;
use super::range::{RequestedRange, asked};
use super::read::as_recipient;
use super::store;
use super::stored::Stored;
use super::transfer::{RecipientRow, RecipientStatus, Status, Transfer};
use crate::http::answer::{as_problem, with_header};
use crate::http::reply;
use crate::world::World;
use axum::http::{StatusCode, header};
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

pub(super) async fn download(call: &BrokerCall) -> Result<Response, Response> {
    let id = call.transfer_id().map_err(as_problem)?;
    let mut world = call.shared.world.lock().await;
    let transfer = checked(&world, call, id).map_err(Bro::problem)?.clone();
    let range = call.headers.get(header::RANGE).and_then(|value| value.to_str().ok());
    let asked = asked(range, transfer.size);
    let (start, length, status) = match asked {
        RequestedRange::Unsatisfiable => return Err(Bro::InvalidRange.problem()),
        RequestedRange::Whole => (0, transfer.size, StatusCode::OK),
        RequestedRange::Part { start, length } => (start, length, StatusCode::PARTIAL_CONTENT),
    };
    let at = world.broker.now();
    if let Some(mut transfer) = world.broker.transfer_mut(id) {
        started(&mut transfer, call, asked, at);
    }
    call.shared.save(&mut world).await.map_err(|cause| reply::broken(&cause))?;
    drop(world);
    let body = store::read(&call.shared.bodies, id, &transfer.stored, start, length).await.ok_or_else(|| Bro::NoFile.problem())?;
    let answer = reply::body(status, "application/octet-stream", body);
    let answer = with_header(answer, header::CONTENT_DISPOSITION, &disposition(&transfer.file_name));
    let answer = with_header(answer, header::ACCEPT_RANGES, "bytes");
    let answer = with_header(answer, header::CONTENT_LENGTH, &length.to_string());
    Ok(match asked {
        RequestedRange::Part { start, length } => {
            with_header(answer, header::CONTENT_RANGE, &format!("bytes {start}-{}/{}", start + length - 1, transfer.size))
        }
        RequestedRange::Whole | RequestedRange::Unsatisfiable => answer,
    })
}

fn checked<'a>(world: &'a World, call: &BrokerCall, id: Uuid) -> Result<&'a Transfer, Bro> {
    let transfer = world.broker.transfer(id).ok_or(Bro::NotFound)?;
    if !as_recipient(world, call, transfer) {
        return Err(Bro::NoAccess);
    }
    if !matches!(transfer.status(), Status::Published | Status::AllConfirmedDownloaded) {
        return Err(Bro::NotAvailable);
    }
    if transfer.stored == Stored::Nowhere {
        return Err(Bro::NoFile);
    }
    Ok(transfer)
}

/// Adds a row when a download starts, whether or not the caller is a recipient. Requests for parts add at most one row in five
/// minutes.
fn started(transfer: &mut Transfer, call: &BrokerCall, asked: RequestedRange, at: Timestamp) {
    let recipient = format!("0192:{}", call.organisation());
    if let RequestedRange::Part { .. } = asked {
        let recent = |(asker, when): &(String, Timestamp)| *asker == recipient && at.duration_since(*when) < SignedDuration::from_mins(5);
        if transfer.parts_asked.iter().any(recent) {
            return;
        }
        transfer.parts_asked.retain(|(asker, _)| *asker != recipient);
        transfer.parts_asked.push((recipient.clone(), at));
    }
    transfer.recipient_history.push(RecipientRow { recipient, status: RecipientStatus::DownloadStarted, at, vendor: Some(call.vendor()) });
}
