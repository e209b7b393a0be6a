//! Answers to a browser: pages, and the way back to one after a form.

use super::note::PageFeedback;
use super::template;
use crate::http::reply;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::Value;

const HTML: &str = "text/html; charset=utf-8";
/// No script, nothing from elsewhere, in no frame.
const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// A page, with what it is led to with.
pub(super) fn page(feedback: PageFeedback, name: &str, mut values: Value) -> Response {
    if let Some(members) = values.as_object_mut() {
        feedback.put_into(members);
        members.insert("at".to_owned(), serde_json::json!({name: true}));
    }
    page_with(StatusCode::OK, name, &values)
}

/// A page as it is.
pub(super) fn page_with(status: StatusCode, name: &str, values: &Value) -> Response {
    let mut answer = reply::body(status, HTML, template::page(name, values));
    let fixed: [(HeaderName, &str); 5] = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        // With no-referrer a browser would call its own forms' origin null.
        (header::REFERRER_POLICY, "same-origin"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    for (name, value) in fixed {
        if let Ok(value) = HeaderValue::from_str(value) {
            answer.headers_mut().insert(name, value);
        }
    }
    answer
}

/// Back to a page after a form, so that a reload does not post again.
pub(super) fn back(to: &str) -> Response {
    let mut answer = reply::empty(StatusCode::SEE_OTHER);
    if let Ok(value) = HeaderValue::from_str(to) {
        answer.headers_mut().insert(header::LOCATION, value);
    }
    answer
}
