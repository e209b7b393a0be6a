//! The events Broker publishes, one for each party of a transfer (facts platform F.3; facts broker-api 5.2).

use jiff::Timestamp;
use md5::{Digest, Md5};
use serde_json::{Value, json};
use uuid::Uuid;

/// The role in which an organisation gets an event.
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

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokerEvent {
    /// The last part of the event type, in lower case, such as `published`.
    pub name: &'static str,
    pub resource: String,
    pub transfer: Uuid,
    /// The organisation that gets the event, nine digits.
    pub organisation: String,
    pub party: Party,
}

impl BrokerEvent {
    /// The event's id. For `published` it is the same at each repeat, so that a receiver can drop repeats.
    fn id(&self) -> Uuid {
        if self.name != "published" {
            return Uuid::new_v4();
        }
        let text = format!("{}{}{}", self.transfer, self.party.role(), self.organisation);
        uuid::Builder::from_md5_bytes(Md5::digest(text.as_bytes()).into()).into_uuid()
    }

    pub(super) fn json(&self, origin: &url::Url, at: Timestamp) -> Value {
        json!({"specversion": "1.0", "id": self.id(), "type": format!("no.altinn.broker.{}", self.name), "time": at.to_string(),
               "resource": format!("urn:altinn:resource:{}", self.resource), "resourceinstance": self.transfer,
               "subject": format!("urn:altinn:organization:identifier-no:{}", self.organisation),
               "source": format!("{origin}broker/api/v1/filetransfer"), "datacontenttype": "application/json",
               "data": {"Role": self.party.role()}})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts broker-api 5.2.
    #[test]
    fn published_has_the_same_id_each_time() {
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
