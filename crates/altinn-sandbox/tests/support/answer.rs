//! An answer, and expectations about it that can be chained. A failed expectation prints the request and the answer.

use crate::support::openapi;
use reqwest::header::HeaderMap;
use reqwest::{RequestBuilder, StatusCode};
use serde_json::Value;

pub struct Answer {
    /// Method and path, for the message of a failed test.
    asked: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// Sends a request, reads the answer, and compares it with the published documents.
    pub async fn of(request: RequestBuilder) -> Self {
        let (client, request) = request.build_split();
        let request = request.expect("a request");
        let (method, path) = (request.method().to_string(), request.url().path().to_owned());
        let answer = Self::unjudged(RequestBuilder::from_parts(client, request)).await;
        openapi::hold(&openapi::Exchange {
            method,
            path,
            status: answer.status.as_u16(),
            answer_type: answer.header("content-type").to_owned(),
            answer: answer.body.clone().into_bytes(),
        });
        answer
    }

    /// Like [`Answer::of`], without the comparison with the published documents.
    pub async fn unjudged(request: RequestBuilder) -> Self {
        let (client, request) = request.build_split();
        let request = request.expect("a request");
        let asked = format!("{} {}", request.method(), request.url().path());
        let response = client.execute(request).await.expect("an answer");
        let (status, headers) = (response.status(), response.headers().clone());
        Self { asked, status, headers, body: response.text().await.expect("a body") }
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.body))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }

    /// The values of every header with a name.
    pub fn headers_named(&self, name: &str) -> Vec<&str> {
        self.headers.get_all(name).iter().map(|value| value.to_str().expect("text")).collect()
    }

    /// The names of the body's members, in order.
    pub fn members(&self) -> Vec<String> {
        self.json().as_object().expect("an object").keys().cloned().collect()
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{self}");
        self
    }

    /// Expects a refusal with the service's code.
    #[track_caller]
    pub fn code(&self, code: &str) -> &Self {
        self.has("/code", code)
    }

    /// Expects a member of the body, given by its JSON pointer, to have a value.
    #[track_caller]
    pub fn has(&self, pointer: &str, value: impl Into<Value>) -> &Self {
        assert_eq!(self.json().pointer(pointer), Some(&value.into()), "{pointer} of {self}");
        self
    }

    /// Expects the body not to have a member.
    #[track_caller]
    pub fn lacks(&self, pointer: &str) -> &Self {
        assert_eq!(self.json().pointer(pointer), None, "{pointer} of {self}");
        self
    }

    /// Expects the whole body as a text.
    #[track_caller]
    pub fn text(&self, body: &str) -> &Self {
        assert_eq!(self.body, body, "{self}");
        self
    }

    #[track_caller]
    pub fn empty(&self) -> &Self {
        self.text("")
    }

    /// Expects the whole body as JSON.
    #[track_caller]
    pub fn body_is(&self, body: impl Into<Value>) -> &Self {
        assert_eq!(self.json(), body.into(), "{self}");
        self
    }

    /// Expects a header to have a value. An empty value means that the header must be absent.
    #[track_caller]
    pub fn header_is(&self, name: &str, value: impl AsRef<str>) -> &Self {
        assert_eq!(self.header(name), value.as_ref(), "{name} of {self}");
        self
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} -> {} {}", self.asked, self.status, self.body)
    }
}
