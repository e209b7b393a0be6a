//! Whether an event is the one that is waited for: its resource, its party, its type and its transfer, each on its own.

use super::{Evidence, Profile, ReceivedEvent};
use crate::values::{ResourceFilter, SubjectFilter};

/// What an event's transfer is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransferFit {
    /// Our latest test transfer.
    OurTest,
    /// Another one, or there was no test yet.
    Other,
    /// The event names none.
    None,
}

/// How an event compares with what the answers ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventFit {
    pub resource: bool,
    pub party: bool,
    /// Whether it is of Broker's types, and of those that the answers name.
    pub event_type: bool,
    pub transfer: TransferFit,
}

impl EventFit {
    /// None without the answers to compare with.
    #[must_use]
    pub fn of(event: &ReceivedEvent, profile: &Profile, evidence: &Evidence) -> Option<Self> {
        let resource = ResourceFilter::of(profile.resource.as_ref()?);
        let party = SubjectFilter::of(profile.organisation.as_ref()?);
        let types = &profile.events.types;
        Some(Self {
            resource: event.resource.as_ref().is_some_and(|given| given.eq_ignore_ascii_case(resource.as_str())),
            party: event.subject.as_deref() == Some(party.as_str()),
            event_type: event.event_type.as_ref().is_some_and(|given| types.is_empty() || types.contains(given)),
            transfer: match (event.transfer, &evidence.transfer) {
                (None, _) => TransferFit::None,
                (Some(id), Some(test)) if test.id == id => TransferFit::OurTest,
                (Some(_), _) => TransferFit::Other,
            },
        })
    }

    /// Whether it shows that events of the answers' kind arrive.
    #[must_use]
    pub const fn is_received(self) -> bool {
        self.resource && self.party && self.event_type && !matches!(self.transfer, TransferFit::None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Environment, FieldId, ReceivedBy, Role, TransferEvidence};
    use jiff::Timestamp;
    use uuid::Uuid;

    fn profile() -> Profile {
        let mut profile = Profile::new(Role::Sender, Environment::SANDBOX);
        for (field, text) in [(FieldId::Organisation, "991825827"), (FieldId::Resource, "acme-files"), (FieldId::EventsTypes, "published")]
        {
            assert_eq!(profile.set(field, text), Ok(()));
        }
        profile
    }

    fn event() -> ReceivedEvent {
        ReceivedEvent {
            id: "1".to_owned(),
            event_type: "no.altinn.broker.published".parse().ok(),
            transfer: Some(Uuid::nil()),
            resource: Some("urn:altinn:resource:acme-files".to_owned()),
            subject: Some("urn:altinn:organization:identifier-no:991825827".to_owned()),
            at: Timestamp::UNIX_EPOCH,
            by: ReceivedBy::Receiver,
            body: None,
        }
    }

    #[test]
    fn each_field_is_compared_on_its_own() {
        let fit = |event: &ReceivedEvent| EventFit::of(event, &profile(), &Evidence::default());
        let all = EventFit { resource: true, party: true, event_type: true, transfer: TransferFit::Other };
        assert_eq!(fit(&event()), Some(all));
        assert!(all.is_received());
        let text = |text: &str| Some(text.to_owned());
        let other = [
            (ReceivedEvent { resource: text("urn:altinn:resource:other"), ..event() }, EventFit { resource: false, ..all }),
            (ReceivedEvent { subject: text("/organisation/991825827"), ..event() }, EventFit { party: false, ..all }),
            (ReceivedEvent { event_type: "uploadfailed".parse().ok(), ..event() }, EventFit { event_type: false, ..all }),
            (ReceivedEvent { transfer: None, ..event() }, EventFit { transfer: TransferFit::None, ..all }),
        ];
        for (event, expected) in other {
            assert_eq!(fit(&event), Some(expected));
            assert!(!expected.is_received());
        }
    }

    #[test]
    fn our_own_test_is_known() {
        let test = TransferEvidence { id: Uuid::nil(), at: Timestamp::UNIX_EPOCH, reference: String::new(), confirmed: false };
        let evidence = Evidence { transfer: Some(test), ..Evidence::default() };
        assert_eq!(EventFit::of(&event(), &profile(), &evidence).map(|fit| fit.transfer), Some(TransferFit::OurTest));
        let nothing_answered = Profile::new(Role::Sender, Environment::SANDBOX);
        assert_eq!(EventFit::of(&event(), &nothing_answered, &evidence), None);
    }
}
