//! The journal: what the deeds have made and changed, where, and whether it can be undone. What the journal does not know was made
//! elsewhere.

use super::{DeedId, Profile, PublishedEnvironment, Role};
use crate::values::{OrgNumber, Scope};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

crate::choice! {
    /// Where a thing lies that a deed has made.
    pub enum JournalPlace {
        /// This machine, such as a private key.
        Machine = "this-machine",
        Maskinporten = "maskinporten",
        /// The system register, and the system users.
        Authentication = "authentication",
        Registry = "resource-registry",
        Broker = "broker",
        Events = "events",
        /// A letter that the user has sent.
        Letter = "letter",
    }
}

crate::choice! {
    /// How far a deed of the journal is.
    pub enum EntryState {
        /// It was about to be done. After a kill nobody knows whether it was; the deed looks before it does it again.
        Begun = "begun",
        Done = "done",
        /// The service refused it, or the receiver of a letter said no: nothing was made.
        Refused = "refused",
        Undone = "undone",
    }
}

/// One line of the journal. An entry is written before the deed asks the service, and once more when the answer is there; the last
/// one with an id counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Eight hexadecimal digits. `undo` takes it.
    pub id: String,
    pub deed: DeedId,
    pub at: Timestamp,
    pub state: EntryState,
    pub place: JournalPlace,
    /// The thing's id there: a system id, a request's id, a kid.
    pub made: String,
    /// The environment's name, or the address of its platform.
    pub environment: String,
    pub role: Role,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrgNumber>,
    /// A link that belongs to it, such as the page on which a request is approved.
    #[serde(default, deserialize_with = "crate::values::Link::read_if_any", skip_serializing_if = "Option::is_none")]
    pub link: Option<crate::values::Link>,
    /// The file that keeps what was there before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<String>,
    /// The scopes that a letter asked for. Empty if it was written before that was noted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<Scope>,
    /// Why it was refused, as a person has said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The entries, oldest first, each id once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Journal {
    pub entries: Vec<Entry>,
}

impl Entry {
    /// An entry of a deed that is about to be done for this profile.
    #[must_use]
    pub fn begun(id: String, deed: DeedId, place: JournalPlace, made: String, profile: &Profile, at: Timestamp) -> Self {
        Self {
            id,
            deed,
            at,
            state: EntryState::Begun,
            place,
            made,
            environment: environment_of(profile),
            role: profile.role,
            organisation: profile.organisation.clone(),
            link: None,
            kept: None,
            scopes: Vec::new(),
            reason: None,
        }
    }

    #[must_use]
    pub fn with_state(self, state: EntryState) -> Self {
        Self { state, ..self }
    }

    /// Whether it was made by a profile of this organisation in this environment.
    #[must_use]
    pub fn is_of(&self, profile: &Profile) -> bool {
        self.environment == environment_of(profile) && self.role == profile.role && self.organisation == profile.organisation
    }

    /// Whether it was done, or may have been, and nothing has taken it back since.
    #[must_use]
    pub const fn stands(&self) -> bool {
        matches!(self.state, EntryState::Begun | EntryState::Done)
    }

    /// Whether the program can take it back.
    #[must_use]
    pub fn can_be_undone(&self) -> bool {
        // A resource that was new to Broker stays known to it: only settings that were there before can be put back.
        // There is no way to take a policy away, only to put back the one before.
        let is_first = matches!(self.deed, DeedId::ConfigureResource | DeedId::PublishPolicy) && self.kept.is_none();
        let is_for_good = matches!(self.deed, DeedId::PublishResource) && self.kept.is_none() && self.is_in_production();
        matches!(self.state, EntryState::Done | EntryState::Begun) && self.deed.can_be_undone() && !is_first && !is_for_good
    }

    /// In production the registry deletes no resource (facts platform E).
    fn is_in_production(&self) -> bool {
        self.environment == PublishedEnvironment::Prod.name()
    }
}

impl Journal {
    /// Adds an entry, in place of the one with the same id.
    pub fn add(&mut self, entry: Entry) {
        match self.entries.iter_mut().find(|known| known.id == entry.id) {
            Some(known) => *known = entry,
            None => self.entries.push(entry),
        }
    }

    /// The entries of the profile's organisation and environment.
    #[must_use]
    pub fn of(&self, profile: &Profile) -> Self {
        Self { entries: self.entries.iter().filter(|entry| entry.is_of(profile)).cloned().collect() }
    }

    /// The latest entry of a deed that was done or begun, and not undone since.
    #[must_use]
    pub fn latest(&self, profile: &Profile, deed: DeedId) -> Option<&Entry> {
        self.entries.iter().rev().filter(|entry| entry.stands()).find(|entry| entry.deed == deed && entry.is_of(profile))
    }

