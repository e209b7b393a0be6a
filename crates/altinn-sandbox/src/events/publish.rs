//! What Broker publishes (facts platform F.3; facts broker-api 5.2).

use super::delivery;
use crate::clock;
use crate::shared::Shared;
use crate::world::World;
use md5::{Digest, Md5};
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

/// How many events can be polled back.
const KEPT: usize = 1000;

/// As whom an organisation is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    Sender,
    Recipient,
}

impl Party {
    fn role(self) -> &'static str {
        match self {
            Self::Sender => "Sender",
            Self::Recipient => "Recipient",
        }
    }
}

/// Something that happened to a transfer, for one party.
#[derive(Debug, Clone)]
pub struct BrokerEvent {
    /// The last part of the type, in lower case.
    pub name: &'static str,
    pub resource: String,
    pub transfer: Uuid,
    /// Who is told, nine digits.
    pub organisation: String,
    pub party: Party,
}

impl BrokerEvent {
    /// Its id: stable for `published`, so that a repeat can be dropped.
    fn id(&self) -> Uuid {
        if self.name != "published" {
            return Uuid::new_v4();
        }
        let text = format!("{}{}{}", self.transfer, self.party.role(), self.organisation);
        uuid::Builder::from_md5_bytes(Md5::digest(text.as_bytes()).into()).into_uuid()
    }

    fn json(&self, origin: &url::Url) -> Value {
        json!({"specversion": "1.0", "id": self.id(), "type": format!("no.altinn.broker.{}", self.name), "time": clock::now().to_string(),
               "resource": format!("urn:altinn:resource:{}", self.resource), "resourceinstance": self.transfer,
               "subject": format!("urn:altinn:organization:identifier-no:{}", self.organisation),
               "source": format!("{origin}broker/api/v1/filetransfer"), "data": {"Role": self.party.role()}})
    }
}

/// Puts an event into the log and on its way to every validated subscription that matches it.
pub fn publish(shared: &Arc<Shared>, world: &mut World, event: &BrokerEvent) {
    let event = event.json(&shared.origin);
    let text = |name: &str| event.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let kind = (text("resource"), text("subject"), text("type"));
    let now = || world.events.subscriptions.iter().filter(|found| found.matches(&event)).cloned().collect();
    for subscription in world.memory.matching(kind, now) {
        delivery::begin(shared, world, subscription, event.clone());
    }
    let log = &mut world.events.log;
    log.push(event);
    let over = log.len().saturating_sub(KEPT);
    log.drain(..over);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broker_5_2_published_has_the_same_id_each_time() {
        let event = |name, party| BrokerEvent {
            name,
            resource: "r".to_owned(),
            transfer: Uuid::nil(),
            organisation: "310400203".to_owned(),
            party,
        };
        assert_eq!(event("published", Party::Sender).id(), event("published", Party::Sender).id());
        assert_ne!(event("published", Party::Sender).id(), event("published", Party::Recipient).id());
        assert_ne!(event("filepurged", Party::Sender).id(), event("filepurged", Party::Sender).id());
    }
}
