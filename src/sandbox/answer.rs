//! What the services' answers need beyond [`super::reply`].

use super::reply::{self, JSON};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::Value;

/// The same answer with one more header; a value that no header can hold is left out.
pub(super) fn with_header(mut response: Response, name: HeaderName, value: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().append(name, value);
    }
    response
}

/// JSON indented, as the Resource Registry writes it (platform facts, E).
pub(super) fn indented(status: StatusCode, value: &Value) -> Response {
    match serde_json::to_string_pretty(value) {
        Ok(text) => reply::body(status, JSON, text),
        Err(_) => reply::framework_problem(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

/// A problem sent as plain JSON, as JSON actions do (platform facts, E; broker-api facts, 4.1).
pub(super) fn as_json(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(JSON));
    response
}

/// A problem sent under its own type, as actions without a declared type do (broker-api facts, 4.1).
pub(super) fn as_problem(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(reply::PROBLEM));
    response
}
