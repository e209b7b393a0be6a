//! The Resource Registry's calls (platform facts, E).

use super::{access_list::AccessList, write, xacml};
use crate::sandbox::answer::{as_json, indented, with_header};
use crate::sandbox::target::Target;
use crate::sandbox::{Shared, World, admission, moment, reply};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// The calls below `/resourceregistry/api/v1`.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new().fallback(dispatch)
}

async fn dispatch(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let target = Target::of(request.method(), request.uri());
    let segments = target.segments();
    match (target.method.clone(), segments.as_slice()) {
        (Method::GET, ["resource", "orgs"]) => indented(StatusCode::OK, &orgs(&*shared.world.lock().await)),
        (Method::GET, ["resource", "resourcelist" | "search"]) => indented(StatusCode::OK, &resource_list(&*shared.world.lock().await)),
        (Method::GET, ["resource", _, rest @ ..]) => read_resource(&*shared.world.lock().await, &target, rest),
        (Method::POST, ["resource"]) => write::create(&shared, request).await,
        (Method::PUT, ["resource", _]) => write::update(&shared, &target, request).await,
        (Method::DELETE, ["resource", _]) => write::delete(&shared, &target, request.headers()).await,
        (Method::POST | Method::PUT, ["resource", _, "policy"]) => write::policy(&shared, &target, request).await,
        (Method::GET, ["access-lists", ..]) => read_access_lists(&shared, &target, request.headers()).await,
        _ => reply::empty(StatusCode::NOT_FOUND),
    }
}

fn not_found() -> Response {
    as_json(reply::framework_problem(StatusCode::NOT_FOUND))
}

fn read_resource(world: &World, target: &Target, rest: &[&str]) -> Response {
    let id = target.id(1);
    let resource = world.registry.resource(id);
    let policy = resource.and_then(|resource| resource.policy.as_ref());
    match rest {
        [] => resource.map_or_else(not_found, |resource| indented(StatusCode::OK, &resource.json())),
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

fn resource_list(world: &World) -> Value {
    let row = |resource: &super::Resource| {
        let mut row = resource.json();
        if let Some(row) = row.as_object_mut() {
            row.insert("authorizationReference".to_owned(), json!([{"id": "urn:altinn:resource", "value": resource.identifier}]));
        }
        row
    };
    world.registry.resources().map(row).collect()
}

fn orgs(world: &World) -> Value {
    let mut orgs = Map::new();
    for organisation in &world.organisations.all {
        if let Some(code) = &organisation.org_code {
            let name = &organisation.name;
            let row = json!({"name": {"en": name, "nb": name, "nn": name}, "logo": "", "orgnr": organisation.number.digits(), "homepage": "",
                             "environments": ["tt02", "production"]});
            orgs.insert(code.clone(), row);
        }
    }
    json!({"orgs": orgs})
}

const LIST_SCOPES: [&str; 3] =
    ["altinn:resourceregistry/accesslist.read", "altinn:resourceregistry/accesslist.write", "altinn:resourceregistry/resource.admin"];

/// Reads of access lists: for the list's owner alone (platform facts, E.2).
async fn read_access_lists(shared: &Arc<Shared>, target: &Target, headers: &HeaderMap) -> Response {
    let caller = match admission::authentication(shared, headers) {
        Ok(caller) => caller,
        Err(refused) => return refused,
    };
    if !admission::has_any(&caller, &LIST_SCOPES) {
        return reply::forbidden();
    }
    let world = shared.world.lock().await;
    let owner = target.id(1);
    let owners_number =
        world.organisations.all.iter().find(|known| known.org_code.as_deref().is_some_and(|code| code.eq_ignore_ascii_case(owner)));
    let Some(organisation) = owners_number else { return unknown_owner() };
    let is_owner = match &caller.org_code {
        Some(code) => code.eq_ignore_ascii_case(owner),
        None => organisation.number == caller.consumer,
    };
    if !is_owner {
        return reply::forbidden();
    }
    let list = world.registry.lists_of(owner).find(|list| list.identifier == target.id(2));
    match target.segments().get(2..) {
        Some([]) => {
            let rows: Vec<Value> = world.registry.lists_of(owner).map(AccessList::json).collect();
            reply::json(StatusCode::OK, &json!({"links": {}, "data": rows}))
        }
        Some([_]) => list.map_or_else(not_found, |list| {
            let changed = list.created.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
            let answer = with_header(reply::json(StatusCode::OK, &list.json()), header::LAST_MODIFIED, &changed);
            with_header(answer, header::ETAG, &format!("\"{}\"", moment::with_offset(list.created)))
        }),
        Some([_, "members"]) => list.map_or_else(not_found, |list| reply::json(StatusCode::OK, &list.members_json())),
        Some([_, "resource-connections"]) => list.map_or_else(not_found, |list| reply::json(StatusCode::OK, &list.connections_json())),
        _ => reply::empty(StatusCode::NOT_FOUND),
    }
}

fn unknown_owner() -> Response {
    let mut extra = Map::new();
    extra.insert(
        "validationErrors".to_owned(),
        json!([{"code": "RR.VLD-00010", "title": "Access list owner must be a valid and registered org-code.", "paths": ["/$PATH/owner"]}]),
    );
    reply::coded_problem(StatusCode::BAD_REQUEST, "STD-00000", "One or more validation errors occurred.", extra)
}
