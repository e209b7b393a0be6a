//! Which callers a service accepts, and its answer to all others.

use super::caller::{Caller, Door};
use crate::http::reply;
use crate::shared::Shared;
use axum::http::HeaderMap;
use axum::response::Response;

/// The caller at Authentication or the Resource Registry; otherwise an empty 401 without `WWW-Authenticate` (facts platform D and
/// E).
pub(crate) fn authentication(shared: &Shared, headers: &HeaderMap) -> Result<Caller, Response> {
    shared.caller(headers, Door::Authentication).map_err(|_| reply::unauthorized())
}

/// The caller at Events: exchanged tokens only, no clock skew; otherwise an empty 401 (facts platform F).
pub(crate) fn events(shared: &Shared, headers: &HeaderMap) -> Result<Caller, Response> {
    shared.caller(headers, Door::Events).map_err(|_| reply::unauthorized())
}

/// Whether the caller has one of the scopes. Whole names are compared, not prefixes.
pub(crate) fn has_any(caller: &Caller, scopes: &[&str]) -> bool {
    scopes.iter().any(|scope| caller.has_scope(scope))
}
