//! The Resource Registry's calls (facts platform E).

use super::answer::{not_found, written};
use super::resource::Resource;
use super::{feeds, lists, search, write, xacml};
use crate::http::answer::with_header;
use crate::http::reply;
use crate::http::target::Target;
use crate::org_list;
use crate::shared::Shared;
use crate::world::World;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::Response;
use serde_json::json;
use std::sync::Arc;

/// The calls below `/resourceregistry/api/v1`.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new().fallback(dispatch)
}

async fn dispatch(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let target = Target::of(request.method(), request.uri());
    let methods = methods_of(&target.segments());
    if !methods.contains(&target.method.as_str()) {
        return reply::unrouted(methods);
    }
    // Routing refuses another content type than JSON for these calls with 415, before anything else is checked. A request without a
    // content type passes.
    let kind = request.headers().get(header::CONTENT_TYPE).map(|kind| kind.to_str().unwrap_or_default().to_ascii_lowercase());
    if takes_json_alone(&target) && kind.is_some_and(|kind| kind.split(';').next().is_none_or(|kind| kind.trim() != "application/json")) {
        return reply::empty(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let answer = routed(&shared, &target, request).await;
    // The call that deletes a resource declares no content type, so its problems stay as the framework writes them.
    let is_deleted = target.method == Method::DELETE && target.segments().first() == Some(&"resource");
    if is_deleted { answer } else { written(answer).await }
}

const READ: &[&str] = &["GET"];

/// The methods of an address.
fn methods_of(segments: &[&str]) -> &'static [&'static str] {
    match segments {
        ["resource"] => &["POST"],
        ["resource", _] => &["DELETE", "GET", "PUT"],
        ["resource", _, "policy"] => &["GET", "POST", "PUT"],
        ["resource", _, "policy", "rules" | "rights" | "subjects"] => READ,
        ["access-lists", ..] => lists::methods_of(segments),
        _ => &[],
    }
}

fn takes_json_alone(target: &Target) -> bool {
    match target.segments().as_slice() {
        ["resource"] | ["resource", _, "policy", _] => true,
        ["resource", _] => target.method == Method::PUT,
        ["access-lists", "memberships"] => false,
        segments => segments.first() == Some(&"access-lists"),
    }
}

async fn routed(shared: &Arc<Shared>, target: &Target, request: Request) -> Response {
    let segments = target.segments();
    match (target.method.as_str(), segments.as_slice()) {
        ("GET", ["resource", rest @ ..]) => read(shared, &*shared.world.lock().await, target, rest),
        ("POST", ["resource"]) => write::create(shared, request).await,
        ("PUT", ["resource", _]) => write::update(shared, target, request).await,
        ("DELETE", ["resource", _]) => write::delete(shared, target, request.headers()).await,
        (_, ["resource", ..]) => write::policy(shared, target, request).await,
        _ => lists::dispatch(shared, target, request).await,
    }
}

fn read(shared: &Shared, world: &World, target: &Target, rest: &[&str]) -> Response {
    match rest {
        ["orgs"] => reply::json(StatusCode::OK, &json!({"orgs": org_list::orgs(world)})),
        ["resourcelist"] => reply::json(StatusCode::OK, &search::list(world)),
        ["search"] => reply::json(StatusCode::OK, &search::found(world, target)),
        ["updated"] => feeds::updated(shared, world, target),
        ["changes"] => feeds::changes(shared, world, target),
        [_, rest @ ..] => read_resource(world, target, rest),
        [] => not_found(),
    }
}

fn read_resource(world: &World, target: &Target, rest: &[&str]) -> Response {
    let id = target.id(1);
    let resource = world.registry.resource(id);
    let policy = resource.and_then(|resource| resource.policy.as_ref());
    match rest {
        [] => match target.query("versionId").map(str::parse::<u64>) {
            Some(Err(_)) => {
                let given = target.query("versionId").unwrap_or_default();
                reply::validation_problem(&[("versionId", &format!("The value '{given}' is not valid."))])
            }
            Some(Ok(version)) => shown(world.registry.version(id, version)),
            None => shown(resource),
        },
        ["policy"] => match (resource, policy) {
            (None, _) => reply::body(StatusCode::NOT_FOUND, reply::TEXT, "Unable to find resource"),
            (Some(_), None) => reply::body(StatusCode::NOT_FOUND, reply::TEXT, "Unable to find requested policy"),
            (Some(_), Some(policy)) => with_header(
                reply::body(StatusCode::OK, "text/xml", xacml::file(policy, id)),
                header::CONTENT_DISPOSITION,
                "attachment; filename=policy.xml; filename*=UTF-8''policy.xml",
            ),
        },
        ["policy", "rules"] => policy.map_or_else(not_found, |policy| reply::json(StatusCode::OK, &policy.rules_json(id))),
        ["policy", "rights"] => policy.map_or_else(not_found, |policy| reply::json(StatusCode::OK, &policy.rights_json(id))),
        ["policy", "subjects"] => {
            policy.and_then(super::Policy::subjects_json).map_or_else(not_found, |subjects| reply::json(StatusCode::OK, &subjects))
        }
        _ => not_found(),
    }
}

fn shown(resource: Option<&Resource>) -> Response {
    resource.map_or_else(not_found, |resource| reply::json(StatusCode::OK, &resource.json()))
}
