//! One call: how it is put together, sent and answered.

use super::budget::Rate;
use super::certificate::{certificate_of, issuer_of};
use super::clients::NoClient;
use super::proxied;
use super::trust::Unusable;
use super::tunnel::issuer_at;
use super::way::{Proxy, Way};
use super::{Answer, Heard, OutsideText, Patience, Services, exchanged, failure, host_of};
use crate::journey::Service;
use crate::services::{Foreign, GivenUp, Problem, ProxyTrouble, Token, Unreachable};
use crate::values::{Body as KeptBody, Call, CallEnd, HttpMessage, NoAnswer, is_loopback};
use jiff::Timestamp;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue};
use reqwest::{Body, Client, Method, Request, Response, StatusCode};
use secrecy::ExposeSecret;
use serde::Serialize;
use std::time::Instant;
use tokio::sync::SemaphorePermit;
use tokio::time::timeout;
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
enum TracedAddress {
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

/// A call under way. It is added to the trace when dropped, whether it was answered, failed or was cancelled.
#[derive(Debug)]
pub(in crate::services) struct Flight<'a> {
    services: &'a Services,
    client: Client,
    way: Way,
    service: Service,
    largest: usize,
    shown: TracedAddress,
    call: Call,
    since: Instant,
    key: String,
    _permit: SemaphorePermit<'a>,
}

impl Flight<'_> {
    /// Sends the request and waits for the answer's status and headers.
    pub async fn open(&mut self, request: Request) -> Answer<Response> {
        let mut origin = request.url().clone();
        origin.set_path("/");
        origin.set_query(None);
        match self.client.execute(request).await {
            Ok(response) => {
                self.call.end = CallEnd::Answered(response.status().as_u16());
                self.call.answered = match self.shown {
                    TracedAddress::Whole => exchanged::opened(&response, self.services.mask()),
                    TracedAddress::HostOnly => HttpMessage { headers: Vec::new(), body: KeptBody::NotKept },
                };
                let asks_who = response.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED;
                match &self.way {
                    Way::Through(proxy) if asks_who => Err(self.held_up(proxy, proxied::wants_login(proxy, response.headers()))),
                    // The network leads the call through a proxy without saying so.
                    Way::Here | Way::Direct | Way::Excepted { .. } if asks_who => Err(self.foreign(response.status(), Foreign::LogIn)),
                    Way::Here | Way::Direct | Way::Excepted { .. } | Way::Through(_) | Way::Unreadable { .. } => Ok(response),
                }
            }
            Err(error) => Err(self.unanswered(&error, origin).await),
        }
    }

    async fn unanswered(&mut self, error: &reqwest::Error, origin: Url) -> Problem {
        if let Way::Through(proxy) = &self.way
            && let Some(trouble) = proxied::trouble(proxy, &origin, error, self.patience().connect, self.services.mask()).await
        {
            let problem = self.held_up(proxy, trouble);
            self.keep_end(NoAnswer::Proxy);
            return problem;
        }
        match failure::cause(error) {
            Unreachable::Tls(_) => {
                let issuer = issuer_at(&self.way, &origin, self.patience().connect, self.services.mask()).await;
                self.stopped(Unreachable::Tls(issuer))
            }
            cause
            @ (Unreachable::Dns | Unreachable::Refused | Unreachable::Timeout | Unreachable::Broken | Unreachable::Certificate(_)) => {
                self.stopped(cause)
            }
        }
    }

    /// The problem that the proxy let this call not through.
    fn held_up(&self, proxy: &Proxy, trouble: ProxyTrouble) -> Problem {
        Problem::Proxy { proxy: proxy.host(), named_by: proxy.source, host: self.call.host.clone(), trouble }
    }

    /// Reads the body of an answer, as long as it is not larger than the endpoint's answers are.
    pub async fn read(&mut self, mut response: Response) -> Answer<Heard> {
        let opened = Timestamp::now();
        let status = response.status();
        if response.content_length().is_some_and(|length| length > self.largest as u64) {
            return Err(self.foreign(status, Foreign::TooLarge));
        }
        let mut body = Vec::new();
        // The host has answered, so a body that breaks off is not reported as "no answer".
        while let Some(piece) = response.chunk().await.map_err(|_| self.foreign(status, Foreign::Unreadable))? {
            if body.len() + piece.len() > self.largest {
                return Err(self.foreign(status, Foreign::TooLarge));
            }
            body.extend_from_slice(&piece);
        }
        match self.shown {
            TracedAddress::Whole => self.call.answered.body = exchanged::kept(&body, self.services.mask()),
            TracedAddress::HostOnly => {}
        }
        let half = opened.duration_since(self.call.at) / 2;
        let (headers, outside) = (response.headers().iter(), |bytes: &[u8]| OutsideText::new(bytes, self.services.mask()));
        Ok(Heard {
            host: self.call.host.clone(),
            service: self.service,
            status,
            headers: headers.map(|(name, value)| (name.clone(), outside(value.as_bytes()))).collect(),
            body: outside(&body),
            certificate_issuer: certificate_of(&response).and_then(|der| issuer_of(&der, self.services.mask())),
            middle: self.call.at.checked_add(half).unwrap_or(opened),
            at: Timestamp::now(),
        })
    }

    /// Sends the request and reads the answer, without a time-out.
    pub async fn round_trip(&mut self, request: Request) -> Answer<Heard> {
        let response = self.open(request).await?;
        self.read(response).await
    }

    async fn round_trip_in_time(&mut self, request: Request) -> Answer<Heard> {
        let whole = self.services.inner.patience.whole;
        match timeout(whole, self.round_trip(request)).await {
            Ok(heard) => heard,
            Err(_) => Err(self.stopped(Unreachable::Timeout)),
        }
    }

    /// Judges an answer. After a 429 the budget keeps further calls to this endpoint back until the time it gave.
    pub fn judge(&self, heard: Heard) -> Answer<Heard> {
        let judged = heard.judged();
        if let Err(Problem::TooOften { until, .. }) = &judged {
            self.services.inner.budget.wait(&self.key, *until, Timestamp::now());
        }
        judged
    }

    /// The problem that this call got no answer, which the trace tells too.
    pub fn stopped(&mut self, cause: Unreachable) -> Problem {
        self.keep_end(match cause {
            Unreachable::Dns => NoAnswer::Dns,
            Unreachable::Refused => NoAnswer::Refused,
            Unreachable::Timeout => NoAnswer::Timeout,
            Unreachable::Tls(_) | Unreachable::Certificate(_) => NoAnswer::Certificate,
            Unreachable::Broken => NoAnswer::Broken,
        });
        Problem::Unreachable { host: self.call.host.clone(), cause }
    }

    /// A status that has come stays: only the rest of that answer is missing.
    fn keep_end(&mut self, why: NoAnswer) {
        if let CallEnd::Unanswered(kept) = &mut self.call.end {
            *kept = why;
        }
    }

    /// The problem that we stopped the file that this call moves.
    pub fn given_up(&self, cause: GivenUp) -> Problem {
        Problem::GivenUp { host: self.call.host.clone(), cause }
    }

    /// The problem that something other than the service answered this call.
    pub fn foreign(&self, status: StatusCode, cause: Foreign) -> Problem {
        Problem::Foreign { host: self.call.host.clone(), status: status.as_u16(), cause }
    }

    pub fn patience(&self) -> Patience {
        self.services.inner.patience
    }
}

impl Drop for Flight<'_> {
    fn drop(&mut self) {
        let took_ms = u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.services.inner.trace.add(Call { took_ms, ..self.call.clone() });
    }
}
