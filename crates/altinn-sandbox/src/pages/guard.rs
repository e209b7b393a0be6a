//! Accepts requests below `/sandbox/` only from a browser or a script on this machine, and from a browser only those that these pages
//! make. Otherwise another site in the same browser could post here, or read the pages through a name of its own that resolves to
//! this machine.

use super::respond;
use crate::http::{body, reply};
use crate::shared::Shared;
use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;
use url::{Url, form_urlencoded};

/// The most fields of a form, as the services' framework takes.
const FIELDS: usize = 1024;
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Middleware of every address below `/sandbox/`: what only reads must name this machine as its host, what changes something must
/// come from here.
pub(crate) async fn admit(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let admitted = if request.method().is_safe() { named_here(&shared, headers).map(drop) } else { from_here(&shared, headers) };
    match admitted {
        Ok(()) => next.run(request).await,
        Err(refused) => refused,
    }
}

/// Accepts a request that comes from the sandbox's own pages or from no web page at all.
///
/// # Errors
/// The 403 to answer with.
fn from_here(shared: &Shared, headers: &HeaderMap) -> Result<(), Response> {
    let host = named_here(shared, headers)?;
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let same = |address: &str| Url::parse(address).is_ok_and(|url| authority(&url).eq_ignore_ascii_case(host));
    let own = match (text(FETCH_SITE), text(header::ORIGIN), text(header::REFERER)) {
        (Some(site), _, _) if site != "same-origin" && site != "none" => false,
        (_, Some(origin), _) => same(origin),
        (_, None, Some(referer)) => same(referer),
        (_, None, None) => true,
    };
    if own { Ok(()) } else { Err(refused()) }
}

/// Accepts JSON alone. A page of another site can send other content types without a CORS preflight, but not this one.
///
/// # Errors
/// 415 if the content type is not JSON.
fn is_json(headers: &HeaderMap) -> Result<(), Response> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_json = kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json");
    if is_json { Ok(()) } else { Err(reply::empty(StatusCode::UNSUPPORTED_MEDIA_TYPE)) }
}

/// Reads the JSON body of a call that controls the sandbox.
///
/// # Errors
/// As [`is_json`] and [`body::whole`], or 400 with what is expected. Only an object is accepted, because serde would also read an array as the
/// members in order.
pub(crate) async fn asked<T: DeserializeOwned>(headers: &HeaderMap, body: Body, expected: &Value) -> Result<T, Response> {
    is_json(headers)?;
    let body = body::whole(body, body::MOST).await?;
    let object = serde_json::from_slice::<Value>(&body).ok().filter(Value::is_object);
    object.and_then(|object| serde_json::from_value(object).ok()).ok_or_else(|| unreadable(expected))
}

/// 400 with a description of what is expected.
pub(crate) fn unreadable(expected: &Value) -> Response {
    reply::json(StatusCode::BAD_REQUEST, &json!({"error": "unreadable", "expected": expected}))
}

/// The `Host` header if it names this machine, otherwise 403. Under the services' names the proxy has already checked the host.
fn named_here<'h>(shared: &Shared, headers: &'h HeaderMap) -> Result<&'h str, Response> {
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_face = !is_loopback(&authority(&shared.origin));
    if is_face || is_loopback(host) { Ok(host) } else { Err(refused()) }
}

fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

fn is_loopback(authority: &str) -> bool {
    let Ok(url) = Url::parse(&format!("http://{authority}/")) else { return false };
    let host = url.host_str().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn refused() -> Response {
    respond::page_with(StatusCode::FORBIDDEN, "refused", &json!({}))
}

/// The query of a page request.
pub(super) struct PageRequest {
    query: Vec<(String, String)>,
}

impl FromRequestParts<Arc<Shared>> for PageRequest {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Shared>) -> Result<Self, Infallible> {
        let query = form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
        Ok(Self { query })
    }
}

impl PageRequest {
    /// The first value with a name; none if it is empty.
    pub(super) fn one(&self, name: &str) -> Option<&str> {
        first(&self.query, name)
    }
}

/// A posted form.
pub(super) struct Posted {
    fields: Vec<(String, String)>,
}

impl FromRequest<Arc<Shared>> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, _: &Arc<Shared>) -> Result<Self, Response> {
        let body = body::whole(request.into_body(), body::MOST).await?;
        let fields: Vec<_> = form_urlencoded::parse(&body).into_owned().take(FIELDS + 1).collect();
        if fields.len() > FIELDS { Err(reply::empty(StatusCode::PAYLOAD_TOO_LARGE)) } else { Ok(Self { fields }) }
    }
}

impl Posted {
    /// The first value with a name, trimmed; none if it is empty.
    pub(super) fn one(&self, name: &str) -> Option<&str> {
        first(&self.fields, name)
    }

    pub(super) fn all(&self, name: &str) -> Vec<String> {
        self.fields.iter().filter(|(known, _)| known == name).map(|(_, value)| value.trim().to_owned()).collect()
    }

    /// Every field except one, for filling in the form again. Fields that occur more than once become lists.
    pub(super) fn without(&self, name: &str) -> Map<String, Value> {
        let mut typed = Map::new();
        for (known, _) in self.fields.iter().filter(|(known, _)| known != name) {
            let mut all = self.all(known);
            let one = if all.len() == 1 { all.pop().map(Value::String) } else { None };
            typed.insert(known.clone(), one.unwrap_or_else(|| all.into()));
        }
        typed
    }

    /// A value parsed as a type; none if it does not parse.
    pub(super) fn read<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.one(name)?.parse().ok()
    }
}

fn first<'a>(fields: &'a [(String, String)], name: &str) -> Option<&'a str> {
    fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
}
