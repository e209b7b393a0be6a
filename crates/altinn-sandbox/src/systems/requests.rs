//! Requests for a system user (facts platform D.2; facts examples 19–20).

use super::asked;
use super::packages::{PackageHolder, not_for};
use super::problem::{Auth, packages_are_known, packages_naming, unhandled};
use super::request::{Request, RequestStatus, RequestView, UserType};
use super::system::{AccessPackage, Right, System};
use crate::clock;
use crate::http::answer::with_header;
use crate::http::{fields, reply};
use crate::identity::caller::Caller;
use crate::world::World;
use crate::world::happened::Happened;
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value};
use url::Url;
use uuid::Uuid;

/// The longest external reference that the service can store.
const LONGEST_REFERENCE: usize = 255;

/// `POST /systemuser/request/vendor` and `…/agent`; the checks follow the table in facts platform D.2.
pub(super) fn post(
    world: &mut World,
    origin: &Url,
    caller: &Caller,
    body: &Map<String, Value>,
    user_type: UserType,
) -> (Response, Vec<Happened>) {
    match checked(world, origin, caller, body, user_type) {
        // The answer is an earlier request or a refusal; nothing is stored.
        Err(answered) => (answered, Vec::new()),
        Ok(request) => {
            let id = request.id;
            // The service's own `Location` leaves out `vendor/` and so leads nowhere; the sandbox repeats this.
            let location = format!("{origin}authentication/api/v1/systemuser/request/{id}");
            let answer =
                with_header(reply::json(StatusCode::CREATED, &request.json(origin, RequestView::Whole)), header::LOCATION, &location);
            world.systems.requests.push(request);
            (answer, vec![Happened::RequestWaits(id)])
        }
    }
}

fn checked(world: &World, origin: &Url, caller: &Caller, body: &Map<String, Value>, user_type: UserType) -> Result<Request, Response> {
    let text = |name: &str| fields::text(body, name);
    let (system_id, party) = (text("systemId").unwrap_or_default(), text("partyOrgNo").unwrap_or_default());
    let given_ref = text("externalRef");
    // A quirk of the service: an explicit "" is stored as the customer's number but looked up as "", so it never finds the earlier
    // request.
    let looked_up = given_ref.unwrap_or(party);
    let stored_ref = given_ref.filter(|text| !text.is_empty()).unwrap_or(party);
    let same =
        |user_system: &str, user_party: &str, reference: &str| user_system == system_id && user_party == party && reference == looked_up;
    if world.systems.users.iter().any(|user| !user.is_deleted && same(&user.system_id, &user.party, &user.external_ref)) {
        return Err(Auth::SystemUserExists.answer());
    }
    // A deleted system can still be asked for.
    let system = world.systems.system(system_id);
    let is_own = system.is_some_and(|system| system.vendor == caller.consumer.digits());
    // An older row with the status `Timedout` does not prevent a new request.
    let mut kept = world.systems.requests.iter().filter(|request| request.status != RequestStatus::Timedout);
    let earlier = kept.find(|request| same(&request.system_id, &request.party, &request.external_ref));
    match (earlier, system) {
        (Some(earlier), Some(_)) if is_own => return Err(reply::json(StatusCode::OK, &earlier.json(origin, RequestView::Whole))),
        (_, None) => return Err(Auth::SystemUnknown.answer()),
        (Some(earlier), Some(_)) => return Err(anothers(earlier.status)),
        (None, Some(_)) => {}
    }
    let Some(system) = system.filter(|_| is_own) else { return Err(Auth::SystemUnknown.answer()) };
    if !world.organisations.all.iter().any(|organisation| organisation.number.digits() == party) {
        return Err(Auth::UnknownCustomer.answer());
    }
    let redirect_url = redirect(system, text("redirectUrl"))?;
    let packages = asked::packages(fields::member(body, "accessPackages"));
    let rights = match user_type {
        UserType::Agent => Vec::new(),
        UserType::Standard => asked::rights(fields::member(body, "rights")),
    };
    match user_type {
        UserType::Standard => asked_within(system, body, &rights, &packages)?,
        UserType::Agent if packages.is_empty() => return Err(Auth::NoPackages.answer()),
        UserType::Agent => {}
    }
    packages_within(system, &packages, user_type)?;
    if stored_ref.chars().count() > LONGEST_REFERENCE {
        return Err(unhandled());
    }
    let title = text("integrationTitle").or_else(|| system.nb_name());
    Ok(Request {
        id: Uuid::new_v4(),
        integration_title: title.map(str::to_owned),
        external_ref: stored_ref.to_owned(),
        system_id: system_id.to_owned(),
        party: party.to_owned(),
        rights,
        access_packages: packages,
        status: RequestStatus::New,
        redirect_url,
        created: clock::now(),
        expired: false,
        ignored: false,
        user_type,
        escalated: false,
    })
}

fn anothers(status: RequestStatus) -> Response {
    let refusal = match status {
        RequestStatus::Accepted => Auth::RequestAccepted,
        RequestStatus::New => Auth::RequestPending,
        RequestStatus::Denied => Auth::RequestDenied,
        RequestStatus::Rejected => Auth::RequestRejected,
        RequestStatus::Timedout => Auth::SystemUnknown,
    };
    refusal.answer()
}

/// Checks the redirect URL up to its path, so the query may differ from the registered one. The service fails with 500 on a URL
/// that cannot be parsed; a bare path is one of a file to it.
pub(super) fn redirect(system: &System, asked: Option<&str>) -> Result<Option<String>, Response> {
    let Some(asked) = asked else { return Ok(None) };
    if asked.is_empty() {
        return Ok(Some(String::new()));
    }
    if system.allowed_redirect_urls.is_empty() {
        return Err(Auth::NoRedirects.answer());
    }
    if asked.starts_with('/') {
        return Err(Auth::RedirectInvalid.answer());
    }
    let url = Url::parse(asked).map_err(|_| unhandled())?;
    let same = |allowed: &String| Url::parse(allowed).is_ok_and(|allowed| allowed.origin() == url.origin() && allowed.path() == url.path());
    if system.allowed_redirect_urls.iter().any(same) { Ok(Some(asked.to_owned())) } else { Err(Auth::RedirectInvalid.answer()) }
}

fn asked_within(system: &System, body: &Map<String, Value>, rights: &[Right], packages: &[AccessPackage]) -> Result<(), Response> {
    let absent = |name: &str| fields::member(body, name).is_none_or(Value::is_null);
    if absent("rights") && absent("accessPackages") {
        return Err(Auth::RightNotFound.answer());
    }
    if rights.is_empty() && packages.is_empty() {
        return Err(Auth::NothingAsked.answer());
    }
    let outside = |right: &Right| !system.rights.iter().any(|known| known.same_as(right));
    if rights.len() > system.rights.len() || rights.iter().any(outside) { Err(Auth::RightNotFound.answer()) } else { Ok(()) }
}

/// Checks that the system has the packages, and that this kind of system user may get them.
fn packages_within(system: &System, packages: &[AccessPackage], user_type: UserType) -> Result<(), Response> {
    packages_are_known(packages, &system.access_packages)?;
    let (holder, refusal) = match user_type {
        UserType::Standard => (PackageHolder::Own, Auth::PackageNotDelegable),
        UserType::Agent => (PackageHolder::Clients, Auth::PackageNotForClients),
    };
    let wrong = not_for(packages, holder);
    if wrong.is_empty() { Ok(()) } else { Err(packages_naming(refusal, "NotDelegablePackages", &wrong)) }
}
