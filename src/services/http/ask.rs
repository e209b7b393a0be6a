//! One call, from its parts to what was heard.

use super::budget::Rate;
use super::clients::{credulous, is_loopback};
use super::{Answer, Heard, Patience, Services, capped, failure, host_of};
use crate::journey::Service;
use crate::keys;
use crate::services::{Foreign, Problem, Token, Unreachable};
use crate::values::Call;
use jiff::Timestamp;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use reqwest::tls::TlsInfo;
use reqwest::{Body, Client, Method, Request, Response, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use std::time::Instant;
use tokio::sync::SemaphorePermit;
use tokio::time::timeout;
use url::Url;

/// No JSON answer of these services is larger.
const LARGEST: usize = 1024 * 1024;
const KEY_HEADER: &str = "Ocp-Apim-Subscription-Key";

/// An endpoint: whose it is, and as the call budget counts it.
#[derive(Debug, Clone, Copy)]
pub(in crate::services) struct Endpoint {
    service: Service,
    name: &'static str,
    rate: Rate,
}

impl Endpoint {
    /// One with the usual budget.
    pub const fn usual(service: Service, name: &'static str) -> Self {
        Self { service, name, rate: Rate::Usual }
    }

    /// Broker's search, which takes fewer.
    pub const fn search(service: Service, name: &'static str) -> Self {
        Self { service, name, rate: Rate::Search }
    }
}

/// What we say that we read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::services) enum Accept {
    /// Literally `application/json`: Broker refuses anything cleverer (facts broker-api 0.1).
    Json,
    Any,
}

/// What the trace shows of the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TracedAddress {
    Whole,
    HostOnly,
}

/// A call in the making.
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
}

impl Services {
    /// Starts a call. Takes JSON, sends the API key where the address is the platform's.
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
        }
    }
}

impl<'a> Ask<'a> {
    /// Says what we read.
    pub fn accept(self, accept: Accept) -> Self {
        Self { accept, ..self }
    }

    /// Sends this token, if the host is ours.
    pub fn bearer(self, token: &'a Token) -> Self {
        Self { token: Some(token), ..self }
    }

    /// Sends no API key, even where there is one.
    pub fn without_key(self) -> Self {
        Self { with_key: false, ..self }
    }

    /// Shows only the host in the trace.
    pub fn hiding_the_path(self) -> Self {
        Self { shown: TracedAddress::HostOnly, ..self }
    }

    pub fn json(self, body: &impl Serialize) -> Self {
        // Our own bodies are plain structures: they always serialise.
        let bytes = serde_json::to_vec(body).unwrap_or_default();
        Self { body: Some(("application/json", bytes.into())), ..self }
    }

    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let encoded = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        Self { body: Some(("application/x-www-form-urlencoded", encoded.into())), ..self }
    }

    /// Sends bytes of a known number.
    pub fn bytes(self, body: Body, length: u64) -> Self {
        Self { body: Some(("application/octet-stream", body)), length: Some(length), ..self }
    }

    /// Sends it and reads a success; all else is a problem.
    pub async fn answer(self) -> Answer<Heard> {
        let (mut flight, request) = self.depart().await?;
        let heard = flight.round_trip_in_time(request).await?;
        flight.judge(heard)
    }

    /// Sends it and reads whatever the host answers.
    pub async fn heard(self) -> Answer<Heard> {
        let (mut flight, request) = self.depart().await?;
        flight.round_trip_in_time(request).await
    }

    /// Checks whom we are about to tell what, and whether we may ask now; then takes a place among the calls in flight.
    pub async fn depart(self) -> Answer<(Flight<'a>, Request)> {
        let host = host_of(&self.url);
        if self.token.is_some() && !self.services.is_ours(&self.url) {
            return Err(Problem::NotOurHost { host });
        }
        let key = format!("{} {host} {}", self.method, self.endpoint.name);
        let now = Timestamp::now();
        let budget = &self.services.inner.budget;
        // On this machine is the sandbox: it has no gateway to spare, but when it says "too often", that holds.
        let taken = if is_loopback(&self.url) { budget.told(&key, now) } else { budget.take(&key, self.endpoint.rate, now) };
        if let Err(until) = taken {
            return Err(Problem::TooOften { host, until });
        }
        let broken = || Problem::Unreachable { host: host.clone(), cause: Unreachable::Broken };
        // The semaphore is never closed.
        let permit = self.services.inner.in_flight.acquire().await.map_err(|_| broken())?;
        let client = self.services.inner.clients.to(&self.url).await.ok_or_else(broken)?.clone();
        let path = match self.shown {
            TracedAddress::Whole => {
                self.url.query().map_or_else(|| self.url.path().to_owned(), |query| format!("{}?{query}", self.url.path()))
            }
            TracedAddress::HostOnly => "/…".to_owned(),
        };
        let call = Call { at: Timestamp::now(), method: self.method.to_string(), host, path, status: None, took_ms: 0 };
        let service = self.endpoint.service;
        let flight =
            Flight { services: self.services, client, service, call, since: Instant::now(), key, secrets: self.secrets(), _permit: permit };
        Ok((flight, self.request()))
    }

    fn secrets(&self) -> Vec<SecretString> {
        self.services.inner.api_key.iter().chain(self.token.map(|token| &token.secret)).cloned().collect()
    }

    fn request(self) -> Request {
        let key = (self.with_key && self.services.is_platform(&self.url)).then(|| self.services.api_key_header()).flatten();
        let mut request = Request::new(self.method, self.url);
        let headers = request.headers_mut();
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

/// A call under way. When it ends, however it ends, the trace tells of it.
#[derive(Debug)]
pub(in crate::services) struct Flight<'a> {
    services: &'a Services,
    client: Client,
    service: Service,
    call: Call,
    since: Instant,
    key: String,
    secrets: Vec<SecretString>,
    _permit: SemaphorePermit<'a>,
}

