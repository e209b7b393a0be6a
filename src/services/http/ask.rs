//! One call: how it is put together, sent and answered.

use super::budget::Rate;
use super::clients::NoClient;
use super::trust::Unusable;
use super::way::Way;
use super::{Answer, Flight, Heard, OutsideText, Services, exchanged, host_of};
use crate::journey::Service;
use crate::services::{Problem, Token, Unreachable};
use crate::values::{Call, CallEnd, HttpMessage, NoAnswer, is_loopback};
use jiff::Timestamp;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue};
use reqwest::{Body, Method, Request};
use secrecy::ExposeSecret;
use serde::Serialize;
use std::time::Instant;
use url::Url;

/// The largest answer that is read, in bytes. The services' JSON answers are all smaller, but for whole lists.
const LARGEST: usize = 1024 * 1024;
/// The largest list: the Resource Registry's has some kilobytes for each of its resources.
const LARGEST_LIST: usize = 8 * LARGEST;
const KEY_HEADER: &str = "Ocp-Apim-Subscription-Key";

/// An endpoint: its service, the name that the call budget counts it under, and its limit.
#[derive(Debug, Clone, Copy)]
pub(in crate::services) struct Endpoint {
    service: Service,
    name: &'static str,
    rate: Rate,
    /// The largest answer that is read, in bytes.
    largest: usize,
}

impl Endpoint {
    /// An endpoint with the usual limit.
    pub const fn usual(service: Service, name: &'static str) -> Self {
        Self { service, name, rate: Rate::Usual, largest: LARGEST }
    }

    /// Broker's search, which allows fewer calls.
    pub const fn search(service: Service, name: &'static str) -> Self {
        Self { service, name, rate: Rate::Search, largest: LARGEST }
    }

    /// An endpoint that answers with everything there is.
    pub const fn list(service: Service, name: &'static str) -> Self {
        Self { service, name, rate: Rate::Usual, largest: LARGEST_LIST }
    }
}

/// The value of the Accept header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::services) enum Accept {
    /// Exactly `application/json`. Broker compares text and refuses `application/*` (facts broker-api 0.1).
    Json,
    Any,
}

/// How much the trace shows of the address, and whether it keeps the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TracedAddress {
    Whole,
    HostOnly,
}

/// A call being put together.
#[derive(Debug)]
pub(in crate::services) struct Ask<'a> {
    services: &'a Services,
    method: Method,
    url: Url,
    endpoint: Endpoint,
    accept: Accept,
    token: Option<&'a Token>,
    with_key: bool,
    shown: TracedAddress,
    body: Option<(&'static str, Body)>,
    length: Option<u64>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Services {
    /// Starts a call that accepts JSON and sends the API key if the address is on the platform.
    pub(in crate::services) fn ask(&self, method: Method, url: Url, endpoint: Endpoint) -> Ask<'_> {
        Ask {
            services: self,
            method,
            url,
            endpoint,
            accept: Accept::Json,
            token: None,
            with_key: true,
            shown: TracedAddress::Whole,
            body: None,
            length: None,
            headers: Vec::new(),
        }
    }
}

impl<'a> Ask<'a> {
    pub fn accept(self, accept: Accept) -> Self {
        Self { accept, ..self }
    }

    /// Sends this token. If the host is not one of the environment's, the call fails before anything is sent.
    pub fn bearer(self, token: &'a Token) -> Self {
        Self { token: Some(token), ..self }
    }

    pub fn without_key(self) -> Self {
        Self { with_key: false, ..self }
    }

    /// Shows only the host in the trace, and nothing of the answer.
    pub fn hiding_the_path(self) -> Self {
        Self { shown: TracedAddress::HostOnly, ..self }
    }

