//! The vendor's calls to the system register (facts platform D.1).

use super::problem::{NULL_READ, findings, unhandled};
use super::system::System;
use super::{asked, register};
use crate::http::answer::with_header;
use crate::http::reply;
use crate::identity::caller::Caller;
use crate::world::World;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value, json};

/// `POST /systemregister/vendor`: all checks that come before the service stores the system.
pub(super) fn examined(world: &World, caller: &Caller, headers: &HeaderMap, body: &Map<String, Value>) -> Result<System, Response> {
    let mut registration = register::read(body);
    registration.vendor_is_iso6523()?;
    if registration.rights_are_null {
        return Err(reply::text(StatusCode::INTERNAL_SERVER_ERROR, headers, NULL_READ));
    }
    if registration.system.vendor != caller.consumer.digits() {
        return Err(reply::forbidden());
    }
    let found = registration.findings(world);
    if !found.is_empty() {
        return Err(findings(&found));
    }
    registration.system.changes.push(register::change("create", registration.logged(), caller));
    Ok(registration.system)
}

/// Stores a system, or answers 409: another registration with the same id may have been stored since this one was checked, and a
/// client may be there only once.
pub(super) fn stored(world: &mut World, system: System, headers: &HeaderMap) -> Response {
    if world.systems.system(&system.id).is_some() || register::has_twice(&system.client_ids) {
        return reply::text(StatusCode::CONFLICT, headers, &format!("The System already exist: {}", system.id));
    }
    let id = system.internal_id;
    world.systems.systems.push(system);
    reply::json(StatusCode::OK, &json!(id))
}

/// `GET /systemregister/vendor`.
pub(super) fn own(world: &World, caller: &Caller) -> Response {
    let own = world.systems.systems.iter().filter(|system| system.vendor == caller.consumer.digits() && !system.is_deleted);
    let rows: Value = own.map(System::row).collect();
    with_header(with_header(reply::json(StatusCode::OK, &rows), header::CACHE_CONTROL, "no-store,no-cache"), header::PRAGMA, "no-cache")
}

/// `GET /systemregister/vendor/{systemId}`.
pub(super) fn one(world: &World, caller: &Caller, id: &str) -> Response {
    match world.systems.system(id) {
        None => reply::framework_problem(StatusCode::NOT_FOUND),
        Some(system) if system.vendor != caller.consumer.digits() => reply::forbidden(),
        Some(system) => reply::json(StatusCode::OK, &system.json()),
    }
}

/// `GET /systemregister/vendor/{systemId}/changelog`.
pub(super) fn changelog(world: &World, caller: &Caller, headers: &HeaderMap, id: &str) -> Response {
    match world.systems.system(id) {
        None => reply::text(StatusCode::NOT_FOUND, headers, &format!("System with ID {id} not found.")),
        Some(system) if system.vendor != caller.consumer.digits() => reply::forbidden(),
        Some(system) => reply::json(StatusCode::OK, &system.changelog()),
    }
}

fn not_found(headers: &HeaderMap, id: &str) -> Response {
    reply::text(StatusCode::NOT_FOUND, headers, &format!("System with ID '{id}' not found."))
}

/// `PUT /systemregister/vendor/{systemId}`: replaces every field.
pub(super) fn replace(
    world: &mut World,
    caller: &Caller,
    headers: &HeaderMap,
    id: &str,
    body: &Map<String, Value>,
) -> Result<Response, Response> {
    let registration = register::read(body);
    let known = world.systems.system(id).ok_or_else(|| not_found(headers, id))?;
    if known.vendor != caller.consumer.digits() {
        return Err(reply::forbidden());
    }
    if known.vendor != registration.system.vendor {
        return Err(not_found(headers, id));
    }
    let new = &registration.system;
    if new.id != id {
        return Err(register::id_differs());
    }
    if known.is_deleted {
        return Err(is_deleted(headers));
    }
    if registration.rights_are_null {
        return Err(unhandled());
    }
    let mut found = register::of_rights(&new.rights, &world.registry);
    found.extend(register::of_packages(&new.access_packages, new.is_visible));
    found.extend(register::of_clients(&new.client_ids, id, &world.systems));
    if !found.is_empty() {
        return Err(findings(&found));
    }
    let row = register::change("update", registration.logged(), caller);
    if let Some(known) = world.systems.systems.iter_mut().find(|system| system.id == id) {
        let (internal_id, mut changes) = (known.internal_id, std::mem::take(&mut known.changes));
        changes.push(row);
        *known = System { internal_id, changes, ..registration.system };
    }
    Ok(register::succeeded())
}

fn is_deleted(headers: &HeaderMap) -> Response {
    reply::text(StatusCode::BAD_REQUEST, headers, "Cannot update a system marked as deleted.")
}

/// `PUT …/{systemId}/rights` and `…/accesspackages`.
pub(super) fn replace_part(
    world: &mut World,
    caller: &Caller,
    headers: &HeaderMap,
    id: &str,
    part: &str,
    body: &Value,
) -> Result<Response, Response> {
    let is_rights = part == "rights";
    let list = Some(body);
    let (rights, packages) = if is_rights { (asked::rights(list), Vec::new()) } else { (Vec::new(), asked::packages(list)) };
    let known = world.systems.system(id).ok_or_else(unhandled)?;
    if known.vendor != caller.consumer.digits() {
        return Err(reply::forbidden());
    }
    if known.is_deleted {
        return Err(is_deleted(headers));
    }
    let found = if is_rights { register::of_rights(&rights, &world.registry) } else { register::of_packages(&packages, known.is_visible) };
    if !found.is_empty() {
        return Err(findings(&found));
    }
    if let Some(known) = world.systems.systems.iter_mut().find(|system| system.id == id) {
        let (kind, changed) = if is_rights {
            known.rights = rights;
            ("rightsupdate", register::logged_rights(&known.rights))
        } else {
            known.access_packages = packages;
            ("accesspackageupdate", register::logged_packages(&known.access_packages))
        };
        known.changes.push(register::change(kind, changed, caller));
    }
    Ok(register::succeeded())
}

/// `DELETE /systemregister/vendor/{systemId}`. A quirk of the service: it counts the clients that it removed, so a system without
/// any is deleted, yet the answer is 400; so it is where the system was deleted before.
pub(super) fn delete(world: &mut World, caller: &Caller, id: &str) -> Result<Response, Response> {
    let Some(known) = world.systems.systems.iter_mut().find(|system| system.id == id) else {
        return Err(reply::validation_problem(&[("return", "System not found")]));
    };
    if known.vendor != caller.consumer.digits() {
        return Err(reply::forbidden());
    }
    let had_clients = !known.is_deleted && !known.client_ids.is_empty();
    known.is_deleted = true;
    known.changes.push(register::change("delete", Value::Null, caller));
    Ok(if had_clients { register::succeeded() } else { reply::framework_problem(StatusCode::BAD_REQUEST) })
}
