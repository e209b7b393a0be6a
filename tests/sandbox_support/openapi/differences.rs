//! Where the published documents and the services' code differ, and why the sandbox follows the code.

use super::documents::Finding;

/// One known difference.
#[derive(Debug)]
pub struct Difference {
    /// How the operation begins.
    pub operation: &'static str,
    /// `request`, or how the answer begins.
    pub side: &'static str,
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
        operation && finding.side.starts_with(self.side) && finding.what.contains(self.what)
    }
}

const fn difference(operation: &'static str, side: &'static str, what: &'static str, reason: &'static str) -> Difference {
    Difference { operation, side, what, reason }
}

/// All of them; one that nothing shows any more has to go.
pub const DIFFERENCES: &[Difference] = &[difference("* /nothing", "answer", "nothing", "placeholder")];
