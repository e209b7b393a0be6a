//! The calls for access lists, which only the lists' owner may make (facts platform E.2; facts examples 15).

use super::access_list::{AccessList, Connection};
use super::answer::not_found;
use super::conditions::Conditions;
use super::include::Include;
use super::list_bodies::{self, ORGANISATION, PARTY};
use crate::clock;
use crate::faults::documented;
use crate::http::answer::with_header;
use crate::http::reply;
use crate::http::target::Target;
use crate::identity::admission;
use crate::identity::caller::Caller;
use crate::shared::Shared;
use crate::world::World;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value, json};
use std::sync::Arc;

const READ: [&str; 3] =
    ["altinn:resourceregistry/accesslist.read", "altinn:resourceregistry/accesslist.write", "altinn:resourceregistry/resource.admin"];
const WRITE: [&str; 2] = ["altinn:resourceregistry/accesslist.write", "altinn:resourceregistry/resource.admin"];
const ADMIN: [&str; 1] = ["altinn:resourceregistry/resource.admin"];
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
    let query = request.uri().query().unwrap_or_default().to_owned();
    if segments.get(1) == Some(&"memberships") {
        return memberships(&*shared.world.lock().await, &query);
    }
    let owner = match owner(&*shared.world.lock().await, &caller, target.id(1)) {
        Ok(owner) => owner,
        Err(refused) => return refused,
    };
    match answered(shared, &owner, target, &query, request).await {
        Ok(answer) | Err(answer) => answer,
    }
}