    /// The first letter of a deed that waits for its answer. Reminders come after it, and a no ends the wait for all of them.
    #[must_use]
    pub fn asked(&self, profile: &Profile, deed: DeedId) -> Option<&Entry> {
        self.asked_since(profile, deed, None)
    }

    /// The same, of the letters after a time at which the earlier ones were answered.
    #[must_use]
    pub fn asked_since(&self, profile: &Profile, deed: DeedId, answered: Option<Timestamp>) -> Option<&Entry> {
        let is_later = |entry: &&Entry| answered.is_none_or(|answered| entry.at > answered);
        self.entries.iter().filter(is_later).find(|entry| entry.deed == deed && entry.stands() && entry.is_of(profile))
    }

    /// The no to a deed's latest letter. None while there is none, or once another letter has gone.
    #[must_use]
    pub fn said_no(&self, profile: &Profile, deed: DeedId) -> Option<&Entry> {
        let last = self.entries.iter().rev().find(|entry| entry.deed == deed && entry.is_of(profile))?;
        (last.state == EntryState::Refused).then_some(last)
    }

    /// Whether this deed of ours has made, or was about to make, this thing in the profile's environment.
    #[must_use]
    pub fn made_by(&self, profile: &Profile, deed: DeedId, id: &str) -> Option<&Entry> {
        let environment = environment_of(profile);
        let fits = |entry: &&Entry| entry.deed == deed && entry.made == id && entry.environment == environment;
        self.entries.iter().rev().filter(|entry| entry.stands()).find(fits)
    }

    /// The latest entry of a deed that a kill has left open.
    #[must_use]
    pub fn begun<'a>(&'a self, profile: &'a Profile, deed: DeedId) -> Option<&'a Entry> {
        self.left_open(profile, deed).next()
    }

    /// The entries of a deed that a kill has left open, the latest first: nobody knows yet whether it was done.
    pub fn left_open<'a>(&'a self, profile: &'a Profile, deed: DeedId) -> impl Iterator<Item = &'a Entry> {
        let fits = move |entry: &&Entry| entry.state == EntryState::Begun && entry.deed == deed && entry.is_of(profile);
        self.entries.iter().rev().filter(fits)
    }

    /// The entry of a thing that a deed of ours has made in the profile's environment, whoever it was made for. Without one, it was
    /// made elsewhere.
    #[must_use]
    pub fn made(&self, profile: &Profile, place: JournalPlace, id: &str) -> Option<&Entry> {
        let environment = environment_of(profile);
        let fits = |entry: &&Entry| entry.place == place && entry.made == id && entry.environment == environment;
        self.entries.iter().rev().filter(|entry| entry.stands()).find(fits)
    }
}

fn environment_of(profile: &Profile) -> String {
    let own = profile.environment.own_addresses();
    own.map_or_else(|| profile.environment.name().to_owned(), |endpoints| endpoints.platform.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Environment;

    fn entry(id: &str, state: EntryState) -> Entry {
        let profile = Profile::new(Role::Sender, Environment::SANDBOX);
        let made = "17".to_owned();
        Entry::begun(id.to_owned(), DeedId::Subscribe, JournalPlace::Events, made, &profile, Timestamp::UNIX_EPOCH).with_state(state)
    }

    #[test]
    fn the_last_line_of_an_id_counts() {
        let mut journal = Journal::default();
        journal.add(entry("a", EntryState::Begun));
        journal.add(entry("b", EntryState::Begun));
        journal.add(entry("a", EntryState::Undone));
        assert_eq!(journal.entries.iter().map(|entry| entry.state).collect::<Vec<_>>(), [EntryState::Undone, EntryState::Begun]);
    }

    #[test]
    fn what_was_undone_or_refused_was_not_made_by_us() {
        let profile = Profile::new(Role::Sender, Environment::SANDBOX);
        for (state, ours) in
            [(EntryState::Begun, true), (EntryState::Done, true), (EntryState::Refused, false), (EntryState::Undone, false)]
        {
            let journal = Journal { entries: vec![entry("a", state)] };
            assert_eq!(journal.made(&profile, JournalPlace::Events, "17").is_some(), ours, "{state}");
            assert_eq!(journal.latest(&profile, DeedId::Subscribe).is_some(), ours, "{state}");
        }
    }

    #[test]
    fn another_environment_is_another_world() {
        let journal = Journal { entries: vec![entry("a", EntryState::Done)] };
        let elsewhere = Profile::new(Role::Sender, Environment::Named(crate::journey::PublishedEnvironment::Tt02));
        assert_eq!(journal.made(&elsewhere, JournalPlace::Events, "17"), None);
        assert!(journal.of(&elsewhere).entries.is_empty());
    }
}
