//! The register's calls of a vendor (platform facts, D.1).

use super::problem::findings;
use super::register;
use crate::sandbox::answer::with_header;
use crate::sandbox::{Caller, World, reply};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value, json};

/// `POST /systemregister/vendor`.
pub(super) fn create(world: &mut World, caller: &Caller, body: &Map<String, Value>) -> Result<Response, Response> {
    let mut registration = register::read(body)?;
    registration.vendor_is_iso6523()?;
    if registration.system.vendor != caller.consumer.digits() {
        return Err(reply::forbidden());
    }
    let found = registration.findings(world);
    if !found.is_empty() {
        return Err(findings(&found));
    }
    let id = registration.system.internal_id;
    registration.system.changes.push(register::change("create", registration.system.json(), caller));
    world.systems.systems.push(registration.system);
    Ok(reply::json(StatusCode::OK, &json!(id)))
}

/// `GET /systemregister/vendor`.
pub(super) fn own(world: &World, caller: &Caller) -> Response {
    let own = world.systems.systems.iter().filter(|system| system.vendor == caller.consumer.digits() && !system.is_deleted);
    let rows: Value = own.map(super::System::row).collect();
    with_header(reply::json(StatusCode::OK, &rows), header::CACHE_CONTROL, "no-store")
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
        None => not_found(headers, id),
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
    let registration = register::read(body)?;
    let new = registration.system;
    let known = world.systems.system(id).ok_or_else(|| not_found(headers, id))?;
    if known.vendor != caller.consumer.digits() {
        return Err(reply::forbidden());
    }
    if known.vendor != new.vendor {
        return Err(not_found(headers, id));
    }
    if new.id != id {
        return Err(register::id_differs());
    }
    if known.is_deleted {
        return Err(reply::text(StatusCode::BAD_REQUEST, headers, "Cannot update a system marked as deleted."));
    }
    let mut found = register::of_rights(&new.rights, &world.registry);
    found.extend(register::of_packages(&new.access_packages));
    found.extend(register::of_visibility(&new));
    found.extend(register::of_clients(&new.client_ids, id, &world.systems));
    if !found.is_empty() {
        return Err(findings(&found));
    }
    let row = register::change("update", new.json(), caller);
    if let Some(known) = world.systems.systems.iter_mut().find(|system| system.id == id) {
        let (internal_id, mut changes) = (known.internal_id, std::mem::take(&mut known.changes));
        changes.push(row);
        *known = super::System { internal_id, changes, ..new };
    }
    Ok(register::succeeded())
}

/// `PUT …/{systemId}/rights` and `…/accesspackages`.
pub(super) fn replace_part(world: &mut World, caller: &Caller, id: &str, part: &str, body: &Value) -> Result<Response, Response> {
    let known = world.systems.system(id).ok_or_else(|| reply::framework_problem(StatusCode::INTERNAL_SERVER_ERROR))?;
    if known.vendor != caller.consumer.digits() {
        return Err(reply::forbidden());
    }
    let (rights, packages) = (register::rights(Some(body)), register::packages(Some(body)));
    let found = if part == "rights" {
        register::of_rights(rights.as_ref().map_or(&[], Vec::as_slice), &world.registry)
    } else {
        register::of_packages(&packages)
    };
    if !found.is_empty() {
        return Err(findings(&found));
    }
    let kind = if part == "rights" { "rightsupdate" } else { "accesspackageupdate" };
    if let Some(known) = world.systems.systems.iter_mut().find(|system| system.id == id) {
        if part == "rights" {
            known.rights = rights?;
        } else {
            known.access_packages = packages;
        }
        known.changes.push(register::change(kind, body.clone(), caller));
    }
    Ok(register::succeeded())
}

/// `DELETE /systemregister/vendor/{systemId}`. A system without any client is deleted and answers 400 all the same.
pub(super) fn delete(world: &mut World, caller: &Caller, id: &str) -> Result<Response, Response> {
    let Some(known) = world.systems.systems.iter_mut().find(|system| system.id == id && !system.is_deleted) else {
        return Err(reply::validation_problem(&[("return", "System not found")]));
    };
    if known.vendor != caller.consumer.digits() {
        return Err(reply::forbidden());
    }
    known.is_deleted = true;
    known.changes.push(register::change("delete", json!({}), caller));
    if known.client_ids.is_empty() {
        return Ok(reply::validation_problem(&[("return", "System not found")]));
    }
    Ok(register::succeeded())
}
