//! A subscription and whose it is (facts platform F.1).

use crate::decision::subject::Subject;
use crate::identity::caller::Caller;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use uuid::Uuid;

const ORGANISATION_URN: &str = "urn:altinn:organization:identifier-no:";

/// Whose a subscription is: only the same identity sees it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Consumer(String);

impl Consumer {
    /// In the service's priority: org code, system user, organisation.
    #[must_use]
    pub fn of(caller: &Caller) -> Self {
        Self(match (&caller.org_code, &caller.system_user) {
            (Some(code), _) => format!("/org/{code}"),
            (None, Some(user)) => format!("/systemuser/{}", user.id),
            (None, None) => format!("/organisation/{}", caller.org_number.as_ref().unwrap_or(&caller.consumer).digits()),
        })
    }

    /// As the decision point is told.
    #[must_use]
    pub fn subject(&self) -> Subject {
        let nobody = Subject::Organisation { number: None, code: None };
        match self.0.trim_start_matches('/').split_once('/') {
            Some(("org", code)) => Subject::Organisation { number: None, code: Some(code.to_owned()) },
            Some(("systemuser", id)) => Uuid::parse_str(id).map_or(nobody, Subject::SystemUser),
            Some((_, number)) => Subject::Organisation { number: Some(number.to_owned()), code: None },
            None => nobody,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Subscription {
    pub id: u64,
    pub end_point: String,
    /// In lower case.
    pub resource_filter: String,
    pub subject_filter: Option<String>,
    pub type_filter: Option<String>,
    pub consumer: Consumer,
    /// When it was made.
    pub created: Timestamp,
    /// Whether its webhook has answered.
    pub validated: bool,
    /// Stored only.
    pub include_subunits: bool,
    /// Whether a validation is under way.
    pub validating: bool,
}

impl Subscription {
    /// The party of its subject filter, if the form is known.
    #[must_use]
    pub fn party(&self) -> Option<&str> {
        self.subject_filter.as_deref().and_then(party_of)
    }

    /// Whether an identical one is asked for again.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.consumer == other.consumer
            && self.end_point == other.end_point
            && self.resource_filter == other.resource_filter
            && self.subject_filter == other.subject_filter
            && self.type_filter == other.type_filter
            && self.include_subunits == other.include_subunits
    }

    /// Exact equality; an empty filter is stored and matches nothing.
    #[must_use]
    pub fn matches(&self, event: &Value) -> bool {
        let fits = |filter: Option<&str>, name: &str| filter.is_none_or(|filter| event.get(name).and_then(Value::as_str) == Some(filter));
        self.validated
            && fits(Some(&self.resource_filter), "resource")
            && fits(self.subject_filter.as_deref(), "subject")
            && fits(self.type_filter.as_deref(), "type")
    }

    /// The object (facts examples 24): null members left out.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut row = Map::new();
        row.insert("id".to_owned(), json!(self.id));
        row.insert("endPoint".to_owned(), json!(self.end_point));
        row.insert("resourceFilter".to_owned(), json!(self.resource_filter));
        if let Some(filter) = &self.subject_filter {
            row.insert("subjectFilter".to_owned(), json!(filter));
        }
        if let Some(filter) = &self.type_filter {
            row.insert("typeFilter".to_owned(), json!(filter));
        }
        row.insert("consumer".to_owned(), json!(self.consumer));
        row.insert("createdBy".to_owned(), json!(self.consumer));
        row.insert("created".to_owned(), json!(self.created.to_string()));
        row.insert("validated".to_owned(), json!(self.validated));
        row.insert("includeSubunits".to_owned(), json!(self.include_subunits));
        Value::Object(row)
    }
}

/// The nine digits of `urn:altinn:organization:identifier-no:…`; any other form sets no party.
pub(super) fn party_of(subject: &str) -> Option<&str> {
    let digits = subject.strip_prefix(ORGANISATION_URN)?;
    (digits.len() == 9 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}
