//! What every service shares: the world, the bytes of transfers, how the sandbox was started and as whom it answers.

pub(crate) mod choices;
pub(crate) mod face;
pub(crate) mod options;
pub(crate) mod strictness;

pub use choices::{Gateway, People, RateLimits};
pub use face::Face;
pub use options::Options;
pub use strictness::{AssertionClaims, Audience, Caches, PackageAccess, Strictness};

use crate::faults::{self, Faults};
use crate::maskinporten::replay::Replay;
use crate::pages::note::Notes;
use crate::people::agenda::Agenda;
use crate::people::cast::Cast;
use crate::proxy::face::ProxyFace;
use crate::signing::signers::Signers;
use crate::storage::bodies::Bodies;
use crate::storage::file;
use crate::storage::scratch::Scratch;
use crate::world::World;
use jiff::Timestamp;
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
    pub(crate) signers: Arc<Signers>,
    pub(crate) replay: Arc<Replay>,
    /// How the sandbox misbehaves now.
    pub faults: Arc<Faults>,
    /// How its people act now.
    pub people: Arc<Cast>,
    pub(crate) agenda: Arc<Agenda>,
    pub(crate) notes: Arc<Notes>,
    pub(crate) http: OnceLock<reqwest::Client>,
    /// The services' own names, where this sandbox has them.
    pub proxy: Option<ProxyFace>,
    pub(crate) stopping: watch::Sender<bool>,
}

impl Shared {
    /// Puts the world on disk before the answer leaves (contract 8); does nothing for an ephemeral sandbox.
    ///
    /// # Errors
    /// When the disk refuses; the handler then answers 500.
    pub async fn save(&self, world: &World) -> io::Result<()> {
        let Some(file) = self.options.world.clone() else { return Ok(()) };
        let bytes = serde_json::to_vec(world)?;
        tokio::task::spawn_blocking(move || file::write(&file, &bytes)).await.map_err(io::Error::other)?
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

impl Shared {
    /// The same sandbox, answering as somebody else: one world, other names. A token of one face names an issuer that no other
    /// face takes.
    pub(crate) fn facing(&self, face: Face, options: Options) -> Self {
        Self {
            origin: face.platform,
            maskinporten: face.maskinporten,
            options,
            world: self.world.clone(),
            bodies: self.bodies.clone(),
            scratch: self.scratch.clone(),
            signers: self.signers.clone(),
            replay: self.replay.clone(),
            faults: self.faults.clone(),
            people: self.people.clone(),
            agenda: self.agenda.clone(),
            notes: self.notes.clone(),
            http: OnceLock::new(),
            proxy: self.proxy.clone(),
            stopping: self.stopping.clone(),
        }
    }
}
