//! Applies faults. Network and gateway faults strike before the gateway, service faults behind it.

use super::answer;
use super::setting::Setting;
use super::table::{Service, Shape, answers_itself};
use crate::http::answer as answers;
use crate::maskinporten;
use crate::shared::Shared;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use futures_util::{StreamExt, stream};
use jiff::Timestamp;
use serde_json::{Map, Value};
use std::io;
use std::sync::Arc;
use std::time::Duration;

/// The largest JSON answer that is truncated, in bytes; a longer one passes unchanged.
const CUT_MOST: usize = 16 << 20;

/// The parts of a call that faults look at.
struct IncomingCall {
    service: Service,
    method: Method,
    path: String,
}

impl IncomingCall {
    fn of(request: &Request) -> Option<Self> {
        let path = request.uri().path();
        Some(Self { service: Service::of(path)?, method: request.method().clone(), path: path.to_owned() })
    }

    fn take(&self, shared: &Shared, of: impl Fn(Shape) -> bool) -> Option<Setting> {
        shared.faults.take(|set| of(set.fault.shape) && set.strikes(self.service, self.method.as_str(), &self.path))
    }
}

/// Middleware in front of the gateway: faults of the network and of the gateway.
pub(crate) async fn before_the_gateway(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let Some(call) = IncomingCall::of(&request) else { return next.run(request).await };
    let clock = shared.faults.clock(call.service);
    let mut response = passed(&shared, &call, request, next).await;
    if !clock.is_zero() && call.take(&shared, |shape| shape == Shape::Clock).is_some() {
        let date = (Timestamp::now() + clock).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
        response.headers_mut().remove(header::DATE);
        response = answers::with_header(response, header::DATE, &date);
    }
    response
}

async fn passed(shared: &Arc<Shared>, call: &IncomingCall, request: Request, next: Next) -> Response {
    if let Some(late) = call.take(shared, |shape| shape == Shape::Slow) {
        tokio::time::sleep(Duration::from_secs(late.value.unsigned_abs())).await;
    }
    let outside = |shape| matches!(shape, Shape::Gateway | Shape::BadGateway | Shape::LoginPage | Shape::LoginRedirect);
    if let Some(struck) = call.take(shared, outside) {
        return instead(shared, call.service, &struck, request).await;
    }
    let cuts = shared.faults.current().iter().any(|set| set.fault.shape == Shape::HalfClosed || set.fault.shape == Shape::Truncated);
    let response = next.run(request).await;
    if !cuts {
        return response;
    }
    if is_json(&response) && call.take(shared, |shape| shape == Shape::Truncated).is_some() {
        return truncated(response).await;
    }
    match call.take(shared, |shape| shape == Shape::HalfClosed) {
        Some(_) => half_closed(response).await,
        None => response,
    }
}

/// Middleware behind the gateway: faults that the service itself answers with.
pub(crate) async fn behind_the_gateway(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let Some(call) = IncomingCall::of(&request) else { return next.run(request).await };
    let (claims, request) = match by_its_claims(&shared, &call) {
        true => asserted(request).await,
        false => (Map::new(), request),
    };
    let can_answer_so = |set: &Setting| set.fault.claim.as_ref().is_none_or(|claim| claims.contains_key(claim));
    let struck = shared
        .faults
        .take(|set| answers_itself(set.fault.shape) && set.strikes(call.service, call.method.as_str(), &call.path) && can_answer_so(set));
    let response = match struck {
        Some(struck) => instead(&shared, call.service, &struck, request).await,
        None => next.run(request).await,
    };
    let is_refused = response.status().is_client_error() && is_json(&response);
    match is_refused.then(|| call.take(&shared, |shape| shape == Shape::OlderEnvelope)).flatten() {
        Some(_) => maskinporten::in_older_envelope(response).await,
        None => response,
    }
}

/// Whether a fault that is set strikes this call only if its assertion has a certain claim.
fn by_its_claims(shared: &Shared, call: &IncomingCall) -> bool {
    let set = shared.faults.current();
    set.iter().any(|set| set.fault.claim.is_some() && set.strikes(call.service, call.method.as_str(), &call.path))
}

/// The claims of a token request's assertion, and the request, whole again. What is longer than any token request is answered as an
/// empty one.
async fn asserted(request: Request) -> (Map<String, Value>, Request) {
    let (parts, body) = request.into_parts();
    match to_bytes(body, answer::READ_MOST).await {
        Ok(bytes) => (answer::asserted(&bytes), Request::from_parts(parts, Body::from(bytes))),
        Err(_) => (Map::new(), Request::from_parts(parts, Body::empty())),
    }
}

/// Answers instead of the service. Like the service it reads the body to its end; it keeps only as much as a fault's text needs.
async fn instead(shared: &Shared, service: Service, struck: &Setting, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let mut kept = Vec::new();
    let mut chunks = body.into_data_stream();
    while let Some(Ok(chunk)) = chunks.next().await {
        if kept.len() + chunk.len() <= answer::READ_MOST {
            kept.extend_from_slice(&chunk);
        }
    }
    answer::of(shared, service, struck, &parts, &kept).await
}

fn is_json(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.contains("json")
}

/// Well-formed HTTP whose JSON ends in its middle.
async fn truncated(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, CUT_MOST).await else { return Response::from_parts(parts, Body::empty()) };
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(bytes.slice(..bytes.len() / 2)))
}

/// Announces the full length, sends a part of the body, and closes the connection.
async fn half_closed(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let announced = http_body_length(&body).max(2);
    let mut chunks = body.into_data_stream();
    let first = match chunks.next().await {
        Some(Ok(chunk)) => chunk.slice(..chunk.len() / 2),
        Some(Err(_)) | None => axum::body::Bytes::from_static(b"{"),
    };
    parts.headers.remove(header::TRANSFER_ENCODING);
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(announced));
    if parts.status.as_u16() == 204 {
        // 204 has no body that could break off, so it becomes 200.
        parts.status = axum::http::StatusCode::OK;
    }
    let broken = async {
        // Yielding lets the connection send what it has buffered before the error closes it.
        tokio::task::yield_now().await;
        Err(io::Error::new(io::ErrorKind::ConnectionAborted, "the fault half-closed"))
    };
    Response::from_parts(parts, Body::from_stream(stream::iter([Ok(first)]).chain(stream::once(broken))))
}

/// The length of a body in bytes. If it is unknown, a length that no answer has by chance.
fn http_body_length(body: &Body) -> u64 {
    const UNKNOWN: u64 = 1 << 20;
    axum::body::HttpBody::size_hint(body).exact().unwrap_or(UNKNOWN)
}
