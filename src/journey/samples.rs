//! Messages to try a rule on: each phrase of a list, with a value for each of its fields.

use serde::de::DeserializeOwned;

/// A value for each name of a message's field.
fn sample(name: &str) -> serde_json::Value {
    let text = |text: &str| serde_json::Value::from(text);
    match name {
        "until" | "at" => text("2026-11-20T10:00:00Z"),
        "day" | "asked" | "expires" | "expired" | "posted" | "ends" | "ended" | "begins" => text("2026-11-20"),
        "organisation" | "owner" | "consumer" | "party" => text("310100005"),
        "resource" => text("smart-files"),
        "system" => text("310100005_files"),
        "client" => text("7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"),
        "scope" => text("altinn:broker.write"),
        "scopes" => serde_json::json!(["altinn:broker.write"]),
        "kids" | "offered" | "references" | "types" | "actions" | "who" => serde_json::json!(["one"]),
        "cause" => text("no-access"),
        "kind" => text("folder"),
        "field" => text("client.id"),
        "bits" | "subscription" | "days" | "seconds" | "status" | "hosts" | "keys" | "place" | "granted" | "all" | "found" | "count"
        | "number" | "bytes" | "expires_in" => 3.into(),
        _ => text("one"),
    }
}

/// Each phrase of a list such as [`Message::ALL`](super::Message::ALL). Those whose fields take other values than the usual ones of their
/// names are left out.
pub(crate) fn samples<T: DeserializeOwned>(all: &[(&str, &[&str])]) -> Vec<T> {
    let read = |(id, fields): &(&str, &[&str])| {
        let mut object = serde_json::Map::new();
        object.insert("id".to_owned(), (*id).into());
        object.extend(fields.iter().map(|field| ((*field).to_owned(), sample(field))));
        serde_json::from_value(serde_json::Value::Object(object)).ok()
    };
    all.iter().filter_map(read).collect()
}
