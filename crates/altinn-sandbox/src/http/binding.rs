//! What the services' framework (ASP.NET model binding) checks in a JSON body before any other code sees it: each member must have
//! the right JSON type.

use super::fields;
use serde_json::{Map, Value};

/// The JSON type of a member. `null` always passes; the caller decides about it.
pub(crate) enum JsonType {
    Text,
    Boolean,
    Object,
    TextMap,
    /// A list of strings.
    TextList,
    /// A list of objects, and the types of their members.
    Objects(&'static [(&'static str, JsonType)]),
}

/// The first member of a wrong type: its JSON path and the framework's error text.
pub(crate) fn complaint(members: &[(&str, JsonType)], body: &Map<String, Value>) -> Option<(String, String)> {
    let (name, _) = members.iter().find(|(name, kind)| !may_be(kind, fields::member(body, name)))?;
    let path = format!("$.{name}");
    let text = format!("The JSON value could not be converted. Path: {path} | LineNumber: 0 | BytePositionInLine: 0.");
    Some((path, text))
}

fn may_be(kind: &JsonType, value: Option<&Value>) -> bool {
    value.is_none_or(|value| value.is_null() || fits(kind, value))
}

pub(crate) fn fits(kind: &JsonType, value: &Value) -> bool {
    let each = |fits: &dyn Fn(&Value) -> bool| value.as_array().is_some_and(|list| list.iter().all(fits));
    match kind {
        JsonType::Text => value.is_string(),
        JsonType::Boolean => value.is_boolean(),
        JsonType::Object => value.is_object(),
        JsonType::TextMap => value.as_object().is_some_and(|texts| texts.values().all(|text| text.is_string() || text.is_null())),
        JsonType::TextList => each(&Value::is_string),
        JsonType::Objects(members) => each(&|value| value.as_object().is_some_and(|object| complaint(members, object).is_none())),
    }
}
