//! The only 5xx answers that a request may cause, as the facts list them. Every other wrong request must be answered with 4xx.

use crate::plan::Plan;
use reqwest::Method;
use serde_json::Value;

/// A 5xx answer that the services give too.
struct Listed {
    method: Method,
    /// Part of the path, compared without regard to case.
    path: &'static str,
    of: fn(&Plan, &Value) -> bool,
}

fn any(_: &Plan, _: &Value) -> bool {
    true
}

fn is_null(body: &Value, member: &str) -> bool {
    member_of(body, member).is_some_and(Value::is_null)
}

/// A member of a body. Like the services it ignores the case of names.
fn member_of<'a>(body: &'a Value, name: &str) -> Option<&'a Value> {
    body.as_object()?.iter().rev().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

fn longer_than(body: &Value, member: &str, most: usize) -> bool {
    member_of(body, member).and_then(Value::as_str).is_some_and(|text| text.chars().count() > most)
}

fn has_null(list: Option<&Value>) -> bool {
    match list {
        Some(Value::Array(list)) => list.iter().any(Value::is_null),
        Some(Value::Object(members)) => members.values().any(Value::is_null),
        _ => false,
    }
}

fn listed() -> Vec<Listed> {
    let row = |method, path, of| Listed { method, path, of };
    vec![
        // A reference that is too long for its column, null elements; storage that is not ready yet is 503 (facts broker-api 2.1).
        row(Method::POST, "/broker/api/v1/filetransfer", |_, body| {
            longer_than(body, "sendersFileTransferReference", 500)
                || has_null(member_of(body, "recipients"))
                || has_null(member_of(body, "propertyList"))
        }),
        // Two uploads at once, an interrupted one (facts broker-api 2.2).
        row(Method::POST, "/upload", |plan, _| plan.url.path().to_lowercase().trim_end_matches('/').ends_with("/upload")),
        // The caller is none of the recipients (facts broker-api 2.8).
        row(Method::POST, "/confirmdownload", any),
        // A duration that is too long to be stored, a legacy code of more than seven letters (facts broker-api 2.9).
        row(Method::PUT, "/broker/api/v1/resource/", |_, body| {
            longer_than(body, "externalServiceCodeLegacy", 7)
                || member_of(body, "fileTransferTimeToLive").is_some()
                || member_of(body, "purgeFileTransferGracePeriod").is_some()
        }),
        row(Method::POST, "/broker/api/v1/serviceowner", |_, body| longer_than(body, "name", 500)),
        // An unknown transfer (facts broker-api 2.13).
        row(Method::POST, "/webhooks/malwarescanresults", any),
        // Explicit nulls; the rights of an unknown system; an invalid address (facts platform D.1 and D.2).
        row(Method::POST, "/systemregister/vendor", |_, body| is_null(body, "rights")),
        row(Method::PUT, "/systemregister/vendor/", any),
        row(Method::POST, "/systemuser/request/vendor", |_, body| member_of(body, "redirectUrl").is_some()),
        row(Method::POST, "/systemuser/changerequest/vendor", |_, body| member_of(body, "redirectUrl").is_some()),
        // No identifier, or no owner (facts platform E).
        row(Method::POST, "/resourceregistry/api/v1/resource", |_, body| {
            member_of(body, "identifier").is_none_or(Value::is_null) || member_of(body, "hasCompetentAuthority").is_none_or(Value::is_null)
        }),
    ]
}

/// Whether the facts list this 5xx.
pub fn is_listed(plan: &Plan) -> bool {
    let path = plan.url.path().to_lowercase();
    let body = serde_json::from_slice(&plan.body).unwrap_or(Value::Null);
    listed().iter().any(|row| row.method == plan.method && path.contains(row.path) && (row.of)(plan, &body))
}
