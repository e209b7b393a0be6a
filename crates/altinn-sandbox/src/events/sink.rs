//! The sandbox's own webhooks, which the subscriptions of a practice setup use.
//!
//! A webhook has only the events that this world's Events has sent to it: whoever else posts one does not make it true.

use super::sending;
use crate::http::{body, reply};
use crate::shared::Shared;
use crate::storage::Rows;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State as Of};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use serde_json::{Value, json};
use std::sync::Arc;

/// How many of the newest events each webhook keeps.
const KEPT: usize = 200;
/// The largest event, in bytes. Those of Events have some 500.
const LARGEST: usize = 64 << 10;

pub fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/sandbox/sink/{name}", get(list).post(receive))
}

async fn receive(Of(shared): Of<Arc<Shared>>, Path(name): Path<String>, address: Uri, body: Body) -> Response {
    let bytes = match body::whole(body, LARGEST).await {
        Ok(bytes) => bytes,
        Err(refused) => return refused,
    };
    let Ok(event) = serde_json::from_slice::<Value>(&bytes) else { return reply::empty(StatusCode::BAD_REQUEST) };
    let mut world = shared.world.lock().await;
    if !sending::is_sent(&world.events, address.path(), &event) {
        return reply::empty(StatusCode::FORBIDDEN);
    }
    let kept = world.sink.received.entry(name).or_default();
    kept.push(event);
    kept.keep_newest(KEPT);
    match shared.save(&mut world).await {
        Ok(()) => reply::empty(StatusCode::OK),
        Err(cause) => reply::broken(&cause),
    }
}

async fn list(Of(shared): Of<Arc<Shared>>, Path(name): Path<String>) -> Response {
    let world = shared.world.lock().await;
    let events: Vec<&Value> = world.sink.received.get(&name).into_iter().flat_map(Rows::iter).collect();
    reply::json(StatusCode::OK, &json!({"events": events}))
}