    pub fn json(self, body: &impl Serialize) -> Self {
        // This cannot fail: the bodies are plain structures.
        let bytes = serde_json::to_vec(body).unwrap_or_default();
        Self { body: Some(("application/json", bytes.into())), ..self }
    }

    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let encoded = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        Self { body: Some(("application/x-www-form-urlencoded", encoded.into())), ..self }
    }

    /// Sends a text of this content type.
    pub fn typed(self, kind: &'static str, text: String) -> Self {
        Self { body: Some((kind, text.into())), ..self }
    }

    /// Sends a stream of `length` bytes as this content type.
    pub fn bytes(self, kind: &'static str, body: Body, length: u64) -> Self {
        Self { body: Some((kind, body)), length: Some(length), ..self }
    }

    /// Sends one more header.
    pub fn with(mut self, name: HeaderName, value: impl Into<HeaderValue>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Sends the call and returns a successful answer. Anything else is a problem.
    pub async fn answer(self) -> Answer<Heard> {
        let (mut flight, request) = self.depart().await?;
        let heard = flight.round_trip_in_time(request).await?;
        flight.judge(heard)
    }

    /// Sends the call and returns the answer whatever its status.
    pub async fn heard(self) -> Answer<Heard> {
        let (mut flight, request) = self.depart().await?;
        flight.round_trip_in_time(request).await
    }

    /// Checks that the token may go to this host and that the budget allows the call. Then waits until there is room among the
    /// calls under way.
    pub async fn depart(self) -> Answer<(Flight<'a>, Request)> {
        let host = host_of(&self.url);
        if self.token.is_some() && !self.services.is_ours(&self.url) {
            return Err(Problem::NotOurHost { host });
        }
        let way = self.services.inner.clients.way_to(&self.url);
        if let Way::Unreadable { variable, flaw } = &way {
            return Err(Problem::ProxyUnreadable { variable, flaw: flaw.clone() });
        }
        let key = format!("{} {host} {}", self.method, self.endpoint.name);
        let now = Timestamp::now();
        let budget = &self.services.inner.budget;
        // The sandbox on this machine has no gateway whose limits must be kept, so its calls are not counted. A 429 from it still
        // counts.
        let taken = if is_loopback(&self.url) { budget.may_call(&key, now) } else { budget.take(&key, self.endpoint.rate, now) };
        if let Err(until) = taken {
            return Err(Problem::TooOften { host, until });
        }
        let broken = || Problem::Unreachable { host: host.clone(), cause: Unreachable::Broken };
        // This cannot fail, because the semaphore is never closed.
        let permit = self.services.inner.in_flight.acquire().await.map_err(|_| broken())?;
        let built = self.services.inner.clients.to(&self.url).await.map_err(|cause| match cause {
            NoClient::Certificates(Unusable { path, named_by, flaw }) => Problem::NoCertificates { path, named_by, flaw },
            NoClient::Broken => broken(),
        });
        let client = built?.clone();
        let path = match self.shown {
            // A list's next page is at an address that the service gave.
            TracedAddress::Whole => self.outside(&self.url[url::Position::BeforePath..url::Position::AfterQuery]).shown(),
            TracedAddress::HostOnly => "/…".to_owned(),
        };
        let (services, shown, Endpoint { service, largest, .. }) = (self.services, self.shown, self.endpoint);
        let request = self.request();
        let call = Call {
            at: Timestamp::now(),
            method: request.method().to_string(),
            scheme: request.url().scheme().to_owned(),
            host,
            path,
            // What a call that is dropped on its way ends with.
            end: CallEnd::Unanswered(NoAnswer::Stopped),
            took_ms: 0,
            sent: exchanged::sent(&request, services.mask()),
            answered: HttpMessage::default(),
        };
        let flight = Flight { services, client, way, service, largest, shown, call, since: Instant::now(), key, _permit: permit };
        Ok((flight, request))
    }

    fn outside(&self, text: &str) -> OutsideText {
        OutsideText::new(text, self.services.mask())
    }

    fn request(self) -> Request {
        let key = (self.with_key && self.services.is_platform(&self.url)).then(|| self.services.api_key_header()).flatten();
        let mut request = Request::new(self.method, self.url);
        let headers = request.headers_mut();
        headers.extend(self.headers.into_iter().map(|(name, value)| (Some(name), value)));
        if self.accept == Accept::Json {
            headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        }
        if let Some(key) = key {
            headers.insert(KEY_HEADER, key);
        }
        if let Some(mut value) =
            self.token.and_then(|token| HeaderValue::from_str(&format!("Bearer {}", token.secret.expose_secret())).ok())
        {
            value.set_sensitive(true);
            headers.insert(AUTHORIZATION, value);
        }
        if let Some(length) = self.length {
            headers.insert(CONTENT_LENGTH, length.into());
        }
        if let Some((kind, body)) = self.body {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
            *request.body_mut() = Some(body);
        }
        request
    }
}
