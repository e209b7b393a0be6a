//! The admin API's error answers.

use crate::http::reply;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;
use uuid::Uuid;

pub(super) fn refused(status: StatusCode, reason: &str) -> Response {
    let error = status.canonical_reason().unwrap_or_default().to_lowercase().replace(' ', "_");
    let envelope = json!({"status": status.as_u16(), "error": error, "error_description": reason, "correlation_id": Uuid::new_v4()});
    reply::json(status, &envelope)
}

pub(super) fn bad(reason: &str) -> Response {
    refused(StatusCode::BAD_REQUEST, reason)
}

/// 404: the client does not exist or belongs to another organisation.
pub(super) fn no_client() -> Response {
    refused(StatusCode::NOT_FOUND, "Client not found")
}
