//! Requests to change a system user: rights and packages to have, and to have no longer (facts platform D.2; facts examples 23).

use super::problem::{Auth, packages_naming};
use super::requests::{RequestStatus, UserType, redirect};
use super::{AccessPackage, Right, System, SystemUserRow, asked, packages};
use crate::clock;
use crate::http::answer::with_header;
use crate::http::target::Target;
use crate::http::{fields, reply};
use crate::identity::Caller;
use crate::shared::face::confirm_url;
use crate::world::World;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use url::Url;
use uuid::Uuid;

/// A request to change a system user.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ChangeRequest {
    /// Its id: the correlation id it was made with.
    pub id: Uuid,
    pub system_user: Uuid,
    pub external_ref: String,
    pub system_id: String,
    pub party: String,
    /// The rights it shall have.
    pub required_rights: Vec<Right>,
    /// The rights it shall have no longer.
    pub unwanted_rights: Vec<Right>,
    /// The packages it shall have.
    pub required_packages: Vec<AccessPackage>,
    /// The packages it shall have no longer.
    pub unwanted_packages: Vec<AccessPackage>,
    /// Where the approver is sent afterwards.
    pub redirect_url: Option<String>,
    pub status: RequestStatus,
    /// When it was made.
    pub created: Timestamp,
}

impl ChangeRequest {
    /// Whether it is too old: its status stays New.
    #[must_use]
    pub fn timed_out(&self) -> bool {
        clock::now().duration_since(self.created) > SignedDuration::from_hours(180 * 24)
    }

    fn is_empty(&self) -> bool {
        self.required_rights.is_empty()
            && self.unwanted_rights.is_empty()
            && self.required_packages.is_empty()
            && self.unwanted_packages.is_empty()
    }

    fn json(&self, origin: &Url) -> Value {
        let mut row = Map::new();
        let mut put = |name: &str, value: Value| row.insert(name.to_owned(), value);
        put("id", json!(self.id));
        put("externalRef", json!(self.external_ref));
        put("systemId", json!(self.system_id));
        put("systemUserId", json!(self.system_user));
        put("partyOrgNo", json!(self.party));
        put("requiredRights", json!(self.required_rights));
        put("unwantedRights", json!(self.unwanted_rights));
        put("requiredAccessPackages", json!(self.required_packages));
        put("unwantedAccessPackages", json!(self.unwanted_packages));
        put("status", json!(self.status));
        if let Some(url) = &self.redirect_url {
            put("redirectUrl", json!(url));
        }
        put("confirmUrl", json!(confirm_url(origin, "changerequest", self.id)));
        put("created", json!(self.created.to_string()));
        put("timedOut", json!(self.timed_out()));
        Value::Object(row)
    }

    /// A row of a list, without `confirmUrl` as those of requests.
    pub(super) fn row(&self, origin: &Url) -> Value {
        let mut row = self.json(origin);
        if let Some(members) = row.as_object_mut() {
            members.shift_remove("confirmUrl");
        }
        row
    }

    /// What is answered where there is nothing to change: nothing is kept, and nobody is asked.
    fn not_needed(&self, origin: &Url) -> Value {
        let mut row = self.json(origin);
        for (name, value) in [("status", "NoChangeNeeded"), ("confirmUrl", ""), ("created", "0001-01-01T00:00:00")] {
            row[name] = json!(value);
        }
        row
    }
}

/// What a `POST` came to.
pub(super) enum Posted {
    /// A new one waits for its approver.
    New(Uuid, Response),
    /// An older one, nothing to change, or a refusal.
    Answered(Response),
}

/// `POST /systemuser/changerequest/vendor`.
pub(super) fn post(
    world: &mut World,
    origin: &Url,
    caller: &Caller,
    target: &Target,
    headers: &HeaderMap,
    body: &Map<String, Value>,
) -> Posted {
    match checked(world, origin, caller, target, headers, body) {
        Err(answered) => Posted::Answered(answered),
        Ok(request) => {
            let id = request.id;
            // The real Location lacks `vendor/` here too.
            let location = format!("{origin}authentication/api/v1/systemuser/changerequest/{id}");
            let shown = request.json(origin);
            world.systems.changes.push(request);
            Posted::New(id, with_header(reply::json(StatusCode::CREATED, &shown), header::LOCATION, &location))
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
    asked::bound(asked::CHANGE, body, "createRequest")?;
    let (correlation, system_user) = (guid(target, "correlation-id")?, guid(target, "system-user-id")?);
    let refused = |text: &str| reply::text(StatusCode::BAD_REQUEST, headers, text);
    let correlation = correlation
        .filter(|id| !id.is_nil())
        .ok_or_else(|| refused("Missing or invalid correlation-id. Generate a unique UUID (RFC 4122) for this Change Request."))?;
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

/// What is asked for is within the system, and may be given to this kind of system user.
fn within(system: &System, user: &SystemUserRow, request: &ChangeRequest) -> Result<(), Response> {
    if request.required_rights.iter().any(|right| !system.rights.iter().any(|known| known.same_as(right))) {
        return Err(Auth::RightNotFound.answer());
    }
    let wanted = &request.required_packages;
    let outside: Vec<&str> =
        wanted.iter().filter(|package| !system.access_packages.contains(package)).map(|package| package.urn.as_str()).collect();
    if !outside.is_empty() {
        return Err(packages_naming(Auth::PackageNotInSystem, "NotFoundPackages", &outside));
    }
    let (reach, refusal) = match user.user_type {
        UserType::Standard => (packages::Reach::Own, Auth::PackageNotDelegable),
        UserType::Agent => (packages::Reach::Clients, Auth::PackageNotForClients),
    };
    let wrong = packages::not_reaching(wanted, reach);
    if wrong.is_empty() { Ok(()) } else { Err(packages_naming(refusal, "NotDelegablePackages", &wrong)) }
}

/// A query parameter that must be a GUID if it is there.
fn guid(target: &Target, name: &str) -> Result<Option<Uuid>, Response> {
    match target.query(name).filter(|given| !given.is_empty()) {
        None => Ok(None),
        Some(given) => match Uuid::parse_str(given) {
            Ok(id) => Ok(Some(id)),
            Err(_) => Err(reply::validation_problem(&[(name, &format!("The value '{given}' is not valid."))])),
        },
    }
}

/// Another vendor's is a 401 here, as a framework problem.
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
    is_own(world, caller, &request.system_id).map(|_| request)
}
