//! Access lists: who may take part where a resource asks for one (facts platform E.2; facts examples 15).

use crate::clock;
use jiff::Timestamp;
use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

/// A list of an owner.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AccessList {
    pub owner: String,
    pub identifier: String,
    pub name: String,
    /// What it is for.
    pub description: String,
    /// When it was made.
    pub created: Timestamp,
    /// Who is on it.
    pub members: Vec<Member>,
    /// What it is connected to.
    pub connections: Vec<Connection>,
    /// When it was changed last; none for one that never was.
    #[serde(default)]
    pub updated: Option<Timestamp>,
    /// Counts its changes: the entity tag.
    #[serde(default)]
    pub version: u64,
}

/// An organisation on a list.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Member {
    pub party: Uuid,
    pub organisation: String,
    pub since: Timestamp,
}

/// A resource that a list is connected to.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Connection {
    pub resource: String,
    /// The actions the list counts for; none means all.
    pub action_filters: Option<Vec<String>>,
    /// When it was connected.
    pub created: Timestamp,
    /// When that was changed last; none where it never was.
    #[serde(default)]
    pub updated: Option<Timestamp>,
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
    #[must_use]
    pub fn json(&self) -> Value {
        json!({"urn": format!("urn:altinn:access-list:{}:{}", self.owner, self.identifier), "identifier": self.identifier, "name": self.name,
               "description": self.description, "createdAt": clock::with_offset(self.created),
               "updatedAt": clock::with_offset(self.changed())})
    }

    /// When it was changed last.
    #[must_use]
    pub fn changed(&self) -> Timestamp {
        self.updated.unwrap_or(self.created)
    }

    #[must_use]
    pub fn tag(&self) -> String {
        format!("\"{}\"", self.version)
    }

    pub(super) fn touch(&mut self) {
        self.version += 1;
        self.updated = Some(clock::now());
    }

    /// Puts an organisation on it; one that is there stays as it is.
    pub fn add(&mut self, organisation: &str) {
        if !self.members.iter().any(|member| member.organisation == organisation) {
            self.members.push(Member::new(organisation));
            self.touch();
        }
    }

    /// Takes an organisation off it.
    pub fn remove(&mut self, organisation: &str) {
        let before = self.members.len();
        self.members.retain(|member| member.organisation != organisation);
        if self.members.len() != before {
            self.touch();
        }
    }

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
    /// An organisation that joins now. Its party id is the same on every list.
    #[must_use]
    pub fn new(organisation: &str) -> Self {
        let party = uuid::Builder::from_md5_bytes(Md5::digest(organisation.as_bytes()).into()).into_uuid();
        Self { party, organisation: organisation.to_owned(), since: clock::now() }
    }

    fn json(&self) -> Value {
        // The register's party number; any stable number of eight digits does.
        let number = 50_000_000 + self.party.as_u128() % 10_000_000;
        json!({"id": format!("urn:altinn:party:uuid:{}", self.party), "since": clock::with_offset(self.since),
               "identifiers": {"urn:altinn:party:uuid": self.party, "urn:altinn:party:id": u64::try_from(number).unwrap_or_default(),
                               "urn:altinn:organization:identifier-no": self.organisation}})
    }
}

impl Connection {
    pub(super) fn json(&self) -> Value {
        let mut row = json!({"resourceIdentifier": self.resource});
        if let (Some(filters), Some(row)) = (&self.action_filters, row.as_object_mut()) {
            row.insert("actionFilters".to_owned(), json!(filters));
        }
        if let Some(row) = row.as_object_mut() {
            row.insert("createdAt".to_owned(), json!(clock::with_offset(self.created)));
            row.insert("updatedAt".to_owned(), json!(clock::with_offset(self.updated.unwrap_or(self.created))));
        }
        row
    }
}