async fn answered(shared: &Arc<Shared>, owner: &str, target: &Target, query: &str, request: Request) -> Result<Response, Response> {
    let headers = request.headers().clone();
    let conditions = Conditions::read(&headers)?;
    if target.method == Method::GET {
        return read(&*shared.world.lock().await, owner, target, &conditions, &Include::read(query)?);
    }
    let change = change_of(target, &headers, request.into_body()).await?;
    let mut world = shared.world.lock().await;
    let answer = changed(&mut world, owner, target, &conditions, change)?;
    match shared.save(&mut world).await {
        Ok(()) => Ok(answer),
        Err(cause) => Err(reply::broken(&cause)),
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

/// The owner's code, which must be the caller's own. A caller who is the owner by its number is told to use the code.
fn owner(world: &World, caller: &Caller, code: &str) -> Result<String, Response> {
    let number = caller.org_number.as_ref().unwrap_or(&caller.consumer);
    let organisation = world.organisations.all.iter().find(|known| known.number == *number);
    let own = caller.org_code.as_deref().or_else(|| organisation?.org_code.as_deref());
    match own {
        Some(own) if own.eq_ignore_ascii_case(code) => Ok(own.to_owned()),
        _ if number.digits() == code => Err(unknown_owner()),
        Some(_) | None => Err(reply::forbidden()),
    }
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

fn read(world: &World, owner: &str, target: &Target, conditions: &Conditions, include: &Include) -> Result<Response, Response> {
    let list = world.registry.lists_of(owner).find(|list| list.identifier == target.id(2));
    let below = target.segments().get(2..).map(<[&str]>::to_vec).unwrap_or_default();
    if below.is_empty() {
        include.for_all()?;
        let rows: Vec<Value> = world.registry.lists_of(owner).map(|list| include.json(list)).collect();
        return Ok(reply::json(StatusCode::OK, &json!({"links": {}, "data": rows})));
    }
    let list = list.ok_or_else(not_found)?;
    conditions.hold(Some(list), StatusCode::NOT_MODIFIED)?;
    let body = match below.as_slice() {
        [_, "members"] => list.members_json(),
        [_, "resource-connections"] => list.connections_json(),
        _ => include.json(list),
    };
    Ok(versioned(list, &body))
}

/// An answer with the list's entity tag and the time of its last change.
fn versioned(list: &AccessList, body: &Value) -> Response {
    let changed = list.changed().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    with_header(with_header(reply::json(StatusCode::OK, body), header::LAST_MODIFIED, &changed), header::ETAG, &list.tag())
}

/// What a call changes of a list, as its body says.
enum Change {
    Put { name: String, description: String },
    Delete,
    Members { method: Method, parties: Vec<String> },
    Connect { filters: Option<Vec<String>> },
    Disconnect,
}

async fn change_of(target: &Target, headers: &HeaderMap, body: Body) -> Result<Change, Response> {
    let below: Vec<&str> = target.segments().get(3..).map(<[&str]>::to_vec).unwrap_or_default();
    Ok(match (target.method.as_str(), below.as_slice()) {
        ("PUT", []) => {
            let (name, description) = list_bodies::list(headers, body).await?;
            Change::Put { name, description }
        }
        (_, []) => Change::Delete,
        (_, ["members"]) => Change::Members { method: target.method.clone(), parties: list_bodies::parties(headers, body).await? },
        ("PUT", _) => Change::Connect { filters: list_bodies::connection(headers, body).await? },
        _ => Change::Disconnect,
    })
}

/// The service checks what the body names before it looks up the list.
fn changed(world: &mut World, owner: &str, target: &Target, conditions: &Conditions, change: Change) -> Result<Response, Response> {
    let id = target.id(2).to_owned();
    let organisations = match &change {
        Change::Members { method, parties } => named(world, method, parties)?,
        Change::Connect { .. } => {
            connectable(world, owner, target.id(4))?;
            Vec::new()
        }
        Change::Put { .. } | Change::Delete | Change::Disconnect => Vec::new(),
    };
    let known = world.registry.lists_of(owner).find(|list| list.identifier == id);
    conditions.hold(known, StatusCode::PRECONDITION_FAILED)?;
    match (&change, known) {
        (Change::Put { .. } | Change::Delete, _) | (_, Some(_)) => {}
        (Change::Members { .. } | Change::Connect { .. } | Change::Disconnect, None) => return Err(not_found()),
    }
    match change {
        Change::Put { name, description } => put_list(world, owner, &id, name, description),
        Change::Delete => {
            let gone = world.registry.remove_list(owner, &id);
            Ok(gone.map_or_else(|| reply::empty(StatusCode::NO_CONTENT), |list| versioned(&list, &list.json())))
        }
        Change::Members { method, .. } => change_members(world, owner, &id, &method, &organisations),
        Change::Connect { filters } => connect(world, owner, &id, target.id(4), filters),
        Change::Disconnect => disconnect(world, owner, &id, target.id(4)),
    }
}

/// Makes a list, or gives it another name and description. One that has both already stays as it is.
fn put_list(world: &mut World, owner: &str, id: &str, name: String, description: String) -> Result<Response, Response> {
    let known = world.registry.list_mut(owner, id);
    let is_new = known.is_none();
    match known {
        Some(list) if list.name == name && list.description == description => return Ok(versioned(list, &list.json())),
        Some(list) => (list.name, list.description) = (name, description),
        None => world.registry.put_list(AccessList {
            owner: owner.to_owned(),
            identifier: id.to_owned(),
            name,
            description,
            created: clock::now(),
            members: Vec::new(),
            connections: Vec::new(),
            updated: None,
            version: 0,
        }),
    }
    let list = world.registry.touch_list(owner, id).ok_or_else(not_found)?;
    if is_new {
        list.updated = None;
    }
    Ok(versioned(list, &list.json()))
}

/// The organisations that a body names.
fn named(world: &World, method: &Method, parties: &[String]) -> Result<Vec<String>, Response> {
    if parties.len() > MOST {
        return Err(invalid(if *method == Method::PUT { "RR.VLD-00000" } else { "RR.VLD-00001" }, "/data"));
    }
    let organisations = parties.iter().map(|party| organisation(world, party)).collect::<Option<Vec<String>>>();
    organisations.ok_or_else(|| problem("RR-00001"))
}

fn change_members(world: &mut World, owner: &str, id: &str, method: &Method, organisations: &[String]) -> Result<Response, Response> {
    let list = world.registry.list_mut(owner, id).ok_or_else(not_found)?;
    let mut changes = false;
    if *method == Method::PUT {
        let before: Vec<String> = list.members.iter().map(|member| member.organisation.clone()).collect();
        for number in before.iter().filter(|number| !organisations.contains(number)) {
            changes |= list.remove(number);
        }
    }
    for number in organisations {
        changes |= if *method == Method::DELETE { list.remove(number) } else { list.add(number) };
    }
    let list = if changes { world.registry.touch_list(owner, id) } else { world.registry.list_mut(owner, id) };
    let list = list.ok_or_else(not_found)?;
    Ok(versioned(list, &list.members_json()))
}

/// The organisation that a party reference names; none if it is not in the register.
fn organisation(world: &World, party: &str) -> Option<String> {
    let known = world.organisations.all.iter().map(|organisation| organisation.number.digits());
    match party.strip_prefix(ORGANISATION) {
        Some(number) => known.into_iter().find(|known| *known == number).map(str::to_owned),
        None => {
            let id = party.strip_prefix(PARTY)?;
            known.into_iter().find(|known| super::Member::new(known).party.to_string() == id).map(str::to_owned)
        }
    }
}

/// Whether a resource may be connected: it is there and of the list's owner.
fn connectable(world: &World, owner: &str, resource: &str) -> Result<(), Response> {
    let found = world.registry.resource(resource).ok_or_else(|| problem("RR-00002"))?;
    let is_own = found.owner_code.as_deref().is_some_and(|code| code.eq_ignore_ascii_case(owner));
    if is_own { Ok(()) } else { Err(problem("RR-00004")) }
}

/// Connects a resource. A connection that has these filters already stays as it is.
fn connect(world: &mut World, owner: &str, id: &str, resource: &str, filters: Option<Vec<String>>) -> Result<Response, Response> {
    let now = clock::now();
    let list = world.registry.list_mut(owner, id).ok_or_else(not_found)?;
    let before = list.connections.iter().find(|known| known.resource == resource).cloned();
    if let Some(known) = before.as_ref().filter(|known| known.action_filters == filters) {
        return Ok(versioned(list, &known.json()));
    }
    let created = before.as_ref().map_or(now, |known| known.created);
    let connection = Connection { resource: resource.to_owned(), action_filters: filters, created, updated: before.map(|_| now) };
    list.connections.retain(|known| known.resource != resource);
    list.connections.push(connection.clone());
    let list = world.registry.touch_list(owner, id).ok_or_else(not_found)?;
    Ok(versioned(list, &connection.json()))
}

fn disconnect(world: &mut World, owner: &str, id: &str, resource: &str) -> Result<Response, Response> {
    let list = world.registry.list_mut(owner, id).ok_or_else(not_found)?;
    let Some(at) = list.connections.iter().position(|known| known.resource == resource) else {
        return Ok(reply::empty(StatusCode::NO_CONTENT));
    };
    let gone = list.connections.remove(at);
    let list = world.registry.touch_list(owner, id).ok_or_else(not_found)?;
    Ok(versioned(list, &gone.json()))
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
