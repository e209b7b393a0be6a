//! The calls for access lists, which only the lists' owner may make (facts platform E.2; facts examples 15).

use super::access_list::{AccessList, Connection};
use super::answer::not_found;
use crate::clock;
use crate::faults::documented;
use crate::http::answer::with_header;
use crate::http::target::Target;
use crate::http::{body, fields, reply};
use crate::identity::admission;
use crate::identity::caller::Caller;
use crate::shared::Shared;
use crate::world::World;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value, json};
use std::sync::Arc;

const READ: [&str; 3] =
    ["altinn:resourceregistry/accesslist.read", "altinn:resourceregistry/accesslist.write", "altinn:resourceregistry/resource.admin"];
const WRITE: [&str; 2] = ["altinn:resourceregistry/accesslist.write", "altinn:resourceregistry/resource.admin"];
const ADMIN: [&str; 1] = ["altinn:resourceregistry/resource.admin"];
const ORGANISATION: &str = "urn:altinn:organization:identifier-no:";
const RESOURCE: &str = "urn:altinn:resource:";
/// The most members that one call may name.
const MOST: usize = 100;

/// Checks every call in this order: route, 401, 403 for the scope, owner, body, and the call's own checks.
pub(super) async fn dispatch(shared: &Arc<Shared>, target: &Target, request: Request) -> Response {
    let segments = target.segments();
    let Some(scopes) = scopes_of(target.method.as_str(), &segments) else { return reply::unrouted(&[]) };
    let headers = request.headers().clone();
    let caller = match admission::authentication(shared, &headers) {
        Ok(caller) => caller,
        Err(refused) => return refused,
    };
    if !admission::has_any(&caller, scopes) {
        return reply::forbidden();
    }
    if segments.get(1) == Some(&"memberships") {
        return memberships(&*shared.world.lock().await, request.uri().query().unwrap_or_default());
    }
    let owner = match owner(&*shared.world.lock().await, &caller, target.id(1)) {
        Ok(owner) => owner,
        Err(refused) => return refused,
    };
    let body = match body_of(&target.method, &segments, request).await {
        Ok(body) => body,
        Err(refused) => return refused,
    };
    let mut world = shared.world.lock().await;
    if target.method == Method::GET {
        return read(&world, &owner, target, &headers);
    }
    let answer = changed(&mut world, &owner, target, &headers, &body).unwrap_or_else(|refused| refused);
    match shared.save(&world).await {
        Ok(()) => answer,
        Err(cause) => reply::broken(&cause),
    }
}

/// The methods of an address, and the scopes that each requires.
const CALLS: &[(&str, &[&str])] = &[("DELETE", &WRITE), ("GET", &READ), ("POST", &WRITE), ("PUT", &WRITE)];

pub(super) fn methods_of(segments: &[&str]) -> &'static [&'static str] {
    match segments {
        ["access-lists", _] | ["access-lists", _, _, "resource-connections"] => &["GET"],
        ["access-lists", _, _] => &["DELETE", "GET", "PUT"],
        ["access-lists", _, _, "members"] => &["DELETE", "GET", "POST", "PUT"],
        ["access-lists", _, _, "resource-connections", _] => &["DELETE", "PUT"],
        _ => &[],
    }
}

fn scopes_of(method: &str, segments: &[&str]) -> Option<&'static [&'static str]> {
    match segments {
        ["access-lists", "memberships"] => Some(&ADMIN),
        _ => CALLS.iter().find(|(known, _)| *known == method).map(|(_, scopes)| *scopes),
    }
}

/// The owner's code. It must be registered and the caller's own.
fn owner(world: &World, caller: &Caller, code: &str) -> Result<String, Response> {
    let has_code = |known: &&crate::world::Organisation| known.org_code.as_deref().is_some_and(|known| known.eq_ignore_ascii_case(code));
    let organisation = world.organisations.all.iter().find(has_code).ok_or_else(unknown_owner)?;
    let is_owner = match &caller.org_code {
        Some(own) => own.eq_ignore_ascii_case(code),
        None => organisation.number == caller.consumer,
    };
    if is_owner { Ok(organisation.org_code.clone().unwrap_or_default()) } else { Err(reply::forbidden()) }
}

fn unknown_owner() -> Response {
    invalid("RR.VLD-00010", "/$PATH/owner")
}

fn problem(code: &str) -> Response {
    let (status, title) = documented(code);
    reply::coded_problem(status, code, title, Map::new())
}

fn invalid(code: &str, path: &str) -> Response {
    let mut extra = Map::new();
    extra.insert("validationErrors".to_owned(), json!([{"code": code, "title": documented(code).1, "paths": [path]}]));
    reply::coded_problem(StatusCode::BAD_REQUEST, "STD-00000", "One or more validation errors occurred.", extra)
}

