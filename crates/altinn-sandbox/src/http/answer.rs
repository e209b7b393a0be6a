//! What the services' answers need beyond [`crate::http::reply`].

use super::reply::{self, JSON};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;

/// Adds a header to an answer; a value that is no valid header value is left out.
pub(crate) fn with_header(mut response: Response, name: HeaderName, value: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().append(name, value);
    }
    response
}

/// A problem sent as plain JSON, as JSON actions do (facts platform E; facts broker-api 4.1).
pub(crate) fn as_json(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(JSON));
    response
}

/// A problem sent under its own type, as actions without a declared type do (facts broker-api 4.1).
pub(crate) fn as_problem(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(reply::FRAMEWORK_PROBLEM));
    response
}

/// An answer of the framework's exception handler, which forbids caching.
pub(crate) fn uncached(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache,no-store"));
    headers.insert(header::PRAGMA, HeaderValue::from_static("no-cache"));
    headers.insert(header::EXPIRES, HeaderValue::from_static("-1"));
    response
}
