//! The lists of values that services have told, kept while the profile is open.

use crate::journey::{Choice, ChoiceList, ConnectionKey, Profile};
use jiff::{SignedDuration, Timestamp};

/// After this time a list that deeds and others change is asked for again.
const FRESH: SignedDuration = SignedDuration::from_mins(1);

#[derive(Debug, Default)]
pub(super) struct KeptLists(Vec<KeptList>);

#[derive(Debug)]
struct KeptList {
    list: ChoiceList,
    /// What the list was asked with.
    profile: Profile,
    at: Timestamp,
    choices: Vec<Choice>,
}

impl KeptLists {
    pub(super) fn keep(&mut self, list: ChoiceList, profile: &Profile, at: Timestamp, choices: Vec<Choice>) {
        self.0.retain(|kept| kept.list != list);
        self.0.push(KeptList { list, profile: profile.clone(), at, choices });
    }

    /// The values of a list, if it would be the same now.
    pub(super) fn of(&self, list: ChoiceList, profile: &Profile, now: Timestamp) -> Option<&[Choice]> {
        let kept = self.0.iter().find(|kept| kept.list == list)?;
        let is_same = match list {
            // The same for everybody, and seldom another. The owner's own resources come first.
            ChoiceList::Resources => kept.profile.environment == profile.environment && kept.profile.organisation == profile.organisation,
            ChoiceList::Organisations
            | ChoiceList::Recipients
            | ChoiceList::Clients
            | ChoiceList::Systems
            | ChoiceList::Webhooks
            | ChoiceList::Transfers => {
                now.duration_since(kept.at) < FRESH && ConnectionKey::of(&kept.profile) == ConnectionKey::of(profile)
            }
        };
        is_same.then_some(kept.choices.as_slice())
    }
}
