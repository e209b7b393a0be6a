//! Connections that are made without the HTTP client, to learn what it does not tell: a proxy's answer to CONNECT, and the
//! certificate behind it. No token and no key goes through them.

use super::Mask;
use super::certificate::{issuer_of, shown_on};
use super::way::{Proxy, Way};
use crate::services::ProxyTrouble;
use hyper::body::Incoming;
use hyper::header::{HOST, PROXY_AUTHORIZATION};
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use std::io;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;
use url::Url;

/// A proxy's answer to CONNECT.
pub(super) struct TunnelAnswer {
    pub response: Response<Incoming>,
    /// What moves the bytes: the connection ends with it.
    _driven: JoinSet<Result<(), hyper::Error>>,
}

/// A connection to the host of this address.
///
/// # Errors
/// What a proxy would be to blame for, if it is one.
pub(super) async fn connected(address: &Url, patience: Duration) -> Result<TcpStream, ProxyTrouble> {
    let port = address.port_or_known_default().unwrap_or(1080);
    let host = bare_host(address);
    let looked_up = async { tokio::net::lookup_host((host, port)).await.map(Iterator::collect::<Vec<_>>) };
    let found = timeout(patience, looked_up).await.map_err(|_| ProxyTrouble::Timeout)?.map_err(|_| ProxyTrouble::Dns)?;
    let stream = timeout(patience, TcpStream::connect(found.as_slice())).await.map_err(|_| ProxyTrouble::Timeout)?;
    stream.map_err(|error| match error.kind() {
        io::ErrorKind::ConnectionRefused => ProxyTrouble::Refused,
        io::ErrorKind::TimedOut => ProxyTrouble::Timeout,
        _ => ProxyTrouble::Broken,
    })
}

/// Asks an `http://` proxy for a tunnel. None if it speaks no HTTP.
pub(super) async fn ask_for_tunnel(stream: TcpStream, proxy: &Proxy, target: &Url) -> Option<TunnelAnswer> {
    let authority = format!("{}:{}", target.host_str()?, target.port_or_known_default()?);
    let mut request = Request::connect(&authority).header(HOST, &authority);
    if let Some(login) = proxy.login() {
        request = request.header(PROXY_AUTHORIZATION, login);
    }
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.ok()?;
    let mut driven = JoinSet::new();
    driven.spawn(connection.with_upgrades());
    let response = sender.send_request(request.body(String::new()).ok()?).await.ok()?;
    Some(TunnelAnswer { response, _driven: driven })
}

/// The issuer of the certificate that is shown at an address, on the way that leads there. None without TLS, and behind proxies
/// that are not `http://` ones.
pub(super) async fn issuer_at(way: &Way, address: &Url, patience: Duration, mask: &Mask) -> Option<String> {
    let shown = async {
        let host = bare_host(address);
        match way {
            Way::Here | Way::Direct | Way::Excepted { .. } => shown_on(connected(address, patience).await.ok()?, host).await,
            Way::Through(proxy) if proxy.can_be_asked() => {
                let stream = connected(proxy.address(), patience).await.ok()?;
                let answer = ask_for_tunnel(stream, proxy, address).await?;
                let tunnel = hyper::upgrade::on(answer.response).await.ok()?;
                shown_on(TokioIo::new(tunnel), host).await
            }
            Way::Through(_) | Way::Unreadable { .. } => None,
        }
    };
    issuer_of(&timeout(patience, shown).await.ok()??, mask)
}

/// Without the brackets of an IPv6 address.
fn bare_host(address: &Url) -> &str {
    address.host_str().unwrap_or_default().trim_matches(['[', ']'])
}
