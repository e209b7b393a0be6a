//! Starts and stops the sandbox.

use crate::controls::{signing_keys, time, trigger};
use crate::events::{self, sink};
use crate::faults::{self, Faults};
use crate::http::reply;
use crate::pages::guard;
use crate::proxy::authority::CertificateAuthority;
use crate::proxy::face::ProxyFace;
use crate::scheduler::machines::Machines;
use crate::seed::{Planted, SeedRefused};
use crate::serving::{self, Serving};
use crate::shared::Shared;
use crate::shared::options::Options;
use crate::signing::keys::Keys;
use crate::signing::signers::Signers;
use crate::storage::bodies::Bodies;
use crate::storage::disk::{self, WorldFile};
use crate::storage::journal::Journal;
use crate::storage::lock::{self, Guard};
use crate::storage::scratch::{self, Scratch};
use crate::storage::{file, snapshot};
use crate::world::World;
use crate::world::memory::Memory;
use crate::world::version::VERSION;
use crate::{admin, broker, exchange, gateway, maskinporten, org_list, pages, people, proxy, registry, systems, test_tokens};
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{get, post};
use futures_util::future::OptionFuture;
use serde_json::{Value, json};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::{Mutex, watch};
use tokio::task::JoinHandle;
use url::Url;

/// How long open connections may finish when the sandbox stops.
const GRACE: Duration = Duration::from_millis(500);

/// Why the sandbox did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The sandbox signs tokens for anybody, so it listens only where other machines cannot reach it.
    #[error("{0} is not an address of this machine alone; the sandbox listens on 127.0.0.1 or [::1]")]
    NotLoopback(SocketAddr),
    /// The address is taken, or this user may not listen on it.
    #[error("cannot listen on {address}: {cause}")]
    Listen {
        address: SocketAddr,
        /// The operating system's error.
        cause: io::Error,
    },
    /// Another process serves this world; its address when that process has written it down.
    #[error("this world is served already, at {}", .0.as_ref().map_or("an address not known yet", Url::as_str))]
    Served(Option<Url>),
    /// A later version of the sandbox wrote this world. It stays as it is.
    #[error("a newer version wrote this world, in format {0}, and this one reads formats up to {VERSION}; the world is left alone")]
    Newer(u32),
    /// Nothing of the seed was taken, and the world stays as it is.
    #[error("{0}")]
    Seed(#[from] SeedRefused),
    #[error("cannot keep the world: {0}")]
    World(#[from] io::Error),
}

/// A running sandbox. Dropping it stops it too, without waiting for open connections.
#[derive(Debug)]
pub struct Sandbox {
    /// `http://127.0.0.1:<port>/`.
    pub origin: Url,
    /// Where it answers under the services' real host names, if started with a proxy.
    pub proxy: Option<ProxyFace>,
    /// A world file that could not be read is renamed to this path.
    pub set_aside: Option<PathBuf>,
    /// What the world got from the seed of the options.
    pub planted: Option<Planted>,
    shared: Arc<Shared>,
    serving: Option<JoinHandle<()>>,
    guard: Option<Guard>,
}

impl Sandbox {
    /// Ends background work, gives open connections half a second to finish, and releases the world for other processes.
    pub async fn stop(mut self) {
        self.shared.stopping.send_replace(true);
        if let Some(mut serving) = self.serving.take()
            && tokio::time::timeout(GRACE, &mut serving).await.is_err()
        {
            serving.abort();
        }
        if let Some(journal) = &self.shared.journal {
            journal.lock().await.close();
        }
        self.shared.scratch.close();
        drop(self.guard.take());
    }

    /// A copy of the world as it is now.
    pub async fn world(&self) -> World {
        self.shared.world.lock().await.clone()
    }

    /// The state that all services share; tests use it to prepare a situation.
    #[must_use]
    pub fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.shared.stopping.send_replace(true);
        if let Some(mut journal) = self.shared.journal.as_ref().and_then(|journal| journal.try_lock().ok()) {
            journal.close();
        }
        self.shared.scratch.close();
    }
}

/// A sandbox that listens before its world is there. Whoever connects by then waits for the first answer, instead of for a port.
#[derive(Debug)]
pub struct Listening {
    /// `http://127.0.0.1:<port>/`.
    pub origin: Url,
    /// A world file that could not be read is renamed to this path.
    pub set_aside: Option<PathBuf>,
    options: Options,
    guard: Option<Guard>,
    known: Option<Box<World>>,
    listener: TcpListener,
}

/// Starts a sandbox in this process.
///
/// # Errors
/// See [`StartError`].
pub async fn start(options: Options) -> Result<Sandbox, StartError> {
    listen(options).await?.serve().await
}

