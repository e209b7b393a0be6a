//! The events that came to the sandbox's own webhooks.

use crate::storage::{Row, Rows};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SinkState {
    /// The events by the webhook's name, oldest first.
    pub received: BTreeMap<String, Rows<Value>>,
}

/// An event as it came.
impl Row for Value {
    type Place = ();

    fn id(&self) -> Option<Uuid> {
        None
    }

    fn place(&self) {}
}
