//! A local Maskinporten and Altinn over real HTTP, as strict as the services themselves.
//!
//! Its truth is the facts about the services (`docs/facts`), never what one client happens to send.

#![allow(clippy::result_large_err, reason = "a refusal is an answer, made once and handed on")]

#[macro_use]
mod codes;

mod admission;
mod answer;
mod binding;
mod bodies;
mod caller;
mod certificate;
mod departures;
pub mod desk;
mod disk;
mod draining;
mod enterprise;
mod exchange;
mod face;
mod fields;
mod gateway;
mod jws;
mod kit;
mod lock;
mod memory;
mod moment;
mod options;
mod org_list;
mod pages;
mod rotation;
mod scratch;
mod secret;
mod server;
mod setup;
mod signers;
mod signing;
mod strictness;
mod target;
mod test_tokens;
mod world;

pub mod admin;
pub mod broker;
pub mod command;
pub mod decision;
pub mod events;
pub mod faults;
pub mod known;
pub mod maskinporten;
pub mod people;
pub mod proxy;
pub mod registry;
pub mod reply;
pub mod sink;
pub mod systems;
pub mod values;

pub use bodies::{Bodies, Kept};
pub use caller::{Caller, Door, SystemUser, TokenKind, TokenProblem, bearer};
pub use departures::DEPARTURES;
pub use disk::stored_world;
pub use enterprise::{EnterpriseCa, Validity};
pub use face::Face;
pub use kit::write_kit;
pub use lock::running;
pub use memory::Memory;
pub use options::{Gateway, Options, People, RateLimits};
pub use proxy::{Proxy, ProxyFace, TlsFault};
pub use scratch::{Scratch, Unclaimed};
pub use secret::Secret;
pub use server::{Sandbox, StartError, describe, start};
pub use setup::{Answers, Part, Preset, answers};
pub use signing::{Earlier, Keys, RsaKey};
pub use strictness::{AssertionClaims, Audience, Caches, PackageAccess, Strictness};
pub use world::{Organisation, Organisations, World};

use jiff::Timestamp;
use signers::Signers;
use std::future::Future;
use std::io;
use std::sync::{Arc, OnceLock};
use tokio::sync::{Mutex, watch};
use url::Url;

/// What every service of the sandbox shares. Handlers take it as axum's `State<Arc<Shared>>`.
pub struct Shared {
    /// Where the platform's services are, for who asks through this face: `http://127.0.0.1:<port>/`, or a platform's own name.
    pub origin: Url,
    /// Maskinporten's issuer, for who asks through this face.
    pub maskinporten: Url,
    /// How it was started.
    pub options: Options,
    /// Everything it knows. Lock, change, [`Shared::save`], answer; never hold the lock across an await on something else.
    pub world: Arc<Mutex<World>>,
    /// The bytes of transfers.
    pub bodies: Arc<Bodies>,
    /// Where large bodies lie until the sandbox ends.
    pub scratch: Arc<Scratch>,
    signers: Arc<Signers>,
    replay: Arc<maskinporten::Replay>,
    /// How the sandbox misbehaves now.
    pub faults: Arc<faults::Faults>,
    /// How its people act now.
    pub people: Arc<people::Cast>,
    agenda: Arc<people::Agenda>,
    notes: Arc<pages::Notes>,
    http: OnceLock<reqwest::Client>,
    /// The services' own names, where this sandbox has them.
    pub proxy: Option<ProxyFace>,
    stopping: watch::Sender<bool>,
}

impl Shared {
    /// Puts the world on disk before the answer leaves (contract 8); does nothing for an ephemeral sandbox.
    ///
    /// # Errors
    /// When the disk refuses; the handler then answers 500.
    pub async fn save(&self, world: &World) -> io::Result<()> {
        let Some(file) = self.options.world.clone() else { return Ok(()) };
        let bytes = serde_json::to_vec(world)?;
        tokio::task::spawn_blocking(move || disk::write(&file, &bytes)).await.map_err(io::Error::other)?
    }

    /// Does work that no request waits for; it ends with the sandbox.
    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        let mut stopping = self.stopping.subscribe();
        tokio::spawn(async move {
            tokio::select! {
                () = work => {}
                // An error means that the sandbox itself is gone.
                _ = stopping.wait_for(|stop| *stop) => {}
            }
        });
    }

    /// A client for what the sandbox itself sends: events to webhooks.
    ///
    /// # Errors
    /// When the TLS set-up of this machine cannot be read.
    pub fn http(&self) -> Result<reqwest::Client, reqwest::Error> {
        if let Some(client) = self.http.get() {
            return Ok(client.clone());
        }
        // No idle connections: each would wake the process up to close it.
        let plain = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0);
        let made = match &self.proxy {
            Some(face) => face.reached_by(plain)?,
            None => plain,
        };
        let made = made.build()?;
        Ok(self.http.get_or_init(|| made).clone())
    }

    /// A service's clock: this machine's, unless a fault has set it wrong.
    pub(crate) fn now(&self, service: faults::Service) -> Timestamp {
        Timestamp::now() + self.faults.clock(service)
    }

    /// The issuer of exchanged tokens (facts platform C.2).
    #[must_use]
    pub fn altinn_issuer(&self) -> String {
        format!("{}authentication/api/v1/openid/", self.origin)
    }
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The world holds secrets, and is under a lock.
        f.debug_struct("Shared").field("origin", &self.origin).field("options", &self.options).finish_non_exhaustive()
    }
}
