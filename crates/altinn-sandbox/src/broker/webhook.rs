//! `POST /webhooks/malwarescanresults`: the scanner's report (facts broker-api 2.13). It needs no token.

use super::call::broke;
use super::examination::malware_text;
use super::lifecycle;
use super::problem::Bro;
use super::state::BrokerState;
use super::transfer::Status;
use crate::http::{body, fields, reply};
use crate::scheduler;
use crate::shared::Shared;
use crate::world::happened::Happened;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use uuid::Uuid;

const VALIDATION: &str = "Microsoft.EventGrid.SubscriptionValidationEvent";
const RESULT: &str = "Microsoft.Security.MalwareScanningResult";

pub(super) async fn scan_results(shared: &Arc<Shared>, body: Body, path: &str) -> Response {
    let bytes = match body::whole(body, body::MOST).await {
        Ok(bytes) => bytes,
        Err(refused) => return refused,
    };
    let reported = match serde_json::from_slice(&bytes) {
        Ok(Value::Array(list)) => list,
        Ok(one @ Value::Object(_)) => vec![one],
        Ok(_) | Err(_) => return broke(path),
    };
    for event in reported.iter().filter_map(Value::as_object) {
        let data = fields::member(event, "data").and_then(Value::as_object);
        match (fields::text(event, "eventType"), data) {
            (Some(VALIDATION), Some(data)) => {
                let code = fields::member(data, "validationCode").cloned().unwrap_or_default();
                return reply::json(StatusCode::OK, &json!({"validationResponse": code}));
            }
            (Some(RESULT), Some(data)) => return reported_on(shared, data, path).await,
            (_, _) => {}
        }
    }
    reply::empty(StatusCode::OK)
}

async fn reported_on(shared: &Arc<Shared>, data: &Map<String, Value>, path: &str) -> Response {
    let id = fields::text(data, "blobUri").and_then(|uri| uri.rsplit('/').next()).and_then(|last| Uuid::parse_str(last).ok());
    let mut world = shared.world.lock().await;
    let Some(transfer) = id.and_then(|id| world.broker.transfer(id)) else { return broke(path) };
    let (id, status) = (transfer.id, transfer.status());
    if world.broker.configuration(&transfer.resource).is_none() {
        return broke(path);
    }
    let happened = match status {
        Status::UploadStarted => return Bro::ScanTooEarly.problem(),
        Status::UploadProcessing => taken(&mut world.broker, id, data),
        Status::Initialized | Status::Published | Status::Cancelled | Status::AllConfirmedDownloaded | Status::Purged | Status::Failed => {
            Vec::new()
        }
    };
    match scheduler::keep(shared, &mut world, happened).await {
        Ok(()) => reply::empty(StatusCode::OK),
        Err(cause) => reply::broken(&cause),
    }
}

fn taken(broker: &mut BrokerState, id: Uuid, data: &Map<String, Value>) -> Vec<Happened> {
    let kind = fields::text(data, "scanResultType").unwrap_or_default();
    if kind.eq_ignore_ascii_case("No threats found") {
        // With a supplied checksum, another job compares it first and then publishes the transfer (facts broker-api 2.2).
        let compared = broker.transfer(id).is_some_and(|transfer| transfer.supplied);
        let now = broker.now();
        return if compared { Vec::new() } else { lifecycle::published(broker, id, now) };
    }
    let at = fields::text(data, "scanFinishedTimeUtc").and_then(|text| text.parse::<Timestamp>().ok()).unwrap_or_else(|| broker.now());
    lifecycle::found_malware(broker, id, &malware_text(kind, &pascal(data).to_string()), at)
}

/// The scanner's result with the member names in the case of the status text.
fn pascal(data: &Map<String, Value>) -> Value {
    let of = |object: &Map<String, Value>, name: &str| fields::member(object, name).cloned().unwrap_or_default();
    let details = fields::member(data, "scanResultDetails").and_then(Value::as_object).cloned().unwrap_or_default();
    json!({"CorrelationId": of(data, "correlationId"), "BlobUri": of(data, "blobUri"), "ETag": of(data, "eTag"),
           "ScanFinishedTimeUtc": of(data, "scanFinishedTimeUtc"), "ScanResultType": of(data, "scanResultType"),
           "ScanResultDetails": {"MalwareNamesFound": of(&details, "malwareNamesFound"), "Sha256": of(&details, "sha256"),
                                 "NotScannedReason": of(&details, "notScannedReason")}})
}
