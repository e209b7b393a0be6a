//! Maskinporten: clients, their keys and scopes, and the token endpoint (facts platform A).

pub(crate) mod assertion;
pub(crate) mod grant;
pub(crate) mod refusal;
pub(crate) mod replay;
pub(crate) mod scopes;
pub(crate) mod state;

pub(super) use refusal::{in_older_envelope, refused};
pub use replay::Replay;
pub use scopes::Scope;
pub use state::{ApiDelegation, Client, MaskinportenState, RegisteredKey, Registration, ScopeRequest};

use crate::faults::table::Service;
use crate::http::{body, reply};
use crate::scheduler;
use crate::shared::Shared;
use crate::signing::jws::token_id;
use crate::signing::token_kind::TokenKind;
use crate::values::OrgNumber;
use crate::world::World;
use crate::world::happened::Happened;
use assertion::{Assertion, AssertionContext, Proof};
use axum::Router;
use axum::body::Body;
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

type Sandbox = axum::extract::State<Arc<Shared>>;

const GRANT_TYPE: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
/// The `delegation_source` claim: where API delegations are made.
const DELEGATION_SOURCE: &str = "https://tt02.altinn.no/";

/// The routes at the root.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/.well-known/oauth-authorization-server", get(metadata))
        .route("/jwk", get(key_set))
        .route("/token", post(token))
        .route("/errors/{code}", get(error_page))
}

/// JSON as Maskinporten sends it, without a character set in the content type (facts examples 1 and 2).
fn json(status: StatusCode, value: &Value) -> Response {
    reply::body(status, "application/json", value.to_string())
}

async fn metadata(axum::extract::State(shared): Sandbox) -> Response {
    let issuer = &shared.maskinporten;
    json(
        StatusCode::OK,
        &json!({
            "authorization_details_types_supported": ["urn:altinn:systemuser", "urn:altinn:consent"],
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
    let published = world.keys.published(TokenKind::Maskinporten).map(|key| key.jwk(&key.kid(TokenKind::Maskinporten)));
    json(StatusCode::OK, &json!({"keys": published.collect::<Vec<_>>()}))
}

async fn error_page(Path(code): Path<String>) -> Response {
    reply::body(StatusCode::OK, reply::TEXT, format!("{code}: the sandbox's stand-in for Maskinporten's page about this error.\n"))
}

async fn token(axum::extract::State(shared): Sandbox, headers: HeaderMap, body: Body) -> Response {
    let body = match body::whole(body, body::MOST).await {
        Ok(body) => body,
        Err(refused) => return refused,
    };
    let mut world = shared.world.lock().await;
    let mut happened = Vec::new();
    let issued = issue(&shared, &world, &headers, &body, &mut happened);
    scheduler::carry_out(&shared, &mut world, happened);
    issued.unwrap_or_else(|refusal| refusal.answer(&shared.maskinporten))
}

fn issue(shared: &Shared, world: &World, headers: &HeaderMap, body: &[u8], happened: &mut Vec<Happened>) -> Result<Response, Refusal> {
    let now = shared.now(Service::Maskinporten);
    let compact = assertion_parameter(headers, body)?;
    let context = AssertionContext { world, issuer: &shared.maskinporten, strictness: shared.options.strictness, now };
    let assertion = Assertion::authenticate(&compact, &context)?;
    if !shared.replay.first_use(&assertion.replay_key(&compact), now) {
        return Err(Refusal::used_before());
    }
    let consumer = grant::consumer_org(&assertion)?;
    let audience = grant::audience(&assertion)?;
    let scopes = grant::scopes(&assertion, consumer.as_ref(), world)?;
    let details = system_user(world, &assertion, happened)?;
    let prefixes = grant::prefixes(&scopes, consumer.as_ref().unwrap_or(&assertion.client.organisation), world);
    let granted = Granted { scopes: &scopes, consumer, audience, details, prefixes };
    let claims = claims(shared, &assertion, granted, now);
    let Ok(token) = shared.signers.sign(TokenKind::Maskinporten, &claims) else {
        return Ok(reply::empty(StatusCode::INTERNAL_SERVER_ERROR));
    };
    let answer = json!({"access_token": token, "token_type": "Bearer", "expires_in": assertion.client.token_lifetime() - 1, "scope": scopes.join(" ")});
    let mut response = json(StatusCode::OK, &answer);
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

fn system_user(world: &World, assertion: &Assertion, happened: &mut Vec<Happened>) -> Result<Option<Value>, Refusal> {
    let Some(wanted) = WantedSystemUser::of(assertion)? else { return Ok(None) };
    let (client, provider, reference) = (&assertion.client.id, &assertion.client.organisation, wanted.external_ref.as_deref());
    if let Some(found) = world.systems.find_for_grant(client, provider, &wanted.party, reference) {
        return Ok(Some(grant::details_claim(&wanted, &found)));
    }
    // A restart loses the approver's timer, so a request for a token starts it again.
    happened.extend(world.systems.find_waiting(client, provider, &wanted.party, reference).map(Happened::RequestWaits));
    Err(Refusal::details_values())
}

/// What a client is granted.
struct Granted<'a> {
    scopes: &'a [&'a str],
    /// The organisation that a supplier acts for.
    consumer: Option<OrgNumber>,
    audience: Option<Value>,
    details: Option<Value>,
    /// The prefixes of scopes that the consumer owns, where the token tells them.
    prefixes: Vec<&'a str>,
}

/// The claims of a token (facts platform A.3).
fn claims(shared: &Shared, assertion: &Assertion, granted: Granted<'_>, now: Timestamp) -> Map<String, Value> {
    let client = &assertion.client;
    let mut claims = Map::new();
    let mut put = |name: &str, value: Value| claims.insert(name.to_owned(), value);
    if let Some(details) = granted.details {
        put("authorization_details", details);
    }
    // `resource` becomes `aud`; without it the token has no audience.
    if let Some(audience) = granted.audience {
        put("aud", audience);
    }
    put("scope", granted.scopes.join(" ").into());
    put("iss", shared.maskinporten.as_str().into());
    let proof = match assertion.proof {
        Proof::Key => "private_key_jwt",
        Proof::Certificate => "virksomhetssertifikat",
    };
    put("client_amr", proof.into());
    put("token_type", "Bearer".into());
    put("exp", (now.as_second() + client.token_lifetime()).into());
    put("iat", now.as_second().into());
    put("client_id", client.id.to_string().into());
    put("jti", token_id().into());
    put("consumer", grant::organisation_claim(granted.consumer.as_ref().unwrap_or(&client.organisation)));
    if !granted.prefixes.is_empty() {
        put("consumer_prefix", granted.prefixes.into());
    }
    if granted.consumer.is_some() {
        put("supplier", grant::organisation_claim(&client.organisation));
        put("delegation_source", DELEGATION_SOURCE.into());
    }
    claims
}
