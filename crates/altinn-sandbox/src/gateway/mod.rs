//! The gateway in front of the platform: the API key, unknown addresses, and the sandbox's latency (facts platform G).

use crate::http::addresses::api_of;
use crate::http::reply;
use crate::identity::caller::Door;
use crate::shared::Shared;
use crate::shared::choices::Gateway;
use crate::world::World;
use axum::extract::{Request, State};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;

const KEY: &str = "Ocp-Apim-Subscription-Key";
/// The path prefix that always requires an API key, even if the gateway is open (facts platform G).
const ALWAYS_KEYED: &str = "authorization";

const MISSING: &str = r#"{ "statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API." }"#;
const WRONG: &str = r#"{ "statusCode": 401, "message": "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription." }"#;
const NOT_FOUND: &str = r#"{ "statusCode": 404, "message": "Resource not found" }"#;

/// The middleware that every request passes before it reaches a service.
pub(crate) async fn pass(State(shared): State<Arc<Shared>>, mut request: Request, next: Next) -> Response {
    if !shared.options.latency.is_zero() {
        tokio::time::sleep(shared.options.latency).await;
    }
    let Some(api) = api_of(request.uri().path()) else { return next.run(request).await };
    let given = request.headers().get(KEY).cloned();
    if let Some(refusal) = refusal(&shared, given.as_ref(), api).await {
        return refusal;
    }
    if let Some(plain) = plain_address(request.uri()) {
        *request.uri_mut() = plain;
    }
    next.run(request).await
}

/// `POST /authorization/api/v1/authorize`: the decision point. No client has its scope, so it always refuses; it exists so that a
/// caller can test whether its API key is accepted.
pub(crate) async fn authorize(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Response {
    match shared.caller(&headers, Door::Authentication) {
        Ok(_) => reply::forbidden(),
        Err(_) => reply::unauthorized(),
    }
}

/// The gateway's answer to an unknown address.
pub(crate) async fn not_found() -> Response {
    reply::body(StatusCode::NOT_FOUND, "application/json", NOT_FOUND)
}

async fn refusal(shared: &Shared, given: Option<&HeaderValue>, api: &str) -> Option<Response> {
    match shared.options.gateway {
        Gateway::Open if api != ALWAYS_KEYED => None,
        Gateway::Open | Gateway::Keyed => match given {
            None => Some(denied(shared, api, MISSING)),
            Some(given) if takes_key(&*shared.world.lock().await, given.as_bytes()) => None,
            Some(_) => Some(denied(shared, api, WRONG)),
        },
    }
}

/// Whether a key is the world's own or one that the service desk has issued.
fn takes_key(world: &World, given: &[u8]) -> bool {
    world.api_key.expose().as_bytes() == given || world.desk.has_issued(given)
}

fn denied(shared: &Shared, api: &str, body: &'static str) -> Response {
    let mut response = reply::body(StatusCode::UNAUTHORIZED, "application/json", body);
    let challenge = format!(r#"AzureApiManagementKey realm="{}{api}",name="{KEY}",type="header""#, shared.origin);
    if let Ok(value) = HeaderValue::from_str(&challenge) {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, value);
    }
    response
}

/// The address with its fixed part in lower case and without the slash at the end, as the services match addresses (facts broker-api
/// 0); ids keep their case. None if nothing changes.
fn plain_address(uri: &Uri) -> Option<Uri> {
    let path = uri.path();
    let mut segments: Vec<String> = path.split('/').map(str::to_owned).collect();
    for segment in segments.iter_mut().take(4) {
        segment.make_ascii_lowercase();
    }
    if let [_, _, _, .., before, last] = segments.as_slice()
        && last.is_empty()
        && !before.is_empty()
    {
        segments.pop();
    }
    let plain = segments.join("/");
    if plain == path {
        return None;
    }
    let with_query = uri.query().map_or_else(|| plain.clone(), |query| format!("{plain}?{query}"));
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(with_query).ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_common_part_of_an_address_ignores_case_and_ids_keep_theirs() {
        let plain = |address: &str| address.parse::<Uri>().ok().and_then(|uri| plain_address(&uri)).map(|uri| uri.to_string());
        assert_eq!(plain("/Broker/API/v1/Resource/aBc?x=Y"), Some("/broker/api/v1/Resource/aBc?x=Y".to_owned()));
        assert_eq!(plain("/broker/api/v1/filetransfer/"), Some("/broker/api/v1/filetransfer".to_owned()));
        assert_eq!(plain("/broker/api/v1/filetransfer"), None);
        assert_eq!(plain("/broker/api/v1/filetransfer//"), None, "one slash is tolerated, not two");
    }
}
