//! The trace on disk: each call as one line of JSON, without any secrets. A line is written whole as soon as its call has ended, so that
//! a kill leaves whole lines.

use crate::files::{Opening, make_file, open_regular};
use crate::values::{Body, Call, CallEnd, Held, HttpMessage, NamedPart, SentSecret};
use serde_json::{Map, Value, json};
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// How every trace begins, by which a file is known for one.
const BEGINNING: &str = "{\"trace\":\"broker-setup\"";

/// A file that calls are written to. Clones write to the same file.
#[derive(Debug, Clone)]
pub struct TraceFile {
    file: Arc<Mutex<File>>,
}

/// Why there is no trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TraceProblem {
    /// The file is there, and is no trace.
    OfAnother,
    /// What the file system says.
    Disk(String),
}

impl TraceFile {
    /// Opens a new trace, or goes on with one that is there. It can be read by its user alone.
    ///
    /// # Errors
    /// The problem says why nothing can be written there.
    pub fn start(path: &Path) -> Result<Self, TraceProblem> {
        let disk = |error: std::io::Error| TraceProblem::Disk(error.to_string());
        let held = open_regular(path).ok().map(begins).transpose().map_err(disk)?;
        if held.as_deref().is_some_and(|held| !held.is_empty() && !BEGINNING.starts_with(held)) {
            return Err(TraceProblem::OfAnother);
        }
        let mut file = make_file(path, Opening::Append).map_err(disk)?;
        if held.is_none_or(|held| held.is_empty()) {
            let first = format!("{BEGINNING},\"version\":\"{}\"}}\n", env!("CARGO_PKG_VERSION"));
            file.write_all(first.as_bytes()).map_err(disk)?;
        }
        Ok(Self { file: Arc::new(Mutex::new(file)) })
    }

    /// Writes a call. A full disk is no reason to stop what the user does: the call is left out.
    pub(super) fn write(&self, call: &Call) {
        let line = format!("{}\n", call_json(call));
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = file.write_all(line.as_bytes());
    }
}

/// As much of a file's beginning as tells whether it is a trace.
fn begins(file: File) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    file.take(BEGINNING.len() as u64).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A call as JSON: time, method, address, status or why there is none, time taken in milliseconds, and both halves.
#[must_use]
pub fn call_json(call: &Call) -> Value {
    let (status, no_answer) = match call.end {
        CallEnd::Answered(status) => (Some(status), None),
        CallEnd::Unanswered(why) => (None, Some(why.name())),
    };
    json!({
        "at": call.at,
        "method": call.method,
        "address": call.address(),
        "status": status,
        "no_answer": no_answer,
        "took_ms": call.took_ms,
        "sent": half(&call.sent),
        "answered": half(&call.answered),
    })
}

fn half(message: &HttpMessage) -> Value {
    json!({ "headers": named(&message.headers), "body": body(&message.body) })
}

/// A name that comes twice has a list.
fn named(parts: &[NamedPart]) -> Value {
    let mut all: Map<String, Value> = Map::new();
    for part in parts {
        let value = Value::String(match &part.holds {
            Held::Text(text) => text.clone(),
            Held::Secret(SentSecret::Token) => "[token]".to_owned(),
            Held::Secret(SentSecret::ApiKey) => "[API key]".to_owned(),
            Held::Secret(SentSecret::Assertion) => "[assertion]".to_owned(),
        });
        match all.get_mut(&part.name) {
            Some(Value::Array(several)) => several.push(value),
            Some(one) => *one = Value::Array(vec![one.take(), value]),
            None => drop(all.insert(part.name.clone(), value)),
        }
    }
    Value::Object(all)
}

fn body(body: &Body) -> Value {
    match body {
        Body::Empty => Value::Null,
        Body::Text { text, is_whole: true } => serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_string())),
        Body::Text { text, is_whole: false } => json!({ "begin": text.as_ref() }),
        Body::Form(fields) => named(fields),
        Body::Bytes { size } => json!({ "bytes": size.map(|size| size.0) }),
        Body::NotKept => json!({ "kept": false }),
    }
}
