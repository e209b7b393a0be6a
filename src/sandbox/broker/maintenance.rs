//! `POST /maintenance/cleanup-usecasetests` (broker-api facts, 2.13).

use super::problem::validation;
use super::service::{Call, now};
use super::store;
use crate::sandbox::reply;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::SignedDuration;
use serde_json::json;
use uuid::Uuid;

/// The only resource whose transfers it deletes.
const RESOURCE: &str = "bruksmonster-broker";

pub(super) async fn cleanup(call: &Call) -> Result<Response, Response> {
    let days = match call.target.query("minAgeDays").filter(|text| !text.is_empty()) {
        None => 0,
        Some(text) => text.parse::<i32>().map_err(|_| validation(&[("minAgeDays", &format!("The value '{text}' is not valid."))]))?,
    };
    let mut world = call.shared.world.lock().await;
    let before = now().checked_sub(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or_else(|_| now());
    let old = |transfer: &super::Transfer| transfer.resource == RESOURCE && transfer.created <= before;
    let found = world.broker.transfers.iter().filter(|transfer| old(transfer)).count();
    for transfer in world.broker.transfers.iter_mut().filter(|transfer| old(transfer)) {
        store::forget(&call.shared, transfer);
    }
    world.broker.transfers.retain(|transfer| !old(transfer));
    let done = json!({"resourceId": RESOURCE, "fileTransfersFound": found, "deleteFileTransfersJobId": Uuid::new_v4().to_string()});
    Ok(call.kept(&world, reply::json(StatusCode::OK, &done)).await)
}
