//! What every service shares: the world, the bytes of transfers, the options, and the addresses it answers under.

pub(crate) mod choices;
pub(crate) mod face;
pub(crate) mod limits;
pub(crate) mod options;
pub(crate) mod strictness;

pub use choices::{Gateway, People, RateLimits};
pub use face::Face;
pub use limits::Limits;
pub use options::Options;
pub use strictness::{AssertionClaims, Audience, Caches, PackageAccess, Strictness};

use crate::faults::{self, Faults};
use crate::maskinporten::replay::Replay;
use crate::pages::note::Notes;
use crate::people::agenda::Agenda;
use crate::people::cast::Cast;
use crate::proxy::face::ProxyFace;
use crate::scheduler::machines::Machines;
use crate::signing::signers::Signers;
use crate::storage::bodies::Bodies;
use crate::storage::journal::Journal;
use crate::storage::scratch::Scratch;
use crate::world::World;
use futures_util::FutureExt;
use jiff::Timestamp;
use std::future::Future;
use std::io;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::sync::{Mutex, watch};
use url::Url;

/// State of the whole sandbox. Handlers take it as axum's `State<Arc<Shared>>`.
pub struct Shared {
    /// Base address of the platform's services for this caller: `http://127.0.0.1:<port>/`, or the platform's real name through the
    /// proxy.
    pub origin: Url,
    /// Maskinporten's issuer for this caller.
    pub maskinporten: Url,
    pub options: Options,
    /// Order of work: lock, change, [`Shared::save`], answer. Never hold the lock across an await on something else.
    pub world: Arc<Mutex<World>>,
    /// `None` in an ephemeral sandbox.
    pub(crate) journal: Option<Arc<Mutex<Journal>>>,
    pub bodies: Arc<Bodies>,
    /// Holds large bodies on disk until the sandbox ends.
    pub scratch: Arc<Scratch>,
    pub(crate) signers: Arc<Signers>,
    pub(crate) replay: Arc<Replay>,
    /// The faults in force now.
    pub faults: Arc<Faults>,
    /// How its people act now.
    pub people: Arc<Cast>,
    pub(crate) agenda: Arc<Agenda>,
    pub(crate) machines: Arc<Machines>,
    pub(crate) notes: Arc<Notes>,
    pub(crate) http: OnceLock<reqwest::Client>,
    /// The real host names, if the sandbox runs with a proxy.
    pub proxy: Option<ProxyFace>,
    pub(crate) stopping: watch::Sender<bool>,
}

impl Shared {
    /// Puts what changed in the world on disk, before the answer leaves (contract 8). An ephemeral sandbox has no disk.
    ///
    /// # Errors
    /// When the disk refuses. The world is then as it was before the change, and the handler answers 500.
    pub async fn save(&self, world: &mut World) -> io::Result<()> {
        if let Some(journal) = &self.journal {
            let mut journal = Arc::clone(journal).lock_owned().await;
            let Some(change) = journal.unwritten(world)? else { return Ok(()) };
            // The journal goes along: when the caller hangs up meanwhile, the next change still waits for this one.
            let writing = tokio::task::spawn_blocking(move || {
                let written = journal.write(change);
                (journal, written)
            });
            let (journal, written) = writing.await.map_err(io::Error::other)?;
            if let Err(cause) = written {
                world.undo(journal.rooms()?);
                return Err(cause);
            }
        }
        world.is_kept();
        Ok(())
    }

    /// Runs work in the background; it is cancelled when the sandbox stops.
    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        let mut stopping = self.stopping.subscribe();
        // Boxed, so that all kinds of work are one kind of task to the compiler.
        let work = work.boxed();
        tokio::spawn(async move {
            tokio::select! {
                () = work => {}
                // `wait_for` fails only when the sandbox is dropped, which also ends the work.
                _ = stopping.wait_for(|stop| *stop) => {}
            }
        });
    }

    /// Runs automatic work of a service in the background, a while after it was called for.
    pub(crate) fn work(&self, delay: Duration, work: impl Future<Output = ()> + Send + 'static) {
        let called = self.machines.called_for(delay);
        self.spawn(called.done_by(work));
    }

    /// The HTTP client with which the sandbox sends events to webhooks.
    ///
    /// # Errors
    /// When this machine's TLS settings cannot be read.
    pub fn http(&self) -> Result<reqwest::Client, reqwest::Error> {
        if let Some(client) = self.http.get() {
            return Ok(client.clone());
        }
        // No idle connections: closing one later would wake up an otherwise idle process.
        let plain = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0);
        let made = match &self.proxy {
            Some(face) => face.reached_by(plain)?,
            None => plain,
        };
        let made = made.build()?;
        Ok(self.http.get_or_init(|| made).clone())
    }

    /// The time by a service's clock: this machine's, unless a fault shifts it.
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
        // The world holds secrets and is behind a lock, so it is left out.
        f.debug_struct("Shared").field("origin", &self.origin).field("options", &self.options).finish_non_exhaustive()
    }
}

impl Shared {
    /// The same sandbox under other addresses, with the same world. A token issued under one set of addresses is refused under the
    /// other, because its issuer differs.
    pub(crate) fn facing(&self, face: Face, options: Options) -> Self {
        Self {
            origin: face.platform,
            maskinporten: face.maskinporten,
            options,
            world: self.world.clone(),
            journal: self.journal.clone(),
            bodies: self.bodies.clone(),
            scratch: self.scratch.clone(),
            signers: self.signers.clone(),
            replay: self.replay.clone(),
            faults: self.faults.clone(),
            people: self.people.clone(),
            agenda: self.agenda.clone(),
            machines: self.machines.clone(),
            notes: self.notes.clone(),
            http: OnceLock::new(),
            proxy: self.proxy.clone(),
            stopping: self.stopping.clone(),
        }
    }
}
