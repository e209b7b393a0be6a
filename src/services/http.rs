//! The one way to call a service, with time-outs, size limits, the trace, the host's clock and the call budget.
//!
//! ```text
//!  Services::ask ──▶ Ask: method, address, endpoint, token, body
//!                     │ depart
//!                     │   a token for a host of another environment ──────────▶ Problem::NotOurHost
//!                     │   a proxy's variable that cannot be read ──────────────▶ Problem::ProxyUnreadable
//!                     │   the budget of this endpoint is used up ─────────────▶ Problem::TooOften
//!                     │   a file of certificates that cannot be used ─────────▶ Problem::NoCertificates
//!                     │   waits for one of sixteen places, gets a client (built at the first call)
//!                     ▼
//!                   Flight ─ open ─ the proxy lets nothing through ───────────▶ Problem::Proxy
//!                     │             no DNS, no TLS, no answer in time ────────▶ Problem::Unreachable
//!                     │        read ─ over a megabyte, or broken off ─────────▶ Problem::Foreign
//!                     │ when dropped, however it ended, its Call goes into the trace
//!                     ▼
//!                   Heard: status, headers, body, our clock in the middle of the call. Its texts are OutsideText: nothing comes
//!                     │    out of one that was not masked, cleaned and shortened
//!                     │ judged
//!                     │   a redirect, a web page, broken JSON ────────────────▶ Problem::Foreign
//!                     │   429: no more calls here until the time it gave ─────▶ Problem::TooOften
//!                     │   any other refusal: code, text and Cause ────────────▶ Problem::Refused
//!                     ▼
//!                   json: the body of a success
//! ```
//!
//! Uploads and downloads (`broker/files`) depart and open in the same way; their bodies have limits of their own ───▶ Problem::GivenUp

mod ask;
mod budget;
mod certificate;
mod clients;
mod exchanged;
mod failure;
mod flight;
mod heard;
mod outside;
mod proxied;
mod settings;
mod trust;
mod tunnel;
mod way;

pub(super) use crate::values::Mask;
pub(super) use ask::{Accept, Ask, Endpoint};
pub(super) use flight::Flight;
pub(super) use heard::Heard;
pub(super) use outside::{OutsideText, masked};
pub use settings::{FileLimits, Patience};
pub use trust::TrustStore;
pub use way::{Proxy, Way};

use super::{Problem, Trace};
use crate::values::{Call, Endpoints};
use budget::Budget;
use clients::Clients;
use reqwest::header::HeaderValue;
use secrecy::{ExposeSecret, SecretString};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::Semaphore;
use url::Url;

/// How many calls may be under way at the same time (contract 3).
const IN_FLIGHT: usize = 16;

/// All services of one environment. Cheap to clone. The HTTP clients are built at the first call, since that takes some
/// milliseconds.
#[derive(Debug, Clone)]
pub struct Services {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    endpoints: Endpoints,
    api_key: Option<SecretString>,
    /// Knows the secrets of this run.
    mask: Mask,
    trace: Trace,
    patience: Patience,
    clients: Clients,
    budget: Budget,
    ca: Option<PathBuf>,
    in_flight: Semaphore,
}

impl Services {
    /// The services at these addresses. The API key, if any, is sent with every request to the platform, and to no other host.
    #[must_use]
    pub fn new(endpoints: Endpoints, api_key: Option<SecretString>, trace: Trace) -> Self {
        let mask = Mask::of(api_key.as_ref());
        Self::build(endpoints, api_key, mask, trace, Patience::default(), Budget::in_memory(), None)
    }

    /// Stores the call budgets in this folder, so that they hold across processes. Without it they are kept in memory.
    #[must_use]
    pub fn with_budget(self, folder: PathBuf) -> Self {
        let old = &self.inner;
        let (key, mask, trace) = (old.api_key.clone(), old.mask.clone(), old.trace.clone());
        Self::build(old.endpoints.clone(), key, mask, trace, old.patience, Budget::in_folder(folder), old.ca.clone())
    }

