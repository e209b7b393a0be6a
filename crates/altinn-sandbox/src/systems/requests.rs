//! Requests for a system user (facts platform D.2; facts examples 19–20).

use super::packages::{Reach, not_reaching};
use super::problem::{Auth, missing, packages_naming};
use super::{AccessPackage, Right, System, asked};
use crate::clock;
use crate::http::answer::with_header;
use crate::http::{fields, reply};
use crate::identity::Caller;
use crate::shared::face::confirm_url;
use crate::world::World;
use axum::http::{StatusCode, header};
use axum::response::Response;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use url::Url;
use uuid::Uuid;

/// What the service calls the body.
const BODY: &str = "createRequest";

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RequestStatus {
    /// Waits for the customer.
    New,
    /// The system user exists.
    Accepted,
    /// The customer declined.
    Rejected,
    /// Of older rows only: declined too.
    Denied,
    /// Of older rows only: too old.
    Timedout,
}

/// Whom a system user serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UserType {
    #[default]
    Standard,
    /// Its owner's clients: it gets packages only.
    Agent,
}

impl UserType {
    /// The page of access management where such a request is answered (D.2).
    const fn confirm_page(self) -> &'static str {
        match self {
            Self::Standard => "request",
            Self::Agent => "agentrequest",
        }
    }
}

/// A request for a system user.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Request {
    /// Its id, which the system user gets.
    pub id: Uuid,
    /// What the system user will be called: what was asked for, else the system's bokmål name, which it may lack.
    pub integration_title: Option<String>,
    /// The reference; the customer's number when none was given.
    pub external_ref: String,
    pub system_id: String,
    pub party: String,
    /// The rights asked for.
    pub rights: Vec<Right>,
    /// The packages asked for.
    pub access_packages: Vec<AccessPackage>,
    pub status: RequestStatus,
    /// Where the approver is sent afterwards.
    pub redirect_url: Option<String>,
    /// When it was made.
    pub created: Timestamp,
    /// Made to time out before its time.
    #[serde(default)]
    pub expired: bool,
    /// Whether the sandbox's approver never acts on it.
    #[serde(default)]
    pub ignored: bool,
    /// What kind of system user is asked for.
    #[serde(default)]
    pub user_type: UserType,
    /// Whether somebody who may not approve it has passed it on.
    #[serde(default)]
    pub escalated: bool,
}

/// What a read of a request shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Just made: `created` is not filled in.
    Fresh,
    Whole,
    /// A row of a list: no `confirmUrl`.
    Row,
}

impl Request {
    /// Whether it is too old: its status stays New.
    #[must_use]
    pub fn timed_out(&self) -> bool {
        self.expired || clock::now().duration_since(self.created) > SignedDuration::from_hours(180 * 24)
    }

    /// Whether a segment of an address leads to it.
    pub(super) fn named_by(&self, segment: &str) -> bool {
        segment == self.external_ref || segment == self.system_id || segment.eq_ignore_ascii_case(&self.id.to_string())
    }

    pub(super) fn json(&self, origin: &Url, shown: Shown) -> Value {
        let mut row = Map::new();
        row.insert("id".to_owned(), json!(self.id));
        if let Some(title) = &self.integration_title {
            row.insert("integrationTitle".to_owned(), json!(title));
        }
        row.insert("externalRef".to_owned(), json!(self.external_ref));
        row.insert("systemId".to_owned(), json!(self.system_id));
        row.insert("partyOrgNo".to_owned(), json!(self.party));
        if self.user_type == UserType::Standard {
            row.insert("rights".to_owned(), json!(self.rights));
        }
        row.insert("accessPackages".to_owned(), json!(self.access_packages));
        row.insert("status".to_owned(), json!(self.status));
        if let Some(url) = &self.redirect_url {
            row.insert("redirectUrl".to_owned(), json!(url));
        }
        if shown != Shown::Row {
            row.insert("confirmUrl".to_owned(), json!(confirm_url(origin, self.user_type.confirm_page(), self.id)));
        }
        // Only a list tells that somebody passed it on.
        row.insert("escalated".to_owned(), json!(self.escalated && shown == Shown::Row));
        let created = if shown == Shown::Fresh { "0001-01-01T00:00:00".to_owned() } else { self.created.to_string() };
        row.insert("created".to_owned(), json!(created));
        row.insert("timedOut".to_owned(), json!(self.timed_out()));
        Value::Object(row)
    }
}

/// What `POST /systemuser/request/vendor` came to.
pub(super) enum Posted {
    /// A new request waits for its approver.
    New(Uuid, Response),
    /// An older one, or a refusal.
    Answered(Response),
}

