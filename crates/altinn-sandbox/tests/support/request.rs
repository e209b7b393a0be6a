//! A request builder for tests: `sandbox.post("broker/api/v1/filetransfer").token(&token).json(json!({})).await.is(400)`.

use crate::support::{Answer, client};
use altinn_sandbox::Sandbox;
use reqwest::header::{HeaderName, HeaderValue};
use reqwest::{Body, Method, RequestBuilder};
use serde_json::Value;
use std::borrow::Borrow;
use std::pin::Pin;

/// A request that is sent when it is awaited.
pub struct Request(RequestBuilder);

impl Request {
    pub fn to(sandbox: &Sandbox, method: Method, path: impl AsRef<str>) -> Self {
        Self(client().request(method, sandbox.origin.join(path.as_ref()).expect("a url")))
    }

    pub fn token(self, token: impl std::fmt::Display) -> Self {
        Self(self.0.bearer_auth(token))
    }

    pub fn basic_auth(self, name: &str, password: Option<impl std::fmt::Display>) -> Self {
        Self(self.0.basic_auth(name, password))
    }

    pub fn header<N, V>(self, name: N, value: V) -> Self
    where
        HeaderName: TryFrom<N, Error: Into<axum::http::Error>>,
        HeaderValue: TryFrom<V, Error: Into<axum::http::Error>>,
    {
        Self(self.0.header(name, value))
    }

    pub fn json(self, body: impl Borrow<Value>) -> Self {
        self.header("Content-Type", "application/json").body(body.borrow().to_string())
    }

    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.header("Content-Type", "application/x-www-form-urlencoded").body(body)
    }

    /// Sets the body as bytes; the test sets the content type with a header.
    pub fn body(self, body: impl Into<Body>) -> Self {
        Self(self.0.body(body))
    }
}

impl IntoFuture for Request {
    type Output = Answer;
    type IntoFuture = Pin<Box<dyn Future<Output = Answer> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(Answer::of(self.0))
    }
}

/// Sends requests: a sandbox without a token, or a caller with its token.
pub trait Requests {
    fn call(&self, method: Method, path: impl AsRef<str>) -> Request;

    fn get(&self, path: impl AsRef<str>) -> Request {
        self.call(Method::GET, path)
    }

    fn post(&self, path: impl AsRef<str>) -> Request {
        self.call(Method::POST, path)
    }

    fn put(&self, path: impl AsRef<str>) -> Request {
        self.call(Method::PUT, path)
    }

    fn delete(&self, path: impl AsRef<str>) -> Request {
        self.call(Method::DELETE, path)
    }
}

impl Requests for Sandbox {
    fn call(&self, method: Method, path: impl AsRef<str>) -> Request {
        Request::to(self, method, path)
    }
}
