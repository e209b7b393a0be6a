//! Answers that all of the registry's calls share.

use crate::http::answer::as_json;
use crate::http::reply;
use axum::body::to_bytes;
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde_json::Value;

/// Rewrites JSON as the service writes it: indented, and the framework's problems as `application/json`.
pub(crate) async fn written(answer: Response) -> Response {
    let kind = answer.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !kind.is_some_and(|kind| kind == reply::FRAMEWORK_PROBLEM || kind == reply::JSON) {
        return answer;
    }
    let (head, body) = answer.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let indented = serde_json::from_slice::<Value>(&bytes).and_then(|value| serde_json::to_vec_pretty(&value)).unwrap_or(bytes.into());
    as_json(Response::from_parts(head, indented.into()))
}

pub(super) fn not_found() -> Response {
    reply::framework_problem(StatusCode::NOT_FOUND)
}
