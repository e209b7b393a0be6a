//! What could not be saved. It is held here until it is on disk: each further save of the same thing takes it along, and a front tries
//! again from time to time and when it ends.

use super::Engine;
use crate::journey::{ConnectionKey, EngineMessage, Profile, StateChange};
use std::collections::BTreeMap;
use std::sync::{MutexGuard, PoisonError};

#[derive(Debug, Default)]
pub(super) struct Unkept {
    pub(super) profiles: BTreeMap<String, UnkeptProfile>,
    pub(super) states: BTreeMap<ConnectionKey, UnkeptState>,
    /// The disk does not answer, so that nobody knows what is on it.
    hangs: Option<EngineMessage>,
}

#[derive(Debug, Clone)]
pub(super) struct UnkeptProfile {
    /// What this front knew of the file before its user's changes.
    pub(super) before: Option<Profile>,
    pub(super) after: Profile,
    pub(super) problem: EngineMessage,
}

#[derive(Debug, Clone)]
pub(super) struct UnkeptState {
    pub(super) profile: Profile,
    pub(super) change: StateChange,
    pub(super) problem: EngineMessage,
}

impl Engine {
    /// Why something that should be on disk is not, each reason once. Empty when everything is.
    #[must_use]
    pub fn unkept(&self) -> Vec<EngineMessage> {
        let unkept = self.unkept_things();
        let profiles = unkept.profiles.values().map(|profile| &profile.problem);
        let mut problems: Vec<EngineMessage> = Vec::new();
        for problem in unkept.hangs.iter().chain(profiles).chain(unkept.states.values().map(|state| &state.problem)) {
            if !problems.contains(problem) {
                problems.push(problem.clone());
            }
        }
        problems
    }

    /// Saves again what could not be saved. Returns what the user must hear of those that are on disk now.
    pub fn try_again(&self) -> Vec<EngineMessage> {
        let (profiles, states) = {
            let unkept = self.unkept_things();
            (unkept.profiles.clone(), unkept.states.clone())
        };
        for (_, UnkeptState { profile, .. }) in states {
            // What is held is taken along. A failure is held again.
            let _ = self.keep(&profile, StateChange::default());
        }
        let saved = profiles.into_iter().filter_map(|(name, profile)| self.change_profile(&name, &profile.after).ok());
        saved.filter_map(|saved| saved.told).collect()
    }

    /// Notes that the disk does not answer: whatever was to be saved may not be there.
    pub(super) fn hangs(&self, problem: EngineMessage) {
        self.unkept_things().hangs = Some(problem);
    }

    pub(super) fn unkept_things(&self) -> MutexGuard<'_, Unkept> {
        // A panic while the lock was held leaves the maps usable: each change of them is a single insert or remove.
        self.unkept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
