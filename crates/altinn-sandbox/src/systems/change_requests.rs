//! Requests to change a system user: rights and packages to add and to remove (facts platform D.2; facts examples 23).

use super::change_request::ChangeRequest;
use super::problem::{Auth, packages_are_known, packages_naming};
use super::request::{RequestStatus, UserType};
use super::requests::redirect;
use super::system::System;
use super::users::SystemUserRow;
use super::{asked, packages};
use crate::clock;
use crate::http::answer::with_header;
use crate::http::target::Target;
use crate::http::{fields, reply};
use crate::identity::caller::Caller;
use crate::world::World;
use crate::world::happened::Happened;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value};
use url::Url;
use uuid::Uuid;

const NO_CORRELATION: &str = "Missing or invalid QueryParameter: correlation-id. Generate a unique UUID (RFC 4122) for this Change \
                              Request, and add as a Query Parameter.";

/// `POST /systemuser/changerequest/vendor`.
pub(super) fn post(
    world: &mut World,
    origin: &Url,
    caller: &Caller,
    target: &Target,
    headers: &HeaderMap,
    body: &Map<String, Value>,
) -> (Response, Vec<Happened>) {
    match checked(world, origin, caller, target, headers, body) {
        // The answer is an earlier request, `not_needed`, or a refusal; nothing is stored.
        Err(answered) => (answered, Vec::new()),
        Ok(request) => {
            let id = request.id;
            // The service's own `Location` leaves out `vendor/` and so leads nowhere; the sandbox repeats this.
            let location = format!("{origin}authentication/api/v1/systemuser/changerequest/{id}");
            let shown = request.json(origin);
            world.systems.changes.push(request);
            let answer = with_header(reply::json(StatusCode::CREATED, &shown), header::LOCATION, &location);
            (answer, vec![Happened::RequestWaits(id)])
        }
    }
}

fn checked(
    world: &World,
    origin: &Url,
    caller: &Caller,
    target: &Target,
    headers: &HeaderMap,
    body: &Map<String, Value>,
) -> Result<ChangeRequest, Response> {
    let (correlation, system_user) = (guid(target, "correlation-id")?, guid(target, "system-user-id")?);
    let refused = |text: &str| reply::text(StatusCode::BAD_REQUEST, headers, text);
    let correlation = correlation.filter(|id| !id.is_nil()).ok_or_else(|| refused(NO_CORRELATION))?;
    let user = system_user.and_then(|id| world.systems.user(id)).ok_or_else(|| Auth::SystemUserUnknown.answer())?;
    if correlation == user.id {
        return Err(refused("The correlation-id should not be the same as the system-user-id. Generate a unique id."));
    }
    let system = is_own(world, caller, &user.system_id)?;
    let known = world.systems.change_request(correlation);
    let request = match asked(correlation, user, body) {
        empty if empty.is_empty() => return Err(reply::json(StatusCode::OK, &empty.not_needed(origin))),
        _ if known.is_some() => return Err(known.map_or_else(reply::forbidden, |known| reply::json(StatusCode::OK, &known.json(origin)))),
        request => ChangeRequest { redirect_url: redirect(system, fields::text(body, "redirectUrl"))?, ..request },
    };
    within(system, user, &request)?;
    Ok(request)
}

fn asked(id: Uuid, user: &SystemUserRow, body: &Map<String, Value>) -> ChangeRequest {
    let rights = |name: &str| asked::rights(fields::member(body, name));
    let packages = |name: &str| asked::packages(fields::member(body, name));
    ChangeRequest {
        id,
        system_user: user.id,
        external_ref: user.external_ref.clone(),
        system_id: user.system_id.clone(),
        party: user.party.clone(),
        required_rights: rights("requiredRights"),
        unwanted_rights: rights("unwantedRights"),
        required_packages: packages("requiredAccessPackages"),
        unwanted_packages: packages("unwantedAccessPackages"),
        redirect_url: fields::text(body, "redirectUrl").map(str::to_owned),
        status: RequestStatus::New,
        created: clock::now(),
    }
}

/// Checks that the system has the rights and packages asked for, and that this kind of system user may have them.
fn within(system: &System, user: &SystemUserRow, request: &ChangeRequest) -> Result<(), Response> {
    if request.required_rights.iter().any(|right| !system.rights.iter().any(|known| known.same_as(right))) {
        return Err(Auth::RightNotFound.answer());
    }
    let wanted = &request.required_packages;
    packages_are_known(wanted, &system.access_packages)?;
    let (holder, refusal) = match user.user_type {
        UserType::Standard => (packages::PackageHolder::Own, Auth::PackageNotDelegable),
        UserType::Agent => (packages::PackageHolder::Clients, Auth::PackageNotForClients),
    };
    let wrong = packages::not_for(wanted, holder);
    if wrong.is_empty() { Ok(()) } else { Err(packages_naming(refusal, "NotDelegablePackages", &wrong)) }
}

/// A query parameter that must be a GUID if present.
fn guid(target: &Target, name: &str) -> Result<Option<Uuid>, Response> {
    match target.query(name).filter(|given| !given.is_empty()) {
        None => Ok(None),
        Some(given) => match Uuid::parse_str(given) {
            Ok(id) => Ok(Some(id)),
            Err(_) => Err(reply::validation_problem(&[(name, &format!("The value '{given}' is not valid."))])),
        },
    }
}

/// The vendor's own system. Unlike other calls, a request to change a system user answers 401 with a framework problem for another vendor's system.
fn is_own<'a>(world: &'a World, caller: &Caller, system: &str) -> Result<&'a System, Response> {
    let own = world.systems.system(system).filter(|system| system.vendor == caller.consumer.digits());
    own.ok_or_else(|| reply::framework_problem(StatusCode::UNAUTHORIZED))
}

/// `GET /systemuser/changerequest/vendor/{id}`.
pub(super) fn one(world: &World, origin: &Url, caller: &Caller, id: Uuid) -> Response {
    match found(world, caller, id) {
        Ok(request) => reply::json(StatusCode::OK, &request.json(origin)),
        Err(refused) => refused,
    }
}

/// `DELETE /systemuser/changerequest/vendor/{id}`.
pub(super) fn withdraw(world: &mut World, caller: &Caller, id: Uuid) -> Result<Response, Response> {
    found(world, caller, id)?;
    world.systems.changes.retain(|request| request.id != id);
    Ok(reply::empty(StatusCode::ACCEPTED))
}

fn found<'a>(world: &'a World, caller: &Caller, id: Uuid) -> Result<&'a ChangeRequest, Response> {
    let request = world.systems.change_request(id).ok_or_else(|| Auth::RequestUnknown.answer())?;
    let own = world.systems.system(&request.system_id).is_some_and(|system| system.vendor == caller.consumer.digits());
    if own { Ok(request) } else { Err(Auth::SystemUnknown.answer()) }
}
