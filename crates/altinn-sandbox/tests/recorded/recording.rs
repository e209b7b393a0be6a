//! A recording: the requests that one service was sent, and its answers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

#[derive(Deserialize)]
pub struct Recording {
    pub tokens: BTreeMap<String, Token>,
    #[serde(rename = "requests")]
    pub events: Vec<Event>,
}

/// How a token is got: from Maskinporten, and exchanged if Altinn's own is wanted.
#[derive(Deserialize)]
pub struct Token {
    pub client: String,
    pub scope: String,
    /// The organisation whose system user is asked for; an organisation's own token without.
    pub party: Option<String>,
    pub exchanged: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum Event {
    Asked(Box<Asked>),
    /// Milliseconds that passed before the next request.
    Waited {
        wait: u64,
    },
    /// A transfer was asked for until it had one of these statuses.
    Until {
        until: String,
        status: Vec<String>,
        token: String,
    },
}

/// A request and its answer. Paths, headers and bodies name what differs from run to run in braces, as `names.rs` lists it.
#[derive(Deserialize)]
pub struct Asked {
    pub name: String,
    pub token: Option<String>,
    pub method: String,
    pub path: String,
    #[serde(default)]
    pub headers: Map<String, Value>,
    text: Option<String>,
    base64: Option<String>,
    /// The name under which later requests know the id that was answered.
    pub save: Option<String>,
    pub answer: Value,
}

/// A request's body, if it has one.
pub enum Sent<'a> {
    Nothing,
    Text(&'a str),
    Bytes(Vec<u8>),
}

impl Asked {
    pub fn body(&self) -> Sent<'_> {
        match (&self.text, &self.base64) {
            (Some(text), _) => Sent::Text(text),
            (None, Some(bytes)) => Sent::Bytes(STANDARD.decode(bytes).expect("base64")),
            (None, None) => Sent::Nothing,
        }
    }
}

impl Recording {
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).expect("a recording")
    }

    /// Whether an answer uses this name.
    pub fn names(&self, name: &str) -> bool {
        self.requests().any(|asked| asked.answer.to_string().contains(&format!("{{{name}}}")))
    }

    pub fn requests(&self) -> impl Iterator<Item = &Asked> {
        self.events.iter().filter_map(|event| match event {
            Event::Asked(asked) => Some(asked.as_ref()),
            Event::Waited { .. } | Event::Until { .. } => None,
        })
    }
}
