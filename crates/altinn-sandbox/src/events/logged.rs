//! The events that can be polled (facts platform F.1).

use crate::storage::Row;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

/// How long after its registration an event shows in polling.
const BEHIND: SignedDuration = SignedDuration::from_secs(30);

/// An event, and when it was registered.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LoggedEvent {
    /// By the clock that `/sandbox/time` moves. Logs of older versions have none.
    #[serde(rename = "registeredtime", default, skip_serializing_if = "Option::is_none")]
    registered: Option<Timestamp>,
    #[serde(flatten)]
    event: Map<String, Value>,
}

impl Row for LoggedEvent {
    type Place = ();

    fn id(&self) -> Option<Uuid> {
        None
    }

    fn place(&self) {}
}

impl LoggedEvent {
    pub(super) fn new(event: Map<String, Value>, registered: Timestamp) -> Self {
        Self { registered: Some(registered), event }
    }

    pub(super) fn shows_at(&self, now: Timestamp) -> bool {
        self.registered.is_none_or(|registered| now.duration_since(registered) >= BEHIND)
    }

    /// A member of the event; empty if it has none of this name.
    pub(super) fn text(&self, name: &str) -> &str {
        self.event.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    pub(super) fn json(&self) -> Value {
        Value::Object(self.event.clone())
    }
}
