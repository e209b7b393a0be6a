//! Requests for access to a scope: pending, granted or denied (facts platform B.2; facts examples 7).

use super::problem::{bad, refused};
use crate::http::reply;
use crate::http::target::Target;
use crate::identity::caller::Caller;
use crate::maskinporten::state::ScopeRequest;
use crate::values::OrgNumber;
use crate::world::World;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

/// State of an organisation's access to a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Requested,
    Approved,
    Denied,
}

impl State {
    const fn word(self) -> &'static str {
        match self {
            Self::Requested => "REQUESTED",
            Self::Approved => "APPROVED",
            Self::Denied => "DENIED",
        }
    }
}

fn rows(world: &World) -> impl Iterator<Item = (&OrgNumber, &str, State)> {
    let state = &world.maskinporten;
    let granted =
        state.granted.iter().flat_map(|(number, scopes)| scopes.iter().map(move |scope| (number, scope.as_str(), State::Approved)));
    let asked = state
        .requested
        .iter()
        .map(|request| (&request.organisation, request.scope.as_str(), if request.denied { State::Denied } else { State::Requested }));
    granted.chain(asked)
}

fn json(world: &World, (consumer, scope, state): (&OrgNumber, &str, State)) -> Value {
    json!({"consumer_orgno": consumer.digits(), "owner_orgno": world.maskinporten.owner_of(scope), "scope": scope, "prefix": null, "state": state.word(),
           "created": "2026-09-01T09:00:00+02:00", "last_updated": "2026-09-02T09:00:00+02:00"})
}

/// `GET /scopes/access/all`.
pub(super) fn of_consumer(world: &World, consumer: &OrgNumber) -> Value {
    rows(world).filter(|(number, ..)| *number == consumer).map(|row| json(world, row)).collect()
}

/// `GET /scopes/access?scope=`.
pub(super) fn of_scope(world: &World, scope: &str) -> Value {
    rows(world).filter(|(_, name, _)| *name == scope).map(|row| json(world, row)).collect()
}

/// The scope in the query. Only its owner may read or change who has access; others are refused.
pub(super) fn scope_of<'a>(world: &World, caller: &Caller, target: &'a Target) -> Result<&'a str, Response> {
    let scope = target.query("scope").filter(|scope| !scope.is_empty()).ok_or_else(|| bad("scope is missing"))?;
    if caller.consumer.digits() != world.maskinporten.owner_of(scope) {
        return Err(refused(StatusCode::FORBIDDEN, "The scope is another organisation's"));
    }
    if world.maskinporten.scopes().iter().any(|known| known.name == scope) {
        Ok(scope)
    } else {
        Err(refused(StatusCode::NOT_FOUND, "Scope not found"))
    }
}

fn consumer_of(target: &Target) -> Result<OrgNumber, Response> {
    target.id(2).parse().map_err(|_| bad("The organisation number is not valid"))
}

/// `PUT /scopes/access/{orgno}?scope=`.
pub(super) fn give(world: &mut World, caller: &Caller, target: &Target) -> Result<Response, Response> {
    let (scope, consumer) = (scope_of(world, caller, target)?, consumer_of(target)?);
    let state = &mut world.maskinporten;
    state.requested.retain(|request| request.organisation != consumer || request.scope != scope);
    let granted = state.granted.entry(consumer.clone()).or_default();
    if !granted.iter().any(|known| known == scope) {
        granted.push(scope.to_owned());
    }
    Ok(reply::json(StatusCode::OK, &json(world, (&consumer, scope, State::Approved))))
}

/// `DELETE /scopes/access/{orgno}?scope=`.
pub(super) fn take(world: &mut World, caller: &Caller, target: &Target) -> Result<Response, Response> {
    let (scope, consumer) = (scope_of(world, caller, target)?, consumer_of(target)?);
    let state = &mut world.maskinporten;
    if let Some(granted) = state.granted.get_mut(&consumer) {
        granted.retain(|known| known != scope);
    }
    state.requested.retain(|request| request.organisation != consumer || request.scope != scope);
    state.requested.push(ScopeRequest { organisation: consumer.clone(), scope: scope.to_owned(), denied: true });
    Ok(reply::json(StatusCode::OK, &json(world, (&consumer, scope, State::Denied))))
}
