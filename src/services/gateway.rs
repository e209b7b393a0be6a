//! The way to Altinn: hosts, clock, gateway and API key (facts platform G).

use super::http::{Accept, Answer, Endpoint, Heard, issuer_of, proxy_of};
use super::{Foreign, Services};
use crate::journey::{Cause, Service};
use jiff::Timestamp;
use reqwest::{Method, StatusCode};
use url::Url;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
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

/// Answers without a token and changes nothing (facts platform G).
const PLATFORM: &str = "authentication/api/v1/openid/.well-known/openid-configuration";
const MASKINPORTEN: &str = "/.well-known/oauth-authorization-server";

impl Services {
    /// The proxy that an address is asked through, without its password: for the words about a call that nobody answered.
    #[must_use]
    pub fn proxy_to(&self, url: &Url) -> Option<String> {
        proxy_of(url, |name| std::env::var(name).ok())
    }

    /// Asks a host without any token.
    ///
    /// # Errors
    /// What stopped us; a status of the host itself is never an error here. A web page or a redirect where the platform or
    /// Maskinporten should be is: that is a proxy speaking.
    pub async fn reach(&self, base: &Url) -> Answer<Reached> {
        let endpoints = self.endpoints();
        let (url, documented) = if *base == endpoints.platform {
            (self.platform(PLATFORM, &[]), true)
        } else if *base == endpoints.maskinporten {
            (with_path(base, MASKINPORTEN), true)
        } else {
            (with_path(base, "/"), false)
        };
        let accept = if documented { Accept::Json } else { Accept::Any };
        let heard = self.ask(Method::GET, url.clone(), Endpoint::usual(Service::Other, "reach")).accept(accept).heard().await?;
        // Neither is ever an answer of these two: judged as every other answer is.
        if documented && (heard.is_html() || heard.status.is_redirection()) {
            return Err(heard.judged().map_or_else(|problem| problem, |heard| heard.foreign(Foreign::Html)));
        }
        Ok(reached(&url, &heard))
    }

    /// Looks at a webhook's address: one GET, no token, no key. The trace leaves its path out, which is often its only secret.
    ///
    /// # Errors
    /// What stopped us; a status of the host itself is never an error here.
    pub async fn look_at(&self, webhook: &Url) -> Answer<Reached> {
        let ask = self.ask(Method::GET, webhook.clone(), Endpoint::usual(Service::Other, "webhook")).accept(Accept::Any).without_key();
        Ok(reached(webhook, &ask.hiding_the_path().heard().await?))
    }

    /// An un-tokened Broker call, with or without the API key.
    ///
    /// # Errors
    /// What stopped us.
    pub async fn ask_gateway(&self, with_key: bool) -> Answer<GatewayAnswer> {
        if with_key && self.has_api_key() && self.api_key_header().is_none() {
            // Line breaks or the like: no header can carry it, so no gateway can know it.
            return Ok(GatewayAnswer::KeyInvalid);
        }
        let mut url = self.platform("broker/api/v1/filetransfer", &[]);
        url.query_pairs_mut().append_pair("resourceId", "x");
        let ask = self.ask(Method::GET, url, Endpoint::usual(Service::Broker, "gateway"));
        let ask = if with_key { ask } else { ask.without_key() };
        let heard = ask.heard().await?;
        match heard.status {
            StatusCode::NOT_FOUND if !heard.is_html() => Ok(GatewayAnswer::NoRoute),
            status if status.is_client_error() && status != StatusCode::TOO_MANY_REQUESTS => judged(&heard, heard.is_html()),
            // Even where it lets somebody in without a token, Broker speaks JSON.
            _ => heard.judged()?.json::<serde::de::IgnoredAny>().map(|_| GatewayAnswer::Open),
        }
    }
}

fn judged(heard: &Heard, is_html: bool) -> Answer<GatewayAnswer> {
    if is_html {
        return Err(heard.foreign(Foreign::Html));
    }
    Ok(match heard.refusal().cause {
        Cause::ApiKeyMissing => GatewayAnswer::KeyMissing,
        Cause::ApiKeyUnknown => GatewayAnswer::KeyInvalid,
        Cause::NoRoute => GatewayAnswer::NoRoute,
        // Whatever a service says, the gateway has let us through to it.
        _ => GatewayAnswer::Open,
    })
}

fn reached(url: &Url, heard: &Heard) -> Reached {
    Reached {
        host: heard.host.clone(),
        status: heard.status.as_u16(),
        clock_offset_ms: heard.clock_offset_ms(),
        proxy: proxy_of(url, |name| std::env::var(name).ok()),
        certificate_issuer: heard.certificate.as_deref().and_then(issuer_of),
        at: heard.at,
    }
}

fn with_path(base: &Url, path: &str) -> Url {
    let mut url = base.clone();
    url.set_path(path);
    url.set_query(None);
    url
}

#[cfg(test)]
mod tests;
