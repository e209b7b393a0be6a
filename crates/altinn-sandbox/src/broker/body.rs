use super::accept::content_type;
use super::problem::validation;
use crate::http::{answer, reply};
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde_json::Value;

/// The largest body in bytes. The service has no limit; this one bounds the sandbox's memory.
const LIMIT: usize = 30_000_000;

/// Reads the JSON body of a call; `parameter` is the second key of an error.
pub(super) async fn json_body(headers: &HeaderMap, body: Body, parameter: &str) -> Result<Value, Response> {
    let json_type =
        |kind: &str| matches!(kind, "application/json" | "text/json") || (kind.starts_with("application/") && kind.ends_with("+json"));
    if !content_type(headers).is_some_and(|kind| json_type(&kind)) {
        return Err(answer::as_json(reply::framework_problem(StatusCode::UNSUPPORTED_MEDIA_TYPE)));
    }
    let Ok(bytes) = to_bytes(body, LIMIT).await else { return Err(reply::empty(StatusCode::PAYLOAD_TOO_LARGE)) };
    // Skip a byte order mark.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let required = format!("The {parameter} field is required.");
    if bytes.is_empty() {
        return Err(validation(&[("", "A non-empty request body is required."), (parameter, &required)]));
    }
    match serde_json::from_slice::<Value>(bytes) {
        Ok(body @ Value::Object(_)) => Ok(body),
        Ok(Value::Null) => Err(validation(&[("", "A non-empty request body is required."), (parameter, &required)])),
        Ok(_) => Err(validation(&[("$", "The JSON value could not be converted."), (parameter, &required)])),
        Err(cause) => {
            let text = format!(
                "The JSON object is malformed. LineNumber: {} | BytePositionInLine: {}.",
                cause.line().saturating_sub(1),
                cause.column()
            );
            Err(validation(&[("$", &text), (parameter, &required)]))
        }
    }
}
