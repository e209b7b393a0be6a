//! The admin API's routes, under each path prefix that real clients use.

use super::problem::{bad, no_client, refused};
use super::{access, clients, keys, scopes};
use crate::http::target::Target;
use crate::http::{body, reply};
use crate::identity::caller::{Caller, Door};
use crate::shared::Shared;
use crate::signing::token_kind::TokenKind;
use crate::world::World;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::Response;
use axum::routing::any;
use serde_json::{Map, Value, json};
use std::sync::Arc;

const READ: &[&str] = &["idporten:dcr.read", "idporten:dcr.modify", "idporten:dcr.write"];
const MODIFY: &[&str] = &["idporten:dcr.modify", "idporten:dcr.write"];
const WRITE: &[&str] = &["idporten:dcr.write"];
const OWNER: &[&str] = &["idporten:scopes.write"];
const READ_OR_OWNER: &[&str] = &["idporten:dcr.read", "idporten:dcr.modify", "idporten:dcr.write", "idporten:scopes.write"];

/// Routes at the root: without a prefix, as the documentation writes them, and under the two prefixes that real clients use (facts
/// platform 0).
pub fn routes() -> Router<Arc<Shared>> {
    ["", "/api/v1", "/external/api/v1"].into_iter().fold(Router::new(), |router, prefix| {
        ["clients", "clients/{*rest}", "scopes", "scopes/{*rest}", "delegationsources"]
            .into_iter()
            .fold(router, |router, path| router.route(&format!("{prefix}/{path}"), any(dispatch)))
    })
}

/// What a call requires of its token.
enum Admission {
    /// No token.
    Open,
    /// A token with at least one of these scopes.
    Scopes(&'static [&'static str]),
}

fn admission(method: &Method, segments: &[&str]) -> Option<Admission> {
    Some(match (method.as_str(), segments) {
        ("GET", ["scopes", "all"] | ["delegationsources"]) => Admission::Open,
        ("GET", ["clients"] | ["clients", _] | ["clients", _, "jwks"]) => Admission::Scopes(READ),
        ("GET", ["scopes"] | ["scopes", "access", "all"]) => Admission::Scopes(READ_OR_OWNER),
        ("POST", ["clients"]) | ("DELETE", ["clients", _]) => Admission::Scopes(WRITE),
        ("PUT", ["clients", _]) | ("POST" | "PUT", ["clients", _, "jwks"]) | ("POST", ["clients", _, "secret"]) => {
            Admission::Scopes(MODIFY)
        }
        ("GET", ["scopes", "access"]) | ("PUT" | "DELETE", ["scopes", "access", _]) => Admission::Scopes(OWNER),
        _ => return None,
    })
}

async fn dispatch(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let target = below_prefix(Target::of(request.method(), request.uri()));
    let segments = target.segments();
    match admission(&target.method, &segments) {
        None => refused(StatusCode::NOT_FOUND, "No such call"),
        Some(Admission::Open) => open(&*shared.world.lock().await, &target),
        Some(Admission::Scopes(scopes)) => match caller(&shared, request.headers(), scopes) {
            Err(refused) => refused,
            Ok(caller) => admitted(&shared, &caller, &target, request).await,
        },
    }
}

fn below_prefix(mut target: Target) -> Target {
    for prefix in [&["external", "api", "v1"][..], &["api", "v1"][..]] {
        if target.segments().starts_with(prefix) {
            target.lower.drain(..prefix.len());
            target.given.drain(..prefix.len());
        }
    }
    target
}

/// The caller. Only Maskinporten's own tokens are accepted, because this API is Digdir's and does not know Altinn's exchanged
/// tokens.
fn caller(shared: &Shared, headers: &HeaderMap, scopes: &[&str]) -> Result<Caller, Response> {
    match shared.caller(headers, Door::Authentication) {
        Ok(caller) if caller.kind == TokenKind::Maskinporten => {
            let admitted = scopes.iter().any(|scope| caller.has_scope(scope));
            if admitted { Ok(caller) } else { Err(refused(StatusCode::FORBIDDEN, "The token lacks the scope for this call")) }
        }
        Ok(_) | Err(_) => Err(refused(StatusCode::UNAUTHORIZED, "A Maskinporten token is needed")),
    }
}

fn open(world: &World, target: &Target) -> Response {
    if target.segments() == ["delegationsources"] {
        return reply::json(StatusCode::OK, &json!([{"name": "Altinn", "issuer": "https://tt02.altinn.no/"}]));
    }
    reply::json(StatusCode::OK, &scopes::all(&world.maskinporten, target.query("accessible_for_all")))
}

async fn admitted(shared: &Arc<Shared>, caller: &Caller, target: &Target, request: Request) -> Response {
    let body = match body_of(&target.method, request).await {
        Ok(body) => body,
        Err(refused) => return refused,
    };
    let mut world = shared.world.lock().await;
    if target.method == Method::GET {
        return read(&world, caller, target);
    }
    let answer = changed(&mut world, caller, target, body).unwrap_or_else(|refused| refused);
    match shared.save(&mut world).await {
        Ok(()) => answer,
        Err(cause) => reply::broken(&cause),
    }
}

async fn body_of(method: &Method, request: Request) -> Result<Map<String, Value>, Response> {
    if *method == Method::GET || *method == Method::DELETE {
        return Ok(Map::new());
    }
    let bytes = body::whole(request.into_body(), body::MOST).await?;
    match serde_json::from_slice::<Value>(&bytes) {
        Ok(Value::Object(body)) => Ok(body),
        // Calls that change access to a scope send no body.
        _ if bytes.is_empty() => Ok(Map::new()),
        _ => Err(bad("The body must be a JSON object")),
    }
}

fn read(world: &World, caller: &Caller, target: &Target) -> Response {
    match target.segments().as_slice() {
        ["clients"] => reply::json(StatusCode::OK, &clients::own(world, caller)),
        ["clients", _, "jwks"] => match clients::found(world, caller, target.id(1)) {
            Some(client) => reply::json(StatusCode::OK, &keys::json(client)),
            None => no_client(),
        },
        ["clients", _] => match clients::found(world, caller, target.id(1)) {
            Some(client) => reply::json(StatusCode::OK, &clients::json(client)),
            None => no_client(),
        },
        ["scopes"] => reply::json(StatusCode::OK, &scopes::owned_by(&world.maskinporten, &caller.consumer)),
        ["scopes", "access", "all"] => reply::json(StatusCode::OK, &access::of_consumer(world, &caller.consumer)),
        _ => match access::scope_of(world, caller, target) {
            Ok(scope) => reply::json(StatusCode::OK, &access::of_scope(world, scope)),
            Err(refused) => refused,
        },
    }
}

fn changed(world: &mut World, caller: &Caller, target: &Target, body: Map<String, Value>) -> Result<Response, Response> {
    match (target.method.as_str(), target.segments().as_slice()) {
        ("POST", ["clients"]) => clients::create(world, caller, body),
        ("PUT", ["clients", _]) => clients::replace(world, caller, target.id(1), body),
        ("DELETE", ["clients", _]) => clients::delete(world, caller, target.id(1)),
        ("POST" | "PUT", ["clients", _, "jwks"]) => keys::replace(world, caller, target.id(1), &body),
        ("PUT", _) => access::give(world, caller, target),
        ("DELETE", _) => access::take(world, caller, target),
        _ => Err(bad("Secrets are not for Maskinporten clients")),
    }
}
