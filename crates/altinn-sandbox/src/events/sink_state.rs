//! The events that came to the sandbox's own webhooks.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// The events that came, by the webhook's name, the oldest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SinkState {
    /// What each webhook received.
    pub received: BTreeMap<String, Vec<Value>>,
}
