//! The HTTP clients. They are built at their first call, because that takes milliseconds which would delay the wizard's first
//! frame.

use reqwest::Client;
use reqwest::redirect::Policy;
use std::net::IpAddr;
use std::time::Duration;
use tokio::sync::OnceCell;
use url::{Host, Url};

const USER_AGENT: &str = concat!("broker-setup/", env!("CARGO_PKG_VERSION"));

/// Which client is used for an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Road {
    /// HTTP on this machine: no proxy, and no certificates to load.
    Here,
    /// HTTPS on this machine: no proxy either (contract 7).
    HereSecure,
    /// Another machine, through the system's proxy if there is one.
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

/// Whether an address is on this machine.
pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost") || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => IpAddr::V4(ip).is_loopback(),
        Some(Host::Ipv6(ip)) => IpAddr::V6(ip).is_loopback(),
        None => false,
    }
}

#[derive(Debug)]
pub(super) struct Clients {
    connect: Duration,
    here: OnceCell<Client>,
    here_secure: OnceCell<Client>,
    out: OnceCell<Client>,
}

impl Clients {
    pub(super) fn new(connect: Duration) -> Self {
        Self { connect, here: OnceCell::new(), here_secure: OnceCell::new(), out: OnceCell::new() }
    }

    /// The client for an address. None if TLS cannot be set up.
    pub(super) async fn to(&self, url: &Url) -> Option<&Client> {
        let road = Road::to(url);
        let cell = match road {
            Road::Here => &self.here,
            Road::HereSecure => &self.here_secure,
            Road::Out => &self.out,
        };
        let connect = self.connect;
        cell.get_or_try_init(|| async move {
            // Building reads the system's certificates from disk, which must not block an async thread.
            tokio::task::spawn_blocking(move || build(road, connect)).await.ok().flatten().ok_or(())
        })
        .await
        .ok()
    }
}

fn build(road: Road, connect: Duration) -> Option<Client> {
    let common = Client::builder().user_agent(USER_AGENT).redirect(Policy::none()).referer(false).connect_timeout(connect).tls_info(true);
    let builder = match road {
        Road::Here => common.no_proxy().tls_certs_only([]),
        Road::HereSecure => common.no_proxy(),
        Road::Out => common,
    };
    builder.build().ok()
}

/// A client that accepts any certificate. Only used to read the issuer of an untrusted one, and never with a secret.
pub(super) fn accepting_any_certificate(connect: Duration) -> Option<Client> {
    Client::builder()
        .user_agent(USER_AGENT)
        .redirect(Policy::none())
        .connect_timeout(connect)
        .tls_info(true)
        .tls_danger_accept_invalid_certs(true)
        .build()
        .ok()
}

/// The proxy for calls to an address, without its password. Read from the environment variables in the same order as the HTTP
/// client reads them. A proxy from the system settings of macOS or Windows is used too, but is not known here.
pub(in crate::services) fn proxy_of(url: &Url, variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    if is_loopback(url) || is_excepted(url, &variable) {
        return None;
    }
    let names: &[&str] = if url.scheme() == "https" {
        &["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"]
    } else {
        &["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"]
    };
    let proxy = names.iter().find_map(|name| variable(name).filter(|value| !value.trim().is_empty()))?;
    let spelled = if proxy.contains("://") { proxy } else { format!("http://{proxy}") };
    let proxy = Url::parse(spelled.trim()).ok()?;
    Some(super::host_of(&proxy)).filter(|host| !host.is_empty())
}

fn is_excepted(url: &Url, variable: &impl Fn(&str) -> Option<String>) -> bool {
    let Some(list) = variable("NO_PROXY").or_else(|| variable("no_proxy")) else { return false };
    let host = url.host_str().unwrap_or_default();
    list.split(',').map(|entry| entry.trim().trim_start_matches("*.").trim_start_matches('.')).any(|entry| {
        entry == "*" || (!entry.is_empty() && (host == entry || host.strip_suffix(entry).is_some_and(|left| left.ends_with('.'))))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loopback_never_goes_through_a_proxy() {
        for address in ["http://127.0.0.1:4711/", "http://localhost/", "http://[::1]:80/", "https://127.8.8.8/"] {
            assert_ne!(Road::to(&Url::parse(address).unwrap()), Road::Out, "{address}");
        }
        assert_eq!(Road::to(&Url::parse("https://platform.tt02.altinn.no/").unwrap()), Road::Out);
    }

    #[test]
    fn the_proxy_is_named_without_its_password() {
        let target = Url::parse("https://platform.tt02.altinn.no/").unwrap();
        let variables = |name: &str| (name == "HTTPS_PROXY").then(|| "http://user:secret@proxy.example.no:3128".to_owned());
        assert_eq!(proxy_of(&target, variables).as_deref(), Some("proxy.example.no:3128"));
        let excepted = |name: &str| match name {
            "NO_PROXY" => Some("localhost,.altinn.no".to_owned()),
            other => variables(other),
        };
        assert_eq!(proxy_of(&target, excepted), None);
        assert_eq!(proxy_of(&Url::parse("http://127.0.0.1/").unwrap(), variables), None);
    }
}
