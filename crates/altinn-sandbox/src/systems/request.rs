//! A request for a system user (facts platform D.2; facts examples 19–20).

use super::confirm_url::confirm_url;
use super::system::{AccessPackage, Right};
use crate::clock;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use url::Url;
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RequestStatus {
    /// Waits for the customer's approver.
    New,
    /// The system user exists.
    Accepted,
    /// The customer declined.
    Rejected,
    /// Only in rows of older versions: rejected.
    Denied,
    /// Only in rows of older versions: not answered in time.
    Timedout,
}

/// Whom a system user acts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UserType {
    #[default]
    Standard,
    /// The clients of its owner. Such a system user gets packages only, no rights.
    Agent,
}

impl UserType {
    /// The last path segment of the approval page in Altinn's access management (facts platform D.2).
    const fn confirm_page(self) -> &'static str {
        match self {
            Self::Standard => "request",
            Self::Agent => "agentrequest",
        }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Request {
    /// The system user gets the same id.
    pub id: Uuid,
    /// The system user's name: the one asked for, else the system's name in bokmål, which may be missing.
    pub integration_title: Option<String>,
    /// The external reference; the customer's number when the vendor gave none.
    pub external_ref: String,
    pub system_id: String,
    pub party: String,
    pub rights: Vec<Right>,
    pub access_packages: Vec<AccessPackage>,
    pub status: RequestStatus,
    /// Where the approver's browser goes after answering.
    pub redirect_url: Option<String>,
    pub created: Timestamp,
    /// Whether a fault made it time out early.
    #[serde(default)]
    pub expired: bool,
    /// Whether the sandbox's own approver should never answer it.
    #[serde(default)]
    pub ignored: bool,
    #[serde(default)]
    pub user_type: UserType,
    /// Whether an approver without the rights forwarded it.
    #[serde(default)]
    pub escalated: bool,
}

/// Which members of a request an answer shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RequestView {
    Whole,
    /// A row of a list: without `confirmUrl`.
    Row,
}

impl Request {
    /// Whether it waited too long; its status stays New.
    #[must_use]
    pub fn timed_out(&self) -> bool {
        self.expired || clock::now().duration_since(self.created) > SignedDuration::from_hours(180 * 24)
    }

    /// Whether a path segment is this request's id, external reference or system id.
    pub(super) fn named_by(&self, segment: &str) -> bool {
        segment == self.external_ref || segment == self.system_id || segment.eq_ignore_ascii_case(&self.id.to_string())
    }

    pub(super) fn json(&self, origin: &Url, shown: RequestView) -> Value {
        let mut row = Map::new();
        row.insert("id".to_owned(), json!(self.id));
        if let Some(title) = &self.integration_title {
            row.insert("integrationTitle".to_owned(), json!(title));
        }
        row.insert("externalRef".to_owned(), json!(self.external_ref));
        row.insert("systemId".to_owned(), json!(self.system_id));
        row.insert("partyOrgNo".to_owned(), json!(self.party));
        if self.user_type == UserType::Standard {
            row.insert("rights".to_owned(), json!(self.rights));
        }
        row.insert("accessPackages".to_owned(), json!(self.access_packages));
        row.insert("status".to_owned(), json!(self.status));
        if let Some(url) = &self.redirect_url {
            row.insert("redirectUrl".to_owned(), json!(url));
        }
        if shown != RequestView::Row {
            row.insert("confirmUrl".to_owned(), json!(confirm_url(origin, self.user_type.confirm_page(), self.id)));
        }
        // Only lists show whether it was forwarded.
        row.insert("escalated".to_owned(), json!(self.escalated && shown == RequestView::Row));
        row.insert("created".to_owned(), json!(self.created.to_string()));
        row.insert("timedOut".to_owned(), json!(self.timed_out()));
        Value::Object(row)
    }
}
