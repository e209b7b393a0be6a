//! What is known of the sandbox: its address, and the faults that are set in it.

use crate::values::SetFault;
use url::Url;

#[derive(Debug, Default)]
pub struct SandboxStatus {
    address: Option<Url>,
    /// The names of the faults that were set when it was last asked.
    faults: Vec<String>,
    /// The id of the question after a run which faults are still set: some end after a number of calls.
    question: Option<u64>,
}

impl SandboxStatus {
    /// The sandbox's address. None until it has been started or found.
    #[must_use]
    pub const fn address(&self) -> Option<&Url> {
        self.address.as_ref()
    }

    #[must_use]
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// Notes the address. Returns whether it is another one than before.
    pub(super) fn answers_at(&mut self, address: Url) -> bool {
        let is_new = self.address.as_ref() != Some(&address);
        self.address = Some(address);
        is_new
    }

    pub(super) fn has_faults(&mut self, set: &[SetFault]) {
        self.faults = set.iter().map(|set| set.name.clone()).collect();
    }

    pub(super) const fn ask(&mut self, id: u64) {
        self.question = Some(id);
    }

    /// Whether this id is that of the question after a run. If so the question counts as answered.
    pub(super) fn answers(&mut self, id: u64) -> bool {
        self.question.take_if(|question| *question == id).is_some()
    }
}
