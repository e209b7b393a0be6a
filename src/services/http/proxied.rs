//! Why a call through a proxy failed: at the proxy, or behind it.
//!
//! The HTTP client tells little about a proxy's answer to CONNECT: that a log-in is wanted, or that there is no tunnel. So the proxy
//! is then asked once more for the tunnel, to read its status and which ways to log in it offers. Nothing is sent through it.

use super::clients::issuer_shown_by;
use super::failure;
use super::way::Proxy;
use crate::services::{LogInScheme, ProxyTrouble, Unreachable};
use hyper::header::{HOST, HeaderMap, PROXY_AUTHENTICATE, PROXY_AUTHORIZATION};
use hyper::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use std::error::Error;
use std::io;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;
use url::Url;

/// What the HTTP client tells about where a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    /// The proxy itself was not reached.
    BeforeTheProxy,
    /// The proxy wants a log-in.
    AtItsLogIn,
    /// The proxy was reached and gave no tunnel.
    AtTheProxy,
    /// Nobody answered; it is not told who.
    InSilence,
    /// The proxy let the call through.
    BehindIt,
}

/// What the proxy is to blame for. None if it let the call through, so that the failure is the host's or of something behind it.
pub(super) async fn trouble(proxy: &Proxy, target: &Url, error: &reqwest::Error, patience: Duration) -> Option<ProxyTrouble> {
    let can_be_asked = proxy.address().scheme() == "http";
    match ended(proxy, target, error) {
        Ended::BehindIt => None,
        Ended::BeforeTheProxy if proxy.is_socks() => Some(not_connected(proxy, patience).await.unwrap_or(ProxyTrouble::Broken)),
        Ended::BeforeTheProxy => Some(match failure::cause(error) {
            Unreachable::Dns => ProxyTrouble::Dns,
            Unreachable::Refused => ProxyTrouble::Refused,
            Unreachable::Timeout => ProxyTrouble::Timeout,
            Unreachable::Tls(_) => ProxyTrouble::Certificate(issuer_shown_by(proxy.address(), patience).await),
            Unreachable::Broken => ProxyTrouble::Broken,
        }),
        Ended::AtTheProxy if can_be_asked => Some(ask_for_tunnel(proxy, target, patience).await.unwrap_or(ProxyTrouble::Broken)),
        Ended::AtTheProxy => Some(ProxyTrouble::Denied { status: None }),
        Ended::AtItsLogIn if can_be_asked => {
            let told = ask_for_tunnel(proxy, target, patience).await;
            Some(told.unwrap_or_else(|| wants_login(proxy, &HeaderMap::new())))
        }
        Ended::AtItsLogIn => Some(wants_login(proxy, &HeaderMap::new())),
        Ended::InSilence if can_be_asked => ask_for_tunnel(proxy, target, patience).await,
        Ended::InSilence => not_connected(proxy, patience).await,
    }
}

/// The trouble that a proxy's 407 is, with the ways to log in that its headers offer.
pub(super) fn wants_login(proxy: &Proxy, headers: &HeaderMap) -> ProxyTrouble {
    let mut offered: Vec<LogInScheme> = Vec::new();
    for challenge in headers.get_all(PROXY_AUTHENTICATE).iter().filter_map(|value| value.to_str().ok()) {
        let words = challenge.split([',', ' ']).map(str::trim);
        let known = words.filter_map(|word| LogInScheme::ALL.iter().find(|scheme| scheme.name().eq_ignore_ascii_case(word)));
        known.for_each(|scheme| {
            if !offered.contains(scheme) {
                offered.push(*scheme);
            }
        });
    }
    ProxyTrouble::LogIn { offered, given: proxy.has_login() }
}

