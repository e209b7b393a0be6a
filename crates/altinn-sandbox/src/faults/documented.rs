//! The services' own codes: what a service answers with and what a fault repeats stand in one table.

use super::table::find;
use axum::http::StatusCode;

/// The status and the text that a code is sent with (facts platform D.1, D.3 and E.2; facts broker-api 4.2). A code that is not in the
/// table is no service's; the tests keep one from being asked for.
pub(crate) fn documented(code: &str) -> (StatusCode, &'static str) {
    let row = find(code);
    let status = row.and_then(|row| row.status).and_then(|status| StatusCode::from_u16(status).ok());
    (status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), row.and_then(|row| row.text.as_deref()).unwrap_or_default())
}
