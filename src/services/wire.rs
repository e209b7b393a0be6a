//! What the wire types of several services share.

use super::Problem;
use super::http::Answer;
use crate::journey::Cause;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

/// A time of a service. The empty date (`0001-01-01T00:00:00`) of a system-user request that was just made, and whatever is
/// no time at all, read as none: no answer is worth less for it.
pub(super) fn moment<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    Ok(text.as_deref().and_then(read_moment))
}

fn read_moment(text: &str) -> Option<Timestamp> {
    if text.starts_with("0001-") {
        return None;
    }
    // Without an offset, services mean UTC.
    let without_offset = || text.parse::<DateTime>().ok()?.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
    text.parse::<Timestamp>().ok().or_else(without_offset)
}

/// Members in the spelling of the documentation's samples (`EndPoint`) as in the services' own (`endPoint`).
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

/// `{"links":{"next":…},"data":[…]}`: a page of a list.
#[derive(Debug, Deserialize)]
pub(super) struct Page<T> {
    #[serde(default = "Vec::new")]
    pub data: Vec<T>,
    #[serde(default)]
    pub links: Links,
}

/// Where the list goes on: an absolute address, to be followed as it is.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Links {
    pub next: Option<String>,
}

/// Turns "it does not exist" into none. A 404 of the gateway is no answer of the service: the address is wrong.
pub(super) fn or_none<T>(answer: Answer<T>) -> Answer<Option<T>> {
    match answer {
        Ok(found) => Ok(Some(found)),
        Err(Problem::Refused(refusal)) if refusal.status == 404 && refusal.cause != Cause::NoRoute => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// Turns one cause that means "there is none" into none.
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
