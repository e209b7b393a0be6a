//! Which subscriptions are wanted, and which of them exist already. Uses none of the filters from the old documentation.

use crate::checks::Connection;
use crate::deeds::party::{Party, missing};
use crate::deeds::run::DeedStop;
use crate::journey::{DeedMessage, FieldId};
use crate::services::{NewSubscription, Subscription};
use crate::values::{EventType, ResourceFilter, SubjectFilter, is_loopback, is_same_endpoint};
use url::Url;

/// Whether a wanted subscription exists, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Standing {
    /// It belongs to the identity that subscribes.
    Ours(Subscription),
    /// It belongs to our other identity.
    Others(Subscription),
    Missing,
}

/// The webhook's address. A webhook in the sandbox gets the sandbox's current host and port.
pub(super) fn endpoint(connection: &Connection) -> Result<Url, DeedStop> {
    let webhook = connection.profile.events.endpoint.as_ref().ok_or_else(|| missing(FieldId::EventsEndpoint))?;
    let platform = &connection.services.endpoints().platform;
    let url = webhook.resolve(platform).map_err(|_| DeedMessage::EndpointUnreadable { endpoint: webhook.to_string() })?;
    // Altinn accepts https only. The sandbox, a platform over http on this machine, also accepts http on this machine.
    if url.scheme() == "https" || (platform.scheme() == "http" && is_loopback(&url)) {
        Ok(url)
    } else {
        Err(DeedMessage::EndpointNotTaken { endpoint: url.to_string() }.into())
    }
}

/// One subscription for each event type in the answers, or a single one for all types if none is named.
pub(super) fn wanted(connection: &Connection, party: &Party, endpoint: &Url) -> Vec<NewSubscription> {
    let types = &connection.profile.events.types;
    let one = |event_type: Option<EventType>| NewSubscription {
        endpoint: endpoint.clone(),
        resource: ResourceFilter::of(&party.resource),
        subject: SubjectFilter::of(&party.organisation),
        event_type,
    };
    if types.is_empty() {
        return vec![one(None)];
    }
    let mut distinct: Vec<&EventType> = Vec::new();
    for event_type in types {
        if !distinct.contains(&event_type) {
            distinct.push(event_type);
        }
    }
    distinct.into_iter().map(|event_type| one(Some(event_type.clone()))).collect()
}

/// Looks for a subscription that exists. A validated one is preferred, then one of the identity that subscribes.
pub(super) fn standing(new: &NewSubscription, ours: &[Subscription], others: &[Subscription]) -> Standing {
    let find = |list: &[Subscription], validated: bool| list.iter().find(|s| is_same(s, new) && s.validated == validated).cloned();
    find(ours, true)
        .map(Standing::Ours)
        .or_else(|| find(others, true).map(Standing::Others))
        .or_else(|| find(ours, false).map(Standing::Ours))
        .or_else(|| find(others, false).map(Standing::Others))
        .unwrap_or(Standing::Missing)
}

/// Whether a subscription is the wanted one. Filters are compared exactly and addresses in their normal form, as Events does.
pub(in crate::deeds) fn is_same(found: &Subscription, new: &NewSubscription) -> bool {
    found.resource_filter.as_deref() == Some(new.resource.as_str())
        && found.subject_filter.as_deref() == Some(new.subject.as_str())
        && found.type_filter.as_deref() == new.event_type.as_ref().map(EventType::as_str)
        && found.source_filter.is_none()
        && Url::parse(&found.endpoint).is_ok_and(|endpoint| is_same_endpoint(&endpoint, &new.endpoint))
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    fn new(event_type: Option<&str>) -> NewSubscription {
        NewSubscription {
            endpoint: Url::parse("https://hooks.example.no/altinn").expect("an address"),
            resource: ResourceFilter::of(&"acme-files".parse().expect("a resource")),
            subject: SubjectFilter::of(&"991825827".parse().expect("a number")),
            event_type: event_type.map(|name| name.parse().expect("a type")),
        }
    }

    fn found(id: i64, validated: bool) -> Subscription {
        Subscription {
            id,
            endpoint: "https://hooks.example.no/altinn".to_owned(),
            resource_filter: Some("urn:altinn:resource:acme-files".to_owned()),
            source_filter: None,
            subject_filter: Some("urn:altinn:organization:identifier-no:991825827".to_owned()),
            type_filter: None,
            consumer: "/organisation/991825827".to_owned(),
            created: None,
            validated,
        }
    }

    #[test]
    fn a_validated_one_of_our_other_identity_is_never_duplicated() {
        let other = found(7, true);
        assert_eq!(standing(&new(None), &[], std::slice::from_ref(&other)), Standing::Others(other.clone()));
        assert_eq!(standing(&new(None), &[found(8, false)], std::slice::from_ref(&other)), Standing::Others(other));
    }

    #[test]
    fn ours_comes_first_where_both_are_equal() {
        assert_eq!(standing(&new(None), &[found(1, true)], &[found(2, true)]), Standing::Ours(found(1, true)));
        assert_eq!(standing(&new(None), &[found(1, false)], &[found(2, false)]), Standing::Ours(found(1, false)));
    }

    #[test]
    fn a_filter_of_the_old_documentation_is_not_the_one_wanted() {
        let capital = Subscription { type_filter: Some("no.altinn.broker.Published".to_owned()), ..found(1, true) };
        let empty = Subscription { type_filter: Some(String::new()), ..found(2, true) };
        let source = Subscription { source_filter: Some("https://platform.altinn.no/broker/api/v1/file".to_owned()), ..found(3, true) };
        assert_eq!(standing(&new(Some("published")), std::slice::from_ref(&capital), &[]), Standing::Missing);
        assert_eq!(standing(&new(None), &[capital, empty, source], &[]), Standing::Missing);
    }

    #[test]
    fn an_address_is_compared_as_an_address() {
        let mut bare = found(1, true);
        bare.endpoint = "https://HOOKS.example.no:443/altinn".to_owned();
        assert!(is_same(&bare, &new(None)));
        bare.endpoint = "https://hooks.example.no/%61ltinn".to_owned();
        assert!(is_same(&bare, &new(None)));
        bare.endpoint = "https://hooks.example.no/altinn/".to_owned();
        assert!(!is_same(&bare, &new(None)));
    }
}
