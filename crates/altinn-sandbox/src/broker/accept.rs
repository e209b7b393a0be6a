//! Checks headers that the service looks at before the token (facts broker-api 0 and 0.1).

use crate::http::reply;
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;

/// Answers 406, a bare text without a content type, unless `Accept` holds exactly the declared type or `*/*`.
pub(super) fn acceptable(headers: &HeaderMap, declared: &str) -> Result<(), Response> {
    let lines: Vec<&str> = headers.get_all(header::ACCEPT).iter().map(|value| value.to_str().unwrap_or_default()).collect();
    let types = lines.iter().flat_map(|line| line.split(','));
    let mut bare = types.map(|kind| kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
    if lines.is_empty() || bare.any(|kind| kind == declared || kind == "*/*") {
        return Ok(());
    }
    let text = format!("This endpoint does not support the requested Accept header. Supported Accept headers are: {declared}, */*.");
    let mut refused = Response::new(Body::from(text));
    *refused.status_mut() = StatusCode::NOT_ACCEPTABLE;
    refused.headers_mut().remove(header::CONTENT_TYPE);
    Err(refused)
}

/// Whether `Accept` allows a JSON body. If not, problems are sent without a body.
pub(super) fn admits_json(headers: &HeaderMap) -> bool {
    let lines: Vec<&str> = headers.get_all(header::ACCEPT).iter().map(|value| value.to_str().unwrap_or_default()).collect();
    let types = lines.iter().flat_map(|line| line.split(','));
    let mut bare = types.map(|kind| kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
    lines.is_empty() || bare.any(|kind| matches!(kind.as_str(), "application/json" | "application/problem+json" | "application/*" | "*/*"))
}

/// Answers 415 with an empty body when the request has another content type than the route consumes; a missing or empty one passes.
pub(super) fn consumed(headers: &HeaderMap, declared: &str) -> Result<(), Response> {
    match content_type(headers) {
        Some(given) if !given.is_empty() && given != declared => Err(reply::empty(StatusCode::UNSUPPORTED_MEDIA_TYPE)),
        Some(_) | None => Ok(()),
    }
}

/// The content type without parameters, in lower case.
pub(super) fn content_type(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    Some(value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    /// Facts broker-api 0.1.
    #[test]
    fn only_the_literal_type_or_any_is_accepted() {
        let accepts = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, HeaderValue::from_static(value));
            acceptable(&headers, "application/json").is_ok()
        };
        assert!(acceptable(&HeaderMap::new(), "application/json").is_ok());
        assert!(accepts("text/html, Application/JSON;q=0.1"));
        assert!(accepts("*/*;q=0"));
        assert!(!accepts("application/*"));
        assert!(!accepts("application/problem+json"));
        assert!(!accepts(""));
    }
}
