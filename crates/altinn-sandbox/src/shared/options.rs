//! How the sandbox is started.

use super::choices::{Gateway, People, RateLimits};
use super::limits::Limits;
use super::strictness::Strictness;
use crate::events::ladders::Ladders;
use crate::faults::setting::Setting;
use crate::proxy::face::Proxy;
use crate::seed::Seed;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Loopback only. `None` takes the port the world had last time, else any free port.
    pub listen: Option<SocketAddr>,
    pub gateway: Gateway,
    pub people: People,
    /// Delay added to every answer.
    pub latency: Duration,
    /// The file of the world; `None` for an ephemeral world.
    pub world: Option<PathBuf>,
    /// What is added to the world before it is served.
    pub seed: Option<Seed>,
    /// Starts a new world even if the file holds one.
    pub fresh: bool,
    pub strictness: Strictness,
    /// Serves the real host names through a proxy; `None` without one.
    pub proxy: Option<Proxy>,
    pub rate_limits: RateLimits,
    /// How long to wait for clients, and how many to serve at once.
    pub limits: Limits,
    /// How long to wait for a webhook, and when to try again.
    pub webhooks: Ladders,
    /// The faults in force from the start.
    pub faults: Vec<Setting>,
}
