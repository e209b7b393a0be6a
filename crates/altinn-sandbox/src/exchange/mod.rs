//! Altinn's token exchange, and the metadata and key set of the tokens it gives (facts platform C).

use crate::faults::table::Service;
use crate::http::reply;
use crate::identity::caller::bearer;
use crate::known;
use crate::shared::Shared;
use crate::signing::jws;
use crate::signing::rsa_key::RsaKey;
use crate::signing::token_kind::TokenKind;
use crate::values::OrgNumber;
use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use std::time::Duration;
use url::form_urlencoded;
use uuid::Uuid;

/// Lifetime of an exchanged token in seconds; it does not depend on the token it is made from.
const LIFETIME: i64 = 30 * 60;
const SKEW: Duration = Duration::from_secs(10);
const ENTERPRISE_USER: &str = "X-Altinn-EnterpriseUser-Authentication";

/// Its routes, below `/authentication/api/v1`.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/exchange/{provider}", only_get(get(exchange)))
        .route("/openid/.well-known/openid-configuration", only_get(get(metadata)))
        .route("/openid/.well-known/openid-configuration/jwks", only_get(get(key_set)))
}

/// Refuses every other method, HEAD too: the service's framework does not take it for a GET.
fn only_get(route: MethodRouter<Arc<Shared>>) -> MethodRouter<Arc<Shared>> {
    let refused = || async { reply::unrouted(&["GET"]) };
    route.head(refused).fallback(refused)
}

async fn metadata(State(shared): State<Arc<Shared>>) -> Response {
    let base = format!("{}authentication/api/v1", shared.origin);
    reply::json(
        StatusCode::OK,
        &json!({
            "issuer": shared.altinn_issuer(),
            "jwks_uri": format!("{base}/openid/.well-known/openid-configuration/jwks"),
            "authorization_endpoint": format!("{base}/authentication"),
            "token_endpoint": format!("{base}/exchange"),
            "end_session_endpoint": format!("{base}/logout"),
            "response_types_supported": ["token"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }),
    )
}

async fn key_set(State(shared): State<Arc<Shared>>) -> Response {
    let world = shared.world.lock().await;
    let published: Vec<Value> = world.keys.published(TokenKind::Altinn).map(RsaKey::altinn_jwk).collect();
    reply::json(StatusCode::OK, &json!({"keys": published}))
}

async fn exchange(
    State(shared): State<Arc<Shared>>,
    Path(provider): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let for_test = match test_parameter(query.as_deref().unwrap_or_default()) {
        Ok(for_test) => for_test,
        // For an empty value the framework has another text.
        Err(given) if given.is_empty() => return reply::validation_problem(&[("test", "The value '' is invalid.")]),
        Err(given) => return reply::validation_problem(&[("test", &format!("The value '{given}' is not valid."))]),
    };
    let Some(token) = bearer(&headers).filter(|token| jws::is_shaped(token)) else { return not_authorised() };
    match provider.to_ascii_lowercase().as_str() {
        "maskinporten" => {}
        // The exchange supports these providers too, but the sandbox issues no such tokens.
        "id-porten" | "altinnstudio" => return not_authorised(),
        _ => return unknown_provider(&headers, &provider),
    }
    let Ok((TokenKind::Maskinporten, claims)) = shared.verified(token, Service::Exchange, SKEW) else { return not_authorised() };
    let Some(consumer) = consumer(&claims) else { return not_authorised() };
    if headers.get(ENTERPRISE_USER).is_some_and(|value| !value.is_empty()) {
        return enterprise_user_gone();
    }
    let code = shared.world.lock().await.organisations.code_of(&consumer).map(str::to_owned);
    let claims = exchanged(&shared, claims, &consumer, code.map(|code| test_code(code, for_test)));
    match shared.signers.sign(TokenKind::Altinn, &claims) {
        Ok(token) => reply::text(StatusCode::OK, &headers, &token),
        Err(_) => not_authorised(),
    }
}

/// Reads `?test=`. The error is the value that is no boolean.
fn test_parameter(query: &str) -> Result<bool, String> {
    match form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name.eq_ignore_ascii_case("test")) {
        None => Ok(false),
        Some((_, value)) if value.trim().eq_ignore_ascii_case("true") => Ok(true),
        Some((_, value)) if value.trim().eq_ignore_ascii_case("false") => Ok(false),
        Some((_, value)) => Err(value.into_owned()),
    }
}

