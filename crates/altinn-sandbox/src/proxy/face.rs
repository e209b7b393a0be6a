//! How the proxy is asked for, and how it is reached.

use super::authority::CertificateAuthority;
use super::hosts::{HOSTS, Host};
use crate::shared::choices::Gateway;
use std::io;
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// How the proxy is started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proxy {
    /// The address to listen on, loopback only.
    pub listen: SocketAddr,
    /// Whether its gateway asks for a key: TT02's and production's do not.
    pub gateway: Gateway,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProxyFace {
    pub address: SocketAddr,
    /// The certificate of its authority, PEM.
    pub certificate: String,
}

impl ProxyFace {
    pub(crate) fn of(listener: &TcpListener, authority: &CertificateAuthority) -> io::Result<Self> {
        Ok(Self { address: listener.local_addr()?, certificate: authority.certificate.clone() })
    }

    /// The names that it answers for.
    #[must_use]
    pub fn hosts() -> Vec<&'static str> {
        HOSTS.iter().map(|host| host.name).collect()
    }

    /// A client to whom these names are the sandbox itself: a webhook may be one of them.
    pub(crate) fn reached_by(&self, client: reqwest::ClientBuilder) -> reqwest::Result<reqwest::ClientBuilder> {
        let authority = reqwest::Certificate::from_pem(self.certificate.as_bytes())?;
        let address = format!("http://{}", self.address);
        let here = reqwest::Proxy::custom(move |url| url.host_str().and_then(Host::named).map(|_| address.clone()));
        Ok(client.proxy(here).tls_certs_merge([authority]))
    }

    /// The domains that its authority can vouch for: no certificate of another name is good.
    #[must_use]
    pub fn domains() -> &'static [&'static str] {
        &super::hosts::DOMAINS
    }
}