async fn body_of(method: &Method, segments: &[&str], request: Request) -> Result<Map<String, Value>, Response> {
    let has_body = *method == Method::PUT || *method == Method::POST || segments.last() == Some(&"members");
    if *method == Method::GET || !has_body {
        return Ok(Map::new());
    }
    if !request.headers().contains_key(header::CONTENT_TYPE) {
        return Err(reply::framework_problem(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let bytes = body::whole(request.into_body(), body::MOST).await?;
    match serde_json::from_slice::<Value>(&bytes) {
        Ok(Value::Object(body)) => Ok(body),
        _ => Err(reply::validation_problem(&[("$", "The JSON value could not be converted."), ("body", "The body field is required.")])),
    }
}

fn read(world: &World, owner: &str, target: &Target, headers: &HeaderMap) -> Response {
    let list = world.registry.lists_of(owner).find(|list| list.identifier == target.id(2));
    let below = target.segments().get(2..).map(<[&str]>::to_vec).unwrap_or_default();
    if below.is_empty() {
        let rows: Vec<Value> = world.registry.lists_of(owner).map(AccessList::json).collect();
        return reply::json(StatusCode::OK, &json!({"links": {}, "data": rows}));
    }
    let Some(list) = list else { return not_found() };
    if let Err(refused) = preconditions(Some(list), headers, StatusCode::NOT_MODIFIED) {
        return refused;
    }
    let body = match below.as_slice() {
        [_, "members"] => list.members_json(),
        [_, "resource-connections"] => list.connections_json(),
        _ => list.json(),
    };
    versioned(list, &body)
}

/// An answer with the list's entity tag and the time of its last change.
fn versioned(list: &AccessList, body: &Value) -> Response {
    let changed = list.changed().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    with_header(with_header(reply::json(StatusCode::OK, body), header::LAST_MODIFIED, &changed), header::ETAG, &list.tag())
}

/// Checks `If-Match` and `If-None-Match`. `unchanged` is the status for a matching `If-None-Match`, which depends on the method.
fn preconditions(list: Option<&AccessList>, headers: &HeaderMap, unchanged: StatusCode) -> Result<(), Response> {
    let named = |name: HeaderName| {
        let value = headers.get(name)?.to_str().ok()?;
        let tag = list.map(AccessList::tag);
        Some(value.split(',').map(str::trim).any(|given| {
            let given = given.strip_prefix("W/").unwrap_or(given);
            tag.as_deref().is_some_and(|tag| given == tag || given == "*")
        }))
    };
    if named(header::IF_MATCH) == Some(false) {
        return Err(reply::framework_problem(StatusCode::PRECONDITION_FAILED));
    }
    match named(header::IF_NONE_MATCH) {
        Some(true) if unchanged == StatusCode::NOT_MODIFIED => {
            let answer = reply::empty(unchanged);
            Err(list.map_or(reply::empty(unchanged), |list| with_header(answer, header::ETAG, &list.tag())))
        }
        Some(true) => Err(reply::framework_problem(unchanged)),
        Some(false) | None => Ok(()),
    }
}

fn changed(world: &mut World, owner: &str, target: &Target, headers: &HeaderMap, body: &Map<String, Value>) -> Result<Response, Response> {
    let id = target.id(2).to_owned();
    let below: Vec<&str> = target.segments().get(3..).map(<[&str]>::to_vec).unwrap_or_default();
    // The service checks what the body names before it looks up the list.
    let method = target.method.as_str();
    let members = if below == ["members"] { Some(named(world, method, body)?) } else { None };
    let connection = if method == "PUT" && below.len() == 2 { Some(connection(world, owner, target.id(4), body)?) } else { None };
    let known = world.registry.lists_of(owner).find(|list| list.identifier == id);
    preconditions(known, headers, StatusCode::PRECONDITION_FAILED)?;
    let is_known = known.is_some();
    match (method, below.as_slice()) {
        ("PUT", []) => return put_list(world, owner, &id, body),
        ("DELETE", []) => {
            let gone = world.registry.remove_list(owner, &id);
            return Ok(gone.map_or_else(|| reply::empty(StatusCode::NO_CONTENT), |list| versioned(&list, &list.json())));
        }
        _ => {}
    }
    let list = world.registry.list_mut(owner, &id).filter(|_| is_known).ok_or_else(not_found)?;
    Ok(match (members, connection) {
        (Some(members), _) => change_members(list, method, &members),
        (None, Some(connection)) => connect(list, connection),
        (None, None) => disconnect(list, target.id(4)),
    })
}

fn put_list(world: &mut World, owner: &str, id: &str, body: &Map<String, Value>) -> Result<Response, Response> {
    let name = fields::text(body, "name").filter(|name| !name.is_empty());
    let name = name.ok_or_else(|| reply::validation_problem(&[("Name", "The Name field is required.")]))?.to_owned();
    let description = fields::text(body, "description").unwrap_or_default().to_owned();
    if world.registry.list_mut(owner, id).is_none() {
        world.registry.put_list(AccessList {
            owner: owner.to_owned(),
            identifier: id.to_owned(),
            name: name.clone(),
            description: description.clone(),
            created: clock::now(),
            members: Vec::new(),
            connections: Vec::new(),
            updated: None,
            version: 0,
        });
    }
    let list = world.registry.list_mut(owner, id).ok_or_else(not_found)?;
    let is_new = list.version == 0;
    (list.name, list.description) = (name, description);
    list.touch();
    if is_new {
        list.updated = None;
    }
    Ok(versioned(list, &list.json()))
}

/// The organisations that a body names.
fn named(world: &World, method: &str, body: &Map<String, Value>) -> Result<Vec<String>, Response> {
    let given = fields::member(body, "data").and_then(Value::as_array);
    let given = given.ok_or_else(|| reply::validation_problem(&[("Data", "The Data field is required.")]))?;
    if given.len() > MOST {
        return Err(invalid(if method == "PUT" { "RR.VLD-00000" } else { "RR.VLD-00001" }, "/data"));
    }
    let organisations = given.iter().map(|party| organisation(world, party)).collect::<Option<Vec<String>>>();
    organisations.ok_or_else(|| problem("RR-00001"))
}

fn change_members(list: &mut AccessList, method: &str, organisations: &[String]) -> Response {
    if method == "PUT" {
        let before: Vec<String> = list.members.iter().map(|member| member.organisation.clone()).collect();
        before.iter().filter(|number| !organisations.contains(number)).for_each(|number| list.remove(number));
    }
    for number in organisations {
        if method == "DELETE" { list.remove(number) } else { list.add(number) }
    }
    versioned(list, &list.members_json())
}

/// The organisation that a party reference names; none if it is not in the register.
fn organisation(world: &World, party: &Value) -> Option<String> {
    let party = party.as_str()?;
    let known = world.organisations.all.iter().map(|organisation| organisation.number.digits());
    match party.strip_prefix(ORGANISATION) {
        Some(number) => known.into_iter().find(|known| *known == number).map(str::to_owned),
        None => {
            let id = party.strip_prefix("urn:altinn:party:uuid:")?;
            known.into_iter().find(|known| super::Member::new(known).party.to_string() == id).map(str::to_owned)
        }
    }
}

/// A new connection as the body describes it.
fn connection(world: &World, owner: &str, resource: &str, body: &Map<String, Value>) -> Result<Connection, Response> {
    let found = world.registry.resource(resource);
    let found = found.ok_or_else(|| problem("RR-00002"))?;
    if !found.owner_code.as_deref().is_some_and(|code| code.eq_ignore_ascii_case(owner)) {
        return Err(problem("RR-00004"));
    }
    let filters = fields::member(body, "actionFilters").and_then(Value::as_array);
    let filters = filters.map(|list| list.iter().filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>());
    Ok(Connection {
        resource: resource.to_owned(),
        action_filters: filters.filter(|filters| !filters.is_empty()),
        created: clock::now(),
        updated: None,
    })
}

fn connect(list: &mut AccessList, new: Connection) -> Response {
    let before = list.connections.iter().find(|known| known.resource == new.resource).map(|known| known.created);
    let connection = Connection { created: before.unwrap_or(new.created), updated: before.map(|_| new.created), ..new };
    list.connections.retain(|known| known.resource != connection.resource);
    list.connections.push(connection.clone());
    list.touch();
    versioned(list, &connection.json())
}

fn disconnect(list: &mut AccessList, resource: &str) -> Response {
    let Some(at) = list.connections.iter().position(|known| known.resource == resource) else {
        return reply::empty(StatusCode::NO_CONTENT);
    };
    let gone = list.connections.remove(at);
    list.touch();
    versioned(list, &gone.json())
}

/// `GET /access-lists/memberships`: only for the platform and its administrators.
fn memberships(world: &World, query: &str) -> Response {
    let all = |name: &str| -> Vec<String> {
        let pairs = url::form_urlencoded::parse(query.as_bytes());
        pairs.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.into_owned()).collect()
    };
    let (parties, resources) = (all("party"), all("resource"));
    let mut rows = Vec::new();
    for party in &parties {
        let number = party.strip_prefix(ORGANISATION).unwrap_or_default();
        for (member, connection) in world.registry.memberships(number) {
            let resource = format!("{RESOURCE}{}", connection.resource);
            if resources.is_empty() || resources.contains(&resource) {
                let mut row = json!({"party": party, "resource": resource, "since": clock::with_offset(member.since)});
                if let (Some(filters), Some(row)) = (&connection.action_filters, row.as_object_mut()) {
                    row.insert("actionFilters".to_owned(), json!(filters));
                }
                rows.push(row);
            }
        }
    }
    reply::json(StatusCode::OK, &json!({"data": rows}))
}