/// Takes the world and the port of a sandbox. [`Listening::serve`] does the rest, which takes a while for a new world: its keys are made.
///
/// # Errors
/// See [`StartError`].
pub async fn listen(mut options: Options) -> Result<Listening, StartError> {
    let asked = [options.listen, options.proxy.map(|proxy| proxy.listen)];
    if let Some(address) = asked.into_iter().flatten().find(|address| !address.ip().is_loopback()) {
        return Err(StartError::NotLoopback(address));
    }
    scratch::sweep();
    options.world = options.world.as_deref().map(file::followed).transpose()?;
    let guard = guard(options.world.as_deref()).await?;
    let (known, set_aside) = known_world(&options)?;
    let listener = listener(options.listen, known.as_deref()).await?;
    Ok(Listening { origin: origin(listener.local_addr()?)?, set_aside, options, guard, known, listener })
}

impl Listening {
    /// Reads or makes the world, and answers from then on.
    ///
    /// # Errors
    /// See [`StartError`].
    pub async fn serve(self) -> Result<Sandbox, StartError> {
        serve(self).await
    }
}

async fn serve(listening: Listening) -> Result<Sandbox, StartError> {
    let Listening { origin, set_aside, options, guard, known, listener } = listening;
    let proxy = match options.proxy {
        Some(proxy) => Some((proxy, bound(proxy.listen).await?)),
        None => None,
    };
    let mut world = settled(known, &origin, &options).await?;
    let planted = options.seed.as_ref().map(|seed| seed.plant(&mut world)).transpose()?;
    let bodies = Bodies::of(options.world.as_ref());
    bodies.sweep(&world.broker.bodies())?;
    let journal = options.world.clone().map(|file| Journal::begun(file, &mut world)).transpose()?;
    let authority = world.authority.clone();
    let face = proxy.as_ref().zip(authority.as_ref()).map(|((_, listener), authority)| ProxyFace::of(listener, authority)).transpose()?;
    world.memory = Memory::of(options.strictness.caches);
    world.package_access = options.strictness.package_access;
    if let Some(guard) = &guard {
        guard.announce(&origin)?;
    }
    let shared = Arc::new(Shared {
        origin: origin.clone(),
        maskinporten: origin.clone(),
        bodies: Arc::new(bodies),
        scratch: Arc::new(Scratch::of(options.world.as_deref())),
        journal: journal.map(|journal| Arc::new(Mutex::new(journal))),
        signers: Arc::new(Signers::new(&world.keys)?),
        faults: Arc::new(Faults::new(options.faults.clone())),
        people: Arc::new(people::Cast::new(options.people)),
        options,
        world: Arc::new(Mutex::new(world)),
        replay: Arc::default(),
        agenda: Arc::default(),
        machines: Arc::new(Machines::new()),
        notes: Arc::default(),
        http: OnceLock::new(),
        proxy: face,
        stopping: watch::Sender::new(false),
    });
    let serving = Serving::new(shared.options.limits, shared.stopping.subscribe());
    let direct = serving::serve(listener, app(&shared), serving.clone());
    let through_proxy =
        proxy.zip(authority).map(|((proxy, listener), authority)| proxy::serve(listener, proxy, authority, &shared, serving, app));
    let through_proxy = through_proxy.transpose()?;
    let serving = tokio::spawn(async move {
        tokio::join!(direct, OptionFuture::from(through_proxy));
    });
    Ok(Sandbox { origin, proxy: shared.proxy.clone(), set_aside, planted, shared, serving: Some(serving), guard })
}

async fn guard(world: Option<&Path>) -> Result<Option<Guard>, StartError> {
    let Some(file) = world else { return Ok(None) };
    match Guard::take(file)? {
        Some(guard) => Ok(Some(guard)),
        None => Err(StartError::Served(lock::running(file).await)),
    }
}

/// The world on disk and, if its file held no world, the path it was renamed to. Neither when there is no file. With `fresh` a world
/// ends here.
fn known_world(options: &Options) -> Result<(Option<Box<World>>, Option<PathBuf>), StartError> {
    let Some(file) = options.world.as_deref() else { return Ok((None, None)) };
    file::sweep(file, Duration::ZERO);
    Ok(match disk::read(file)? {
        WorldFile::World(_) | WorldFile::Newer(_) if options.fresh => (None, None),
        WorldFile::World(world) => (Some(world), None),
        WorldFile::Nothing => (None, None),
        WorldFile::Newer(version) => return Err(StartError::Newer(version)),
        WorldFile::Broken => (None, Some(disk::set_aside(file)?)),
    })
}

