//! Why a call through a proxy failed: at the proxy, or behind it.
//!
//! The HTTP client tells little about a proxy's answer to CONNECT: that a log-in is wanted, or that there is no tunnel. So the proxy
//! is then asked once more for the tunnel, to read its status and which ways to log in it offers. Nothing is sent through it.

use super::tunnel::{ask_for_tunnel, connected, issuer_at};
use super::way::{Proxy, Way};
use super::{Mask, failure};
use crate::services::{LogInScheme, ProxyTrouble, Unreachable};
use crate::values::causes;
use hyper::StatusCode;
use hyper::header::{HeaderMap, PROXY_AUTHENTICATE};
use std::time::Duration;
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
pub(super) async fn trouble(proxy: &Proxy, target: &Url, error: &reqwest::Error, patience: Duration, mask: &Mask) -> Option<ProxyTrouble> {
    let can_be_asked = proxy.can_be_asked();
    match ended(proxy, target, error) {
        Ended::BehindIt => None,
        Ended::BeforeTheProxy if proxy.is_socks() => Some(not_connected(proxy, patience).await.unwrap_or(ProxyTrouble::Broken)),
        Ended::BeforeTheProxy => Some(match failure::cause(error) {
            Unreachable::Dns => ProxyTrouble::Dns,
            Unreachable::Refused => ProxyTrouble::Refused,
            Unreachable::Timeout => ProxyTrouble::Timeout,
            Unreachable::Tls(_) | Unreachable::Certificate(_) => {
                ProxyTrouble::Certificate(issuer_at(&Way::Direct, proxy.address(), patience, mask).await)
            }
            Unreachable::Broken => ProxyTrouble::Broken,
        }),
        Ended::AtTheProxy if can_be_asked => Some(refused_tunnel(proxy, target, patience).await.unwrap_or(ProxyTrouble::Broken)),
        Ended::AtTheProxy => Some(ProxyTrouble::Denied { status: None }),
        Ended::AtItsLogIn if can_be_asked => {
            let told = refused_tunnel(proxy, target, patience).await;
            Some(told.unwrap_or_else(|| wants_login(proxy, &HeaderMap::new())))
        }
        Ended::AtItsLogIn => Some(wants_login(proxy, &HeaderMap::new())),
        Ended::InSilence if can_be_asked => refused_tunnel(proxy, target, patience).await,
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
    let texts: Vec<String> = causes(error).map(ToString::to_string).collect();
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
    connected(proxy.address(), patience).await.err()
}

/// What an `http://` proxy answers when it is asked for the tunnel once more. None if it gives one.
async fn refused_tunnel(proxy: &Proxy, target: &Url, patience: Duration) -> Option<ProxyTrouble> {
    let stream = match connected(proxy.address(), patience).await {
        Ok(stream) => stream,
        Err(trouble) => return Some(trouble),
    };
    let answer = match timeout(patience, ask_for_tunnel(stream, proxy, target)).await {
        Err(_) => return Some(ProxyTrouble::Timeout),
        Ok(None) => return Some(ProxyTrouble::Broken),
        Ok(Some(answer)) => answer,
    };
    match answer.response.status() {
        status if status.is_success() => None,
        StatusCode::PROXY_AUTHENTICATION_REQUIRED => Some(wants_login(proxy, answer.response.headers())),
        status => Some(ProxyTrouble::Denied { status: Some(status.as_u16()) }),
    }
}