fn test_code(code: String, for_test: bool) -> String {
    let (test_owner, _) = known::TEST_OWNER;
    if for_test && Some(code.as_str()) == known::DIGDIR.code { test_owner.to_owned() } else { code }
}

fn not_authorised() -> Response {
    reply::framework_problem(StatusCode::UNAUTHORIZED)
}

fn unknown_provider(headers: &HeaderMap, provider: &str) -> Response {
    let text = format!("Invalid token provider: {provider}. Trusted token providers are 'Maskinporten', 'Id-porten' and 'AltinnStudio'.");
    reply::text(StatusCode::BAD_REQUEST, headers, &text)
}

pub(crate) fn enterprise_user_gone() -> Response {
    let problem = json!({
        "type": "https://docs.altinn.studio",
        "title": "Virksomhetsbruker is no longer available",
        "status": 410,
        "detail": "Virksomhetsbruker is no longer available. Use Systembruker instead.",
        "traceId": reply::trace_id(),
    });
    reply::body(StatusCode::GONE, reply::FRAMEWORK_PROBLEM, problem.to_string())
}

/// The organisation number in `consumer`: what follows the first colon. The prefix is not checked.
fn consumer(claims: &Map<String, Value>) -> Option<OrgNumber> {
    let consumer = claims.get("consumer")?;
    let authority = consumer.get("authority")?.as_str()?;
    let (_, number) = consumer.get("ID")?.as_str()?.split_once(':')?;
    (authority == "iso6523-actorid-upis").then(|| number.parse().ok()).flatten()
}

/// The claims of an exchanged token (facts platform C.2).
pub(crate) fn exchanged(shared: &Shared, raw: Map<String, Value>, consumer: &OrgNumber, code: Option<String>) -> Map<String, Value> {
    let mut claims: Map<String, Value> =
        raw.into_iter().filter_map(|(name, value)| copied_claim(&name, value).map(|value| (name, value))).collect();
    let speaks_for_owner = claims.get("scope").and_then(Value::as_str).is_some_and(|scope| scope.contains("altinn:serviceowner"));
    let now = shared.now(Service::Exchange).as_second();
    let mut put = |name: &str, value: Value| claims.insert(name.to_owned(), value);
    put("urn:altinn:orgNumber", consumer.digits().into());
    put("urn:altinn:authenticatemethod", "maskinporten".into());
    put("urn:altinn:authlevel", 3.into());
    if let Some(code) = code.filter(|_| speaks_for_owner) {
        put("urn:altinn:org", code.into());
    }
    put("iss", shared.altinn_issuer().into());
    put("sid", Uuid::new_v4().to_string().into());
    put("nbf", now.into());
    put("iat", now.into());
    put("exp", (now + LIFETIME).into());
    claims
}

/// A Maskinporten claim as the exchange copies it; none if it is dropped. Claims are flattened: a list of one becomes its element,
/// and of a dropped claim with several values only the first value is dropped. The times are not copied, because the new token has
/// its own.
fn copied_claim(name: &str, value: Value) -> Option<Value> {
    let dropped = matches!(name, "aud" | "iss" | "client_amr" | "sid" | "nbf" | "iat" | "exp");
    match value {
        Value::Array(list) => flattened(list.into_iter().skip(usize::from(dropped)).collect()),
        single if dropped => {
            drop(single);
            None
        }
        single => Some(single),
    }
}

fn flattened(mut list: Vec<Value>) -> Option<Value> {
    match list.len() {
        0 => None,
        1 => list.pop(),
        _ => Some(Value::Array(list)),
    }
}
