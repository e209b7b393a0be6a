//! The time-outs of a call.

use std::time::Duration;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    pub connect: Duration,
    /// For a whole call with a JSON answer.
    pub whole: Duration,
    /// Between two pieces of a file that is uploaded or downloaded.
    pub idle: Duration,
    /// From the last byte of an upload to the answer, during which Broker stores the file.
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
