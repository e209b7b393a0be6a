//! Reading what is common to the answers of several services.

use super::Problem;
use super::http::Answer;
use crate::journey::Cause;
use crate::values::Names;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Reads a time. None for the empty date (`0001-01-01T00:00:00`), which the services write where a time was never set, and for text
/// that is not a time: the rest of the answer is still usable.
pub(super) fn moment<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    Ok(text.as_deref().and_then(read_moment))
}

fn read_moment(text: &str) -> Option<Timestamp> {
    if text.starts_with("0001-") {
        return None;
    }
    // A time without an offset is in UTC.
    let without_offset = || text.parse::<DateTime>().ok()?.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
    text.parse::<Timestamp>().ok().or_else(without_offset)
}

/// Renames all members to begin with a lower-case letter. The documentation's samples have `EndPoint`, the services write
/// `endPoint`.
pub(super) fn camel_case(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let renamed = members.into_iter().map(|(name, member)| (lower_first(&name), camel_case(member)));
            Value::Object(renamed.collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(camel_case).collect()),
        other => other,
    }
}

fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_ascii_lowercase().to_string() + chars.as_str())
}

/// A name or title by language: `{"nb":…,"nn":…,"en":…}`.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct WireNames(BTreeMap<String, Option<String>>);

impl WireNames {
    pub fn names(&self) -> Names {
        let name_in = |language: &str| self.0.get(language).cloned().flatten().filter(|text| !text.trim().is_empty());
        Names { nb: name_in("nb"), nn: name_in("nn"), en: name_in("en") }
    }
}

/// A page of a list: `{"links":{"next":…},"data":[…]}`.
#[derive(Debug, Deserialize)]
pub(super) struct Page<T> {
    #[serde(default = "Vec::new")]
    pub data: Vec<T>,
    #[serde(default)]
    pub links: Links,
}

/// The absolute address of the next page. It must be used as it is.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Links {
    pub next: Option<String>,
}

/// Turns a service's 404 into None. A 404 of the gateway stays an error, because it means that the address is wrong.
pub(super) fn or_none<T>(answer: Answer<T>) -> Answer<Option<T>> {
    match answer {
        Ok(found) => Ok(Some(found)),
        Err(Problem::Refused(refusal)) if refusal.status == 404 && refusal.cause != Cause::NoRoute => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// Turns a refusal with this cause, which means that there is none, into None.
pub(super) fn none_for<T>(answer: Answer<T>, none: Cause) -> Answer<Option<T>> {
    match answer {
        Ok(found) => Ok(Some(found)),
        Err(Problem::Refused(refusal)) if refusal.cause == none => Ok(None),
        Err(problem) => Err(problem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_with_any_number_of_digits_with_and_without_an_offset_are_read() {
        for text in ["2026-09-21T14:13:20Z", "2026-09-21T14:13:20+00:00", "2026-09-21T16:13:20.000+02:00", "2026-09-21T14:13:20"] {
            assert_eq!(read_moment(text).map(Timestamp::as_second), Some(1_790_000_000), "{text}");
        }
        assert_eq!(read_moment("0001-01-01T00:00:00"), None);
        assert_eq!(read_moment("soon"), None);
    }
}
