//! Calls that look at the way to Altinn: whether hosts answer, their clocks, and whether the gateway wants an API key (facts
//! platform G).

use super::http::{Accept, Answer, Endpoint, Heard};
use super::{Foreign, Services};
use crate::journey::{Cause, Service};
use jiff::Timestamp;
use reqwest::{Method, StatusCode};
use url::Url;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    pub host: String,
    /// The HTTP status. Any status counts as an answer, 401 too.
    pub status: u16,
    /// The host's clock minus ours in milliseconds. Our time is taken in the middle of the call. None without a `Date` header.
    pub clock_offset_ms: Option<i64>,
    /// The issuer in the host's certificate. None without TLS.
    pub certificate_issuer: Option<String>,
    pub at: Timestamp,
}

/// How the gateway answered a call to Broker without a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GatewayAnswer {
    /// It let the call through to Broker.
    Open,
    /// It asks for an API key, and the call had none.
    KeyMissing,
    /// It does not know the API key.
    KeyInvalid,
    /// It has no service at this address.
    NoRoute,
}

/// An address that answers without a token and changes nothing (facts platform G).
const PLATFORM: &str = "authentication/api/v1/openid/.well-known/openid-configuration";
const MASKINPORTEN: &str = "/.well-known/oauth-authorization-server";

impl Services {
    /// Calls a host without a token, to see whether it answers.
    ///
    /// # Errors
    /// The problem with the call. An HTTP status is not an error here, except where the platform or Maskinporten has trouble or is
    /// asked too often. A web page or a redirect from them is one too, because they send neither: a proxy has answered.
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
        // The platform and Maskinporten never answer so, unless they have trouble. The usual judgement names the problem; if it sees
        // none, it is JSON that ends too early.
        let in_trouble = heard.status.is_server_error() || heard.status == StatusCode::TOO_MANY_REQUESTS || heard.is_broken_json();
        if documented && (in_trouble || heard.is_html() || heard.status.is_redirection()) {
            return Err(heard.judged().map_or_else(|problem| problem, |heard| heard.foreign(Foreign::Unreadable)));
        }
        let mut reached = reached(&heard);
        if reached.certificate_issuer.is_none() && url.scheme() == "https" {
            // The HTTP client keeps no certificate that it saw behind a proxy.
            reached.certificate_issuer = self.issuer_at(&url).await;
        }
        Ok(reached)
    }

    /// Calls a webhook's address with a GET, without token or API key. The trace leaves out the path, which is often the webhook's
    /// only secret.
    ///
    /// # Errors
    /// The problem with the call. An HTTP status is not an error here.
    pub async fn look_at(&self, webhook: &Url) -> Answer<Reached> {
        let ask = self.ask(Method::GET, webhook.clone(), Endpoint::usual(Service::Other, "webhook")).accept(Accept::Any).without_key();
        Ok(reached(&ask.hiding_the_path().heard().await?))
    }

    /// Calls Broker without a token, with or without the API key, to see how the gateway answers.
    ///
    /// # Errors
    /// The problem with the call.
    pub async fn ask_gateway(&self, with_key: bool) -> Answer<GatewayAnswer> {
        if with_key && self.has_api_key() && self.api_key_header().is_none() {
            // The key has line breaks or the like. It cannot be sent in a header, so it cannot be the right one.
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
            // Any other answer must be JSON, as all of Broker's answers are. Otherwise something else has answered.
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
        // Any other refusal comes from Broker itself, so the gateway has let the call through.
        _ => GatewayAnswer::Open,
    })
}

fn reached(heard: &Heard) -> Reached {
    Reached {
        host: heard.host.clone(),
        status: heard.status.as_u16(),
        clock_offset_ms: heard.clock_offset_ms(),
        certificate_issuer: heard.certificate_issuer.clone(),
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