/// Read from the texts of the errors: their types are not public in the client's libraries.
fn ended(proxy: &Proxy, target: &Url, error: &reqwest::Error) -> Ended {
    let texts: Vec<String> = failure::causes(error).map(|cause: &(dyn Error + 'static)| cause.to_string()).collect();
    let says = |words: &str| texts.iter().any(|text| text.contains(words));
    if proxy.is_socks() {
        if says("failed to create underlying connection") {
            Ended::BeforeTheProxy
        } else if says("authentication") || says("credentials not accepted") {
            Ended::AtItsLogIn
        } else if says("connecting to socks proxy") {
            Ended::AtTheProxy
        } else if error.is_timeout() {
            Ended::InSilence
        } else {
            Ended::BehindIt
        }
    } else if says("tunnel error: failed to create underlying connection") || (target.scheme() == "http" && error.is_connect()) {
        Ended::BeforeTheProxy
    } else if says("tunnel error: proxy authorization required") {
        Ended::AtItsLogIn
    } else if says("tunnel error") {
        Ended::AtTheProxy
    } else if error.is_timeout() {
        Ended::InSilence
    } else {
        Ended::BehindIt
    }
}

/// Why no connection to the proxy comes about. None if one does.
async fn not_connected(proxy: &Proxy, patience: Duration) -> Option<ProxyTrouble> {
    connected(proxy, patience).await.err()
}

async fn connected(proxy: &Proxy, patience: Duration) -> Result<TcpStream, ProxyTrouble> {
    let address = proxy.address();
    let port = address.port_or_known_default().unwrap_or(1080);
    let host = address.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    let looked_up = async { tokio::net::lookup_host((host.as_str(), port)).await.map(Iterator::collect::<Vec<_>>) };
    let found = timeout(patience, looked_up).await.map_err(|_| ProxyTrouble::Timeout)?.map_err(|_| ProxyTrouble::Dns)?;
    match timeout(patience, TcpStream::connect(found.as_slice())).await {
        Ok(Ok(stream)) => Ok(stream),
        Ok(Err(error)) if error.kind() == io::ErrorKind::ConnectionRefused => Err(ProxyTrouble::Refused),
        Ok(Err(error)) if error.kind() == io::ErrorKind::TimedOut => Err(ProxyTrouble::Timeout),
        Ok(Err(_)) => Err(ProxyTrouble::Broken),
        Err(_) => Err(ProxyTrouble::Timeout),
    }
}

/// Asks an `http://` proxy for a tunnel and closes it again. None if it gives one.
async fn ask_for_tunnel(proxy: &Proxy, target: &Url, patience: Duration) -> Option<ProxyTrouble> {
    let stream = match connected(proxy, patience).await {
        Ok(stream) => stream,
        Err(trouble) => return Some(trouble),
    };
    match timeout(patience, connect_answer(stream, proxy, target)).await {
        Err(_) => Some(ProxyTrouble::Timeout),
        Ok(None) => Some(ProxyTrouble::Broken),
        Ok(Some((status, _))) if status.is_success() => None,
        Ok(Some((StatusCode::PROXY_AUTHENTICATION_REQUIRED, headers))) => Some(wants_login(proxy, &headers)),
        Ok(Some((status, _))) => Some(ProxyTrouble::Denied { status: Some(status.as_u16()) }),
    }
}

/// The status and headers that answer a CONNECT. None if the proxy speaks no HTTP.
async fn connect_answer(stream: TcpStream, proxy: &Proxy, target: &Url) -> Option<(StatusCode, HeaderMap)> {
    let authority = format!("{}:{}", target.host_str()?, target.port_or_known_default()?);
    let mut request = Request::connect(&authority).header(HOST, &authority);
    if let Some(login) = proxy.login() {
        request = request.header(PROXY_AUTHORIZATION, login);
    }
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.ok()?;
    // Ends with this function, and the connection with it.
    let mut driven = JoinSet::new();
    driven.spawn(connection.with_upgrades());
    let response = sender.send_request(request.body(String::new()).ok()?).await.ok()?;
    Some((response.status(), response.headers().clone()))
}
