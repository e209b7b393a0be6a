//! How long the sandbox waits for a client, and how many clients it serves at once.

use std::time::Duration;

/// The defaults are those of the services' own web server where they are known (facts broker-api 0).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How long the head of a request may take, from the moment the connection is ready for it. A connection that is kept open
    /// between two requests ends after the same time.
    pub head: Duration,
    /// How long nothing may go in either direction, for example while a client does not read its answer.
    pub idle: Duration,
    /// How long the sandbox waits for a body, however little comes.
    pub body_grace: Duration,
    /// The slowest body after that, in bytes a second on average.
    pub body_rate: u32,
    /// How many connections are served at once, those through the proxy included. Others wait until one ends. The number stays below
    /// the open files that most systems allow a process.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(30),
            idle: Duration::from_secs(130),
            body_grace: Duration::from_secs(10),
            body_rate: 100,
            connections: 512,
        }
    }
}
