//! How the sandbox is started.

use super::choices::{Gateway, People, RateLimits};
use super::strictness::Strictness;
use crate::events::ladders::Ladders;
use crate::faults::setting::Setting;
use crate::proxy::face::Proxy;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

/// How the sandbox is started.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The address to listen on, loopback only; none takes the world's own port, else any free one.
    pub listen: Option<SocketAddr>,
    /// Whether the gateway asks for a key.
    pub gateway: Gateway,
    /// How soon people act.
    pub people: People,
    /// How long each answer is held back.
    pub latency: Duration,
    /// The file the world is kept in; none for an ephemeral world.
    pub world: Option<PathBuf>,
    /// Starts a new world although there is one.
    pub fresh: bool,
    /// How strict it is where it can be told.
    pub strictness: Strictness,
    /// The services' own names through a proxy; none without.
    pub proxy: Option<Proxy>,
    /// Whether Broker's calls are limited per minute.
    pub rate_limits: RateLimits,
    /// How webhooks are waited for and tried again.
    pub webhooks: Ladders,
    /// The faults that it starts with.
    pub faults: Vec<Setting>,
}
