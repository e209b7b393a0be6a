//! The calls of the system register and the system users (facts platform D).

use super::problem::Auth;
use super::request::{Request as UserRequest, RequestView, UserType};
use super::{body, change, change_requests, lists, requests};
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
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;
use axum::routing::any;
use serde_json::Value;
use std::sync::Arc;
use uuid::Uuid;

const REGISTER: [&str; 2] = ["altinn:authentication/systemregister.write", "altinn:authentication/systemregister.admin"];
const REQUEST_WRITE: [&str; 1] = ["altinn:authentication/systemuser.request.write"];
const REQUEST_READ: [&str; 1] = ["altinn:authentication/systemuser.request.read"];
/// The scope of the look-up that only Maskinporten makes.
const MASKINPORTEN: [&str; 1] = ["altinn:maskinporten/systemuser.read"];

/// Routes `/systemregister…` and `/systemuser…` below `/authentication/api/v1`.
pub fn routes() -> Router<Arc<Shared>> {
    let calls = || any(dispatch);
    Router::new().route("/systemregister", calls()).route("/systemregister/{*rest}", calls()).route("/systemuser/{*rest}", calls())
}

/// Checks in the service's order: route (404), token (401), scope (403), body, then the call's own checks.
pub(crate) async fn dispatch(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let target = Target::of(request.method(), request.uri());
    let segments = target.segments();
    let Some(scopes) = scopes_of(target.method.as_str(), &segments) else {
        let others = ["DELETE", "GET", "POST", "PUT"].into_iter().filter(|method| scopes_of(method, &segments).is_some());
        return reply::unrouted(&others.collect::<Vec<_>>());
    };
    let headers = request.headers().clone();
    let caller = match admission::authentication(&shared, &headers) {
        Ok(caller) => caller,
        Err(refused) => return refused,
    };
    if !admission::has_any(&caller, scopes) {
        return reply::forbidden();
    }
    if target.method == Method::GET {
        let mut world = shared.world.lock().await;
        let asked_about = asked_about(&world, &target);
        scheduler::carry_out(&shared, &mut world, asked_about);
        return read(&shared, &world, &caller, &target, &headers);
    }
    let body = match body::of(&target, request).await {
        Ok(body) => body,
        Err(refused) => return refused,
    };
    if target.method == Method::POST && segments.first() == Some(&"systemregister") {
        return registered(&shared, &caller, &headers, &body).await;
    }
    let mut world = shared.world.lock().await;
    let (answer, happened) = changed(&shared, &mut world, &caller, &target, &headers, &body);
    // Saves whatever the answer is: a system without clients is deleted although the answer is 400.
    match scheduler::keep(&shared, &mut world, happened).await {
        Ok(()) => answer,
        Err(cause) => reply::broken(&cause),
    }
}

/// `POST /systemregister/vendor`. Checks first and stores afterwards, as the service does, so two registrations at once can race.
async fn registered(shared: &Shared, caller: &Caller, headers: &HeaderMap, body: &Value) -> Response {
    let empty = serde_json::Map::new();
    let examined = change::examined(&*shared.world.lock().await, caller, headers, body.as_object().unwrap_or(&empty));
    let system = match examined {
        Ok(system) => system,
        Err(refused) => return refused,
    };
    // The service waits for its database here, so another request may run in between.
    tokio::task::yield_now().await;
    let mut world = shared.world.lock().await;
    let answer = change::stored(&mut world, system, headers);
    match shared.save(&mut world).await {
        Ok(()) => answer,
        Err(cause) => reply::broken(&cause),
    }
}

/// The timers of approvers are lost at a restart, so reading a waiting request starts its timer again.
fn asked_about(world: &World, target: &Target) -> Vec<Happened> {
    if !matches!(target.segments().as_slice(), ["systemuser", "request", ..]) {
        return Vec::new();
    }
    let named = world.systems.pending().filter(|request| target.given.iter().any(|given| request.named_by(given)));
    named.map(|request| Happened::RequestWaits(request.id)).collect()
}