/// Listens on the address asked for, else on the port the world had last time, else on any free port.
async fn listener(asked: Option<SocketAddr>, known: Option<&World>) -> Result<TcpListener, StartError> {
    let any = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let before = known.and_then(|world| world.origin.port()).map(|port| SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    if let (None, Some(address)) = (asked, before)
        && let Ok(listener) = TcpListener::bind(address).await
    {
        return Ok(listener);
    }
    let address = asked.unwrap_or(any);
    bound(address).await
}

async fn bound(address: SocketAddr) -> Result<TcpListener, StartError> {
    TcpListener::bind(address).await.map_err(|cause| StartError::Listen { address, cause })
}

fn origin(address: SocketAddr) -> io::Result<Url> {
    Url::parse(&format!("http://{address}/")).map_err(io::Error::other)
}

/// The world with its addresses changed to `origin`; a new world if none is known.
async fn settled(known: Option<Box<World>>, origin: &Url, options: &Options) -> io::Result<World> {
    let mut world = match known {
        Some(world) if world.origin == *origin => *world,
        Some(world) => snapshot::moved(*world, origin)?,
        None => new_world(origin.clone(), options.world.is_some()).await?,
    };
    let vouched_for = options.proxy.is_none() || world.authority.as_ref().is_some_and(CertificateAuthority::is_current);
    if !vouched_for {
        world.authority = Some(CertificateAuthority::new(world.id)?);
    }
    Ok(world)
}

async fn new_world(origin: Url, kept: bool) -> io::Result<World> {
    let keys = tokio::task::spawn_blocking(move || if kept { Keys::generate() } else { Keys::ephemeral() });
    Ok(World::new(origin, keys.await.map_err(io::Error::other)??))
}

fn app(shared: &Arc<Shared>) -> Router {
    let services = Router::new()
        .nest("/authentication/api/v1", exchange::routes().merge(systems::routes()))
        .nest("/resourceregistry/api/v1", registry::routes())
        .nest("/broker/api/v1", broker::routes())
        .merge(broker::at_the_root())
        .nest("/events/api/v1", events::routes())
        .merge(maskinporten::routes())
        .merge(admin::routes())
        .merge(test_tokens::routes())
        .merge(own(shared))
        .route("/authorization/api/v1/authorize", post(gateway::authorize))
        .fallback(gateway::not_found)
        .with_state(Arc::clone(shared));
    let with = || Arc::clone(shared);
    // The gateway runs before routing because it may rewrite the address.
    Router::new()
        .fallback_service(services)
        .layer(from_fn_with_state(with(), faults::behind_the_gateway))
        .layer(from_fn_with_state(with(), gateway::pass))
        .layer(from_fn_with_state(with(), faults::before_the_gateway))
}

/// What is below `/sandbox/`.
fn own(shared: &Arc<Shared>) -> Router<Arc<Shared>> {
    Router::new()
        .merge(sink::routes())
        .merge(org_list::routes())
        .merge(pages::routes())
        .merge(faults::routes())
        .merge(signing_keys::routes())
        .merge(time::routes())
        .merge(trigger::routes())
        .route("/sandbox/world", get(overview))
        .route_layer(from_fn_with_state(Arc::clone(shared), guard::admit))
}

/// `GET /sandbox/world`: what is in the world, without secrets.
async fn overview(State(shared): State<Arc<Shared>>) -> Response {
    let world = shared.world.lock().await;
    let organisations: Vec<Value> = world
        .organisations
        .all
        .iter()
        .map(|organisation| json!({"number": organisation.number, "name": organisation.name, "org_code": organisation.org_code}))
        .collect();
    let clients: Vec<Value> = world
        .maskinporten
        .clients
        .iter()
        .map(|client| json!({"id": client.id, "organisation": client.organisation, "scopes": client.scopes}))
        .collect();
    let overview =
        json!({"id": world.id, "pid": std::process::id(), "origin": shared.origin, "organisations": organisations, "clients": clients});
    reply::json(StatusCode::OK, &overview)
}

/// Every base URL of a running sandbox, for `sandbox --json`.
#[must_use]
pub fn describe(origin: &Url, proxy: Option<&ProxyFace>) -> Value {
    let mut described = json!({
        "platform": origin,
        "maskinporten": origin,
        "token": format!("{origin}token"),
        "token_generator": format!("{origin}testtools/api"),
        "admin": format!("{origin}api/v1"),
        "jwks": format!("{origin}jwk"),
        "resource_registry": format!("{origin}resourceregistry/api/v1"),
        "authentication": format!("{origin}authentication/api/v1"),
        "broker": format!("{origin}broker/api/v1"),
        "events": format!("{origin}events/api/v1"),
        "sink": format!("{origin}sandbox/sink"),
        "world": format!("{origin}sandbox/world"),
        "pages": format!("{origin}sandbox/"),
        "faults": format!("{origin}sandbox/faults"),
        "time": format!("{origin}sandbox/time"),
        "signing_keys": format!("{origin}sandbox/signing-keys"),
    });
    if let (Some(proxy), Some(members)) = (proxy, described.as_object_mut()) {
        members.insert("proxy".to_owned(), json!({"address": format!("http://{}", proxy.address), "hosts": ProxyFace::hosts()}));
    }
    described
}
