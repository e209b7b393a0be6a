//! Pages of requests and of system users (facts platform D.2).

use super::change_request::ChangeRequest;
use super::request::{Request, RequestView, UserType};
use super::users::SystemUserRow;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;

const PAGE: usize = 50;

/// One page of a system's requests, which come in the order of their ids. Repeats a quirk of the service: the next page starts after the row that the token names, so one
/// row per page is never shown.
pub(super) fn requests(origin: &Url, system: &str, rows: &[&Request], token: Option<&str>, user_type: UserType) -> Value {
    let path = match user_type {
        UserType::Standard => "systemuser/request/vendor/bysystem",
        UserType::Agent => "systemuser/request/vendor/agent/bysystem",
    };
    let rows = rows.iter().map(|row| (row.id, row.json(origin, RequestView::Row))).collect();
    page(origin, path, system, rows, token)
}

/// One page of a system's change requests, with the same quirk.
pub(super) fn changes(origin: &Url, system: &str, rows: &[&ChangeRequest], token: Option<&str>) -> Value {
    let rows = rows.iter().map(|row| (row.id, row.row(origin))).collect();
    page(origin, "systemuser/changerequest/vendor/bysystem", system, rows, token)
}

fn page(origin: &Url, path: &str, system: &str, rows: Vec<(Uuid, Value)>, token: Option<&str>) -> Value {
    let after = token.and_then(opened).and_then(|value| value.as_str().map(str::to_owned));
    let start = after.and_then(|named| rows.iter().position(|(id, _)| id.to_string() == named)).map_or(0, |at| at + 1);
    let next = rows.get(start + PAGE).map(|(id, _)| page_url(origin, path, system, &json!(id)));
    let data: Vec<Value> = rows.into_iter().skip(start).take(PAGE).map(|(_, row)| row).collect();
    json!({"links": links(next), "data": data})
}

/// One page of a system's system users; its token is a position, so no row is lost.
pub(super) fn users(origin: &Url, system: &str, rows: &[&SystemUserRow], token: Option<&str>) -> Value {
    let start = token.and_then(opened).and_then(|value| value.as_u64()).and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
    let shown = rows.get(start..).unwrap_or_default();
    let data: Vec<Value> = shown.iter().take(PAGE).map(|row| row.json()).collect();
    let next = shown.get(PAGE).map(|_| page_url(origin, "systemuser/vendor/bysystem", system, &json!(start + PAGE)));
    json!({"links": links(next), "data": data})
}

fn links(next: Option<String>) -> Value {
    next.map_or_else(|| json!({}), |next| json!({"next": next}))
}

fn page_url(origin: &Url, path: &str, system: &str, token: &Value) -> String {
    format!("{origin}authentication/api/v1/{path}/{system}?token={}", URL_SAFE_NO_PAD.encode(token.to_string()))
}

fn opened(token: &str) -> Option<Value> {
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    serde_json::from_slice(&bytes).ok()
}
