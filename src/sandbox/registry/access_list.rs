//! Access lists: who may take part where a resource asks for one (platform facts, E.2; examples, EX 15).

use crate::sandbox::moment;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

/// A list of an owner.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AccessList {
    /// The owner's code.
    pub owner: String,
    /// Its id.
    pub identifier: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// When it was made.
    pub created: Timestamp,
    /// Who is on it.
    pub members: Vec<Member>,
    /// What it is connected to.
    pub connections: Vec<Connection>,
}

/// An organisation on a list.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Member {
    /// Its party id.
    pub party: Uuid,
    /// Its number.
    pub organisation: String,
    /// Since when.
    pub since: Timestamp,
}

/// A resource that a list is connected to.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Connection {
    /// The resource's id.
    pub resource: String,
    /// The actions the list counts for; none means all.
    pub action_filters: Option<Vec<String>>,
    /// When it was connected.
    pub created: Timestamp,
}

impl Connection {
    /// Whether it counts for an action.
    #[must_use]
    pub fn lets(&self, action: Option<&str>) -> bool {
        match (&self.action_filters, action) {
            (None, _) | (_, None) => true,
            (Some(filters), Some(action)) => filters.is_empty() || filters.iter().any(|filter| filter == action),
        }
    }
}

impl AccessList {
    /// The list itself.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({"urn": format!("urn:altinn:access-list:{}:{}", self.owner, self.identifier), "identifier": self.identifier, "name": self.name,
               "description": self.description, "createdAt": moment::with_offset(self.created), "updatedAt": moment::with_offset(self.created)})
    }

    /// Its members.
    #[must_use]
    pub fn members_json(&self) -> Value {
        let rows: Vec<Value> = self.members.iter().map(Member::json).collect();
        json!({"links": {}, "data": rows})
    }

    /// What it is connected to.
    #[must_use]
    pub fn connections_json(&self) -> Value {
        let rows: Vec<Value> = self.connections.iter().map(Connection::json).collect();
        json!({"links": {}, "data": rows})
    }
}

impl Member {
    fn json(&self) -> Value {
        // The register's party number; any stable number of eight digits does.
        let number = 50_000_000 + self.party.as_u128() % 10_000_000;
        json!({"id": format!("urn:altinn:party:uuid:{}", self.party), "since": moment::with_offset(self.since),
               "identifiers": {"urn:altinn:party:uuid": self.party, "urn:altinn:party:id": u64::try_from(number).unwrap_or_default(),
                               "urn:altinn:organization:identifier-no": self.organisation}})
    }
}

impl Connection {
    fn json(&self) -> Value {
        let mut row = json!({"resourceIdentifier": self.resource});
        if let (Some(filters), Some(row)) = (&self.action_filters, row.as_object_mut()) {
            row.insert("actionFilters".to_owned(), json!(filters));
        }
        if let Some(row) = row.as_object_mut() {
            row.insert("createdAt".to_owned(), json!(moment::with_offset(self.created)));
            row.insert("updatedAt".to_owned(), json!(moment::with_offset(self.created)));
        }
        row
    }
}
