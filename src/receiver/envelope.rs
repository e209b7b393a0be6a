//! The CloudEvents envelope, as Altinn Events delivers it.

use super::Arrival;
use crate::journey::{ReceivedBy, ReceivedEvent};
use jiff::Timestamp;
use serde::Deserialize;
use uuid::Uuid;

/// The type of the event by which Altinn validates a webhook (facts platform F.2).
const VALIDATION: &str = "platform.events.validatesubscription";
/// Longer ids than any that Altinn makes are not worth remembering.
const LONGEST: usize = 512;

/// What we read of an event. Everything else (subject, data, time) may be missing or null.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Envelope {
    pub(super) id: String,
    #[serde(rename = "type")]
    kind: String,
    /// Who sent it; for a validation the subscription's address.
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    resourceinstance: Option<String>,
}

/// Whether an event may come with this content type; parameters are of no matter.
pub(super) fn is_taken(content_type: &str) -> bool {
    let bare = content_type.split(';').next().unwrap_or_default().trim();
    ["application/json", "application/cloudevents+json"].iter().any(|taken| bare.eq_ignore_ascii_case(taken))
}

impl Envelope {
    /// From a body; none where it is no event.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let envelope: Self = serde_json::from_slice(body).ok()?;
        let sound = |text: &str| !text.trim().is_empty() && text.len() <= LONGEST && !text.chars().any(char::is_control);
        (sound(&envelope.id) && sound(&envelope.kind)).then_some(envelope)
    }

    pub(super) fn arrival(self, at: Timestamp) -> Arrival {
        if self.kind == VALIDATION {
            let number = self.source.as_deref().and_then(|source| source.rsplit('/').next());
            return Arrival::Validation { subscription: number.and_then(|text| text.parse().ok()), at };
        }
        let event = ReceivedEvent {
            id: self.id,
            event_type: self.kind.parse().ok(),
            transfer: self.resourceinstance.as_deref().and_then(|text| Uuid::parse_str(text).ok()),
            at,
            by: ReceivedBy::Receiver,
        };
        Arrival::Event { event, kind: self.kind }
    }
}
