//! Where the published documents and the services' code differ, and why the sandbox follows the code.

use super::documents::Finding;

/// One known difference.
#[derive(Debug)]
pub struct Difference {
    /// How the operation begins.
    pub operation: &'static str,
    /// How the answer begins: `answer`, or with its status.
    pub answer: &'static str,
    /// What the finding holds.
    pub what: &'static str,
    /// Why, and where the facts say so.
    pub reason: &'static str,
}

impl Difference {
    pub fn explains(&self, finding: &Finding) -> bool {
        let operation = match self.operation.strip_prefix("* ") {
            Some(path) => finding.operation.split_once(' ').is_some_and(|(_, given)| given.starts_with(path)),
            None => finding.operation == self.operation,
        };
        operation && finding.answer.starts_with(self.answer) && finding.what.contains(self.what)
    }
}

const fn difference(operation: &'static str, answer: &'static str, what: &'static str, reason: &'static str) -> Difference {
    Difference { operation, answer, what, reason }
}

/// All of them; one that nothing shows any more has to go.
pub const DIFFERENCES: &[Difference] = &[difference("* /nothing", "answer", "nothing", "placeholder")];
