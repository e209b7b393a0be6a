//! The clients of the caller's organisation (facts examples 5).

use super::problem::{bad, no_client, refused};
use crate::clock;
use crate::http::reply;
use crate::identity::caller::Caller;
use crate::maskinporten::state::{Client, Registration};
use crate::world::World;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use uuid::Uuid;

const GRANT_TYPE: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
/// Members of a client that are stored and returned as they were sent.
const DESCRIBED: [&str; 9] = [
    "client_name",
    "description",
    "application_type",
    "token_endpoint_auth_method",
    "access_token_lifetime",
    "authorization_lifetime",
    "refresh_token_lifetime",
    "client_uri",
    "supplier_orgno",
];

pub(super) fn own(world: &World, caller: &Caller) -> Value {
    world.maskinporten.clients.iter().filter(|client| is_own(client, caller) && !client.registration.is_deleted).map(json).collect()
}

/// A client of the caller's organisation. None for a deleted client or another organisation's.
pub(super) fn found<'a>(world: &'a World, caller: &Caller, id: &str) -> Option<&'a Client> {
    world.maskinporten.client(&id.parse().ok()?).filter(|client| is_own(client, caller))
}

fn is_own(client: &Client, caller: &Caller) -> bool {
    client.organisation == caller.consumer
}

/// `POST /clients`.
pub(super) fn create(world: &mut World, caller: &Caller, body: Map<String, Value>) -> Result<Response, Response> {
    let scopes = checked(&body)?;
    let now = clock::now();
    let client = Client {
        id: Uuid::new_v4().to_string().parse().map_err(|_| bad("No client id could be made"))?,
        organisation: caller.consumer.clone(),
        scopes,
        keys: Vec::new(),
        certificates: Vec::new(),
        registration: Registration { described: described(body), created: now, updated: now, first_key: None, is_deleted: false },
    };
    let answer = reply::json(StatusCode::CREATED, &json(&client));
    world.maskinporten.clients.push(client);
    Ok(answer)
}

/// `PUT /clients/{id}`. A deleted client cannot be restored: 409.
pub(super) fn replace(world: &mut World, caller: &Caller, id: &str, body: Map<String, Value>) -> Result<Response, Response> {
    let client = of_caller(world, caller, id)?;
    client.scopes = checked(&body)?;
    client.registration.described = described(body);
    client.registration.updated = clock::now();
    Ok(reply::json(StatusCode::OK, &json(client)))
}

/// `DELETE /clients/{id}`.
pub(super) fn delete(world: &mut World, caller: &Caller, id: &str) -> Result<Response, Response> {
    of_caller(world, caller, id)?.registration.is_deleted = true;
    Ok(reply::empty(StatusCode::NO_CONTENT))
}

/// A client of the caller's organisation, to be changed; otherwise the 404 to answer with.
pub(super) fn of_caller<'a>(world: &'a mut World, caller: &Caller, id: &str) -> Result<&'a mut Client, Response> {
    let mut all = world.maskinporten.clients.iter_mut();
    let client = all.find(|client| client.id.to_string() == id && is_own(client, caller)).ok_or_else(no_client)?;
    if client.registration.is_deleted {
        return Err(refused(StatusCode::CONFLICT, "The client was deleted and cannot be made again"));
    }
    Ok(client)
}

/// Checks that a body describes a Maskinporten client, and returns its scopes.
fn checked(body: &Map<String, Value>) -> Result<Vec<String>, Response> {
    if body.get("integration_type").and_then(Value::as_str) != Some("maskinporten") {
        return Err(bad("integration_type must be maskinporten here"));
    }
    if body.get("client_name").and_then(Value::as_str).is_none_or(str::is_empty) {
        return Err(bad("client_name is missing"));
    }
    let texts = |name: &str| {
        let list = body.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
        list.iter()
            .map(|entry| entry.as_str().map(str::to_owned))
            .collect::<Option<Vec<String>>>()
            .ok_or_else(|| bad("A text was expected"))
    };
    let grant_types = texts("grant_types")?;
    if !grant_types.is_empty() && grant_types != [GRANT_TYPE] {
        return Err(bad("grant_types does not fit a Maskinporten client"));
    }
    texts("scopes")
}

fn described(body: Map<String, Value>) -> Map<String, Value> {
    body.into_iter().filter(|(name, _)| DESCRIBED.contains(&name.as_str())).collect()
}

/// A client as the API returns it.
pub(super) fn json(client: &Client) -> Value {
    let registration = &client.registration;
    let text = |name: &str, otherwise: &str| registration.described.get(name).cloned().unwrap_or_else(|| Value::from(otherwise));
    let seconds = |name: &str, otherwise: i64| registration.described.get(name).and_then(Value::as_i64).unwrap_or(otherwise);
    json!({
        "client_id": client.id,
        "client_name": text("client_name", ""),
        "description": text("description", ""),
        "integration_type": "maskinporten",
        "application_type": text("application_type", "web"),
        "client_orgno": client.organisation.digits(),
        "token_endpoint_auth_method": text("token_endpoint_auth_method", "private_key_jwt"),
        "grant_types": [GRANT_TYPE],
        "scopes": client.scopes,
        "access_token_lifetime": client.token_lifetime(),
        "authorization_lifetime": seconds("authorization_lifetime", 0),
        "refresh_token_lifetime": seconds("refresh_token_lifetime", 0),
        "created": milliseconds(registration.created),
        "last_updated": milliseconds(registration.updated),
    })
}

/// A time with three decimals and `Z`: `2025-10-30T14:10:00.000Z`.
pub(super) fn milliseconds(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}
