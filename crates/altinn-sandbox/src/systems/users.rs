//! System users (facts platform D.2; facts examples 21–22).

use super::request::UserType;
use super::system::AccessPackage;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

/// What a party has given to a system user.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Delegation {
    pub resource: String,
    /// The actions of its policy at the time of the approval.
    pub actions: Vec<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SystemUserRow {
    /// Its id: that of the request.
    pub id: Uuid,
    /// What it is called.
    pub integration_title: String,
    pub system_id: String,
    pub vendor: String,
    /// Who owns it: the customer's number.
    pub party: String,
    /// The reference; the customer's number when none was given.
    pub external_ref: String,
    /// When it was made.
    pub created: Timestamp,
    /// Whether it is gone.
    pub is_deleted: bool,
    /// What it may use.
    pub delegations: Vec<Delegation>,
    /// The packages it was given.
    #[serde(default)]
    pub access_packages: Vec<AccessPackage>,
    #[serde(default)]
    pub user_type: UserType,
}

impl SystemUserRow {
    /// The object (facts examples 21).
    #[must_use]
    pub fn json(&self) -> Value {
        json!({"id": self.id, "integrationTitle": self.integration_title, "systemId": self.system_id, "productName": "",
               "reporteeOrgNo": self.party, "created": self.created.to_string(), "isDeleted": self.is_deleted, "supplierName": "",
               "supplierOrgno": self.vendor, "externalRef": self.external_ref, "userType": self.user_type})
    }
}
