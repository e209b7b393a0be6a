//! An answer with what differs from run to run replaced: ids by their names, times, trace ids, lengths.

use crate::names::Names;
use hyper::HeaderMap;
use regex::Regex;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

const SHOWN: &[&str] = &[
    "content-type",
    "www-authenticate",
    "location",
    "allow",
    "content-range",
    "accept-ranges",
    "content-disposition",
    "retry-after",
    "cache-control",
    "x-content-type-options",
    "tus-resumable",
    "tus-version",
    "tus-extension",
    "tus-checksum-algorithm",
    "tus-max-size",
    "upload-offset",
    "upload-length",
    "upload-concat",
    "upload-metadata",
    "pragma",
    "etag",
    "access-control-allow-origin",
];
/// Headers of which only the presence is compared: their values are times.
const PRESENT: &[&str] = &["upload-expires", "expires", "last-modified"];
/// A longer text is compared by its length.
const LONG: usize = 4000;

static TRACE: LazyLock<Regex> = LazyLock::new(|| Regex::new("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-9]").unwrap());
static CONNECTION: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b0HN[0-9A-Z]+:[0-9A-F]{8}\b").unwrap());
static TIME: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:\d\d)?").unwrap());
static UUID: LazyLock<Regex> = LazyLock::new(|| Regex::new("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}").unwrap());

/// Status, headers and body, as the recordings hold them.
pub fn comparable(status: u16, headers: &HeaderMap, body: &[u8], names: &Names) -> Value {
    let mut heads: Vec<String> = headers
        .iter()
        .filter_map(|(name, value)| {
            let name = name.as_str();
            let value = String::from_utf8_lossy(value.as_bytes());
            if SHOWN.contains(&name) {
                Some(format!("{name}: {}", replaced(&value, names)))
            } else {
                PRESENT.contains(&name).then(|| format!("{name}: …"))
            }
        })
        .collect();
    heads.sort();
    let text = String::from_utf8_lossy(body);
    let mut answer = json!({"status": status, "headers": heads, "body": body_of(&text, names)});
    if text.matches("\"traceId\"").count() > 1 {
        answer["duplicates"] = json!("traceId twice");
    }
    answer
}

fn body_of(text: &str, names: &Names) -> Value {
    if let Ok(value) = serde_json::from_str(text) {
        return stable(value, names);
    }
    let length = text.encode_utf16().count();
    Value::String(if length > LONG { format!("{length} characters") } else { replaced(text, names) })
}

fn stable(value: Value, names: &Names) -> Value {
    match value {
        Value::Array(values) => values.into_iter().map(|value| stable(value, names)).collect(),
        Value::Object(members) => {
            let members: Map<_, _> = members.into_iter().map(|(name, value)| (replaced(&name, names), stable(value, names))).collect();
            Value::Object(members)
        }
        Value::String(text) => Value::String(replaced(&text, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) => value,
    }
}

fn replaced(text: &str, names: &Names) -> String {
    let text = names.named(text);
    let text = TRACE.replace_all(&text, "{trace}");
    let text = CONNECTION.replace_all(&text, "{connection}");
    let text = TIME.replace_all(&text, |found: &regex::Captures<'_>| match found.get(1).map(|zone| zone.as_str()) {
        Some("Z") => "{timeZ}",
        Some(_) => "{time+}",
        None => "{time}",
    });
    UUID.replace_all(&text, "{uuid}").into_owned()
}
