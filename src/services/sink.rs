//! The sandbox's own webhook, which can list the events it received. Altinn has no such webhook.

use super::Services;
use super::http::{Answer, Endpoint};
use crate::journey::Service;
use crate::values::EventType;
use jiff::Timestamp;
use reqwest::Method;
use serde::Deserialize;
use serde_json::Value;
use url::Url;
use uuid::Uuid;

/// The event that Events sends to validate a webhook. It is not about a transfer.
const VALIDATION: &str = "platform.events.validatesubscription";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SinkEvent {
    pub id: String,
    /// None if the type is not one of Broker's.
    pub event_type: Option<EventType>,
    /// The transfer that the event is about.
    pub transfer: Option<Uuid>,
    /// The resource of that transfer.
    pub resource: Option<String>,
    /// The party that it is for.
    pub subject: Option<String>,
    pub at: Timestamp,
}

#[derive(Deserialize)]
struct WireSink {
    #[serde(default)]
    events: Vec<Value>,
}

impl Services {
    /// `GET` on the sink's address: the events it received, oldest first, without validation events.
    ///
    /// # Errors
    /// The problem with the call.
    pub async fn sink_events(&self, sink: &Url) -> Answer<Vec<SinkEvent>> {
        let heard = self.ask(Method::GET, sink.clone(), Endpoint::usual(Service::Other, "sink")).without_key().answer().await?;
        let received: WireSink = heard.json()?;
        Ok(received.events.iter().filter_map(read).collect())
    }
}

fn read(event: &Value) -> Option<SinkEvent> {
    let text = |name: &str| event.get(name).and_then(Value::as_str);
    let event_type = text("type").filter(|given| *given != VALIDATION)?;
    Some(SinkEvent {
        id: text("id")?.to_owned(),
        event_type: event_type.parse().ok(),
        transfer: text("resourceinstance").and_then(|id| id.parse().ok()),
        resource: text("resource").map(ToOwned::to_owned),
        subject: text("subject").map(ToOwned::to_owned),
        at: text("time").and_then(|time| time.parse().ok()).unwrap_or_else(Timestamp::now),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_event_of_broker_is_read_and_the_validation_is_not_one() {
        let published = json!({
            "specversion": "1.0", "id": "8f14e45f", "type": "no.altinn.broker.published", "time": "2026-11-23T09:00:00.0000000+00:00",
            "resourceinstance": "0d9b2c4e-6f1a-4b3c-8d5e-7a9b0c1d2e3f",
        });
        let read_back = read(&published);
        assert_eq!(
            read_back.as_ref().and_then(|event| event.event_type.as_ref()).map(EventType::as_str),
            Some("no.altinn.broker.published")
        );
        assert!(read_back.is_some_and(|event| event.transfer.is_some()));
        assert_eq!(read(&json!({"id": "1", "type": VALIDATION})), None);
    }
}
