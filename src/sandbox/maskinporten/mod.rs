//! Maskinporten: clients, their keys and scopes, and the token endpoint (platform facts, A).

mod assertion;
mod grant;
mod refusal;
mod replay;
mod state;

pub use replay::Replay;
pub use state::{Client, RegisteredKey, State};

use super::people;
use super::reply;
use super::signing::MASKINPORTEN_KID;
use super::{Shared, World};
use assertion::Assertion;
use axum::Router;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use grant::WantedSystemUser;
use jiff::Timestamp;
use refusal::Refusal;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use url::form_urlencoded;
use uuid::Uuid;

type Sandbox = axum::extract::State<Arc<Shared>>;

const GRANT_TYPE: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
/// How long a token lives, in seconds; the samples of the facts say so.
const LIFETIME: i64 = 120;

/// Its routes, at the root.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/.well-known/oauth-authorization-server", get(metadata))
        .route("/jwk", get(key_set))
        .route("/token", post(token))
        .route("/errors/{code}", get(error_page))
}

async fn metadata(axum::extract::State(shared): Sandbox) -> Response {
    let issuer = &shared.maskinporten;
    reply::json(
        StatusCode::OK,
        &json!({
            "authorization_details_types_supported": ["urn:altinn:systemuser"],
            "grant_types_supported": [GRANT_TYPE],
            "issuer": issuer,
            "jwks_uri": format!("{issuer}jwk"),
            "token_endpoint": format!("{issuer}token"),
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            "token_endpoint_auth_signing_alg_values_supported": ["RS256", "RS384", "RS512"],
        }),
    )
}

async fn key_set(axum::extract::State(shared): Sandbox) -> Response {
    let world = shared.world.lock().await;
    reply::json(StatusCode::OK, &json!({"keys": [world.keys.maskinporten.jwk(MASKINPORTEN_KID)]}))
}

async fn error_page(Path(code): Path<String>) -> Response {
    reply::body(StatusCode::OK, reply::TEXT, format!("{code}: the sandbox's stand-in for Maskinporten's page about this error.\n"))
}

async fn token(axum::extract::State(shared): Sandbox, headers: HeaderMap, body: Bytes) -> Response {
    let world = shared.world.lock().await;
    match issue(&shared, &world, &headers, &body) {
        Ok(response) => response,
        Err(refusal) => refusal.answer(&shared.maskinporten),
    }
}

fn issue(shared: &Arc<Shared>, world: &World, headers: &HeaderMap, body: &[u8]) -> Result<Response, Refusal> {
    let now = Timestamp::now();
    let compact = assertion_parameter(headers, body)?;
    let assertion = Assertion::authenticate(&compact, &world.maskinporten, &shared.maskinporten, now)?;
    if !shared.replay.first_use(assertion.replay_key(&compact), now) {
        return Err(Refusal::used_before());
    }
    let scopes = grant::scopes(&assertion, world)?;
    let details = system_user(shared, world, &assertion)?;
    let claims = claims(shared, &assertion, &scopes, details, now);
    let Ok(token) = shared.signers.maskinporten.sign(&claims) else { return Ok(reply::empty(StatusCode::INTERNAL_SERVER_ERROR)) };
    let answer = json!({"access_token": token, "token_type": "Bearer", "expires_in": LIFETIME - 1, "scope": scopes.join(" ")});
    let mut response = reply::json(StatusCode::OK, &answer);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// The assertion of a form-encoded request with the right grant type; other parameters are ignored.
fn assertion_parameter(headers: &HeaderMap, body: &[u8]) -> Result<String, Refusal> {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let bare = content_type.split(';').next().unwrap_or_default().trim();
    if !bare.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(Refusal::invalid_parameter());
    }
    let value = |name: &str| form_urlencoded::parse(body).find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    if value("grant_type").as_deref() != Some(GRANT_TYPE) {
        return Err(Refusal::invalid_parameter());
    }
    value("assertion").filter(|compact| !compact.is_empty()).ok_or_else(Refusal::invalid_parameter)
}

fn system_user(shared: &Arc<Shared>, world: &World, assertion: &Assertion<'_>) -> Result<Option<Value>, Refusal> {
    let Some(wanted) = WantedSystemUser::of(assertion)? else { return Ok(None) };
    let (client, provider, reference) = (&assertion.client.id, &assertion.client.organisation, wanted.external_ref.as_deref());
    if let Some(found) = world.systems.find_for_grant(client, provider, &wanted.party, reference) {
        return Ok(Some(grant::details_claim(&wanted, &found)));
    }
    if let Some(waiting) = world.systems.find_waiting(client, provider, &wanted.party, reference) {
        people::request_waits(shared, waiting);
    }
    Err(Refusal::details_values())
}

/// The claims of a token (platform facts, A.3).
fn claims(shared: &Shared, assertion: &Assertion<'_>, scopes: &[&str], details: Option<Value>, now: Timestamp) -> Map<String, Value> {
    let client = assertion.client;
    let mut claims = Map::new();
    let mut put = |name: &str, value: Value| claims.insert(name.to_owned(), value);
    if let Some(details) = details {
        put("authorization_details", details);
    }
    // Audience restriction: `resource` comes back as `aud`; without it there is none.
    if let Some(resource) = assertion.claims.get("resource") {
        put("aud", resource.clone());
    }
    put("scope", scopes.join(" ").into());
    put("iss", shared.maskinporten.as_str().into());
    put("client_amr", "private_key_jwt".into());
    put("token_type", "Bearer".into());
    put("exp", (now.as_second() + LIFETIME).into());
    put("iat", now.as_second().into());
    put("client_id", client.id.to_string().into());
    put("jti", Uuid::new_v4().simple().to_string().into());
    put("consumer", grant::organisation_claim(&client.organisation));
    claims
}
