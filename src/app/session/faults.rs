//! The faults that are set in the sandbox. The checklist shows them, since a reader could not explain its findings otherwise.

use super::Session;
use crate::app::{Effect, Ids};
use crate::values::{FaultChange, Faults, SetFault};

impl Session {
    pub(in crate::app) fn ask_faults(&self, id: u64) -> Effect {
        Effect::AskFaults { id, profile: Box::new(self.profile().clone()) }
    }

    pub(in crate::app) fn change_faults(&self, id: u64, change: FaultChange) -> Effect {
        Effect::ChangeFaults { id, profile: Box::new(self.profile().clone()), change }
    }

    /// Asks after a run which faults are still set: a fault for the next call only is gone by then. Asks nothing if none was set.
    pub(super) fn ask_faults_again(&mut self, ids: &mut Ids) -> Option<Effect> {
        if self.sandbox.faults().is_empty() {
            return None;
        }
        let id = ids.fresh();
        self.sandbox.ask(id);
        Some(self.ask_faults(id))
    }

    /// Takes the answer to the question after a run. Returns false if this is the answer to another question.
    pub(in crate::app) fn faults_told<E>(&mut self, id: u64, result: &Result<Faults, E>) -> bool {
        let was_asked = self.sandbox.answers(id);
        if let (true, Ok(faults)) = (was_asked, result) {
            self.sandbox.has_faults(&faults.set);
        }
        was_asked
    }

    pub(in crate::app) fn has_faults(&mut self, set: &[SetFault]) {
        self.sandbox.has_faults(set);
    }
}
