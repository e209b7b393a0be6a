//! Reads over every resource (platform facts, E).

use super::Resource;
use crate::sandbox::answer::{as_json, indented};
use crate::sandbox::target::Target;
use crate::sandbox::{World, moment, reply};
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use serde_json::{Value, json};

/// `resourcelist`: every resource, each with its authorization reference (EX 10).
pub(super) fn list(world: &World) -> Value {
    world.registry.resources().map(row).collect()
}

fn row(resource: &Resource) -> Value {
    let mut row = resource.json();
    if let Some(row) = row.as_object_mut() {
        row.insert("authorizationReference".to_owned(), json!([{"id": "urn:altinn:resource", "value": resource.identifier}]));
    }
    row
}

/// `Search`: those that hold each given text.
pub(super) fn found(world: &World, target: &Target) -> Value {
    let asked = |name: &str| target.query(name).filter(|text| !text.is_empty()).map(str::to_lowercase);
    let (id, title, description) = (asked("Id"), asked("Title"), asked("Description"));
    let (kind, keyword) = (asked("ResourceType"), asked("Keyword"));
    let holds = |wanted: &Option<String>, text: String| wanted.as_ref().is_none_or(|wanted| text.to_lowercase().contains(wanted));
    let member = |resource: &Resource, name: &str| resource.described.get(name).map(Value::to_string).unwrap_or_default();
    let fits = |resource: &&Resource| {
        holds(&id, resource.identifier.clone())
            && holds(&title, member(resource, "title"))
            && holds(&description, member(resource, "description"))
            && kind.as_ref().is_none_or(|kind| resource.resource_type.eq_ignore_ascii_case(kind))
            && holds(&keyword, member(resource, "keywords"))
    };
    world.registry.resources().filter(fits).map(row).collect()
}

/// `updated`: which subjects a policy names, since a moment. Policies of the known world count as made when it was.
pub(super) fn updated(world: &World, target: &Target) -> Response {
    let since = match target.query("since").map(str::parse::<Timestamp>) {
        None => None,
        Some(Ok(since)) => Some(since),
        Some(Err(_)) => {
            let text = format!("The value '{}' is not valid.", target.query("since").unwrap_or_default());
            return as_json(reply::validation_problem(&[("since", &text)]));
        }
    };
    let limit = target.query("limit").and_then(|limit| limit.parse::<usize>().ok()).unwrap_or(1000).clamp(1, 1000);
    let pairs = world.registry.resources().filter_map(|resource| resource.policy.as_ref().map(|policy| (resource, policy)));
    let changed = pairs.filter(|(resource, _)| since.is_none_or(|since| resource.changed() >= since));
    let rows: Vec<Value> = changed
        .flat_map(|(resource, policy)| {
            policy.subject_urns().into_iter().map(move |subject| {
                json!({"subjectUrn": subject, "resourceUrn": format!("urn:altinn:resource:{}", resource.identifier),
                       "updatedAt": moment::with_offset(resource.changed()), "deleted": false})
            })
        })
        .take(limit)
        .collect();
    indented(StatusCode::OK, &json!({"links": {}, "data": rows}))
}
