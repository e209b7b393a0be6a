//! `POST /sandbox/trigger`: makes one of Broker's events happen, so that who waits for it need not send a file. No Altinn service has
//! this.

use crate::broker::trigger::{EventKind, Trigger, TriggerRefused, triggered};
use crate::http::reply;
use crate::pages::guard;
use crate::scheduler;
use crate::shared::Shared;
use crate::world::happened::Happened;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::post;
use serde_json::{Value, json};
use std::sync::Arc;

pub(crate) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/sandbox/trigger", post(trigger))
}

async fn trigger(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Body) -> Response {
    let expected = json!({"event": EventKind::NAMES, "resource": "optional", "sender": "optional, nine digits", "recipient": "optional"});
    let asked: Trigger = match guard::asked(&headers, body, &expected).await {
        Ok(asked) => asked,
        Err(refused) => return refused,
    };
    let mut world = shared.world.lock().await;
    let at = world.broker.now();
    let (transfer, happened) = match triggered(&mut world, &asked, at) {
        Ok(done) => done,
        Err(refused) => return reply::json(StatusCode::BAD_REQUEST, &said(&refused)),
    };
    let told: Vec<Value> = happened.iter().filter_map(told).collect();
    match scheduler::keep(&shared, &mut world, happened).await {
        Ok(()) => reply::json(StatusCode::OK, &json!({"transfer": transfer, "events": told})),
        Err(cause) => reply::broken(&cause),
    }
}

/// An event that was published, and to whom.
fn told(happened: &Happened) -> Option<Value> {
    let Happened::EventPublished(event) = happened else { return None };
    Some(json!({"type": format!("no.altinn.broker.{}", event.name), "organisation": event.organisation}))
}

fn said(refused: &TriggerRefused) -> Value {
    match refused {
        TriggerRefused::ResourceUnknown(resource) => json!({"error": "resource-unknown", "resource": resource}),
        TriggerRefused::OrganisationUnknown(organisation) => json!({"error": "organisation-unknown", "organisation": organisation}),
    }
}
