//! The Resource Registry's calls (platform facts, E).

use super::{Resource, feeds, lists, search, write, xacml};
use crate::sandbox::answer::{as_json, indented, with_header};
use crate::sandbox::target::Target;
use crate::sandbox::{Shared, World, org_list, reply};
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
    let segments = target.segments();
    match (target.method.clone(), segments.as_slice()) {
        (Method::GET, ["resource", "orgs"]) => indented(StatusCode::OK, &json!({"orgs": org_list::orgs(&*shared.world.lock().await)})),
        (Method::GET, ["resource", "resourcelist"]) => indented(StatusCode::OK, &search::list(&*shared.world.lock().await)),
        (Method::GET, ["resource", "search"]) => indented(StatusCode::OK, &search::found(&*shared.world.lock().await, &target)),
        (Method::GET, ["resource", "updated"]) => feeds::updated(&shared, &*shared.world.lock().await, &target),
        (Method::GET, ["resource", "changes"]) => feeds::changes(&shared, &*shared.world.lock().await, &target),
        (Method::GET, ["resource", _, rest @ ..]) => read_resource(&*shared.world.lock().await, &target, rest),
        (Method::POST, ["resource"]) => write::create(&shared, request).await,
        (Method::PUT, ["resource", _]) => write::update(&shared, &target, request).await,
        (Method::DELETE, ["resource", _]) => write::delete(&shared, &target, request.headers()).await,
        (Method::POST | Method::PUT, ["resource", _, "policy"]) => write::policy(&shared, &target, request).await,
        (_, ["access-lists", ..]) => lists::dispatch(&shared, &target, request).await,
        _ => reply::empty(StatusCode::NOT_FOUND),
    }
}

pub(super) fn not_found() -> Response {
    as_json(reply::framework_problem(StatusCode::NOT_FOUND))
}

fn read_resource(world: &World, target: &Target, rest: &[&str]) -> Response {
    let id = target.id(1);
    let resource = world.registry.resource(id);
    let policy = resource.and_then(|resource| resource.policy.as_ref());
    match rest {
        [] => match target.query("versionId").map(str::parse::<u64>) {
            Some(Err(_)) => {
                let given = target.query("versionId").unwrap_or_default();
                as_json(reply::validation_problem(&[("versionId", &format!("The value '{given}' is not valid."))]))
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
        ["policy", "rules"] => policy.map_or_else(not_found, |policy| indented(StatusCode::OK, &policy.rules_json(id))),
        ["policy", "rights"] => policy.map_or_else(not_found, |policy| indented(StatusCode::OK, &policy.rights_json(id))),
        ["policy", "subjects"] => {
            policy.and_then(super::Policy::subjects_json).map_or_else(not_found, |subjects| indented(StatusCode::OK, &subjects))
        }
        _ => reply::empty(StatusCode::NOT_FOUND),
    }
}

fn shown(resource: Option<&Resource>) -> Response {
    resource.map_or_else(not_found, |resource| indented(StatusCode::OK, &resource.json()))
}
