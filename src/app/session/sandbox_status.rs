//! What is known of the sandbox: where it answers, and how it was told to misbehave.

use crate::values::SetFault;
use url::Url;

#[derive(Debug, Default)]
pub struct SandboxStatus {
    address: Option<Url>,
    /// The names of the faults, as last seen.
    faults: Vec<String>,
    /// The question about them after a run: some strike a number of times only.
    question: Option<u64>,
}

impl SandboxStatus {
    /// Where it answers, once it was asked.
    #[must_use]
    pub const fn address(&self) -> Option<&Url> {
        self.address.as_ref()
    }

    #[must_use]
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// Whether it is another address than before.
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

    /// Whether this is the answer to the question after a run, which is answered with it.
    pub(super) fn answers(&mut self, id: u64) -> bool {
        self.question.take_if(|question| *question == id).is_some()
    }
}
