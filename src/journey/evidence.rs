//! What happened, kept between runs: ids and times, never the pass of a check.

use super::FieldId;
use crate::values::EventType;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Evidence of one connection (base URLs, role, organisation, client, resource, acting).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// The last marked test transfer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer: Option<TransferEvidence>,
    /// The subscriptions the program made, newest last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subscriptions: Vec<SubscriptionEvidence>,
    /// Events that arrived, newest last; at most the last fifty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<ReceivedEvent>,
    /// When the user last changed an answer: what a service does not know yet may still be on its way.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferEvidence {
    pub id: Uuid,
    /// When it was made or found.
    pub at: Timestamp,
    /// The mark in `sendersFileTransferReference`.
    pub reference: String,
    /// Whether this side has confirmed the download.
    #[serde(default)]
    pub confirmed: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubscriptionEvidence {
    pub id: i64,
    /// When it was made.
    pub at: Timestamp,
}

crate::choice! {
    /// Who saw the event.
    pub enum ReceivedBy {
        /// This program's own receiver.
        Receiver = "receiver",
        Sink = "sink",
        /// The user says so.
        Application = "application",
    }
}

/// An event that arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivedEvent {
    /// The event's own id.
    pub id: String,
    /// Its type, where it is one of Broker's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_type: Option<EventType>,
    /// The transfer it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Uuid>,
    pub at: Timestamp,
    pub by: ReceivedBy,
}

/// A change of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub field: FieldId,
    pub at: Timestamp,
}

impl Evidence {
    /// The latest change of any of the fields.
    #[must_use]
    pub fn changed(&self, fields: &[FieldId]) -> Option<Timestamp> {
        self.changes.iter().filter(|change| fields.contains(&change.field)).map(|change| change.at).max()
    }
}