    /// Uses these time-outs instead of the usual ones.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        let old = &self.inner;
        let (key, mask, trace) = (old.api_key.clone(), old.mask.clone(), old.trace.clone());
        Self::build(old.endpoints.clone(), key, mask, trace, patience, old.budget.clone(), old.ca.clone())
    }

    /// Also trusts the certificate authorities in this file.
    #[must_use]
    pub fn with_ca(self, file: PathBuf) -> Self {
        let old = &self.inner;
        let (key, mask, trace) = (old.api_key.clone(), old.mask.clone(), old.trace.clone());
        Self::build(old.endpoints.clone(), key, mask, trace, old.patience, old.budget.clone(), Some(file))
    }

    #[must_use]
    pub fn patience(&self) -> Patience {
        self.inner.patience
    }

    fn build(
        endpoints: Endpoints,
        api_key: Option<SecretString>,
        mask: Mask,
        trace: Trace,
        patience: Patience,
        budget: Budget,
        ca: Option<PathBuf>,
    ) -> Self {
        let inner = Inner {
            endpoints,
            api_key,
            mask,
            trace,
            patience,
            clients: Clients::new(patience.connect, ca.clone()),
            budget,
            ca,
            in_flight: Semaphore::new(IN_FLIGHT),
        };
        Self { inner: Arc::new(inner) }
    }

    #[must_use]
    pub fn endpoints(&self) -> &Endpoints {
        &self.inner.endpoints
    }

    /// The way that calls to an address take.
    #[must_use]
    pub fn way_to(&self, url: &Url) -> Way {
        self.inner.clients.way_to(url)
    }

    /// The issuer of the certificate that is shown at an address. None if it cannot be read.
    pub(super) async fn issuer_at(&self, url: &Url) -> Option<String> {
        tunnel::issuer_at(&self.way_to(url), url, self.inner.patience.connect, self.mask()).await
    }

    /// The places whose certificate authorities are trusted.
    #[must_use]
    pub fn trusts(&self) -> &[TrustStore] {
        self.inner.clients.stores()
    }

    /// The calls so far, oldest first.
    #[must_use]
    pub fn traffic(&self) -> Vec<Call> {
        self.inner.trace.calls()
    }

    #[must_use]
    pub fn has_api_key(&self) -> bool {
        self.inner.api_key.is_some()
    }

    /// The secrets of this run. A token or an assertion is added as soon as it exists.
    pub(super) fn mask(&self) -> &Mask {
        &self.inner.mask
    }

    /// An address on the platform: the base, then path segments. A `/` inside a segment is escaped.
    pub(super) fn platform(&self, prefix: &str, segments: &[&str]) -> Url {
        let mut url = self.inner.endpoints.platform.clone();
        // Always so: an address that cannot have a path (`mailto:`) is refused when the environment is read.
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(prefix.split('/')).extend(segments);
        }
        url
    }

    /// The API key as a header value. None if there is no key, or if it has characters that a header cannot have.
    pub(super) fn api_key_header(&self) -> Option<HeaderValue> {
        let key = self.inner.api_key.as_ref()?;
        let mut value = HeaderValue::from_str(key.expose_secret().trim()).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    /// Whether this address is on a host of this environment, by scheme, host and port. The scheme counts, or a token could be sent
    /// unencrypted to an `http://` link.
    fn is_ours(&self, url: &Url) -> bool {
        let endpoints = &self.inner.endpoints;
        let ours = [Some(&endpoints.platform), Some(&endpoints.maskinporten), endpoints.admin.as_ref()];
        ours.into_iter().flatten().any(|known| known.origin() == url.origin())
    }

    fn is_platform(&self, url: &Url) -> bool {
        self.inner.endpoints.platform.origin() == url.origin()
    }
}

/// The host, with the port unless it is the scheme's default.
pub(super) fn host_of(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// The result of every call.
pub type Answer<T> = Result<T, Problem>;

#[cfg(test)]
mod tests;
