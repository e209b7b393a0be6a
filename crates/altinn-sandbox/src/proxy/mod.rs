//! An HTTP proxy on this machine that answers for the services under their real names, so that a program written for them runs
//! unchanged. It never forwards anything to the real services.

pub(crate) mod authority;
pub(crate) mod connect;
pub(crate) mod face;
pub(crate) mod fault;
pub(crate) mod hosts;
pub(crate) mod idle;

pub use authority::CertificateAuthority;
pub use face::{Proxy, ProxyFace};
pub use fault::TlsFault;

use super::faults::Faults;
use crate::gateway;
use crate::shared::Shared;
use crate::shared::options::Options;
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::serve::Listener;
use connect::TunnelRequest;
use futures_util::future::join_all;
use hosts::{Environment, HOSTS, Host, Service};
use idle::Idle;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc, watch};
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// How many clients may be setting up a tunnel at the same time.
const TUNNELS: usize = 256;
/// How long a client may take to send its request head, and then as long again for the TLS handshake.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long an idle tunnel stays open: the default of the services' web server.
const IDLE: Duration = Duration::from_secs(130);
/// How long to wait before accepting again after accepting a connection failed.
const PAUSE: Duration = Duration::from_millis(100);

/// A tunnel's connection inside TLS.
type Tunnel = Idle<TlsStream<BufReader<TcpStream>>>;

/// The listener of one host's server: it accepts tunnels instead of TCP connections.
struct Tunnels {
    arriving: mpsc::Receiver<Tunnel>,
    address: SocketAddr,
}

impl Listener for Tunnels {
    type Io = Tunnel;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Tunnel, SocketAddr) {
        match self.arriving.recv().await {
            Some(tunnel) => (tunnel, self.address),
            // The proxy has stopped, so no tunnel will come.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}

/// What is needed to handle a client's connection.
struct Doors {
    authority: CertificateAuthority,
    faults: Arc<Faults>,
    open: Semaphore,
    hosts: Vec<(Host, mpsc::Sender<Tunnel>)>,
}

/// Serves until the sandbox stops.
pub(super) fn serve(
    listener: TcpListener,
    proxy: Proxy,
    authority: CertificateAuthority,
    shared: &Arc<Shared>,
    app: fn(&Arc<Shared>) -> Router,
) -> io::Result<impl Future<Output = ()> + use<>> {
    let address = listener.local_addr()?;
    let mut serving = Vec::new();
    let mut doors = Doors { authority, faults: Arc::clone(&shared.faults), open: Semaphore::new(TUNNELS), hosts: Vec::new() };
    for environment in Environment::ALL {
        let options = Options { gateway: proxy.gateway, ..shared.options.clone() };
        let app = app(&Arc::new(shared.facing(environment.face()?, options)));
        for host in HOSTS.into_iter().filter(|host| host.environment == environment) {
            let (hand, arriving) = mpsc::channel(TUNNELS);
            doors.hosts.push((host, hand));
            let only = Router::new().fallback_service(app.clone()).layer(from_fn_with_state(host.service, only));
            let stopping = stopped(shared.stopping.subscribe());
            let served = axum::serve(Tunnels { arriving, address }, only).with_graceful_shutdown(stopping);
            // axum::serve never returns an error.
            serving.push(async move { drop(served.await) });
        }
    }
    let stopping = stopped(shared.stopping.subscribe());
    let accepting = async move {
        tokio::select! {
            () = accept(listener, Arc::new(doors)) => {}
            () = stopping => {}
        }
    };
    Ok(async move {
        tokio::join!(accepting, join_all(serving));
    })
}

async fn stopped(mut stopping: watch::Receiver<bool>) {
    // An error means that the sandbox has been dropped, so stop as well.
    let _ = stopping.wait_for(|stop| *stop).await;
}

/// Lets each host serve only its own paths; the gateway's 404 answers all others.
async fn only(State(service): State<Service>, mut request: Request, next: Next) -> Response {
    if let Some(own) = service.own_path(request.uri()) {
        *request.uri_mut() = own;
    }
    if service.serves(request.uri().path()) { next.run(request).await } else { gateway::not_found().await }
}

async fn accept(listener: TcpListener, doors: Arc<Doors>) {
    loop {
        match listener.accept().await {
            Ok((client, _)) => {
                let doors = Arc::clone(&doors);
                // Errors are ignored: they mean that the client went away.
                tokio::spawn(async move { drop(attend(client, &doors).await) });
            }
            // Most likely the process is out of file descriptors, and other connections must end first.
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}

async fn attend(client: TcpStream, doors: &Doors) -> io::Result<()> {
    client.set_nodelay(true)?;
    // The semaphore is never closed.
    let _open = doors.open.acquire().await.map_err(io::Error::other)?;
    let mut client = BufReader::new(client);
    let host = match timeout(PATIENCE, connect::read_request(&mut client)).await?? {
        TunnelRequest::Tunnel(host) => host,
        TunnelRequest::Refused(refusal) => return connect::say(&mut client, &refusal.answer()).await,
    };
    client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await?;
    let fault = doors.faults.take_tls(|aim| host.service.answers_for(aim)).and_then(|fault| TlsFault::named(&fault.name));
    if fault == Some(TlsFault::Closed) {
        return hung_up(client).await;
    }
    let config = doors.authority.shows(host, fault)?;
    let tunnel = timeout(PATIENCE, TlsAcceptor::from(config).accept(client)).await??;
    match doors.hosts.iter().find(|(known, _)| *known == host) {
        Some((_, hand)) => hand.send(Idle::new(tunnel, IDLE)).await.map_err(io::Error::other),
        None => Ok(()),
    }
}

/// Waits for the client's first bytes, as a server would, and closes the connection.
async fn hung_up(mut client: BufReader<TcpStream>) -> io::Result<()> {
    timeout(PATIENCE, client.fill_buf()).await??;
    client.shutdown().await
}
