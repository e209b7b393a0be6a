//! The way to Altinn: hosts, clock, gateway and API key (platform facts, G).

use super::Services;
use super::http::Answer;
use jiff::Timestamp;
use url::Url;

/// A host answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// The host.
    pub host: String,
    /// The status; a 401 is an answer too.
    pub status: u16,
    /// Its clock minus ours, in milliseconds, with the middle of the call as our time; none without a `Date`.
    pub clock_offset_ms: Option<i64>,
    /// The proxy that the call went through, if any.
    pub proxy: Option<String>,
    /// Who signed the host's certificate, as the certificate says; none without TLS.
    pub certificate_issuer: Option<String>,
    /// When the answer came.
    pub at: Timestamp,
}

/// How the gateway met an un-tokened Broker call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GatewayAnswer {
    /// It let us through to Broker.
    Open,
    /// It misses an API key.
    KeyMissing,
    /// It does not know the API key.
    KeyInvalid,
    /// It does not know the address.
    NoRoute,
}

impl Services {
    /// Asks a host without any token.
    ///
    /// # Errors
    /// What stopped us; a status of the host itself is never an error here.
    pub async fn reach(&self, base: &Url) -> Answer<Reached> {
        let _ = base;
        unimplemented!()
    }

    /// Looks at a webhook's address: one GET, no token, no key. The trace leaves its path out, which is often its only secret.
    ///
    /// # Errors
    /// What stopped us; a status of the host itself is never an error here.
    pub async fn look_at(&self, webhook: &Url) -> Answer<Reached> {
        let _ = webhook;
        unimplemented!()
    }

    /// An un-tokened Broker call, with or without the API key.
    ///
    /// # Errors
    /// What stopped us.
    pub async fn ask_gateway(&self, with_key: bool) -> Answer<GatewayAnswer> {
        let _ = with_key;
        unimplemented!()
    }
}
