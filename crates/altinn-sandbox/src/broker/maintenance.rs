//! The two maintenance calls (facts broker-api 2.13).

use super::body::json_body;
use super::call::BrokerCall;
use super::problem::validation;
use super::shapes;
use crate::http::{fields, reply};
use crate::world::happened::Happened;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::SignedDuration;
use serde_json::{Value, json};
use uuid::Uuid;

/// The one resource whose transfers this call deletes.
const RESOURCE: &str = "bruksmonster-broker";
const CONFIRMATION: &str = "rotate-maskinporten-jwk";

/// `POST /maintenance/cleanup-usecasetests`.
pub(super) async fn cleanup(call: &BrokerCall) -> Result<Response, Response> {
    let days = match call.target.query("minAgeDays").filter(|text| !text.is_empty()) {
        None => 0,
        Some(text) => text.parse::<i32>().map_err(|_| validation(&[("minAgeDays", &format!("The value '{text}' is not valid."))]))?,
    };
    let mut world = call.shared.world.lock().await;
    let now = world.broker.now();
    let before = now.checked_sub(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(now);
    let old = |transfer: &super::Transfer| transfer.resource == RESOURCE && transfer.created <= before;
    let found = world.broker.transfers.iter().filter(|transfer| old(transfer)).count();
    let released = world.broker.transfers.iter().filter(|transfer| old(transfer));
    let released = released.map(|transfer| Happened::BytesReleased(transfer.id, transfer.stored.clone())).collect();
    world.broker.transfers.retain(|transfer| !old(transfer));
    let done = json!({"resourceId": RESOURCE, "fileTransfersFound": found, "deleteFileTransfersJobId": Uuid::new_v4().to_string()});
    Ok(call.kept(&mut world, released, reply::json(StatusCode::OK, &done)).await)
}

/// `POST /maintenance/maskinporten-jwk-rotation`. In the service this renews the key of the service's own client, which the sandbox
/// does not have; only the answer is reproduced.
pub(super) async fn rotate_keys(call: &BrokerCall, body: Body) -> Result<Response, Response> {
    let body = json_body(&call.headers, body, &shapes::ROTATION, "request").await?;
    let confirmation = fields::member(&body, "confirmation").and_then(Value::as_str);
    if confirmation != Some(CONFIRMATION) {
        let message = format!("Confirmation must be '{CONFIRMATION}' to trigger Maskinporten JWK rotation.");
        return Err(reply::json(StatusCode::BAD_REQUEST, &json!({"message": message})));
    }
    let done = json!({"jobId": Uuid::new_v4().to_string(), "message": "Maskinporten JWK rotation was enqueued."});
    Ok(reply::json(StatusCode::OK, &done))
}
