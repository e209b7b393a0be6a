//! Reads what vendors send in JSON: rights, packages, and the JSON types of each body's members (facts platform D).

use super::system::{AccessPackage, Right, RightResource};
use crate::http::binding::{JsonType, complaint, fits};
use crate::http::{fields, reply};
use axum::response::Response;
use serde_json::{Map, Value};

const ATTRIBUTE: &[(&str, JsonType)] = &[("id", JsonType::Text), ("value", JsonType::Text)];
const RIGHT: &[(&str, JsonType)] = &[("action", JsonType::Text), ("resource", JsonType::Objects(ATTRIBUTE))];
const PACKAGE: &[(&str, JsonType)] = &[("urn", JsonType::Text)];
const RIGHTS: JsonType = JsonType::Objects(RIGHT);
const PACKAGES: JsonType = JsonType::Objects(PACKAGE);

/// The body of a registration.
pub(super) const SYSTEM: &[(&str, JsonType)] = &[
    ("id", JsonType::Text),
    ("vendor", JsonType::Object),
    ("name", JsonType::TextMap),
    ("description", JsonType::TextMap),
    ("rights", RIGHTS),
    ("accessPackages", PACKAGES),
    ("clientId", JsonType::TextList),
    ("isVisible", JsonType::Boolean),
    ("allowedRedirectUrls", JsonType::TextList),
];
/// The body of a request for a system user.
pub(super) const REQUEST: &[(&str, JsonType)] = &[
    ("externalRef", JsonType::Text),
    ("systemId", JsonType::Text),
    ("partyOrgNo", JsonType::Text),
    ("rights", RIGHTS),
    ("accessPackages", PACKAGES),
    ("redirectUrl", JsonType::Text),
    ("integrationTitle", JsonType::Text),
];
/// The body of a request to change a system user.
pub(super) const CHANGE: &[(&str, JsonType)] = &[
    ("requiredRights", RIGHTS),
    ("unwantedRights", RIGHTS),
    ("requiredAccessPackages", PACKAGES),
    ("unwantedAccessPackages", PACKAGES),
    ("redirectUrl", JsonType::Text),
];

/// Checks that each member has its JSON type; `parameter` is the second key of the error.
pub(super) fn bound(members: &[(&str, JsonType)], body: &Map<String, Value>, parameter: &str) -> Result<(), Response> {
    match complaint(members, body) {
        None => Ok(()),
        Some((path, text)) => Err(unbound(&path, &text, parameter)),
    }
}

/// Checks a body that is a list of rights, or of packages.
pub(super) fn list_is_bound(is_rights: bool, body: &Value) -> Result<(), Response> {
    let (kind, parameter) = if is_rights { (RIGHTS, "rights") } else { (PACKAGES, "accessPackages") };
    if fits(&kind, body) { Ok(()) } else { Err(unbound("$", "The JSON value could not be converted.", parameter)) }
}

fn unbound(path: &str, text: &str, parameter: &str) -> Response {
    reply::validation_problem(&[(path, text), (parameter, &format!("The {parameter} field is required."))])
}

/// Reads rights from a list whose JSON types were checked before.
pub(super) fn rights(value: Option<&Value>) -> Vec<Right> {
    let right = |right: &Map<String, Value>| Right {
        action: fields::text(right, "action").map(str::to_owned),
        resource: objects(fields::member(right, "resource")).map(attribute).collect(),
    };
    objects(value).map(right).collect()
}

fn attribute(attribute: &Map<String, Value>) -> RightResource {
    let text = |name: &str| fields::member(attribute, name).and_then(Value::as_str).unwrap_or_default().to_owned();
    RightResource { id: text("id"), value: text("value") }
}

/// Reads packages from a list whose JSON types were checked before.
pub(super) fn packages(value: Option<&Value>) -> Vec<AccessPackage> {
    let urn = |package: &Map<String, Value>| fields::member(package, "urn").and_then(Value::as_str).unwrap_or_default().to_owned();
    objects(value).map(|package| AccessPackage { urn: urn(package) }).collect()
}

fn objects(value: Option<&Value>) -> impl Iterator<Item = &Map<String, Value>> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}
