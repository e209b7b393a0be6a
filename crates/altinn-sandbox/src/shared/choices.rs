//! What the sandbox can be told to be, one thing at a time.

/// Whether the gateway asks for an API key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Gateway {
    /// It does, as the guide of 2024 says; TT02 and production do not today.
    #[default]
    Keyed,
    Open,
}

/// How soon the sandbox's people act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum People {
    Instant,
    /// After a moment, so that waiting is seen.
    #[default]
    Quick,
    Never,
}

/// Whether calls are counted per minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RateLimits {
    #[default]
    Off,
    /// Broker's calls are, as the gateway does (facts broker-api 4.3).
    On,
}
