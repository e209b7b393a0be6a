//! Reads JSON objects as the services do: names without regard to case, unknown members ignored, the last one of a repeated member
//! counts.

use serde_json::{Map, Value};

pub(crate) fn member<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    object.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value).next_back()
}

/// A string member, trimmed; `None` when it is missing or null (facts platform D).
pub(crate) fn text<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    member(object, name).and_then(Value::as_str).map(str::trim)
}