fn scopes_of(method: &str, segments: &[&str]) -> Option<&'static [&'static str]> {
    match (method, segments) {
        ("POST" | "GET", ["systemregister", "vendor"])
        | ("GET" | "PUT" | "DELETE", ["systemregister", "vendor", _])
        | ("GET", ["systemregister", "vendor", _, "changelog"])
        | ("PUT", ["systemregister", "vendor", _, "rights" | "accesspackages"])
        | ("GET", ["systemuser", "vendor", "bysystem", _]) => Some(&REGISTER),
        ("POST", ["systemuser", "request", "vendor"] | ["systemuser", "request", "vendor", "agent"])
        | ("POST", ["systemuser", "changerequest", "vendor"])
        | ("DELETE", ["systemuser", "changerequest", "vendor", _])
        | ("DELETE", ["systemuser", "request", "vendor", _])
        | ("GET", ["systemuser", "vendor", "byquery"]) => Some(&REQUEST_WRITE),
        ("GET", ["systemuser", "request", "vendor", "bysystem", _] | ["systemuser", "request", "vendor", _])
        | ("GET", ["systemuser", "request", "vendor", "byexternalref", _, _, _])
        | ("GET", ["systemuser", "request", "vendor", "agent", _] | ["systemuser", "request", "vendor", "agent", "bysystem", _])
        | ("GET", ["systemuser", "request", "vendor", "agent", "byexternalref", _, _, _])
        | ("GET", ["systemuser", "changerequest", "vendor", _] | ["systemuser", "changerequest", "vendor", "bysystem", _])
        | ("GET", ["systemuser", "changerequest", "vendor", "byexternalref", _, _, _]) => Some(&REQUEST_READ),
        ("GET", ["systemuser", "byexternalid"]) => Some(&MASKINPORTEN),
        // Addresses without `vendor` require an end user's scope, which no Maskinporten client has.
        ("GET", ["systemregister"] | ["systemregister", _] | ["systemregister", _, "rights" | "accesspackages"]) => Some(&[]),
        _ => None,
    }
}

fn read(shared: &Shared, world: &World, caller: &Caller, target: &Target, headers: &HeaderMap) -> Response {
    match target.segments().as_slice() {
        ["systemregister", "vendor"] => change::own(world, caller),
        ["systemregister", "vendor", _] => change::one(world, caller, target.id(2)),
        ["systemregister", "vendor", _, _] => change::changelog(world, caller, headers, target.id(2)),
        ["systemuser", "vendor", "bysystem", _] => by_system(world, caller, target.id(3), |id| {
            let rows: Vec<_> = world.systems.users.iter().filter(|user| user.system_id == id && !user.is_deleted).collect();
            lists::users(&shared.origin, id, &rows, target.query("token"))
        }),
        ["systemuser", "vendor", "byquery"] => by_query(world, caller, target),
        ["systemuser", "request", "vendor", "bysystem", _] => by_system(world, caller, target.id(4), |id| {
            lists::requests(&shared.origin, id, &of_type(world, id, UserType::Standard), target.query("token"), UserType::Standard)
        }),
        ["systemuser", "request", "vendor", "agent", "bysystem", _] => by_system(world, caller, target.id(5), |id| {
            lists::requests(&shared.origin, id, &of_type(world, id, UserType::Agent), target.query("token"), UserType::Agent)
        }),
        ["systemuser", "request", "vendor", "byexternalref", ..] => {
            shown(shared, world, caller, by_reference(world, target, 4, UserType::Standard))
        }
        ["systemuser", "request", "vendor", "agent", "byexternalref", ..] => {
            shown(shared, world, caller, by_reference(world, target, 5, UserType::Agent))
        }
        ["systemuser", "request", "vendor", "agent", _] => match Uuid::parse_str(target.id(4)) {
            Ok(id) => shown(shared, world, caller, world.systems.request(id).filter(|request| request.user_type == UserType::Agent)),
            Err(_) => not_a_guid(target.id(4)),
        },
        ["systemuser", "changerequest", "vendor", "bysystem", _] => by_system(world, caller, target.id(4), |id| {
            let mut rows: Vec<_> = world.systems.changes.iter().filter(|change| change.system_id == id).collect();
            rows.sort_unstable_by_key(|change| change.id);
            lists::changes(&shared.origin, id, &rows, target.query("token"))
        }),
        ["systemuser", "changerequest", "vendor", "byexternalref", ..] => {
            let key = [target.id(4), target.id(5), target.id(6)];
            // The newest one, because a system user may be changed more than once.
            match world.systems.changes.iter().rev().find(|change| [&change.system_id, &change.party, &change.external_ref] == key) {
                None => Auth::RequestUnknown.answer(),
                Some(change) if !is_own(world, caller, &change.system_id) => Auth::SystemUnknown.answer(),
                Some(change) => change_requests::one(world, &shared.origin, caller, change.id),
            }
        }
        ["systemuser", "changerequest", ..] => match Uuid::parse_str(target.id(3)) {
            Ok(id) => change_requests::one(world, &shared.origin, caller, id),
            Err(_) => not_a_guid(target.id(3)),
        },
        _ => match Uuid::parse_str(target.id(3)) {
            Ok(id) => {
                let found = world.systems.request(id).filter(|request| request.user_type == UserType::Standard);
                shown(shared, world, caller, found)
            }
            Err(_) => not_a_guid(target.id(3)),
        },
    }
}

