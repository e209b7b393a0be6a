//! A request to change a system user (facts platform D.2).

use super::confirm_url::confirm_url;
use super::request::RequestStatus;
use super::system::{AccessPackage, Right};
use crate::clock;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use url::Url;
use uuid::Uuid;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ChangeRequest {
    /// The correlation id from the vendor's call.
    pub id: Uuid,
    pub system_user: Uuid,
    pub external_ref: String,
    pub system_id: String,
    pub party: String,
    /// The rights the system user should have afterwards.
    pub required_rights: Vec<Right>,
    /// The rights to remove.
    pub unwanted_rights: Vec<Right>,
    /// The packages it should have afterwards.
    pub required_packages: Vec<AccessPackage>,
    /// The packages to remove.
    pub unwanted_packages: Vec<AccessPackage>,
    /// Where the approver's browser goes after answering.
    pub redirect_url: Option<String>,
    pub status: RequestStatus,
    pub created: Timestamp,
}

impl ChangeRequest {
    /// Whether it waited too long; its status stays New.
    #[must_use]
    pub fn timed_out(&self) -> bool {
        clock::now().duration_since(self.created) > SignedDuration::from_hours(180 * 24)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.required_rights.is_empty()
            && self.unwanted_rights.is_empty()
            && self.required_packages.is_empty()
            && self.unwanted_packages.is_empty()
    }

    pub(super) fn json(&self, origin: &Url) -> Value {
        let mut row = Map::new();
        let mut put = |name: &str, value: Value| row.insert(name.to_owned(), value);
        put("id", json!(self.id));
        put("externalRef", json!(self.external_ref));
        put("systemId", json!(self.system_id));
        put("systemUserId", json!(self.system_user));
        put("partyOrgNo", json!(self.party));
        put("requiredRights", json!(self.required_rights));
        put("unwantedRights", json!(self.unwanted_rights));
        put("requiredAccessPackages", json!(self.required_packages));
        put("unwantedAccessPackages", json!(self.unwanted_packages));
        put("status", json!(self.status));
        if let Some(url) = &self.redirect_url {
            put("redirectUrl", json!(url));
        }
        put("confirmUrl", json!(confirm_url(origin, "changerequest", self.id)));
        put("created", json!(self.created.to_string()));
        put("timedOut", json!(self.timed_out()));
        Value::Object(row)
    }

    /// A row of a list, which has no `confirmUrl`.
    pub(super) fn row(&self, origin: &Url) -> Value {
        let mut row = self.json(origin);
        if let Some(members) = row.as_object_mut() {
            members.shift_remove("confirmUrl");
        }
        row
    }

    /// The answer when the system user already has what is asked for: nothing is stored and no approver is asked.
    pub(super) fn not_needed(&self, origin: &Url) -> Value {
        let mut row = self.json(origin);
        for (name, value) in [("status", "NoChangeNeeded"), ("confirmUrl", ""), ("created", "0001-01-01T00:00:00")] {
            row[name] = json!(value);
        }
        row
    }
}
