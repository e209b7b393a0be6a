//! The body of a new subscription (facts platform F.1).

use crate::http::answer::as_json;
use crate::json::{self, Record, Shape, optional};
use axum::body::Body;
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::{Map, Value};

static SUBSCRIPTION: Record = Record {
    name: "Altinn.Platform.Events.Models.SubscriptionRequestModel",
    members: &[
        optional("endPoint", Shape::Uri),
        optional("sourceFilter", Shape::Uri),
        optional("subjectFilter", Shape::Text),
        optional("resourceFilter", Shape::Text),
        optional("typeFilter", Shape::Text),
        optional("alternativeSubjectFilter", Shape::Text),
        optional("includeSubunits", Shape::Boolean),
    ],
};

pub(super) async fn read(headers: &HeaderMap, body: Body) -> Result<Map<String, Value>, Response> {
    match json::read(headers, body, &Shape::Object(&SUBSCRIPTION)).await {
        Ok(Value::Object(body)) => Ok(body),
        Ok(_) => Ok(Map::new()),
        Err(refused) => Err(refused.answer(None, as_json)),
    }
}
