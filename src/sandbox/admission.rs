//! Who may come in: a seam over the token verification.

use super::{Caller, Shared, reply};
use axum::http::HeaderMap;
use axum::response::Response;
use std::sync::Arc;

/// The caller of a call that takes exchanged tokens only; else an empty 401.
pub(super) async fn exchanged(shared: &Arc<Shared>, headers: &HeaderMap) -> Result<Caller, Response> {
    let _ = (shared, headers);
    Err(reply::unauthorized())
}

/// The caller of a call that takes raw and exchanged tokens; else an empty 401.
pub(super) async fn any(shared: &Arc<Shared>, headers: &HeaderMap) -> Result<Caller, Response> {
    let _ = (shared, headers);
    Err(reply::unauthorized())
}

/// Whether one of the scopes is there, compared as whole names.
pub(super) fn has_any(caller: &Caller, scopes: &[&str]) -> bool {
    caller.scopes.iter().any(|scope| scopes.contains(&scope.as_str()))
}

/// A request for a system user waits for its approver.
pub(super) fn request_made(shared: &Arc<Shared>, request: uuid::Uuid) {
    let _ = (shared, request);
}
