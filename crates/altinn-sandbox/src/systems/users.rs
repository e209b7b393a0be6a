//! System users (facts platform D.2; facts examples 21–22).

use super::request::UserType;
use super::system::AccessPackage;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

/// A resource that a party has delegated to a system user.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Delegation {
    pub resource: String,
    /// The actions the policy had when the request was approved.
    pub actions: Vec<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SystemUserRow {
    /// The same id as the request it came from.
    pub id: Uuid,
    pub integration_title: String,
    pub system_id: String,
    pub vendor: String,
    /// The owner: the customer's number, nine digits.
    pub party: String,
    /// The external reference; the customer's number when the vendor gave none.
    pub external_ref: String,
    pub created: Timestamp,
    pub is_deleted: bool,
    pub delegations: Vec<Delegation>,
    #[serde(default)]
    pub access_packages: Vec<AccessPackage>,
    #[serde(default)]
    pub user_type: UserType,
}

impl SystemUserRow {
    /// The answer for one system user (facts examples 21).
    #[must_use]
    pub fn json(&self) -> Value {
        json!({"id": self.id, "integrationTitle": self.integration_title, "systemId": self.system_id, "productName": "",
               "reporteeOrgNo": self.party, "created": self.created.to_string(), "isDeleted": self.is_deleted, "supplierName": "",
               "supplierOrgno": self.vendor, "externalRef": self.external_ref, "userType": self.user_type})
    }
}