impl Flight<'_> {
    /// Sends the request and waits for the head of the answer.
    pub async fn open(&mut self, request: Request) -> Answer<Response> {
        let mut origin = request.url().clone();
        origin.set_path("/");
        origin.set_query(None);
        match self.client.execute(request).await {
            Ok(response) => {
                self.call.status = Some(response.status().as_u16());
                Ok(response)
            }
            Err(error) => match failure::cause(&error) {
                Unreachable::Tls(_) => Err(self.stopped(Unreachable::Tls(self.untrusted_issuer(origin).await))),
                cause => Err(self.stopped(cause)),
            },
        }
    }

    /// Reads the rest of an answer, at most a megabyte of it.
    pub async fn read(&self, mut response: Response) -> Answer<Heard> {
        let opened = Timestamp::now();
        let status = response.status();
        let foreign = |cause| self.foreign(status, cause);
        if response.content_length().is_some_and(|length| length > LARGEST as u64) {
            return Err(foreign(Foreign::TooLarge));
        }
        let mut body = Vec::new();
        // A body that breaks off has told us who spoke: that is not "nobody answered".
        while let Some(piece) = response.chunk().await.map_err(|_| foreign(Foreign::Unreadable))? {
            if body.len() + piece.len() > LARGEST {
                return Err(foreign(Foreign::TooLarge));
            }
            body.extend_from_slice(&piece);
        }
        let half = opened.duration_since(self.call.at) / 2;
        Ok(Heard {
            host: self.call.host.clone(),
            service: self.service,
            status,
            headers: response.headers().clone(),
            body,
            certificate: certificate_of(&response),
            middle: self.call.at.checked_add(half).unwrap_or(opened),
            at: Timestamp::now(),
            secrets: self.secrets.clone(),
        })
    }

    /// Sends the request and reads the answer.
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

    /// Judges an answer, and remembers when this endpoint does not want to be asked.
    pub fn judge(&self, heard: Heard) -> Answer<Heard> {
        let judged = heard.judged();
        if let Err(Problem::TooOften { until, .. }) = &judged {
            self.services.inner.budget.wait(&self.key, *until, Timestamp::now());
        }
        judged
    }

    /// What stopped this call.
    pub fn stopped(&self, cause: Unreachable) -> Problem {
        Problem::Unreachable { host: self.call.host.clone(), cause }
    }

    /// A problem of whoever answered.
    pub fn foreign(&self, status: StatusCode, cause: Foreign) -> Problem {
        Problem::Foreign { host: self.call.host.clone(), status: status.as_u16(), cause }
    }

    /// How long we wait here.
    pub fn patience(&self) -> Patience {
        self.services.inner.patience
    }

    /// Who signed the certificate that is not trusted: asks once more, believing anything and telling nothing.
    async fn untrusted_issuer(&self, origin: Url) -> Option<String> {
        let client = credulous(self.services.inner.patience.connect)?;
        let response = client.head(origin).send().await.ok()?;
        certificate_of(&response).and_then(|der| issuer_of(&der))
    }
}

impl Drop for Flight<'_> {
    fn drop(&mut self) {
        let took_ms = u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.services.inner.trace.add(Call { took_ms, ..self.call.clone() });
    }
}

fn certificate_of(response: &Response) -> Option<Vec<u8>> {
    response.extensions().get::<TlsInfo>()?.peer_certificate().map(<[u8]>::to_vec)
}

/// Who signed a certificate, fit to be shown.
pub(in crate::services) fn issuer_of(certificate: &[u8]) -> Option<String> {
    keys::issuer(certificate).map(|issuer| capped(&issuer))
}
