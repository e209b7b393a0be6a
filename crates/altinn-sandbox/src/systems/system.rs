//! A registered system (facts platform D.1).

use crate::clock;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

/// One attribute of a right, which names a resource.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RightResource {
    /// The attribute's name, `urn:altinn:resource`.
    pub id: String,
    pub value: String,
}

/// A right to a resource. Its action is stored but never compared.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Right {
    /// Stored, but without effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    #[serde(default)]
    pub resource: Vec<RightResource>,
}

impl Right {
    #[must_use]
    pub fn to(resource: &str) -> Self {
        Self { action: None, resource: vec![RightResource { id: "urn:altinn:resource".to_owned(), value: resource.to_owned() }] }
    }

    /// Whether both rights name the same resource; the action does not count.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.resource == other.resource
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessPackage {
    pub urn: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct System {
    /// The register's own id, which the registration call returns.
    pub internal_id: Uuid,
    /// `<vendor>_<name>`.
    pub id: String,
    pub vendor: String,
    /// Texts by language: `{en,nb,nn}`.
    pub name: Value,
    /// Texts by language: `{en,nb,nn}`.
    pub description: Value,
    /// The rights that its system users may get.
    pub rights: Vec<Right>,
    /// The packages that its system users may get.
    pub access_packages: Vec<AccessPackage>,
    pub client_ids: Vec<String>,
    /// Whether customers can choose the system themselves in Altinn.
    pub is_visible: bool,
    /// The addresses to which approvers may be sent after answering.
    pub allowed_redirect_urls: Vec<String>,
    /// A deleted system still appears in some answers.
    pub is_deleted: bool,
    /// The change log, oldest first.
    #[serde(default)]
    pub changes: Vec<ChangelogEntry>,
}

/// An entry of the change log.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ChangelogEntry {
    /// `create`, `update`, `rightsupdate`, `accesspackageupdate`, `delete`.
    pub kind: String,
    /// The new value.
    pub changed: Value,
    pub client: String,
    pub at: Timestamp,
}

impl System {
    /// The answer for one system (facts examples 17).
    #[must_use]
    pub fn json(&self) -> Value {
        json!({"id": self.id, "vendor": {"ID": format!("0192:{}", self.vendor)}, "name": self.name, "description": self.description,
               "rights": self.rights, "accessPackages": self.access_packages, "isDeleted": self.is_deleted, "clientId": self.client_ids,
               "isVisible": self.is_visible, "allowedRedirectUrls": self.allowed_redirect_urls})
    }

    /// An entry in the vendor's list of systems, which has other members (facts examples 18).
    #[must_use]
    pub fn row(&self) -> Value {
        json!({"systemId": self.id, "systemVendorOrgNumber": self.vendor, "systemVendorOrgName": "", "name": self.name,
               "description": self.description, "rights": self.rights, "accessPackages": self.access_packages, "isVisible": self.is_visible})
    }

    /// The answer with the change log, newest first (facts examples 18).
    #[must_use]
    pub fn changelog(&self) -> Value {
        let row = |change: &ChangelogEntry| {
            let mut row = json!({"systemInternalId": self.internal_id, "changedByOrgNumber": self.vendor, "changeType": change.kind,
                                 "changedData": change.changed, "clientId": change.client, "created": clock::with_offset(change.at)});
            if let Some(row) = row.as_object_mut() {
                row.retain(|_, value| !value.is_null());
            }
            row
        };
        self.changes.iter().rev().map(row).collect()
    }

    /// The system's name in bokmål, without which a request cannot be approved.
    #[must_use]
    pub fn nb_name(&self) -> Option<&str> {
        self.name.get("nb").and_then(Value::as_str).filter(|name| !name.is_empty())
    }
}
