//! The HTTP clients. They are built at their first call, because that takes milliseconds which would delay the wizard's first
//! frame.

use super::trust::{self, TrustStore, Unusable};
use super::way::{Way, Ways};
use crate::values::is_loopback;
use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, Proxy};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::OnceCell;
use url::Url;

const USER_AGENT: &str = concat!("broker-setup/", env!("CARGO_PKG_VERSION"));

/// Which client is used for an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Road {
    /// HTTP on this machine: no proxy, and no certificates to load.
    Here,
    /// HTTPS on this machine: no proxy either (contract 7).
    HereSecure,
    /// Another machine, on the [`Way`] that leads there.
    Out,
}

impl Road {
    fn to(url: &Url) -> Self {
        match (is_loopback(url), url.scheme()) {
            (true, "http") => Self::Here,
            (true, _) => Self::HereSecure,
            (false, _) => Self::Out,
        }
    }
}

#[derive(Debug)]
pub(super) struct Clients {
    connect: Duration,
    ways: Arc<Ways>,
    stores: Vec<TrustStore>,
    here: OnceCell<Client>,
    here_secure: OnceCell<Client>,
    out: OnceCell<Client>,
}

impl Clients {
    pub(super) fn new(connect: Duration, ca: Option<PathBuf>) -> Self {
        let ways = Arc::new(Ways::of_this_machine());
        let stores = trust::stores(ca, |name| std::env::var_os(name));
        Self { connect, ways, stores, here: OnceCell::new(), here_secure: OnceCell::new(), out: OnceCell::new() }
    }

    pub(super) fn way_to(&self, url: &Url) -> Way {
        self.ways.to(url)
    }

    pub(super) fn stores(&self) -> &[TrustStore] {
        &self.stores
    }

    /// The client for an address.
    ///
    /// # Errors
    /// TLS cannot be set up.
    pub(super) async fn to(&self, url: &Url) -> Result<&Client, NoClient> {
        let road = Road::to(url);
        let cell = match road {
            Road::Here => &self.here,
            Road::HereSecure => &self.here_secure,
            Road::Out => &self.out,
        };
        let (connect, ways, stores) = (self.connect, Arc::clone(&self.ways), self.stores.clone());
        cell.get_or_try_init(|| async move {
            // Building reads the system's certificates from disk, which must not block an async thread.
            tokio::task::spawn_blocking(move || build(road, connect, ways, &stores)).await.map_err(|_| NoClient::Broken)?
        })
        .await
    }
}

/// Why there is no client.
#[derive(Debug)]
pub(super) enum NoClient {
    /// A file of certificates cannot be used.
    Certificates(Unusable),
    /// The TLS library refuses in another way.
    Broken,
}

fn build(road: Road, connect: Duration, ways: Arc<Ways>, stores: &[TrustStore]) -> Result<Client, NoClient> {
    let common = common(connect);
    let trusting = |builder| trust::trusting(builder, stores).map_err(NoClient::Certificates);
    let builder = match road {
        Road::Here => common.no_proxy().tls_certs_only([]),
        Road::HereSecure => trusting(common.no_proxy())?,
        Road::Out => trusting(on_its_way(common, ways))?,
    };
    builder.build().map_err(|_| NoClient::Broken)
}

fn common(connect: Duration) -> ClientBuilder {
    Client::builder().user_agent(USER_AGENT).redirect(Policy::none()).referer(false).connect_timeout(connect).tls_info(true)
}

fn on_its_way(builder: ClientBuilder, ways: Arc<Ways>) -> ClientBuilder {
    builder.proxy(Proxy::custom(move |url| match ways.to(url) {
        Way::Through(proxy) => Some(proxy.address().clone()),
        // What cannot be read is refused before a call comes here.
        Way::Here | Way::Direct | Way::Excepted { .. } | Way::Unreadable { .. } => None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_to_this_machine_have_clients_of_their_own() {
        for address in ["http://127.0.0.1:4711/", "http://localhost/", "http://[::1]:80/", "https://127.8.8.8/"] {
            assert_ne!(Road::to(&Url::parse(address).unwrap()), Road::Out, "{address}");
        }
        assert_eq!(Road::to(&Url::parse("https://platform.tt02.altinn.no/").unwrap()), Road::Out);
    }
}
