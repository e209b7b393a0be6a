//! What only the user can know, and says: the days on which something was seen. No service is asked, so it is shown as said.

use super::{DeedId, FieldId, FieldKind, FieldProblem, Journal, Profile, VendorAnswers};
use crate::values::{Invalid, day, is_loopback, word};
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

/// Where Altinn's users are. The reader's own zone is not known here.
const NORWAY: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

fn today_in_norway(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::posix(NORWAY).unwrap_or(TimeZone::UTC)).date()
}

/// The answers that the user's word about the vendor's work was about.
const ABOUT_THE_VENDOR: [FieldId; 6] =
    [FieldId::Role, FieldId::Environment, FieldId::Acting, FieldId::Organisation, FieldId::Resource, FieldId::VendorName];
/// The answers that the user's word about an event was about.
const ABOUT_THE_EVENT: [FieldId; 6] =
    [FieldId::Role, FieldId::Environment, FieldId::Acting, FieldId::Organisation, FieldId::Resource, FieldId::EventsEndpoint];

impl Profile {
    /// Takes an answer as [`Profile::set`] does, from a person at this time: the day of something that was seen cannot be still to
    /// come, and a webhook that Altinn never posts to is refused.
    ///
    /// # Errors
    /// Why the answer was refused. The profile is then unchanged.
    pub fn set_at(&mut self, field: FieldId, text: &str, now: Timestamp) -> Result<(), FieldProblem> {
        let mut with_answer = self.clone();
        match field.kind() {
            // "today" is a day only together with the time.
            FieldKind::Day => match day(&word(text), Some(today_in_norway(now))) {
                Ok(day) => with_answer.set(field, &day.to_string())?,
                Err(_) => with_answer.set(field, text)?,
            },
            FieldKind::Choice(_) | FieldKind::Line | FieldKind::SecretReference | FieldKind::Several | FieldKind::Path => {
                with_answer.set(field, text)?;
            }
        }
        let invalid = match field {
            FieldId::EventsEndpoint => with_answer.plain_webhook(),
            other => with_answer.day_to_come(now).filter(|to_come| *to_come == other).map(|_| Invalid::DateFuture),
        };
        if let Some(invalid) = invalid {
            return Err(FieldProblem { field, invalid });
        }
        *self = with_answer;
        Ok(())
    }

    /// Why Altinn would not post to the webhook: only to https (facts platform F.1). The sandbox posts to this machine too.
    fn plain_webhook(&self) -> Option<Invalid> {
        let address = self.events.endpoint.as_ref()?.plain_http()?;
        let is_taken = self.environment.is_loopback() && is_loopback(&address);
        (!is_taken).then(|| Invalid::WebhookPlainHttp { meant: address.as_str().replacen("http:", "https:", 1) })
    }

    /// A field where the user has said that something was seen on a day that is still to come everywhere on earth.
    #[must_use]
    pub fn day_to_come(&self, now: Timestamp) -> Option<FieldId> {
        // The reader's own zone is not known here. The day begins first where clocks are 14 hours ahead.
        let ahead = Offset::from_seconds(14 * 3600).map_or(TimeZone::UTC, TimeZone::fixed);
        let latest = now.to_zoned(ahead).date();
        let days = [
            (FieldId::ScopesRequested, self.scopes_requested),
            (FieldId::AccessRequested, self.access_requested),
            (FieldId::ApprovalRequested, self.approval_requested),
            (FieldId::VendorApprovedOn, self.vendor.approved_on),
            (FieldId::VendorTransferSeenOn, self.vendor.transfer_seen_on),
            (FieldId::EventsReceivedByApplication, self.events.received_by_application),
        ];
        days.into_iter().find(|(_, day)| day.is_some_and(|day| day > latest)).map(|(field, _)| field)
    }

    /// The day on which the key was posted, where its client has just come from the portal, in which the key that was made here was
    /// pasted: its year begins today.
    #[must_use]
    pub fn newly_posted(&self, journal: &Journal, now: Timestamp) -> Option<Date> {
        let is_ours = journal.latest(self, DeedId::MakeKey).is_some();
        let is_new = self.client.key_posted.is_none() && self.client.id.is_some();
        (is_ours && is_new).then(|| now.to_zoned(TimeZone::UTC).date())
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
    fn a_webhook_without_encryption_is_taken_for_this_machine_in_the_sandbox_only() {
        let set = |environment: Environment, text: &str| {
            let mut profile = Profile::new(Role::Sender, environment);
            profile.set_at(FieldId::EventsEndpoint, text, Timestamp::UNIX_EPOCH).map_err(|problem| problem.invalid)
        };
        let tt02 = || Environment::Named(crate::journey::PublishedEnvironment::Tt02);
        let refused = |meant: &str| Err(Invalid::WebhookPlainHttp { meant: meant.to_owned() });
        assert_eq!(set(Environment::SANDBOX, "http://127.0.0.1:4711/a"), Ok(()));
        assert_eq!(set(Environment::SANDBOX, "{sandbox}/sandbox/sink/sender"), Ok(()));
        assert_eq!(set(Environment::SANDBOX, "HTTP://hooks.example.no/a"), refused("https://hooks.example.no/a"));
        assert_eq!(set(tt02(), "http://127.0.0.1:4711/a"), refused("https://127.0.0.1:4711/a"));
        assert_eq!(set(tt02(), "https://hooks.example.no/a"), Ok(()));
    }

    #[test]
    fn today_is_the_day_in_norway_and_a_day_reads_in_each_of_its_spellings() {
        let now: Timestamp = "2026-11-21T23:30:00Z".parse().unwrap();
        for text in ["today", "i dag", "22.11.2026", "2026-11-22", "22 November 2026"] {
            let mut profile = said();
            assert_eq!(profile.set_at(FieldId::ScopesRequested, text, now), Ok(()), "{text}");
            assert_eq!(profile.answer(FieldId::ScopesRequested).as_deref(), Some("2026-11-22"), "{text}");
        }
        let refused = said().set_at(FieldId::ScopesRequested, "soon", now);
        assert_eq!(refused.map_err(|problem| problem.invalid), Err(Invalid::DateShape));
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
