use crate::http::answer::as_json;
use crate::json::{self, Record, Shape};
use axum::body::Body;
use axum::http::HeaderMap;
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
        Err(refused) => Err(refused.answer(Some(parameter), as_json)),
    }
}
