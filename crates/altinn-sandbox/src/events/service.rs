//! The calls of Altinn Events (facts platform F.1).

use super::subscription::Consumer;
use super::{create, polling, request, retries};
use crate::http::answer::{as_json, with_header};
use crate::http::reply;
use crate::http::target::Target;
use crate::identity::admission;
use crate::identity::caller::Caller;
use crate::scheduler;
use crate::shared::Shared;
use crate::world::World;
use crate::world::happened::Happened;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::Arc;

/// Routes below `/events/api/v1`.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new().fallback(dispatch)
}

async fn dispatch(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let target = Target::of(request.method(), request.uri());
    let segments = target.segments();
    if let (Method::POST, ["tests", "webhookreceiver"]) = (target.method.clone(), segments.as_slice()) {
        return reply::empty(if is_json(request.headers()) { StatusCode::OK } else { StatusCode::UNSUPPORTED_MEDIA_TYPE });
    }
    let methods = methods_of(&segments);
    if !methods.contains(&target.method.as_str()) {
        return reply::unrouted(methods);
    }
    if let Some(declared) = consumed(&target.method, &segments)
        && content_type(request.headers()).is_some_and(|given| !given.eq_ignore_ascii_case(declared))
    {
        // Routing refuses a wrong content type before the token is checked.
        return reply::empty(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let caller = match admission::events(&shared, request.headers()) {
        Ok(caller) => caller,
        Err(refused) => return refused,
    };
    {
        let mut world = shared.world.lock().await;
        let resumed = retries::resumed(&mut world.events);
        scheduler::carry_out(&shared, &mut world, resumed);
    }
    match (target.method.clone(), segments.as_slice()) {
        // Only Broker may publish and only the platform itself may validate: no caller has the scope or the platform token for it.
        (Method::POST, ["events"]) | (Method::PUT, _) => reply::forbidden(),
        (Method::POST, _) => subscribe(&shared, &caller, request).await,
        (Method::GET, ["events"]) if !caller.has_scope("altinn:events.subscribe") => reply::forbidden(),
        (Method::GET, ["events"]) => polling::poll(&shared, &*shared.world.lock().await, &caller, &target, request.headers()),
        (Method::GET, ["subscriptions"]) => own(&*shared.world.lock().await, &caller),
        _ => one(&shared, &caller, &target).await,
    }
}

/// The methods that an address supports; none for an unknown address.
fn methods_of(segments: &[&str]) -> &'static [&'static str] {
    match segments {
        ["subscriptions"] | ["events"] => &["GET", "POST"],
        ["subscriptions", _] => &["DELETE", "GET"],
        ["subscriptions", "validate", _] => &["PUT"],
        ["tests", "webhookreceiver"] => &["POST"],
        _ => &[],
    }
}

/// The content type that a call requires. A request with another one is refused; one without any passes.
fn consumed(method: &Method, segments: &[&str]) -> Option<&'static str> {
    match (method.as_str(), segments) {
        ("POST", ["subscriptions"]) | ("GET", ["events"]) => Some("application/json"),
        ("POST", ["events"]) => Some("application/cloudevents+json"),
        _ => None,
    }
}

fn content_type(headers: &HeaderMap) -> Option<&str> {
    let given = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    given.split(';').next().map(str::trim)
}

fn is_json(headers: &HeaderMap) -> bool {
    content_type(headers).is_some_and(|given| given.eq_ignore_ascii_case("application/json"))
}

/// Always answers 201. For a repeat it returns the existing row and sends a new validation.
async fn subscribe(shared: &Arc<Shared>, caller: &Caller, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = match request::read(&head.headers, body).await {
        Ok(body) => body,
        Err(refused) => return refused,
    };
    let mut world = shared.world.lock().await;
    let mut asked = match create::asked(&world, caller, &body) {
        Ok(asked) => asked,
        Err(refused) => return refused,
    };
    let events = &mut world.events;
    let row = match events.subscriptions.iter_mut().find(|known| known.same_as(&asked)) {
        Some(known) => {
            known.validating = true;
            known.clone()
        }
        None => {
            events.last_id += 1;
            asked.id = 1000 + events.last_id;
            asked.validating = true;
            events.subscriptions.push(asked.clone());
            asked
        }
    };
    if let Err(cause) = scheduler::keep(shared, &mut world, vec![Happened::SubscriptionMade(row.id)]).await {
        return reply::broken(&cause);
    }
    // The service's own `Location` says `subscription`, singular, which is no valid address; the sandbox repeats this.
    with_header(reply::json(StatusCode::CREATED, &row.json()), header::LOCATION, &format!("/events/api/v1/subscription/{}", row.id))
}

fn own(world: &World, caller: &Caller) -> Response {
    let consumer = Consumer::of(caller);
    let rows: Vec<Value> =
        world.events.subscriptions.iter().filter(|found| found.consumer == consumer).map(super::Subscription::json).collect();
    reply::json(StatusCode::OK, &json!({"count": rows.len(), "subscriptions": rows}))
}

async fn one(shared: &Arc<Shared>, caller: &Caller, target: &Target) -> Response {
    let given = target.id(1);
    let Ok(number) = given.trim().parse::<i32>() else {
        return as_json(reply::validation_problem(&[("id", &format!("The value '{given}' is not valid."))]));
    };
    let mut world = shared.world.lock().await;
    let id = u64::try_from(number).unwrap_or_default();
    let Some(found) = world.events.subscription(id) else { return reply::empty(StatusCode::NOT_FOUND) };
    if found.consumer != Consumer::of(caller) {
        return reply::forbidden();
    }
    if target.method == Method::GET {
        return reply::json(StatusCode::OK, &found.json());
    }
    world.events.subscriptions.retain(|known| known.id != id);
    match shared.save(&mut world).await {
        Ok(()) => reply::empty(StatusCode::OK),
        Err(cause) => reply::broken(&cause),
    }
}
