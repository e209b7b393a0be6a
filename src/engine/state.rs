//! The saved state of a connection: its evidence, its last findings, and the step that was open.

use super::Engine;
use crate::journey::{ConnectionKey, EngineMessage, Evidence, Finding, Profile, SavedState, StateChange};

impl Engine {
    /// The saved state of the connection that these answers describe; empty when nothing is saved.
    ///
    /// # Errors
    /// [`EngineMessage::StateBroken`] when the file is broken. It has been renamed by then, and the state is empty from now on.
    pub fn state(&self, profile: &Profile) -> Result<SavedState, EngineMessage> {
        let state = self.store.state(profile).map_err(|problem| self.state_problem(problem));
        self.last_read().states.insert(ConnectionKey::of(profile), state.clone().unwrap_or_default());
        state
    }

    /// Saves what is new in `now` since this front last read or saved the connection's state.
    ///
    /// # Errors
    /// The error says why nothing was written.
    pub fn keep_state(&self, profile: &Profile, now: &SavedState) -> Result<(), EngineMessage> {
        let key = ConnectionKey::of(profile);
        let before = self.last_read().states.get(&key).cloned().unwrap_or_default();
        self.keep(profile, StateChange::between(&before, now))?;
        self.last_read().states.insert(key, now.clone());
        Ok(())
    }

    /// Saves the findings of a run, and the evidence that it came across.
    ///
    /// # Errors
    /// The error says why nothing was written.
    pub fn keep_findings(&self, profile: &Profile, findings: &[Finding], evidence: &Evidence) -> Result<(), EngineMessage> {
        self.keep(profile, StateChange { evidence: evidence.clone(), findings: findings.to_vec(), ..StateChange::default() })
    }

    /// Saves evidence, which is merged with what is on disk. Call it as soon as there is some: a kill would lose it.
    ///
    /// # Errors
    /// The error says why nothing was written.
    pub fn keep_evidence(&self, profile: &Profile, evidence: &Evidence) -> Result<(), EngineMessage> {
        self.keep_findings(profile, &[], evidence)
    }

    fn keep(&self, profile: &Profile, change: StateChange) -> Result<(), EngineMessage> {
        self.store.change_state(profile, change).map_err(|problem| self.state_problem(problem))
    }
}
