//! What this front last read or wrote of the files. A save compares with it to find what its user changed, and writes only that: the
//! changes of other programs on the same file stay.

use crate::journey::{ConnectionKey, Profile, SavedState};
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub(super) struct LastRead {
    pub(super) profiles: BTreeMap<String, KnownProfile>,
    pub(super) states: BTreeMap<ConnectionKey, SavedState>,
}

#[derive(Debug, Clone)]
pub(super) struct KnownProfile {
    /// The answers as the front last gave them.
    given: Profile,
    /// The answers as they were on disk then. The front is told of them, and gives them back once it has taken them in.
    told: Profile,
}

impl KnownProfile {
    /// A profile that the front has just read.
    pub(super) fn read(profile: &Profile) -> Self {
        Self { given: profile.clone(), told: profile.clone() }
    }

    pub(super) fn written(given: &Profile, merged: &Profile) -> Self {
        Self { given: given.clone(), told: merged.clone() }
    }

    /// What to compare `now` with. An answer that the front was told of and gives back is none that its user has changed.
    pub(super) fn before(&self, now: &Profile) -> Profile {
        self.given.with_same_answers(&self.told, now)
    }
}
