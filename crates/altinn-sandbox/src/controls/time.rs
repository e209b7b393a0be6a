//! `GET` and `POST /sandbox/time`: moves Broker's clock forward, so that a test need not wait hours or days for what Broker does by
//! itself. No Altinn service has this. It does not change the times in tokens and events.

use crate::broker::duration;
use crate::clock::with_offset;
use crate::http::reply;
use crate::pages::guard;
use crate::scheduler;
use crate::shared::Shared;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;

/// The body of `POST`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TimeRequest {
    /// How much time passes, as the services write durations: `PT25H`.
    pass: String,
}

pub(crate) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/sandbox/time", get(shown).post(pass))
}

async fn shown(State(shared): State<Arc<Shared>>) -> Response {
    let broker = &shared.world.lock().await.broker;
    reply::json(StatusCode::OK, &json!({"ahead": broker.ahead(), "broker": with_offset(broker.now())}))
}

async fn pass(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Body) -> Response {
    let expected = json!({"pass": "PT25H"});
    let change: TimeRequest = match guard::asked(&headers, body, &expected).await {
        Ok(change) => change,
        Err(refused) => return refused,
    };
    let Some(time) = duration::read(&change.pass).ok().filter(|time| !time.is_negative()) else {
        return guard::unreadable(&expected);
    };
    match scheduler::pass(&shared, time).await {
        Ok(()) => shown(State(shared)).await,
        Err(cause) => reply::broken(&cause),
    }
}
