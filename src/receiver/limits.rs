//! How long the receiver waits, and how many callers it serves at once.

use std::time::Duration;

/// A connection serves one request, so it ends after the sum of these times at the latest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How long the head of a request may take.
    pub head: Duration,
    /// How long a body may take.
    pub body: Duration,
    /// How long an event may wait for its [`Receipt`](super::Receipt).
    pub receipt: Duration,
    /// How long open connections may take to finish when the receiver stops.
    pub farewell: Duration,
    /// How many connections are served at once. Others wait until one ends.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            body: Duration::from_secs(10),
            receipt: Duration::from_secs(20),
            farewell: Duration::from_secs(3),
            connections: 128,
        }
    }
}

impl Limits {
    pub(super) fn connection(self) -> Duration {
        self.head + self.body + self.receipt
    }
}
