//! Compares subscriptions with the one that is wanted, and says what is wrong with those that nearly match.

use crate::journey::Message;
use crate::services::Subscription;
use crate::values::{EventType, OrgNumber, is_same_endpoint};
use url::Url;

/// The fields that a matching subscription has. Events compares filters letter by letter, and addresses in their normal form (facts
/// platform F.1 and F.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WantedSubscription {
    pub(super) endpoint: Url,
    /// `urn:altinn:resource:…` in lower case.
    pub(super) resource: String,
    /// The party: `urn:altinn:organization:identifier-no:…`.
    pub(super) subject: String,
    /// The event types. Empty means one subscription for all types.
    pub(super) types: Vec<EventType>,
}

impl WantedSubscription {
    /// The event type of each subscription that is needed. One None if a single subscription covers all types.
    pub(super) fn each(&self) -> Vec<Option<&EventType>> {
        if self.types.is_empty() { vec![None] } else { self.types.iter().map(Some).collect() }
    }

    pub(super) fn fits(&self, subscription: &Subscription, event_type: Option<&EventType>) -> bool {
        self.leads_here(subscription)
            && subscription.resource_filter.as_ref() == Some(&self.resource)
            && subscription.subject_filter.as_ref() == Some(&self.subject)
            && subscription.type_filter.as_deref() == event_type.map(EventType::as_str)
            && subscription.source_filter.is_none()
    }

    fn leads_here(&self, subscription: &Subscription) -> bool {
        Url::parse(&subscription.endpoint).is_ok_and(|endpoint| is_same_endpoint(&endpoint, &self.endpoint))
    }

    /// Why a subscription that seems meant for us does not match. None if it matches, or is about another resource.
    pub(super) fn fault(&self, subscription: &Subscription) -> Option<Message> {
        let resource = subscription.resource_filter.as_deref().unwrap_or_default();
        let about_us = resource.eq_ignore_ascii_case(&self.resource)
            || subscription.source_filter.as_deref().is_some_and(|source| source.contains("/broker/api/v1/"));
        if !about_us || self.each().into_iter().any(|event_type| self.fits(subscription, event_type)) {
            return None;
        }
        let event_type = subscription.type_filter.as_deref();
        let never = event_type.and_then(no_events_type);
        let subject = subscription.subject_filter.as_deref();
        let empty = [event_type, subject, subscription.resource_filter.as_deref()].contains(&Some(""));
        Some(match (subscription.source_filter.as_deref(), never, subject) {
            (Some(source), _, _) if source.trim_end_matches('/').ends_with("/file") => Message::RowOldSourceFile,
            (Some(_), _, _) => Message::RowOldSource,
            (None, _, _) if empty => Message::RowEmptyFilter,
            (None, Some(fault), _) => fault,
            (None, None, Some(given)) if !is_events_subject(given) => {
                Message::RowOldSubject { given: given.to_owned(), wanted: self.subject.clone() }
            }
            (None, None, None) => Message::RowNoSubject,
            (None, None, Some(given)) if given != self.subject => Message::RowOtherSubject { given: given.to_owned() },
            (None, None, Some(_)) if !self.leads_here(subscription) => Message::RowOtherEndpoint,
            (None, None, Some(_)) => match event_type {
                Some(given) => Message::RowOtherType { given: given.to_owned() },
                None => Message::RowAllTypes,
            },
        })
    }
}

/// What is wrong with a type filter that equals no event's type. None if nothing is.
fn no_events_type(given: &str) -> Option<Message> {
    match given.parse::<EventType>() {
        Ok(known) if known.as_str() == given => None,
        Ok(known) => Some(Message::RowOldType { given: given.to_owned(), wanted: known.to_string() }),
        Err(_) => Some(Message::RowUnknownType { given: given.to_owned() }),
    }
}

/// Whether an event can have this subject. Events still takes older forms, which no event has.
fn is_events_subject(given: &str) -> bool {
    given.parse::<OrgNumber>().is_ok_and(|number| number.urn() == given)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::checks::events) fn wanted(types: &[&str]) -> WantedSubscription {
        WantedSubscription {
            endpoint: Url::parse("https://hooks.example.no/a").unwrap_or_else(|error| unreachable!("{error}")),
            resource: "urn:altinn:resource:acme-files".to_owned(),
            subject: "urn:altinn:organization:identifier-no:991825827".to_owned(),
            types: types.iter().filter_map(|name| name.parse().ok()).collect(),
        }
    }

    pub(in crate::checks::events) fn good() -> Subscription {
        let wanted = wanted(&[]);
        Subscription {
            id: 7,
            endpoint: wanted.endpoint.to_string(),
            resource_filter: Some(wanted.resource),
            source_filter: None,
            subject_filter: Some(wanted.subject),
            type_filter: None,
            consumer: "/systemuser/0d9b2c4e-6f1a-4b3c-8d5e-7a9b0c1d2e3f".to_owned(),
            created: Some(jiff::Timestamp::UNIX_EPOCH),
            validated: true,
        }
    }

    #[test]
    fn all_of_it_must_be_equal() {
        assert!(wanted(&[]).fits(&good(), None));
        assert_eq!(wanted(&[]).fault(&good()), None);
        let other = Subscription { resource_filter: Some("urn:altinn:resource:other".to_owned()), ..good() };
        assert_eq!(wanted(&[]).fault(&other), None);
    }

    #[test]
    fn filters_of_the_old_documentation_are_recognised() {
        let text = |text: &str| Some(text.to_owned());
        let cases = [
            (Subscription { source_filter: text("https://platform.altinn.no/broker/api/v1/file"), ..good() }, "row-old-source-file"),
            (Subscription { source_filter: text("https://platform.altinn.no/broker/api/v1/filetransfer"), ..good() }, "row-old-source"),
            (Subscription { type_filter: text("no.altinn.broker.Published"), ..good() }, "row-old-type"),
            (Subscription { type_filter: text("published"), ..good() }, "row-old-type"),
            (Subscription { type_filter: text("no.altinn.broker.*"), ..good() }, "row-unknown-type"),
            (Subscription { type_filter: text(""), ..good() }, "row-empty-filter"),
            (Subscription { subject_filter: text(""), ..good() }, "row-empty-filter"),
            (Subscription { subject_filter: text("/organisation/991825827"), ..good() }, "row-old-subject"),
            (Subscription { subject_filter: text("/party/51234567"), ..good() }, "row-old-subject"),
            (Subscription { subject_filter: text("urn:altinn:organizationnumber:991825827"), ..good() }, "row-old-subject"),
            (Subscription { subject_filter: None, ..good() }, "row-no-subject"),
            (Subscription { subject_filter: text("urn:altinn:organization:identifier-no:310400203"), ..good() }, "row-other-subject"),
            (Subscription { endpoint: "https://elsewhere.example.no/".to_owned(), ..good() }, "row-other-endpoint"),
            (Subscription { type_filter: text("no.altinn.broker.published"), ..good() }, "row-other-type"),
        ];
        for (subscription, id) in cases {
            assert_eq!(wanted(&[]).fault(&subscription).map(|fault| fault.id()), Some(id));
        }
        assert_eq!(wanted(&["published"]).fault(&good()).map(|fault| fault.id()), Some("row-all-types"));
    }
}
