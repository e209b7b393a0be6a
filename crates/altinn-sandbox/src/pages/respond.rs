//! Answers to a browser: pages, and redirects after a form.

use super::note::PageFeedback;
use super::template;
use crate::http::reply;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::Value;

const HTML: &str = "text/html; charset=utf-8";
/// Allows no scripts, no content from other sites, and no framing.
const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// A page, with the note and the typed values of the form before it.
pub(super) fn page(feedback: PageFeedback, name: &str, mut values: Value) -> Response {
    if let Some(members) = values.as_object_mut() {
        feedback.put_into(members);
        members.insert("at".to_owned(), serde_json::json!({name: true}));
    }
    page_with(StatusCode::OK, name, &values)
}

/// A page with these values only.
pub(super) fn page_with(status: StatusCode, name: &str, values: &Value) -> Response {
    let mut answer = reply::body(status, HTML, template::page(name, values));
    let fixed: [(HeaderName, &str); 5] = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        // With `no-referrer` a browser would send `Origin: null` with these pages' own forms.
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

/// Redirects with 303 after a form, so that a reload does not post it again.
pub(super) fn back(to: &str) -> Response {
    let mut answer = reply::empty(StatusCode::SEE_OTHER);
    if let Ok(value) = HeaderValue::from_str(to) {
        answer.headers_mut().insert(header::LOCATION, value);
    }
    answer
}
