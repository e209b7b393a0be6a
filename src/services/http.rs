//! One way to ask: time-outs, body limits, redaction, trace, clock, rate budget.
//!
//! ```text
//!  Services::ask ──▶ Ask: method, address, endpoint, token, body
//!                     │ depart
//!                     │   a token for a host that is not ours? ───────────────▶ Problem::NotOurHost
//!                     │   the budget of this endpoint used up? ───────────────▶ Problem::TooOften
//!                     │   one of the sixteen places in flight, and a client (made for the first call)
//!                     ▼
//!                   Flight ─ open ─ no DNS, no TLS, no answer in time ────────▶ Problem::Unreachable
//!                     │        read ─ over a megabyte, or broken off ─────────▶ Problem::Foreign
//!                     │ dropped, however it ends: its Call goes into the trace
//!                     ▼
//!                   Heard: status, headers, body, our clock in the middle of the call
//!                     │ judged
//!                     │   a redirect, a web page, broken JSON ────────────────▶ Problem::Foreign
//!                     │   429: this endpoint is left alone until then ────────▶ Problem::TooOften
//!                     │   any other refusal: code, words and Cause ───────────▶ Problem::Refused
//!                     ▼
//!                   json, text: what the service meant
//! ```
//!
//! Uploads and downloads (`broker/files`) depart and open in the same way; their bodies are watched for standstill, not timed as a whole.

mod ask;
mod budget;
mod clients;
mod failure;
mod heard;
mod redact;
mod settings;

pub(super) use ask::{Accept, Ask, Endpoint, issuer_of};
pub(super) use clients::proxy_of;
pub(super) use heard::Heard;
pub(super) use redact::{capped, plain};
pub use settings::Patience;

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

/// How many calls are in flight at most (contract 3).
const IN_FLIGHT: usize = 16;

/// All services of one environment. Cheap to clone; building the HTTP client is lazy, since it costs some milliseconds.
#[derive(Debug, Clone)]
pub struct Services {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    endpoints: Endpoints,
    api_key: Option<SecretString>,
    trace: Trace,
    patience: Patience,
    clients: Clients,
    budget: Budget,
    in_flight: Semaphore,
}

impl Services {
    /// The services at these endpoints. The API key, if any, goes to the platform only, with every request.
    #[must_use]
    pub fn new(endpoints: Endpoints, api_key: Option<SecretString>, trace: Trace) -> Self {
        Self::build(endpoints, api_key, trace, Patience::default(), Budget::in_memory())
    }

    /// Keeps the call budgets in this folder, so that they hold between processes; without it they live in memory.
    #[must_use]
    pub fn with_budget(self, folder: PathBuf) -> Self {
        let old = &self.inner;
        Self::build(old.endpoints.clone(), old.api_key.clone(), old.trace.clone(), old.patience, Budget::in_folder(folder))
    }

    /// Waits this long, instead of as long as usual.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        let old = &self.inner;
        Self::build(old.endpoints.clone(), old.api_key.clone(), old.trace.clone(), patience, old.budget.clone())
    }

    /// How long it waits.
    #[must_use]
    pub fn patience(&self) -> Patience {
        self.inner.patience
    }

    fn build(endpoints: Endpoints, api_key: Option<SecretString>, trace: Trace, patience: Patience, budget: Budget) -> Self {
        let inner = Inner {
            endpoints,
            api_key,
            trace,
            patience,
            clients: Clients::new(patience.connect),
            budget,
            in_flight: Semaphore::new(IN_FLIGHT),
        };
        Self { inner: Arc::new(inner) }
    }

    #[must_use]
    pub fn endpoints(&self) -> &Endpoints {
        &self.inner.endpoints
    }

    /// What was asked so far, oldest first.
    #[must_use]
    pub fn traffic(&self) -> Vec<Call> {
        self.inner.trace.calls()
    }

    /// Whether there is an API key to send.
    #[must_use]
    pub fn has_api_key(&self) -> bool {
        self.inner.api_key.is_some()
    }

    /// An address on the platform: the base, then path segments, each escaped as one.
    pub(super) fn platform(&self, prefix: &str, segments: &[&str]) -> Url {
        let mut url = self.inner.endpoints.platform.clone();
        // A base that cannot have segments (`mailto:`) is no base of an environment: its parser refuses it.
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(prefix.split('/')).extend(segments);
        }
        url
    }

    /// The API key as a header; none where there is none, or where it holds what no header can.
    pub(super) fn api_key_header(&self) -> Option<HeaderValue> {
        let key = self.inner.api_key.as_ref()?;
        let mut value = HeaderValue::from_str(key.expose_secret().trim()).ok()?;
        value.set_sensitive(true);
        Some(value)
    }

    /// Whether this address lies on a host of this environment, by scheme, host and port: the scheme too, or a link to
    /// `http://` would carry a token in the clear.
    fn is_ours(&self, url: &Url) -> bool {
        let endpoints = &self.inner.endpoints;
        let ours = [Some(&endpoints.platform), Some(&endpoints.maskinporten), endpoints.admin.as_ref()];
        ours.into_iter().flatten().any(|known| known.origin() == url.origin())
    }

    /// Whether this address is the platform's.
    fn is_platform(&self, url: &Url) -> bool {
        self.inner.endpoints.platform.origin() == url.origin()
    }
}

/// Host, with the port where it is not the scheme's own.
pub(super) fn host_of(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// What every call answers with.
pub type Answer<T> = Result<T, Problem>;

#[cfg(test)]
mod tests;
