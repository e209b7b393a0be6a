//! Who may look at a page and who may post to it: a browser on this machine, from these pages. Another site that this browser
//! visits could otherwise post here, or read here under a name of its own that leads to this machine.

use super::respond;
use crate::http::reply;
use crate::shared::Shared;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::net::IpAddr;
use std::sync::Arc;
use url::{Url, form_urlencoded};

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Whether a request comes from the sandbox's own pages, or from no page at all.
///
/// # Errors
/// The answer that says that it does not.
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

/// The same for what takes JSON: a page of another site could send any type but this one without asking first.
///
/// # Errors
/// The answer that says that it does not, or that it is no JSON.
fn json_from_here(shared: &Shared, headers: &HeaderMap) -> Result<(), Response> {
    from_here(shared, headers)?;
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_json = kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json");
    if is_json { Ok(()) } else { Err(reply::empty(StatusCode::UNSUPPORTED_MEDIA_TYPE)) }
}

/// What a body of JSON asks for, from a page of this sandbox or from no page.
///
/// # Errors
/// As [`json_from_here`]; else 400 with what is expected. A list would be read as the members in their order: it is none.
pub(crate) fn asked<T: DeserializeOwned>(shared: &Shared, headers: &HeaderMap, body: &[u8], expected: &Value) -> Result<T, Response> {
    json_from_here(shared, headers)?;
    let object = serde_json::from_slice::<Value>(body).ok().filter(Value::is_object);
    object.and_then(|object| serde_json::from_value(object).ok()).ok_or_else(|| unreadable(expected))
}

/// 400 with what is expected instead.
pub(crate) fn unreadable(expected: &Value) -> Response {
    reply::json(StatusCode::BAD_REQUEST, &json!({"error": "unreadable", "expected": expected}))
}

/// The `Host`, if it is an address of this machine. On a face with other names the proxy has seen to it.
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

/// A look at a page.
pub(super) struct PageRequest {
    query: Vec<(String, String)>,
}

impl FromRequestParts<Arc<Shared>> for PageRequest {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, shared: &Arc<Shared>) -> Result<Self, Response> {
        named_here(shared, &parts.headers)?;
        let query = form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
        Ok(Self { query })
    }
}

impl PageRequest {
    /// The first value of a name; none where it is empty.
    pub(super) fn one(&self, name: &str) -> Option<&str> {
        first(&self.query, name)
    }
}

/// A form that was posted from here.
pub(super) struct Posted {
    fields: Vec<(String, String)>,
}

impl FromRequest<Arc<Shared>> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, shared: &Arc<Shared>) -> Result<Self, Response> {
        from_here(shared, request.headers())?;
        let body = Bytes::from_request(request, shared).await.map_err(IntoResponse::into_response)?;
        Ok(Self { fields: form_urlencoded::parse(&body).into_owned().collect() })
    }
}

impl Posted {
    /// The first value of a name, trimmed; none where it is empty.
    pub(super) fn one(&self, name: &str) -> Option<&str> {
        first(&self.fields, name)
    }

    /// Every value of a name.
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        self.fields.iter().filter(|(known, _)| known == name).map(|(_, value)| value.trim().to_owned()).collect()
    }

    /// Every field but one, for the form to be filled in again: a list where a name stands more than once.
    pub(super) fn without(&self, name: &str) -> Map<String, Value> {
        let mut typed = Map::new();
        for (known, _) in self.fields.iter().filter(|(known, _)| known != name) {
            let mut all = self.all(known);
            let one = if all.len() == 1 { all.pop().map(Value::String) } else { None };
            typed.insert(known.clone(), one.unwrap_or_else(|| all.into()));
        }
        typed
    }

    /// A value as something else.
    pub(super) fn read<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.one(name)?.parse().ok()
    }
}

fn first<'a>(fields: &'a [(String, String)], name: &str) -> Option<&'a str> {
    fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
}
