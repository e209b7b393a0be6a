//! How long we wait.

use std::time::Duration;

/// How long each phase of a call may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    pub connect: Duration,
    /// A whole call with a JSON answer.
    pub whole: Duration,
    /// Between two pieces of a file that is sent or fetched.
    pub idle: Duration,
    /// From the last byte of a file that was sent to the answer: Broker stores it first.
    pub settle: Duration,
    /// For a webhook's validation: Altinn's first tries come after 0, 1, 6 and 16 seconds (facts platform F.2).
    pub validation: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            whole: Duration::from_secs(15),
            idle: Duration::from_secs(30),
            settle: Duration::from_secs(120),
            validation: Duration::from_secs(30),
        }
    }
}
