//! Lists and searches the resources (facts platform E).

use super::resource::Resource;
use crate::http::target::Target;
use crate::world::World;
use serde_json::{Value, json};

/// `resourcelist`: every resource, each with its authorization reference (facts examples 10).
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

/// `Search`: the resources that contain each text of the query.
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