/// `POST /systemuser/request/vendor` and `…/agent`, in the order of D.2's table.
pub(super) fn post(world: &mut World, origin: &Url, caller: &Caller, body: &Map<String, Value>, user_type: UserType) -> Posted {
    match checked(world, origin, caller, body, user_type) {
        Err(answered) => Posted::Answered(answered),
        Ok(request) => {
            let id = request.id;
            // The real Location lacks `vendor/`: it leads nowhere.
            let location = format!("{origin}authentication/api/v1/systemuser/request/{id}");
            let answer = with_header(reply::json(StatusCode::CREATED, &request.json(origin, Shown::Fresh)), header::LOCATION, &location);
            world.systems.requests.push(request);
            Posted::New(id, answer)
        }
    }
}

fn checked(world: &World, origin: &Url, caller: &Caller, body: &Map<String, Value>, user_type: UserType) -> Result<Request, Response> {
    asked::bound(asked::REQUEST, body, BODY)?;
    let (system_id, party) = (fields::text(body, "systemId"), fields::text(body, "partyOrgNo"));
    let (Some(system_id), Some(party)) = (system_id, party) else {
        let absent: Vec<&str> =
            [("systemId", system_id), ("partyOrgNo", party)].into_iter().filter(|(_, text)| text.is_none()).map(|(name, _)| name).collect();
        return Err(missing(&absent, BODY));
    };
    let given_ref = fields::text(body, "externalRef");
    // An explicit "" is stored as the customer's number, but looked up as it stands, so that it never finds the earlier one.
    let looked_up = given_ref.unwrap_or(party);
    let stored_ref = given_ref.filter(|text| !text.is_empty()).unwrap_or(party);
    let same =
        |user_system: &str, user_party: &str, reference: &str| user_system == system_id && user_party == party && reference == looked_up;
    if world.systems.users.iter().any(|user| !user.is_deleted && same(&user.system_id, &user.party, &user.external_ref)) {
        return Err(Auth::SystemUserExists.answer());
    }
    let system = world.systems.system(system_id).filter(|system| !system.is_deleted);
    let is_own = system.is_some_and(|system| system.vendor == caller.consumer.digits());
    // An older row that has timed out by its status stands in nobody's way.
    let mut kept = world.systems.requests.iter().filter(|request| request.status != RequestStatus::Timedout);
    let earlier = kept.find(|request| same(&request.system_id, &request.party, &request.external_ref));
    match (earlier, system) {
        (Some(earlier), Some(_)) if is_own => return Err(reply::json(StatusCode::OK, &earlier.json(origin, Shown::Whole))),
        (_, None) => return Err(Auth::SystemUnknown.answer()),
        (Some(earlier), Some(_)) => return Err(anothers(earlier.status)),
        (None, Some(_)) => {}
    }
    let Some(system) = system.filter(|_| is_own) else { return Err(Auth::SystemUnknown.answer()) };
    if !world.organisations.all.iter().any(|organisation| organisation.number.digits() == party) {
        return Err(Auth::UnknownCustomer.answer());
    }
    let redirect_url = redirect(system, fields::text(body, "redirectUrl"))?;
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
    let title = fields::text(body, "integrationTitle").or_else(|| system.nb_name());
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

/// Compared up to the path, so that a query may vary; one that cannot be read breaks the service.
pub(super) fn redirect(system: &System, asked: Option<&str>) -> Result<Option<String>, Response> {
    let Some(asked) = asked else { return Ok(None) };
    if asked.is_empty() {
        return Ok(Some(String::new()));
    }
    if system.allowed_redirect_urls.is_empty() {
        return Err(Auth::NoRedirects.answer());
    }
    let url = Url::parse(asked).map_err(|_| reply::framework_problem(StatusCode::INTERNAL_SERVER_ERROR))?;
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

/// Packages of the system, that may be given to this kind of system user.
fn packages_within(system: &System, packages: &[AccessPackage], user_type: UserType) -> Result<(), Response> {
    let unknown: Vec<&str> =
        packages.iter().filter(|package| !system.access_packages.contains(package)).map(|package| package.urn.as_str()).collect();
    if !unknown.is_empty() {
        return Err(packages_naming(Auth::PackageNotInSystem, "NotFoundPackages", &unknown));
    }
    let (reach, refusal) = match user_type {
        UserType::Standard => (Reach::Own, Auth::PackageNotDelegable),
        UserType::Agent => (Reach::Clients, Auth::PackageNotForClients),
    };
    let wrong = not_reaching(packages, reach);
    if wrong.is_empty() { Ok(()) } else { Err(packages_naming(refusal, "NotDelegablePackages", &wrong)) }
}
