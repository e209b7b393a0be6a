//! The sandbox's own webhooks, which the subscriptions of a practice setup use.

use crate::http::reply;
use crate::shared::Shared;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State as Of};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use serde_json::{Value, json};
use std::sync::Arc;

/// How many of the newest events each webhook keeps.
const KEPT: usize = 200;

pub fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/sandbox/sink/{name}", get(list).post(receive))
}

async fn receive(Of(shared): Of<Arc<Shared>>, Path(name): Path<String>, body: Bytes) -> Response {
    let Ok(event) = serde_json::from_slice::<Value>(&body) else { return reply::empty(StatusCode::BAD_REQUEST) };
    let mut world = shared.world.lock().await;
    let kept = world.sink.received.entry(name).or_default();
    kept.push(event);
    let surplus = kept.len().saturating_sub(KEPT);
    kept.drain(..surplus);
    match shared.save(&world).await {
        Ok(()) => reply::empty(StatusCode::OK),
        Err(cause) => reply::broken(&cause),
    }
}

async fn list(Of(shared): Of<Arc<Shared>>, Path(name): Path<String>) -> Response {
    let world = shared.world.lock().await;
    let events = world.sink.received.get(&name).map(Vec::as_slice).unwrap_or_default();
    reply::json(StatusCode::OK, &json!({"events": events}))
}
