//! An event of Broker's, as Altinn Events hands it out: to a webhook or to whoever asks (facts platform F.3).

use crate::journey::{ReceivedBy, ReceivedEvent};
use jiff::Timestamp;
use serde_json::Value;

/// The event that Events sends to validate a webhook. It is not about a transfer.
const VALIDATION: &str = "platform.events.validatesubscription";

/// Reads an event. None for a validation, and for what is no event.
pub(super) fn read(event: &Value, by: ReceivedBy) -> Option<ReceivedEvent> {
    let text = |name: &str| event.get(name).and_then(Value::as_str);
    let event_type = text("type").filter(|given| *given != VALIDATION)?;
    Some(ReceivedEvent {
        id: text("id")?.to_owned(),
        event_type: event_type.parse().ok(),
        transfer: text("resourceinstance").and_then(|id| id.parse().ok()),
        resource: text("resource").map(ToOwned::to_owned),
        subject: text("subject").map(ToOwned::to_owned),
        at: text("time").and_then(|time| time.parse().ok()).unwrap_or_else(Timestamp::now),
        by,
        body: Some(event.to_string()).filter(|body| body.len() <= ReceivedEvent::LONGEST_BODY),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::EventType;
    use serde_json::json;

    #[test]
    fn an_event_of_broker_is_read_and_the_validation_is_not_one() {
        let published = json!({
            "specversion": "1.0", "id": "8f14e45f", "type": "no.altinn.broker.published", "time": "2026-11-23T09:00:00.0000000+00:00",
            "resourceinstance": "0d9b2c4e-6f1a-4b3c-8d5e-7a9b0c1d2e3f",
        });
        let read_back = read(&published, ReceivedBy::Sink);
        assert_eq!(
            read_back.as_ref().and_then(|event| event.event_type.as_ref()).map(EventType::as_str),
            Some("no.altinn.broker.published")
        );
        assert!(read_back.is_some_and(|event| event.transfer.is_some() && event.body == Some(published.to_string())));
        assert_eq!(read(&json!({"id": "1", "type": VALIDATION}), ReceivedBy::Sink), None);
    }
}
