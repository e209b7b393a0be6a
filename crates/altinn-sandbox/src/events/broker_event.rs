//! What Broker tells one party of a transfer (facts platform F.3; facts broker-api 5.2).

use jiff::Timestamp;
use md5::{Digest, Md5};
use serde_json::{Value, json};
use uuid::Uuid;

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
#[derive(Debug, Clone, PartialEq, Eq)]
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

    pub(super) fn json(&self, origin: &url::Url, at: Timestamp) -> Value {
        json!({"specversion": "1.0", "id": self.id(), "type": format!("no.altinn.broker.{}", self.name), "time": at.to_string(),
               "resource": format!("urn:altinn:resource:{}", self.resource), "resourceinstance": self.transfer,
               "subject": format!("urn:altinn:organization:identifier-no:{}", self.organisation),
               "source": format!("{origin}broker/api/v1/filetransfer"), "data": {"Role": self.party.role()}})
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
