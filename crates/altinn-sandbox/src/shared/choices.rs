//! Settings of the sandbox, one enum each.

/// Whether the gateway asks for an API key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Gateway {
    /// Yes, as the guide of 2024 says; TT02 and production do not ask for one today.
    #[default]
    Keyed,
    Open,
}

/// How soon the sandbox's people act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum People {
    Instant,
    /// After some seconds or a minute, so that the user sees the waiting state.
    #[default]
    Quick,
    Never,
}

/// Whether calls are counted per minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RateLimits {
    #[default]
    Off,
    /// Broker's calls are counted, as the gateway does (facts broker-api 4.3).
    On,
}
