//! A request for a system user (facts platform D.2; facts examples 19–20).

use super::confirm_url::confirm_url;
use super::system::{AccessPackage, Right};
use crate::clock;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use url::Url;
use uuid::Uuid;

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RequestStatus {
    /// Waits for the customer.
    New,
    /// The system user exists.
    Accepted,
    /// The customer declined.
    Rejected,
    /// Of older rows only: declined too.
    Denied,
    /// Of older rows only: too old.
    Timedout,
}

/// Whom a system user serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum UserType {
    #[default]
    Standard,
    /// Its owner's clients: it gets packages only.
    Agent,
}

impl UserType {
    /// The page of access management where such a request is answered (D.2).
    const fn confirm_page(self) -> &'static str {
        match self {
            Self::Standard => "request",
            Self::Agent => "agentrequest",
        }
    }
}

/// A request for a system user.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Request {
    /// Its id, which the system user gets.
    pub id: Uuid,
    /// What the system user will be called: what was asked for, else the system's bokmål name, which it may lack.
    pub integration_title: Option<String>,
    /// The reference; the customer's number when none was given.
    pub external_ref: String,
    pub system_id: String,
    pub party: String,
    /// The rights asked for.
    pub rights: Vec<Right>,
    /// The packages asked for.
    pub access_packages: Vec<AccessPackage>,
    pub status: RequestStatus,
    /// Where the approver is sent afterwards.
    pub redirect_url: Option<String>,
    /// When it was made.
    pub created: Timestamp,
    /// Made to time out before its time.
    #[serde(default)]
    pub expired: bool,
    /// Whether the sandbox's approver never acts on it.
    #[serde(default)]
    pub ignored: bool,
    /// What kind of system user is asked for.
    #[serde(default)]
    pub user_type: UserType,
    /// Whether somebody who may not approve it has passed it on.
    #[serde(default)]
    pub escalated: bool,
}

/// What a read of a request shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RequestView {
    /// Just made: `created` is not filled in.
    Fresh,
    Whole,
    /// A row of a list: no `confirmUrl`.
    Row,
}

impl Request {
    /// Whether it is too old: its status stays New.
    #[must_use]
    pub fn timed_out(&self) -> bool {
        self.expired || clock::now().duration_since(self.created) > SignedDuration::from_hours(180 * 24)
    }

    /// Whether a segment of an address leads to it.
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
        // Only a list tells that somebody passed it on.
        row.insert("escalated".to_owned(), json!(self.escalated && shown == RequestView::Row));
        let created = if shown == RequestView::Fresh { "0001-01-01T00:00:00".to_owned() } else { self.created.to_string() };
        row.insert("created".to_owned(), json!(created));
        row.insert("timedOut".to_owned(), json!(self.timed_out()));
        Value::Object(row)
    }
}
