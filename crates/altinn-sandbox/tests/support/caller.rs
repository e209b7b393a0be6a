//! Callers with a token, and waiting for a state.

use crate::support::{Assertion, Request, Requests, client, exchange};
use altinn_sandbox::{Sandbox, known};
use reqwest::{Method, RequestBuilder};
use std::time::{Duration, Instant};

/// Calls one sandbox with one token.
pub struct Caller<'a> {
    pub sandbox: &'a Sandbox,
    pub token: Option<String>,
}

impl<'a> Caller<'a> {
    pub fn nobody(sandbox: &'a Sandbox) -> Self {
        Self { sandbox, token: None }
    }

    /// A caller with an organisation's own exchanged token.
    pub async fn organisation(sandbox: &'a Sandbox, name: &str, scope: &str) -> Self {
        let raw = Assertion::of(sandbox, name, scope).await.token(sandbox).await;
        Self { sandbox, token: Some(exchange(sandbox, &raw).await.body) }
    }

    /// A caller with a raw Maskinporten token.
    pub async fn raw(sandbox: &'a Sandbox, name: &str, scope: &str) -> Self {
        Self { sandbox, token: Some(Assertion::of(sandbox, name, scope).await.token(sandbox).await) }
    }

    /// A caller with a raw Maskinporten token of a party's system user.
    pub async fn raw_system_user(sandbox: &'a Sandbox, name: &str, party: &str, scope: &str) -> Self {
        let raw = Assertion::of(sandbox, name, scope).await.acting_for(party, None).token(sandbox).await;
        Self { sandbox, token: Some(raw) }
    }

    /// A caller with the exchanged token of a party's system user.
    pub async fn system_user(sandbox: &'a Sandbox, name: &str, party: &str, scope: &str) -> Self {
        let raw = Assertion::of(sandbox, name, scope).await.acting_for(party, None).token(sandbox).await;
        Self { sandbox, token: Some(exchange(sandbox, &raw).await.body) }
    }

    pub async fn sender(sandbox: &'a Sandbox) -> Self {
        Self::system_user(sandbox, "sender", known::SENDER.number, "altinn:broker.write altinn:broker.read altinn:events.subscribe").await
    }

    pub async fn recipient(sandbox: &'a Sandbox) -> Self {
        Self::system_user(sandbox, "recipient", known::RECIPIENT.number, "altinn:broker.write altinn:broker.read altinn:events.subscribe")
            .await
    }

    pub async fn service_owner(sandbox: &'a Sandbox) -> Self {
        Self::organisation(sandbox, "service-owner", "altinn:serviceowner altinn:broker.write altinn:broker.read altinn:events.subscribe")
            .await
    }

    /// A request for tests that cannot wait for a whole answer: streams, and connections that are closed early.
    pub fn request(&self, method: Method, path: impl AsRef<str>) -> RequestBuilder {
        let url = self.sandbox.origin.join(path.as_ref()).expect("a url");
        let request = client().request(method, url);
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }
}

impl Requests for Caller<'_> {
    fn call(&self, method: Method, path: impl AsRef<str>) -> Request {
        let request = Request::to(self.sandbox, method, path);
        match &self.token {
            Some(token) => request.token(token),
            None => request,
        }
    }
}

/// Repeats a check until it holds; fails after a deadline.
pub async fn until<F: AsyncFnMut() -> bool>(what: &str, mut holds: F) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !holds().await {
        assert!(Instant::now() < deadline, "never: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}
