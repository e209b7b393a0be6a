//! A subscription and its owner, the consumer (facts platform F.1).

use crate::decision::subject::Subject;
use crate::identity::caller::Caller;
use crate::registry::access_list::party_id;
use crate::world::World;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use uuid::Uuid;

const ORGANISATION_URN: &str = "urn:altinn:organization:identifier-no:";
/// Forms of older documentation.
const OLD_URN: &str = "urn:altinn:organizationnumber:";
const OLD_PATH: &str = "/organisation/";

/// The identity that owns a subscription; no other identity can see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Consumer(String);

impl Consumer {
    /// The caller's org code; without one its system user, else its organisation number. This is the service's order.
    #[must_use]
    pub fn of(caller: &Caller) -> Self {
        Self(match (&caller.org_code, &caller.system_user) {
            (Some(code), _) => format!("/org/{code}"),
            (None, Some(user)) => format!("/systemuser/{}", user.id),
            (None, None) => format!("/organisation/{}", caller.org_number.as_ref().unwrap_or(&caller.consumer).digits()),
        })
    }

    /// The consumer as the subject of a policy decision.
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
    /// Stored in lower case.
    pub resource_filter: String,
    pub subject_filter: Option<String>,
    pub type_filter: Option<String>,
    pub consumer: Consumer,
    pub created: Timestamp,
    /// Whether its webhook has answered a validation.
    pub validated: bool,
    /// Stored, but without effect.
    pub include_subunits: bool,
    /// Whether a validation is under way now.
    pub validating: bool,
}

impl Subscription {
    /// The organisation number in its subject filter; `None` for other forms of subject.
    #[must_use]
    pub fn party(&self) -> Option<&str> {
        self.subject_filter.as_deref().and_then(party_of)
    }

    /// Whether a new subscription repeats this one.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.consumer == other.consumer
            && self.end_point == other.end_point
            && self.resource_filter == other.resource_filter
            && self.subject_filter == other.subject_filter
            && self.type_filter == other.type_filter
            && self.include_subunits == other.include_subunits
    }

    /// Whether each filter equals the event's value exactly; an empty filter is stored and matches nothing.
    #[must_use]
    pub fn matches(&self, event: &Value) -> bool {
        let fits = |filter: Option<&str>, name: &str| filter.is_none_or(|filter| event.get(name).and_then(Value::as_str) == Some(filter));
        self.validated
            && fits(Some(&self.resource_filter), "resource")
            && fits(self.subject_filter.as_deref(), "subject")
            && fits(self.type_filter.as_deref(), "type")
    }

    /// The subscription as the API shows it, without null members (facts examples 24).
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

/// The organisation that the decision point is asked about, nine digits. The service still reads the old forms of a subject here,
/// although no event has them any more.
pub(super) fn party_asked_about(world: &World, subject: &str) -> Option<String> {
    let of_number = |prefix: &str| subject.strip_prefix(prefix).filter(|digits| is_number(digits)).map(str::to_owned);
    let of_party = || {
        let id: u64 = subject.strip_prefix("/party/")?.parse().ok()?;
        let known = world.organisations.all.iter().map(|organisation| organisation.number.digits());
        known.chain(world.systems.users.iter().map(|user| user.party.as_str())).find(|number| party_id(number) == id).map(str::to_owned)
    };
    of_number(ORGANISATION_URN).or_else(|| of_number(OLD_URN)).or_else(|| of_number(OLD_PATH)).or_else(of_party)
}

fn is_number(digits: &str) -> bool {
    digits.len() == 9 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The nine digits of `urn:altinn:organization:identifier-no:…`; `None` for any other form.
pub(super) fn party_of(subject: &str) -> Option<&str> {
    subject.strip_prefix(ORGANISATION_URN).filter(|digits| is_number(digits))
}
