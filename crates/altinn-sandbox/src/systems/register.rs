//! Registering a system: the body and its rules (facts platform D.1).

use super::asked;
use super::packages::{self, PackageHolder, holder};
use super::problem::{Finding, findings};
use super::state::SystemsState;
use super::system::{AccessPackage, ChangelogEntry, Right, System};
use crate::clock;
use crate::http::{fields, reply};
use crate::identity::caller::Caller;
use crate::registry::state::RegistryState;
use crate::world::World;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value, json};
use std::collections::HashSet;
use std::hash::Hash;
use url::Url;
use uuid::Uuid;

const VENDOR: &str = "/registersystemrequest/vendor/id";
const SYSTEM_ID: &str = "/registersystemrequest/systemid";
const REDIRECTS: &str = "/registersystemrequest/allowedredirecturls";
const CLIENTS: &str = "/registersystemrequest/clientid";
const PACKAGES: &str = "/registersystemrequest/accesspackages";
const RIGHTS: &str = "/registersystemrequest/rights/resource";

/// The resource types that a system may have rights to.
const DELEGABLE_TYPES: [&str; 7] =
    ["AltinnApp", "Systemresource", "Default", "CorrespondenceService", "BrokerService", "GenericAccessResource", "MigratedApp"];

/// A registration as sent, before it is checked.
pub(super) struct Registration {
    pub system: System,
    /// Whether `rights`, or one of them, is null, on which the service fails with 500.
    pub rights_are_null: bool,
    vendor_id: String,
    redirects: Vec<String>,
}

/// Reads a body whose members were checked before.
pub(super) fn read(body: &Map<String, Value>) -> Registration {
    let vendor = fields::member(body, "vendor").and_then(Value::as_object);
    let vendor_id = vendor.and_then(|vendor| fields::text(vendor, "ID")).unwrap_or_default().to_owned();
    let redirects: Vec<String> = texts(fields::member(body, "allowedRedirectUrls")).map(str::to_owned).collect();
    let given_rights = fields::member(body, "rights");
    let has_null = |list: &Value| list.as_array().is_some_and(|list| list.iter().any(Value::is_null));
    let system = System {
        internal_id: Uuid::new_v4(),
        id: fields::text(body, "id").unwrap_or_default().to_owned(),
        vendor: vendor_id.strip_prefix("0192:").unwrap_or_default().to_owned(),
        name: fields::member(body, "name").cloned().unwrap_or_default(),
        description: fields::member(body, "description").cloned().unwrap_or_default(),
        rights: asked::rights(given_rights),
        access_packages: asked::packages(fields::member(body, "accessPackages")),
        client_ids: texts(fields::member(body, "clientId")).map(|client| client.trim().to_owned()).collect(),
        is_visible: fields::member(body, "isVisible").and_then(Value::as_bool).unwrap_or(true),
        allowed_redirect_urls: redirects.iter().map(|url| Url::parse(url).map_or_else(|_| url.clone(), String::from)).collect(),
        is_deleted: false,
        changes: Vec::new(),
    };
    let rights_are_null = given_rights.is_some_and(|rights| rights.is_null() || has_null(rights));
    Registration { system, rights_are_null, vendor_id, redirects }
}

fn texts(value: Option<&Value>) -> impl Iterator<Item = &str> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

impl Registration {
    /// Checks for VLD-00000, which the service reports first and alone.
    pub(super) fn vendor_is_iso6523(&self) -> Result<(), Response> {
        let digits = self.vendor_id.strip_prefix("0192:").unwrap_or_default();
        let sound = digits.len() == 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
        if sound { Ok(()) } else { Err(findings(&[Finding::new(0, VENDOR)])) }
    }

    /// All other errors together, in the service's order.
    pub(super) fn findings(&self, world: &World) -> Vec<Finding> {
        let mut found = Vec::new();
        let system = &self.system;
        if system.id.chars().any(char::is_whitespace) {
            found.push(Finding::new(13, SYSTEM_ID));
        }
        if system.id.split('_').next() != Some(system.vendor.as_str()) {
            found.push(Finding::new(1, SYSTEM_ID));
        }
        if world.systems.system(&system.id).is_some() {
            found.push(Finding::new(2, SYSTEM_ID));
        }
        if !self.redirects.iter().all(|url| Url::parse(url).is_ok_and(|url| url.scheme() == "https")) {
            found.push(Finding::new(5, REDIRECTS));
        }
        // A registration, unlike a PUT, tells a client of a system once, and the same client twice only where it stores them.
        if system.client_ids.iter().any(|client| is_taken(client, None, &world.systems)) {
            found.push(Finding::new(4, CLIENTS));
        }
        found.extend(of_rights(&system.rights, &world.registry));
        found.extend(of_packages(&system.access_packages, system.is_visible));
        found
    }

    /// The registration as the change log keeps it: with the members' default names, and addresses as they were sent.
    pub(super) fn logged(&self) -> Value {
        let system = &self.system;
        json!({"Id": system.id, "Name": system.name, "Rights": logged_rights(&system.rights), "Vendor": {"ID": self.vendor_id},
               "ClientId": system.client_ids, "IsVisible": system.is_visible, "Description": system.description,
               "AccessPackages": logged_packages(&system.access_packages), "AllowedRedirectUrls": self.redirects})
    }
}

