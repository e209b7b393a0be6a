//! The time-outs and limits of a call.

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
    /// For a service owner's storage, which Altinn makes in some minutes.
    pub storage: Duration,
    /// For a test file that somebody else must send first.
    pub arrival: Duration,
    /// How long an upload in parts waits for a line that is down, before it stops for this time.
    pub line: Duration,
    pub file: FileLimits,
}

/// When a file on its way is given up, although some of it still comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileLimits {
    /// The largest download whose size nobody has told, in bytes: the largest file that Broker scans (facts broker-api 7).
    pub largest: u64,
    /// How many bytes of an upload go in one request at most. A larger file is sent in parts. Broker holds each in its memory, and takes
    /// 50 000 of them, 120 a minute (facts broker-api 3, 4.3).
    pub part: u64,
    /// The fewest bytes that must move within each `stretch`.
    pub fewest: u64,
    pub stretch: Duration,
    /// For the whole file.
    pub whole: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            whole: Duration::from_secs(15),
            idle: Duration::from_secs(30),
            settle: Duration::from_secs(120),
            validation: Duration::from_secs(30),
            storage: Duration::from_mins(10),
            arrival: Duration::from_mins(10),
            line: Duration::from_mins(10),
            file: FileLimits::default(),
        }
    }
}

impl Default for FileLimits {
    fn default() -> Self {
        // 6000 bytes in a minute are the 100 bytes a second that Broker itself asks of a sender (facts broker-api 0).
        Self {
            largest: 50_000_000_000,
            part: 32 * 1024 * 1024,
            fewest: 6000,
            stretch: Duration::from_secs(60),
            whole: Duration::from_hours(24),
        }
    }
}
