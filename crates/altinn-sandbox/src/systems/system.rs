//! A registered system (facts platform D.1).

use crate::clock;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

/// One attribute of a right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RightResource {
    /// `urn:altinn:resource`.
    pub id: String,
    pub value: String,
}

/// A right: it names a resource; its action is stored and never compared.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Right {
    /// Stored, never compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    #[serde(default)]
    pub resource: Vec<RightResource>,
}

impl Right {
    /// The right to a resource.
    #[must_use]
    pub fn to(resource: &str) -> Self {
        Self { action: None, resource: vec![RightResource { id: "urn:altinn:resource".to_owned(), value: resource.to_owned() }] }
    }

    /// Whether both name the same resource.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.resource == other.resource
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessPackage {
    /// Its URN.
    pub urn: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct System {
    /// The register's own id, which registration answers with.
    pub internal_id: Uuid,
    /// `<vendor>_<name>`.
    pub id: String,
    pub vendor: String,
    /// `{en,nb,nn}`.
    pub name: Value,
    /// `{en,nb,nn}`.
    pub description: Value,
    /// What its users may get.
    pub rights: Vec<Right>,
    /// The packages its users may get.
    pub access_packages: Vec<AccessPackage>,
    /// The clients it has.
    pub client_ids: Vec<String>,
    /// Whether customers can pick it themselves.
    pub is_visible: bool,
    /// Where approvers may be sent afterwards.
    pub allowed_redirect_urls: Vec<String>,
    /// Deleted systems still answer.
    pub is_deleted: bool,
    /// What has been changed.
    #[serde(default)]
    pub changes: Vec<Change>,
}

/// A row of the change log.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Change {
    /// `create`, `update`, `rightsupdate`, `accesspackageupdate`, `delete`.
    pub kind: String,
    /// What it was changed to.
    pub changed: Value,
    pub client: String,
    pub at: Timestamp,
}

impl System {
    /// One system (facts examples 17).
    #[must_use]
    pub fn json(&self) -> Value {
        json!({"id": self.id, "vendor": {"ID": format!("0192:{}", self.vendor)}, "name": self.name, "description": self.description,
               "rights": self.rights, "accessPackages": self.access_packages, "isDeleted": self.is_deleted, "clientId": self.client_ids,
               "isVisible": self.is_visible, "allowedRedirectUrls": self.allowed_redirect_urls})
    }

    /// One of the vendor's own, in the other shape (facts examples 18).
    #[must_use]
    pub fn row(&self) -> Value {
        json!({"systemId": self.id, "systemVendorOrgNumber": self.vendor, "systemVendorOrgName": "", "name": self.name,
               "description": self.description, "rights": self.rights, "accessPackages": self.access_packages, "isVisible": self.is_visible})
    }

    /// The change log (facts examples 18).
    #[must_use]
    pub fn changelog(&self) -> Value {
        let row = |change: &Change| {
            let mut row = json!({"systemInternalId": self.internal_id, "changedByOrgNumber": self.vendor, "changeType": change.kind,
                                 "changedData": change.changed, "clientId": change.client, "created": clock::with_offset(change.at)});
            if let Some(row) = row.as_object_mut() {
                row.retain(|_, value| !value.is_null());
            }
            row
        };
        self.changes.iter().map(row).collect()
    }

    /// Its bokmål name, which an approval needs.
    #[must_use]
    pub fn nb_name(&self) -> Option<&str> {
        self.name.get("nb").and_then(Value::as_str).filter(|name| !name.is_empty())
    }
}
