//! Calls with a token, and waiting for a state.

use crate::support::{Answer, Assertion, client, exchange};
use altinn_sandbox::{Sandbox, known};
use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use std::time::{Duration, Instant};

/// Calls one sandbox with one token.
pub struct Calls<'a> {
    pub sandbox: &'a Sandbox,
    pub token: Option<String>,
}

impl<'a> Calls<'a> {
    pub fn nobody(sandbox: &'a Sandbox) -> Self {
        Self { sandbox, token: None }
    }

    /// The organisation's own exchanged token.
    pub async fn organisation(sandbox: &'a Sandbox, name: &str, scope: &str) -> Self {
        let raw = Assertion::of(sandbox, name, scope).await.token(sandbox).await;
        Self { sandbox, token: Some(exchange(sandbox, &raw).await.body) }
    }

    /// A raw Maskinporten token.
    pub async fn raw(sandbox: &'a Sandbox, name: &str, scope: &str) -> Self {
        Self { sandbox, token: Some(Assertion::of(sandbox, name, scope).await.token(sandbox).await) }
    }

    /// The exchanged token of the party's system user.
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

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = self.sandbox.origin.join(path).expect("a url");
        let request = client().request(method, url);
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path)).await
    }

    pub async fn send(&self, method: Method, path: &str, body: &Value) -> Answer {
        Answer::of(self.request(method, path).header("Content-Type", "application/json").body(body.to_string())).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(Method::POST, path, body).await
    }

    pub async fn bare(&self, method: Method, path: &str) -> Answer {
        Answer::of(self.request(method, path)).await
    }
}

/// Asks until it is so, or a deadline has passed.
pub async fn until<F: AsyncFnMut() -> bool>(what: &str, mut holds: F) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !holds().await {
        assert!(Instant::now() < deadline, "never: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// A refusal: status, content type, code.
pub fn assert_coded(answer: &Answer, status: u16, code: &str) {
    assert_eq!((answer.status.as_u16(), answer.json()["code"].as_str()), (status, Some(code)), "{}", answer.body);
}
