//! What only the user can know, and says: the days on which something was seen. No service is asked, so it is shown as said.

use super::{FieldId, FieldProblem, Profile, VendorAnswers};
use crate::values::Invalid;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

/// What the user has said of the vendor's work (contract 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VendorWord {
    /// Nothing yet about this field. The first of those that are missing.
    Missing(FieldId),
    /// Everything. The later of the two days.
    Said(Date),
}

impl VendorAnswers {
    #[must_use]
    pub fn word(&self) -> VendorWord {
        match (&self.name, self.approved_on, self.transfer_seen_on) {
            (None, _, _) => VendorWord::Missing(FieldId::VendorName),
            (Some(_), None, _) => VendorWord::Missing(FieldId::VendorApprovedOn),
            (Some(_), Some(_), None) => VendorWord::Missing(FieldId::VendorTransferSeenOn),
            (Some(_), Some(approved), Some(seen)) => VendorWord::Said(approved.max(seen)),
        }
    }
}

/// The answers that the user's word about the vendor's work was about.
const ABOUT_THE_VENDOR: [FieldId; 6] =
    [FieldId::Role, FieldId::Environment, FieldId::Acting, FieldId::Organisation, FieldId::Resource, FieldId::VendorName];
/// The answers that the user's word about an event was about.
const ABOUT_THE_EVENT: [FieldId; 6] =
    [FieldId::Role, FieldId::Environment, FieldId::Acting, FieldId::Organisation, FieldId::Resource, FieldId::EventsEndpoint];

impl Profile {
    /// Takes an answer as [`Profile::set`] does, at this time: the day of something that was seen cannot be still to come.
    ///
    /// # Errors
    /// Why the answer was refused. The profile is then unchanged.
    pub fn set_at(&mut self, field: FieldId, text: &str, now: Timestamp) -> Result<(), FieldProblem> {
        let mut with_answer = self.clone();
        with_answer.set(field, text)?;
        match with_answer.day_to_come(now) {
            Some(to_come) if to_come == field => Err(FieldProblem { field, invalid: Invalid::DateFuture }),
            Some(_) | None => {
                *self = with_answer;
                Ok(())
            }
        }
    }

    /// A field where the user has said that something was seen on a day that is still to come everywhere on earth.
    #[must_use]
    pub fn day_to_come(&self, now: Timestamp) -> Option<FieldId> {
        // The reader's own zone is not known here. The day begins first where clocks are 14 hours ahead.
        let ahead = Offset::from_seconds(14 * 3600).map_or(TimeZone::UTC, TimeZone::fixed);
        let latest = now.to_zoned(ahead).date();
        let days = [
            (FieldId::ScopesRequested, self.scopes_requested),
            (FieldId::VendorApprovedOn, self.vendor.approved_on),
            (FieldId::VendorTransferSeenOn, self.vendor.transfer_seen_on),
            (FieldId::EventsReceivedByApplication, self.events.received_by_application),
        ];
        days.into_iter().find(|(_, day)| day.is_some_and(|day| day > latest)).map(|(field, _)| field)
    }

    /// Takes back what the user has said of something else: a day that was said with the answers of `before`, of which one that it
    /// was about is another now.
    pub fn forget_what_was_said_with(&mut self, before: &Self) {
        let is_changed = |about: &FieldId| before.answer(*about).is_some() && !before.has_same_answer(*about, self);
        let of_another_vendor = ABOUT_THE_VENDOR.iter().any(is_changed);
        let of_another_webhook = ABOUT_THE_EVENT.iter().any(is_changed);
        let keeps = |day: Option<Date>, former: Option<Date>, is_of_another: bool| day.filter(|_| !is_of_another || day != former);
        let former = &before.vendor;
        self.vendor.approved_on = keeps(self.vendor.approved_on, former.approved_on, of_another_vendor);
        self.vendor.transfer_seen_on = keeps(self.vendor.transfer_seen_on, former.transfer_seen_on, of_another_vendor);
        let events = &mut self.events;
        events.received_by_application = keeps(events.received_by_application, before.events.received_by_application, of_another_webhook);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Environment, Role};

    fn said() -> Profile {
        let mut profile = Profile::new(Role::Sender, Environment::SANDBOX);
        for (field, text) in [
            (FieldId::Acting, "by-vendor"),
            (FieldId::Resource, "smart-files"),
            (FieldId::VendorName, "Acme Files AS"),
            (FieldId::VendorApprovedOn, "2026-11-20"),
            (FieldId::VendorTransferSeenOn, "2026-11-21"),
            (FieldId::EventsReceivedByApplication, "2026-11-21"),
        ] {
            assert_eq!(profile.set(field, text), Ok(()));
        }
        profile
    }

    #[test]
    fn the_vendors_work_is_said_with_a_name_and_two_days() {
        let mut profile = said();
        assert_eq!(profile.vendor.word(), VendorWord::Said(jiff::civil::date(2026, 11, 21)));
        for field in [FieldId::VendorTransferSeenOn, FieldId::VendorApprovedOn, FieldId::VendorName] {
            assert_eq!(profile.set(field, ""), Ok(()));
            assert_eq!(profile.vendor.word(), VendorWord::Missing(field));
        }
    }

    #[test]
    fn a_day_that_is_still_to_come_is_refused_and_today_is_not() {
        // In Norway it is the 22nd already.
        let now: Timestamp = "2026-11-21T23:30:00Z".parse().unwrap();
        for field in [FieldId::VendorApprovedOn, FieldId::VendorTransferSeenOn, FieldId::EventsReceivedByApplication] {
            let mut profile = said();
            assert_eq!(profile.set_at(field, "2026-11-23", now), Err(FieldProblem { field, invalid: Invalid::DateFuture }));
            assert_eq!(profile, said());
            assert_eq!(profile.set_at(field, "2026-11-22", now), Ok(()));
        }
    }

    #[test]
    fn what_was_said_of_another_resource_is_taken_back() {
        let before = said();
        let mut other = before.clone();
        assert_eq!(other.set(FieldId::Resource, "other-files"), Ok(()));
        other.forget_what_was_said_with(&before);
        assert_eq!(other.vendor.word(), VendorWord::Missing(FieldId::VendorApprovedOn));
        assert_eq!(other.events.received_by_application, None);
        // A day that is said together with the new answer is about that one.
        let mut both = before.clone();
        assert_eq!(both.set(FieldId::Resource, "other-files"), Ok(()));
        assert_eq!(both.set(FieldId::VendorApprovedOn, "2026-11-22"), Ok(()));
        both.forget_what_was_said_with(&before);
        assert_eq!(both.vendor.word(), VendorWord::Missing(FieldId::VendorTransferSeenOn));
        // An answer that is given for the first time changes nothing that was said.
        let mut first = before.clone();
        assert_eq!(first.set(FieldId::Organisation, "991825827"), Ok(()));
        first.forget_what_was_said_with(&before);
        assert_eq!(first.vendor, before.vendor);
    }
}
