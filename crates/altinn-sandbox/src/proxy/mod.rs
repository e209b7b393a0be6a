//! An HTTP proxy on this machine that answers for the services under their real names, so that a program written for them runs
//! unchanged. It never forwards anything to the real services.

pub(crate) mod authority;
pub(crate) mod connect;
pub(crate) mod face;
pub(crate) mod fault;
pub(crate) mod hosts;

pub use authority::CertificateAuthority;
pub use face::{Proxy, ProxyFace};
pub use fault::TlsFault;

use super::faults::Faults;
use crate::gateway;
use crate::serving::Serving;
use crate::shared::Shared;
use crate::shared::options::Options;
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use connect::TunnelRequest;
use hosts::{Environment, HOSTS, Host, Service};
use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;

/// What is needed to handle a client's connection.
struct Doors {
    authority: CertificateAuthority,
    faults: Arc<Faults>,
    serving: Serving,
    hosts: Vec<(Host, Router)>,
}

/// Serves until the sandbox stops.
pub(super) fn serve(
    listener: TcpListener,
    proxy: Proxy,
    authority: CertificateAuthority,
    shared: &Arc<Shared>,
    serving: Serving,
    app: fn(&Arc<Shared>) -> Router,
) -> io::Result<impl Future<Output = ()> + use<>> {
    let mut hosts = Vec::new();
    for environment in Environment::ALL {
        let options = Options { gateway: proxy.gateway, ..shared.options.clone() };
        let app = serving.bounded(app(&Arc::new(shared.facing(environment.face()?, options))));
        for host in HOSTS.into_iter().filter(|host| host.environment == environment) {
            hosts.push((host, Router::new().fallback_service(app.clone()).layer(from_fn_with_state(host.service, only))));
        }
    }
    let doors = Arc::new(Doors { authority, faults: Arc::clone(&shared.faults), serving: serving.clone(), hosts });
    Ok(serving.accept(listener, move |client| {
        let doors = Arc::clone(&doors);
        // Errors are ignored: they mean that the client went away.
        async move { drop(attend(client, &doors).await) }
    }))
}

/// Lets each host serve only its own paths; the gateway's 404 answers all others.
async fn only(State(service): State<Service>, mut request: Request, next: Next) -> Response {
    if let Some(own) = service.own_path(request.uri()) {
        *request.uri_mut() = own;
    }
    if service.serves(request.uri().path()) { next.run(request).await } else { gateway::not_found().await }
}

async fn attend(client: TcpStream, doors: &Doors) -> io::Result<()> {
    let patience = doors.serving.limits.head;
    let mut client = BufReader::new(client);
    let host = match timeout(patience, connect::read_request(&mut client)).await?? {
        TunnelRequest::Tunnel(host) => host,
        TunnelRequest::Refused(refusal) => return connect::say(&mut client, &refusal.answer()).await,
    };
    client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await?;
    let fault = doors.faults.take_tls(|aim| host.service.answers_for(aim)).and_then(|fault| TlsFault::named(&fault.name));
    if fault == Some(TlsFault::Closed) {
        return hung_up(client, patience).await;
    }
    let config = doors.authority.shows(host, fault)?;
    let tunnel = timeout(patience, TlsAcceptor::from(config).accept(client)).await??;
    if let Some((_, app)) = doors.hosts.iter().find(|(known, _)| *known == host) {
        doors.serving.converse(tunnel, app.clone()).await;
    }
    Ok(())
}

/// Waits for the client's first bytes, as a server would, and closes the connection.
async fn hung_up(mut client: BufReader<TcpStream>, patience: Duration) -> io::Result<()> {
    timeout(patience, client.fill_buf()).await??;
    client.shutdown().await
}
