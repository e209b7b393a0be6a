//! The saved state of a connection: its evidence, its last findings, and the step that was open.

use super::Engine;
use super::unkept::UnkeptState;
use crate::journey::{ConnectionKey, EngineMessage, Evidence, Finding, Profile, SavedState, StateChange};

impl Engine {
    /// The saved state of the connection that these answers describe; empty when nothing is saved. Findings that were made with
    /// other answers are left out.
    ///
    /// # Errors
    /// [`EngineMessage::StateBroken`] when the file is broken. It has been renamed by then, and the state is empty from now on.
    pub fn state(&self, profile: &Profile) -> Result<SavedState, EngineMessage> {
        let key = ConnectionKey::of(profile);
        let state = self.store.state(profile).map_err(|problem| self.state_problem(problem));
        self.last_read().states.insert(key.clone(), state.clone().unwrap_or_default());
        let unkept = self.unkept_things().states.get(&key).map(|unkept| unkept.change.clone());
        state.map(|mut state| {
            state.apply(unkept.unwrap_or_default());
            state.journal = self.store.journal().of(profile);
            state.for_answers(profile)
        })
    }

    /// Saves what is new in `now` since this front last read or saved the connection's state. Returns the state on disk where another
    /// program has added to it.
    ///
    /// # Errors
    /// The error says why nothing was written. The change is held, and written with the next save ([`Engine::unkept`]).
    pub fn keep_state(&self, profile: &Profile, now: &SavedState) -> Result<Option<SavedState>, EngineMessage> {
        let key = ConnectionKey::of(profile);
        let before = self.last_read().states.get(&key).cloned().unwrap_or_default();
        let merged = self.keep(profile, StateChange::between(&before, now))?;
        self.last_read().states.insert(key, now.clone());
        // What is on disk of other answers stays there, and is no news.
        Ok(merged.map(|merged| merged.for_answers(profile)).filter(|merged| {
            let added = StateChange::between(now, merged);
            added.evidence != Evidence::default() || !added.findings.is_empty()
        }))
    }

    /// Saves the findings of a run, and the evidence that it came across.
    ///
    /// # Errors
    /// The error says why nothing was written.
    pub fn keep_findings(&self, profile: &Profile, findings: &[Finding], evidence: &Evidence) -> Result<(), EngineMessage> {
        self.keep(profile, StateChange { evidence: evidence.clone(), findings: findings.to_vec(), ..StateChange::default() }).map(drop)
    }

    /// Saves evidence, which is merged with what is on disk. Call it as soon as there is some: a kill would lose it.
    ///
    /// # Errors
    /// The error says why nothing was written.
    pub fn keep_evidence(&self, profile: &Profile, evidence: &Evidence) -> Result<(), EngineMessage> {
        self.keep_findings(profile, &[], evidence)
    }

    /// Saves a change together with what could not be saved before. Returns the state on disk; `None` when there was nothing to write.
    pub(super) fn keep(&self, profile: &Profile, change: StateChange) -> Result<Option<SavedState>, EngineMessage> {
        let key = ConnectionKey::of(profile);
        let held = self.unkept_things().states.get(&key).map(|unkept| unkept.change.clone());
        let change = held.unwrap_or_default().then(change);
        match self.store.merge_state(profile, change.clone()) {
            Ok(merged) => {
                self.unkept_things().states.remove(&key);
                Ok(merged)
            }
            Err(problem) => {
                let problem = self.state_problem(problem);
                let unkept = UnkeptState { profile: profile.clone(), change, problem: problem.clone() };
                self.unkept_things().states.insert(key, unkept);
                Err(problem)
            }
        }
    }
}
