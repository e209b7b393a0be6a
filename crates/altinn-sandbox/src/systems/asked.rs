//! Reads rights and packages from a body whose JSON types were checked before (facts platform D).

use super::system::{AccessPackage, Right, RightResource};
use crate::http::fields;
use serde_json::{Map, Value};

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

pub(super) fn packages(value: Option<&Value>) -> Vec<AccessPackage> {
    let urn = |package: &Map<String, Value>| fields::member(package, "urn").and_then(Value::as_str).unwrap_or_default().to_owned();
    objects(value).map(|package| AccessPackage { urn: urn(package) }).collect()
}

fn objects(value: Option<&Value>) -> impl Iterator<Item = &Map<String, Value>> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}
