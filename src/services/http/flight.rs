//! A call that is on its way, until its answer is read.

use super::ask::TracedAddress;
use super::certificate::{certificate_of, issuer_of};
use super::proxied;
use super::tunnel::issuer_at;
use super::way::{Proxy, Way};
use super::{Answer, Heard, OutsideText, Patience, Services, exchanged, failure};
use crate::journey::Service;
use crate::services::{Foreign, GivenUp, Problem, ProxyTrouble, Unreachable};
use crate::values::{Body as KeptBody, Call, CallEnd, HttpMessage, NoAnswer};
use jiff::Timestamp;
use reqwest::{Client, Request, Response, StatusCode};
use std::time::Instant;
use tokio::sync::SemaphorePermit;
use tokio::time::timeout;
use url::Url;

/// A call under way. It is added to the trace when dropped, whether it was answered, failed or was cancelled.
#[derive(Debug)]
pub(in crate::services) struct Flight<'a> {
    pub(super) services: &'a Services,
    pub(super) client: Client,
    pub(super) way: Way,
    pub(super) service: Service,
    pub(super) largest: usize,
    pub(super) shown: TracedAddress,
    pub(super) call: Call,
    pub(super) since: Instant,
    pub(super) key: String,
    /// Its place among the calls under way.
    pub(super) _permit: SemaphorePermit<'a>,
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

    pub async fn round_trip_in_time(&mut self, request: Request) -> Answer<Heard> {
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
