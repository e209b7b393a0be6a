//! Where two answers differ, member by member.

use crate::recording::Asked;
use serde_json::Value;
use std::fmt::Write as _;

/// One place where the sandbox's answer is not the recorded one.
pub struct Difference {
    /// `status`, `headers/<name>`, or the path of a member of the body.
    pub member: String,
    ours: Option<Value>,
    theirs: Option<Value>,
}

pub fn between(ours: &Value, theirs: &Value) -> Vec<Difference> {
    let mut differences = Vec::new();
    for member in ["status", "duplicates"] {
        compare(member, ours.get(member), theirs.get(member), &mut differences);
    }
    let (our_body, their_body) = (ours.get("body").map(in_one_order), theirs.get("body").map(in_one_order));
    compare("body", our_body.as_ref(), their_body.as_ref(), &mut differences);
    let (ours, theirs) = (headers(ours), headers(theirs));
    let names = ours.iter().chain(&theirs).map(|(name, _)| *name);
    let mut seen = Vec::new();
    for name in names {
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        compare(&format!("headers/{name}"), Some(&values(&ours, name)), Some(&values(&theirs, name)), &mut differences);
    }
    differences
}

/// A page of requests for system users with its rows in one order: the service sorts them by their ids, which are random.
fn in_one_order(body: &Value) -> Value {
    let mut body = body.clone();
    if body.get("links").is_some()
        && let Some(rows) = body.get_mut("data").and_then(Value::as_array_mut)
        && rows.iter().all(|row| row.get("externalRef").is_some())
    {
        rows.sort_by_key(|row| row["id"].to_string());
    }
    body
}

/// Headers as names and values. A length follows from the body, or is left out where the answer is streamed.
fn headers(answer: &Value) -> Vec<(&str, &str)> {
    let lines = answer["headers"].as_array().into_iter().flatten().filter_map(Value::as_str);
    lines.filter_map(|line| line.split_once(": ").or_else(|| line.split_once(':'))).filter(|(name, _)| *name != "content-length").collect()
}

fn values(headers: &[(&str, &str)], name: &str) -> Value {
    headers.iter().filter(|(known, _)| *known == name).map(|(_, value)| Value::from(*value)).collect()
}

fn compare(path: &str, ours: Option<&Value>, theirs: Option<&Value>, differences: &mut Vec<Difference>) {
    match (ours, theirs) {
        (ours, theirs) if ours == theirs => {}
        (Some(Value::Object(ours)), Some(Value::Object(theirs))) => {
            for name in ours.keys().chain(theirs.keys().filter(|name| !ours.contains_key(*name))) {
                compare(&format!("{path}/{name}"), ours.get(name), theirs.get(name), differences);
            }
        }
        (Some(Value::Array(ours)), Some(Value::Array(theirs))) if ours.len() == theirs.len() => {
            for (index, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
                compare(&format!("{path}/{index}"), Some(ours), Some(theirs), differences);
            }
        }
        (ours, theirs) => differences.push(Difference { member: path.to_owned(), ours: ours.cloned(), theirs: theirs.cloned() }),
    }
}

pub fn described(request: &Asked, differences: &[Difference]) -> String {
    let mut text = format!("## {}   {} {}", request.name, request.method, request.path);
    let shown = |value: &Option<Value>| value.as_ref().map_or("(none)".to_owned(), Value::to_string);
    for difference in differences {
        let _ = write!(
            text,
            "\n   {}\n      ours   {}\n      theirs {}",
            difference.member,
            shown(&difference.ours),
            shown(&difference.theirs)
        );
    }
    text
}
