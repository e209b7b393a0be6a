//! Who may ask for test tokens: Basic with the gateway's key as the password, or a Maskinporten token with the function's scope or
//! one above it.

use super::function::Function;
use crate::faults::table::Service;
use crate::http::answer::with_header;
use crate::http::reply;
use crate::shared::Shared;
use crate::signing::jws::Jws;
use crate::signing::token_kind::TokenKind;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use jsonwebtoken::Algorithm;
use serde_json::Value;
use std::time::Duration;

const CHALLENGE: &str = r#"Basic realm="AltinnTestTools - TokenGenerator""#;
const SKEW: Duration = Duration::from_secs(1);
/// Base64 whose padding may be left out.
const LENIENT: GeneralPurpose =
    GeneralPurpose::new(&STANDARD, GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent));

pub(super) async fn admitted(shared: &Shared, headers: &HeaderMap, function: Function) -> Result<(), Response> {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (scheme, credentials) = given.split_once(' ').unwrap_or((given, ""));
    match scheme.to_ascii_lowercase().as_str() {
        "basic" => by_password(shared, credentials).await,
        "bearer" => by_token(shared, credentials.trim(), function.scope()),
        _ => Err(unauthorized()),
    }
}

async fn by_password(shared: &Shared, encoded: &str) -> Result<(), Response> {
    let decoded = LENIENT.decode(encoded).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let (_, password) = decoded.as_deref().and_then(|pair| pair.split_once(':')).ok_or_else(|| reply::empty(StatusCode::BAD_REQUEST))?;
    if password == shared.world.lock().await.api_key.expose() { Ok(()) } else { Err(unauthorized()) }
}

fn by_token(shared: &Shared, token: &str, wanted: &str) -> Result<(), Response> {
    let bad = || refused(StatusCode::FORBIDDEN, "Invalid bearer token");
    if Jws::read(token).ok_or_else(bad)?.algorithm() != Some(Algorithm::RS256) {
        return Err(refused(StatusCode::BAD_REQUEST, "Expected RsaSha256 signature"));
    }
    let Ok((TokenKind::Maskinporten, claims)) = shared.verified(token, Service::SelfService, SKEW) else { return Err(bad()) };
    let mut scopes = claims.get("scope").and_then(Value::as_str).unwrap_or_default().split(' ');
    let covers = |scope: &str| wanted == scope || wanted.strip_prefix(scope).is_some_and(|rest| rest.starts_with('/'));
    if scopes.any(covers) { Ok(()) } else { Err(refused(StatusCode::FORBIDDEN, &format!("Missing required scope: {wanted}"))) }
}

fn unauthorized() -> Response {
    with_header(reply::empty(StatusCode::UNAUTHORIZED), header::WWW_AUTHENTICATE, CHALLENGE)
}

fn refused(status: StatusCode, text: &str) -> Response {
    reply::body(status, reply::TEXT, text.to_owned())
}
