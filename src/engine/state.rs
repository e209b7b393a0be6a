//! What is kept of a connection: evidence, findings, where the reader was.

use super::Engine;
use crate::journey::{ConnectionKey, EngineMessage, Evidence, Finding, Profile, SavedState, StateChange};

impl Engine {
    /// What is kept of the connection that these answers are about.
    ///
    /// # Errors
    /// [`EngineMessage::StateBroken`]: it begins anew, and the broken file is kept.
    pub fn state(&self, profile: &Profile) -> Result<SavedState, EngineMessage> {
        let state = self.store.state(profile).map_err(|problem| self.state_problem(problem));
        self.told().states.insert(ConnectionKey::of(profile), state.clone().unwrap_or_default());
        state
    }

    /// Keeps what is new in `now` since the front was told of the connection.
    ///
    /// # Errors
    /// Why it was not written.
    pub fn keep_state(&self, profile: &Profile, now: &SavedState) -> Result<(), EngineMessage> {
        let key = ConnectionKey::of(profile);
        let before = self.told().states.get(&key).cloned().unwrap_or_default();
        self.keep(profile, StateChange::between(&before, now))?;
        self.told().states.insert(key, now.clone());
        Ok(())
    }

    /// Keeps what a run found and learned.
    ///
    /// # Errors
    /// Why it was not written.
    pub fn keep_findings(&self, profile: &Profile, findings: &[Finding], evidence: &Evidence) -> Result<(), EngineMessage> {
        self.keep(profile, StateChange { evidence: evidence.clone(), findings: findings.to_vec(), ..StateChange::default() })
    }

    /// Keeps evidence: call it as soon as there is some.
    ///
    /// # Errors
    /// Why it was not written.
    pub fn keep_evidence(&self, profile: &Profile, evidence: &Evidence) -> Result<(), EngineMessage> {
        self.keep_findings(profile, &[], evidence)
    }

    fn keep(&self, profile: &Profile, change: StateChange) -> Result<(), EngineMessage> {
        self.store.change_state(profile, change).map_err(|problem| self.state_problem(problem))
    }
}
