//! How the proxy is configured, and how clients reach it.

use super::authority::CertificateAuthority;
use super::hosts::{HOSTS, Host};
use crate::shared::choices::Gateway;
use std::io;
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// The proxy's configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proxy {
    /// The address to listen on, loopback only.
    pub listen: SocketAddr,
    /// Whether its gateway requires an API key. Those of TT02 and production do not.
    pub gateway: Gateway,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProxyFace {
    pub address: SocketAddr,
    /// The certificate of its authority as PEM.
    pub certificate: String,
}

impl ProxyFace {
    pub(crate) fn of(listener: &TcpListener, authority: &CertificateAuthority) -> io::Result<Self> {
        Ok(Self { address: listener.local_addr()?, certificate: authority.certificate.clone() })
    }

    /// The host names that it answers for.
    #[must_use]
    pub fn hosts() -> Vec<&'static str> {
        HOSTS.iter().map(|host| host.name).collect()
    }

    /// Sets up a client of the sandbox's own to reach these names through the proxy, because a webhook may have one of them.
    pub(crate) fn reached_by(&self, client: reqwest::ClientBuilder) -> reqwest::Result<reqwest::ClientBuilder> {
        let authority = reqwest::Certificate::from_pem(self.certificate.as_bytes())?;
        let address = format!("http://{}", self.address);
        let here = reqwest::Proxy::custom(move |url| url.host_str().and_then(Host::named).map(|_| address.clone()));
        Ok(client.proxy(here).tls_certs_merge([authority]))
    }

    /// The domains that its authority can vouch for. Its certificates for other names are invalid.
    #[must_use]
    pub fn domains() -> &'static [&'static str] {
        &super::hosts::DOMAINS
    }
}
