//! The services' error codes. The services and the faults take them from the same table.

use super::table::find;
use axum::http::StatusCode;

/// The status and text of a code (facts platform D.1, D.3 and E.2; facts broker-api 4.2). An unknown code gets 500 and an empty
/// text; the tests make sure that no code is unknown.
pub(crate) fn documented(code: &str) -> (StatusCode, &'static str) {
    let row = find(code);
    let status = row.and_then(|row| row.status).and_then(|status| StatusCode::from_u16(status).ok());
    (status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), row.and_then(|row| row.text.as_deref()).unwrap_or_default())
}
