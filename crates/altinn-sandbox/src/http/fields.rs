//! Reading JSON as the services do: names without regard to case, unknown members ignored, the last of a repeated member.

use serde_json::{Map, Value};

/// The member of an object by name, whatever its case.
pub(crate) fn member<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    object.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value).next_back()
}

/// A text member that is there and not null, trimmed (facts platform D).
pub(crate) fn text<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    member(object, name).and_then(Value::as_str).map(str::trim)
}
