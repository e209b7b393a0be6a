//! Reads the CloudEvents envelope that Altinn Events delivers.

use super::{Arrival, Receipt};
use crate::journey::{ReceivedBy, ReceivedEvent};
use crate::values::is_hidden;
use jiff::Timestamp;
use serde::Deserialize;
use uuid::Uuid;

/// The type of the event that Altinn validates a webhook with (facts platform F.2).
const VALIDATION: &str = "platform.events.validatesubscription";
/// The longest id and type that are accepted, in bytes. Altinn's are much shorter; the limit bounds the memory that ids take.
const LONGEST: usize = 512;

/// The members of an event that we use. All others (data, time) may be missing or null.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Envelope {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    /// In a validation event, the address of the subscription, which ends with its id.
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    resource: Option<String>,
    #[serde(default)]
    resourceinstance: Option<String>,
    #[serde(default)]
    subject: Option<String>,
}

/// Whether we accept an event with this content type. Parameters such as the charset are ignored.
pub(super) fn is_taken(content_type: &str) -> bool {
    let bare = content_type.split(';').next().unwrap_or_default().trim();
    ["application/json", "application/cloudevents+json"].iter().any(|taken| bare.eq_ignore_ascii_case(taken))
}

impl Envelope {
    /// Reads a body. None if it is not an event.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let envelope: Self = serde_json::from_slice(body).ok()?;
        let sound = |text: &str| !text.trim().is_empty() && text.len() <= LONGEST && !text.chars().any(is_hidden);
        (sound(&envelope.id) && sound(&envelope.kind)).then_some(envelope)
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// An event waits for its receipt; a validation is only shown, so it has its receipt at once.
    pub(super) fn arrival(self, body: String, at: Timestamp, receipt: Receipt) -> Arrival {
        if self.kind == VALIDATION {
            receipt.kept();
            let number = self.source.as_deref().and_then(|source| source.rsplit('/').next());
            return Arrival::Validation { subscription: number.and_then(|text| text.parse().ok()), at, body };
        }
        let event = ReceivedEvent {
            id: self.id,
            event_type: self.kind.parse().ok(),
            transfer: self.resourceinstance.as_deref().and_then(|text| Uuid::parse_str(text).ok()),
            // What is longer is no resource and no party of ours.
            resource: self.resource.filter(|text| text.len() <= LONGEST),
            subject: self.subject.filter(|text| text.len() <= LONGEST),
            at,
            by: ReceivedBy::Receiver,
            body: (body.len() <= ReceivedEvent::LONGEST_BODY).then(|| body.clone()),
        };
        Arrival::Event { event, kind: self.kind, body, receipt }
    }
}
