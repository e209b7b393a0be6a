use super::problem::validation;
use crate::http::{answer, reply};
use crate::json::{self, BodyRefused, Record, Shape};
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde_json::{Map, Value};

/// Reads the JSON body of a call; `parameter` is the second key of an error.
pub(super) async fn json_body(
    headers: &HeaderMap,
    body: Body,
    record: &'static Record,
    parameter: &str,
) -> Result<Map<String, Value>, Response> {
    match json::read(headers, body, &Shape::Object(record)).await {
        Ok(Value::Object(body)) => Ok(body),
        Ok(_) => Ok(Map::new()),
        Err(refused) => Err(refused_body(&refused, parameter)),
    }
}

fn refused_body(refused: &BodyRefused, parameter: &str) -> Response {
    let required = format!("The {parameter} field is required.");
    match (refused, refused.error()) {
        (_, Some(error)) => validation(&[error, (parameter, &required)]),
        (BodyRefused::Unread(unread), None) => unread.answer(),
        (_, None) => answer::as_json(reply::framework_problem(StatusCode::UNSUPPORTED_MEDIA_TYPE)),
    }
}
