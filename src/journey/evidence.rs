//! What has happened on a connection, stored between runs: ids and times. Verdicts of checks are not part of it.

use super::FieldId;
use crate::values::EventType;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The evidence of one connection. A connection is identified by its addresses, role, organisation, client, resource and who runs
/// the system.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Evidence {
    /// The latest marked test transfer that was sent or fetched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer: Option<TransferEvidence>,
    /// The subscriptions that the program has made or found in place, newest last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subscriptions: Vec<SubscriptionEvidence>,
    /// Events that arrived, newest last, at most fifty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<ReceivedEvent>,
    /// When the user last changed each answer. A service may not know a recent change yet.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferEvidence {
    pub id: Uuid,
    /// When it was made or fetched.
    pub at: Timestamp,
    /// The value of `sendersFileTransferReference`, which has the mark.
    pub reference: String,
    /// Whether we have confirmed the download.
    #[serde(default)]
    pub confirmed: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubscriptionEvidence {
    pub id: i64,
    pub at: Timestamp,
}

crate::choice! {
    /// Where the event arrived.
    pub enum ReceivedBy {
        /// This program's own receiver.
        Receiver = "receiver",
        Sink = "sink",
        /// Nobody sent it: Altinn Events was asked for it.
        Poll = "poll",
        /// At the user's own application, as the user has told us.
        Application = "application",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivedEvent {
    pub id: String,
    /// None if the type is not one of Broker's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_type: Option<EventType>,
    /// The transfer that the event is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Uuid>,
    /// The resource of that transfer, as the event has it: `urn:altinn:resource:<id>`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<String>,
    /// The party that it is for: `urn:altinn:organization:identifier-no:<digits>`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    pub at: Timestamp,
    pub by: ReceivedBy,
    /// The event as JSON, as it came, so that it can be sent on again. None if it is too long to keep.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
}

impl ReceivedEvent {
    /// The longest event that is kept whole, in bytes. Broker's have some 500.
    pub const LONGEST_BODY: usize = 8 * 1024;
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub field: FieldId,
    pub at: Timestamp,
}

impl Evidence {
    /// When any of these fields was last changed.
    #[must_use]
    pub fn changed(&self, fields: &[FieldId]) -> Option<Timestamp> {
        self.changes.iter().filter(|change| fields.contains(&change.field)).map(|change| change.at).max()
    }
}