pub(super) fn logged_rights(rights: &[Right]) -> Value {
    rights.iter().map(|right| json!({"Action": right.action, "Resource": right.resource})).collect()
}

pub(super) fn logged_packages(packages: &[AccessPackage]) -> Value {
    packages.iter().map(|package| json!({"Urn": package.urn})).collect()
}

/// Checks the rights.
pub(super) fn of_rights(rights: &[Right], registry: &RegistryState) -> Vec<Finding> {
    let mut found = Vec::new();
    let named: Vec<&super::RightResource> = rights.iter().flat_map(|right| &right.resource).collect();
    let misnamed: Vec<&str> =
        named.iter().filter(|resource| resource.id != "urn:altinn:resource").map(|resource| resource.value.as_str()).collect();
    if !misnamed.is_empty() {
        found.push(Finding::naming(9, RIGHTS, "Invalid Resource Id Details : ", &misnamed));
    }
    let by_id = || named.iter().filter(|resource| resource.id == "urn:altinn:resource").map(|resource| resource.value.as_str());
    let unknown: Vec<&str> = by_id().filter(|id| registry.resource(id).is_none()).collect();
    if !unknown.is_empty() {
        found.push(Finding::naming(3, RIGHTS, "ResourceIds Not Found : ", &unknown));
    }
    let wrong_type = |id: &&str| registry.resource(id).is_some_and(|resource| !DELEGABLE_TYPES.contains(&resource.resource_type.as_str()));
    let not_delegable: Vec<&str> = by_id().filter(wrong_type).collect();
    if !not_delegable.is_empty() {
        found.push(Finding::naming(17, RIGHTS, "ResourceIds Not Delegable : ", &not_delegable));
    }
    if has_twice(rights.iter().map(|right| &right.resource)) {
        found.push(Finding::new(6, RIGHTS));
    }
    found
}

/// Checks the packages. A visible system may have none for client relations: customers choose such a system themselves, which does
/// not work for clients.
pub(super) fn of_packages(packages: &[AccessPackage], is_visible: bool) -> Vec<Finding> {
    let mut found = Vec::new();
    let urns = || packages.iter().map(|package| package.urn.as_str());
    let named = |what: &str, wrong: &dyn Fn(&&str) -> bool| {
        let wrong: Vec<&str> = urns().filter(wrong).collect();
        (!wrong.is_empty()).then(|| format!("{what}: {}", wrong.join(", ")))
    };
    let invalid = [
        named("Invalid format", &|urn| !urn.starts_with(packages::PREFIX)),
        named("Not found", &|urn| urn.starts_with(packages::PREFIX) && holder(urn).is_none()),
        named("Not possible to delegate", &|urn| holder(urn) == Some(PackageHolder::People)),
    ];
    let invalid: Vec<&str> = invalid.iter().flatten().map(String::as_str).collect();
    if !invalid.is_empty() {
        found.push(Finding::naming(8, PACKAGES, "Invalid Urn Details : ", &invalid));
    }
    if has_twice(urns()) {
        found.push(Finding::new(7, PACKAGES));
    }
    if is_visible && urns().any(|urn| holder(urn) == Some(PackageHolder::Clients)) {
        found.push(Finding::new(18, PACKAGES));
    }
    found
}

/// Checks the client ids of a PUT, without regard to case. A client of another system is told as often as it was sent.
pub(super) fn of_clients(clients: &[String], system: &str, state: &SystemsState) -> Vec<Finding> {
    let mut found = Vec::new();
    if has_twice(clients.iter().map(|client| client.to_ascii_lowercase())) {
        found.push(Finding::new(11, CLIENTS));
    }
    found.extend(clients.iter().filter(|client| is_taken(client, Some(system), state)).map(|_| Finding::new(4, CLIENTS)));
    found
}

/// Whether a system that is not deleted has the client; `but_for` is the system that may have it.
fn is_taken(client: &str, but_for: Option<&str>, state: &SystemsState) -> bool {
    let mut others = state.systems.iter().filter(|known| !known.is_deleted && but_for != Some(known.id.as_str()));
    others.any(|known| known.client_ids.iter().any(|other| other.eq_ignore_ascii_case(client)))
}

pub(super) fn has_twice<T: Eq + Hash>(all: impl IntoIterator<Item = T>) -> bool {
    let mut seen = HashSet::new();
    all.into_iter().any(|one| !seen.insert(one))
}

/// The error VLD-00012: the id in the path and the one in the body differ.
pub(super) fn id_differs() -> Response {
    findings(&[Finding::new(12, SYSTEM_ID)])
}

pub(super) fn change(kind: &str, changed: Value, caller: &Caller) -> ChangelogEntry {
    ChangelogEntry { kind: kind.to_owned(), changed, client: caller.client_id.to_string(), at: clock::now() }
}

/// The answer to a successful change.
pub(super) fn succeeded() -> Response {
    reply::json(StatusCode::OK, &json!({"succeeded": true}))
}
