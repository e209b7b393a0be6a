//! Access lists: which organisations may use a resource that requires one (facts platform E.2; facts examples 15).

use crate::clock;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

/// An access list of a service owner.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AccessList {
    pub owner: String,
    pub identifier: String,
    pub name: String,
    pub description: String,
    pub created: Timestamp,
    pub members: Vec<Member>,
    pub connections: Vec<Connection>,
    /// When it was last changed; none if it never was.
    #[serde(default)]
    pub updated: Option<Timestamp>,
    /// Which change of the registry's lists was its last one; the entity tag holds it. The lists of a new world have none.
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
    /// The actions that the list applies to; none or an empty list means all.
    pub action_filters: Option<Vec<String>>,
    pub created: Timestamp,
    /// When the connection was last changed; none if it never was.
    #[serde(default)]
    pub updated: Option<Timestamp>,
}

impl Connection {
    /// Whether the connection applies to an action.
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

    /// When it was last changed, or created if it never was.
    #[must_use]
    pub fn changed(&self) -> Timestamp {
        self.updated.unwrap_or(self.created)
    }

    /// The entity tag: weak, with the version in base64url (facts platform E.2).
    #[must_use]
    pub fn tag(&self) -> String {
        let version = json!({"version": self.version.to_string()});
        format!("W/\"{}\"", URL_SAFE_NO_PAD.encode(version.to_string()))
    }

    /// The version in an entity tag of ours; `None` where the tag is none of ours.
    pub(super) fn version_in(tag: &str) -> Option<u64> {
        let opaque = tag.strip_prefix("W/\"")?.strip_suffix('"')?;
        let body: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(opaque).ok()?).ok()?;
        body.get("version")?.as_str()?.parse().ok()
    }

    /// Adds an organisation and says whether it was not a member before.
    pub fn add(&mut self, organisation: &str) -> bool {
        let is_new = !self.members.iter().any(|member| member.organisation == organisation);
        if is_new {
            self.members.push(Member::new(organisation));
        }
        is_new
    }

    /// Removes an organisation and says whether it was a member.
    pub fn remove(&mut self, organisation: &str) -> bool {
        let before = self.members.len();
        self.members.retain(|member| member.organisation != organisation);
        self.members.len() != before
    }

    #[must_use]
    pub fn members_json(&self) -> Value {
        let rows: Vec<Value> = self.members.iter().map(Member::json).collect();
        json!({"links": {}, "data": rows})
    }

    #[must_use]
    pub fn connections_json(&self) -> Value {
        let rows: Vec<Value> = self.connections.iter().map(Connection::json).collect();
        json!({"links": {}, "data": rows})
    }
}

impl Member {
    /// A new member that joins now. An organisation has the same party id on every list.
    #[must_use]
    pub fn new(organisation: &str) -> Self {
        Self { party: party(organisation), organisation: organisation.to_owned(), since: clock::now() }
    }

    fn json(&self) -> Value {
        json!({"id": format!("urn:altinn:party:uuid:{}", self.party), "since": clock::with_offset(self.since),
               "identifiers": {"urn:altinn:party:uuid": self.party, "urn:altinn:party:id": party_id(&self.organisation),
                               "urn:altinn:organization:identifier-no": self.organisation}})
    }
}

/// An organisation's party number; any stable eight-digit number stands for the register's.
#[must_use]
pub(crate) fn party_id(organisation: &str) -> u64 {
    50_000_000 + u64::try_from(party(organisation).as_u128() % 10_000_000).unwrap_or_default()
}

/// An organisation's party UUID.
fn party(organisation: &str) -> Uuid {
    uuid::Builder::from_md5_bytes(Md5::digest(organisation.as_bytes()).into()).into_uuid()
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
