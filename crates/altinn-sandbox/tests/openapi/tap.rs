//! A proxy between a client and the sandbox that records requests and answers.

use crate::support::client;
use crate::support::openapi::Exchange;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use reqwest::header::{CONTENT_TYPE, HOST, TRANSFER_ENCODING};
use std::sync::{Arc, Mutex};
use url::Url;

const LARGEST: usize = 8 << 20;

/// The recording proxy: its address and the recorded exchanges.
pub struct Tap {
    pub origin: Url,
    seen: Arc<Seen>,
}

struct Seen {
    sandbox: Url,
    client: reqwest::Client,
    exchanges: Mutex<Vec<Exchange>>,
}

impl Tap {
    pub async fn before(sandbox: &Url) -> Self {
        let seen = Arc::new(Seen { sandbox: sandbox.clone(), client: client(), exchanges: Mutex::default() });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let origin = Url::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
        let app = Router::new().fallback(pass).with_state(Arc::clone(&seen));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { origin, seen }
    }

    pub fn exchanges(&self) -> Vec<Exchange> {
        self.seen.exchanges.lock().unwrap().clone()
    }
}

async fn pass(State(seen): State<Arc<Seen>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LARGEST).await.expect("a small body").to_vec();
    let mut url = seen.sandbox.clone();
    url.set_path(parts.uri.path());
    url.set_query(parts.uri.query());
    let mut headers = parts.headers.clone();
    headers.remove(HOST);
    let answer = seen.client.request(parts.method.clone(), url.clone()).headers(headers).body(body).send().await.expect("an answer");
    let (status, mut answered) = (answer.status(), answer.headers().clone());
    let bytes = answer.bytes().await.expect("the answer's body").to_vec();
    let text =
        |headers: &axum::http::HeaderMap| headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    seen.exchanges.lock().unwrap().push(Exchange {
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        status: status.as_u16(),
        answer_type: text(&answered),
        answer: bytes.clone(),
    });
    answered.remove(TRANSFER_ENCODING);
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    *response.headers_mut() = answered;
    response
}