fn of_type<'a>(world: &'a World, system: &str, user_type: UserType) -> Vec<&'a UserRequest> {
    let of_system = world.systems.requests.iter().filter(|request| request.system_id == system && request.user_type == user_type);
    let mut rows: Vec<_> = of_system.collect();
    rows.sort_unstable_by_key(|request| request.id);
    rows
}

/// Finds a request by system id, customer and external reference, which are three path segments beginning at `at`.
fn by_reference<'a>(world: &'a World, target: &Target, at: usize, user_type: UserType) -> Option<&'a UserRequest> {
    // The newest one, because an older row may have the same key.
    world.systems.requests.iter().rev().find(|request| {
        request.system_id == target.id(at)
            && request.party == target.id(at + 1)
            && request.external_ref == target.id(at + 2)
            && request.user_type == user_type
    })
}

fn shown(shared: &Shared, world: &World, caller: &Caller, request: Option<&UserRequest>) -> Response {
    match request {
        None => Auth::RequestUnknown.answer(),
        Some(request) if !is_own(world, caller, &request.system_id) => Auth::SystemUnknown.answer(),
        Some(request) => reply::json(StatusCode::OK, &request.json(&shared.origin, RequestView::Whole)),
    }
}

fn is_own(world: &World, caller: &Caller, system: &str) -> bool {
    world.systems.system(system).is_some_and(|system| system.vendor == caller.consumer.digits())
}

fn by_system(world: &World, caller: &Caller, id: &str, page: impl Fn(&str) -> Value) -> Response {
    if is_own(world, caller, id) { reply::json(StatusCode::OK, &page(id)) } else { Auth::SystemUnknown.answer() }
}

fn by_query(world: &World, caller: &Caller, target: &Target) -> Response {
    let required = |name: &'static str| target.query(name).filter(|value| !value.is_empty());
    let (Some(system), Some(party)) = (required("system-id"), required("orgno")) else {
        let parameters = [("system-id", "The systemId field is required."), ("orgno", "The orgno field is required.")];
        let absent: Vec<_> = parameters.into_iter().filter(|(name, _)| required(name).is_none()).collect();
        return reply::validation_problem(&absent);
    };
    let reference = target.query("external-ref").filter(|value| !value.is_empty()).unwrap_or(party);
    let found = world.systems.users.iter().find(|user| {
        !user.is_deleted
            && user.system_id == system
            && user.party == party
            && user.external_ref == reference
            && user.vendor == caller.consumer.digits()
    });
    match found {
        Some(user) => reply::json(StatusCode::OK, &user.json()),
        None => reply::framework_problem(StatusCode::NOT_FOUND),
    }
}

fn not_a_guid(given: &str) -> Response {
    reply::validation_problem(&[("requestId", &format!("The value '{given}' is not valid."))])
}

/// The answer, and what happened, such as a request that now waits for its approver.
fn changed(
    shared: &Shared,
    world: &mut World,
    caller: &Caller,
    target: &Target,
    headers: &HeaderMap,
    body: &Value,
) -> (Response, Vec<Happened>) {
    let empty = serde_json::Map::new();
    let object = body.as_object().unwrap_or(&empty);
    let id = target.id(2).to_owned();
    let outcome = match (target.method.as_str(), target.segments().as_slice()) {
        ("PUT", ["systemregister", "vendor", _]) => change::replace(world, caller, headers, &id, object),
        ("PUT", ["systemregister", "vendor", _, part]) => change::replace_part(world, caller, headers, &id, part, body),
        ("DELETE", ["systemregister", ..]) => change::delete(world, caller, &id),
        ("DELETE", ["systemuser", "changerequest", ..]) => {
            Uuid::parse_str(target.id(3)).map_err(|_| not_a_guid(target.id(3))).and_then(|id| change_requests::withdraw(world, caller, id))
        }
        ("DELETE", _) => withdraw(world, caller, target.id(3)),
        (_, ["systemuser", "changerequest", ..]) => return change_requests::post(world, &shared.origin, caller, target, headers, object),
        (_, segments) => {
            let user_type = if segments.last() == Some(&"agent") { UserType::Agent } else { UserType::Standard };
            return requests::post(world, &shared.origin, caller, object, user_type);
        }
    };
    (outcome.unwrap_or_else(|refused| refused), Vec::new())
}

/// `DELETE /systemuser/request/vendor/{id}`: 202 with an empty body. The system user of an accepted request stays.
fn withdraw(world: &mut World, caller: &Caller, given: &str) -> Result<Response, Response> {
    let id = Uuid::parse_str(given).map_err(|_| not_a_guid(given))?;
    let request = world.systems.request(id).ok_or_else(|| Auth::RequestUnknown.answer())?;
    if !is_own(world, caller, &request.system_id.clone()) {
        return Err(Auth::RequestUnknown.answer());
    }
    world.systems.requests.retain(|request| request.id != id);
    Ok(reply::empty(StatusCode::ACCEPTED))
}
