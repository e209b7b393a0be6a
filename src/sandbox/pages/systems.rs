//! What a vendor does at the system register: a system with a client on it, and a request for a system user. It has no page of its own
//! at Altinn, only calls; these are the same calls (platform facts, D).

use super::acting::{Acting, Outcome};
use super::guard::{Look, Posted};
use super::note::{Note, back_with};
use super::respond::page;
use super::world;
use crate::sandbox::{Organisation, Shared, World, known};
use axum::extract::State;
use axum::http::Method;
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::Arc;

fn of_organisation(number: &str) -> String {
    format!("/sandbox/systems?org={number}")
}

pub(super) async fn show(State(shared): State<Arc<Shared>>, look: Look) -> Response {
    let world = shared.world.lock().await;
    let number = world::chosen(&world, look.one("org"), known::SENDER.number).map_or("", |found| found.number.digits()).to_owned();
    let own: Vec<_> = world.systems.systems.iter().filter(|system| system.vendor == number && !system.is_deleted).collect();
    let systems: Vec<Value> = own.iter().map(|system| json!({"system": system.id, "on": system.client_ids})).collect();
    let requests = world.systems.requests.iter().filter(|request| own.iter().any(|system| system.id == request.system_id));
    let clients =
        world.maskinporten.clients.iter().filter(|client| client.organisation.digits() == number && !client.registration.is_deleted);
    let values = json!({
        "organisations": world::organisations(&world, &number), "org": world::named(&world, &number), "systems": systems,
        "customers": world::organisations(&world, &number),
        "resources": world.registry.resources().filter(|resource| resource.delegable).map(|resource| resource.identifier.as_str()).collect::<Vec<_>>(),
        "clients": clients.map(|client| json!({"id": client.id, "name": world::client_name(client)})).collect::<Vec<_>>(),
        "requests": requests.map(|request| world::request(&world, request)).collect::<Vec<_>>(),
    });
    drop(world);
    page(&shared, look.one("note"), "systems", values)
}

async fn vendor(shared: &Shared, posted: &Posted) -> Option<Organisation> {
    let world: tokio::sync::MutexGuard<'_, World> = shared.world.lock().await;
    world.organisations.by_number(&posted.read("org")?).cloned()
}

fn told(shared: &Shared, organisation: &Organisation, outcome: Outcome<Note>) -> Response {
    back_with(shared, &of_organisation(organisation.number.digits()), outcome.unwrap_or_else(|refused| refused))
}

fn right(resource: &str) -> Value {
    json!({"resource": [{"id": "urn:altinn:resource", "value": resource}]})
}

pub(super) async fn register(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let Some(organisation) = vendor(&shared, &posted).await else { return back_with(&shared, "/sandbox/systems", Note::Nothing {}) };
    let outcome = registered(&shared, &organisation, &posted).await;
    told(&shared, &organisation, outcome)
}

async fn registered(shared: &Arc<Shared>, organisation: &Organisation, posted: &Posted) -> Outcome<Note> {
    let (Some(name), Some(resource)) = (posted.one("name"), posted.one("resource")) else { return Err(Note::Nothing {}) };
    let number = organisation.number.digits();
    let id = format!("{number}_{name}");
    let texts = json!({"nb": name, "nn": name, "en": name});
    let body = json!({"id": id, "vendor": {"authority": "iso6523-actorid-upis", "ID": organisation.number.iso6523()}, "name": texts,
                      "description": texts, "rights": [right(resource)], "clientId": posted.one("client").into_iter().collect::<Vec<_>>()});
    let acting = Acting::of(shared, &*shared.world.lock().await, organisation, None)?;
    acting.systems(Method::POST, "/systemregister/vendor", &body).await?;
    Ok(Note::SystemRegistered { id })
}

/// Puts one more client on a system: everything that is there is sent back with it.
pub(super) async fn add_client(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let Some(organisation) = vendor(&shared, &posted).await else { return back_with(&shared, "/sandbox/systems", Note::Nothing {}) };
    let outcome = added(&shared, &organisation, &posted).await;
    told(&shared, &organisation, outcome)
}

async fn added(shared: &Arc<Shared>, organisation: &Organisation, posted: &Posted) -> Outcome<Note> {
    let (Some(system), Some(client)) = (posted.one("system"), posted.one("client")) else { return Err(Note::Nothing {}) };
    let acting = Acting::of(shared, &*shared.world.lock().await, organisation, None)?;
    let path = format!("/systemregister/vendor/{}", percent_encoded(system));
    let mut body = acting.systems(Method::GET, &path, &Value::Null).await?;
    if let Some(clients) = body.get_mut("clientId").and_then(Value::as_array_mut)
        && !clients.iter().any(|known| known == client)
    {
        clients.push(json!(client));
    }
    acting.systems(Method::PUT, &path, &body).await?;
    Ok(Note::Done {})
}

pub(super) async fn ask(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let Some(organisation) = vendor(&shared, &posted).await else { return back_with(&shared, "/sandbox/systems", Note::Nothing {}) };
    let outcome = asked(&shared, &organisation, &posted).await;
    told(&shared, &organisation, outcome)
}

async fn asked(shared: &Arc<Shared>, organisation: &Organisation, posted: &Posted) -> Outcome<Note> {
    let (Some(system), Some(customer), Some(resource)) = (posted.one("system"), posted.one("customer"), posted.one("resource")) else {
        return Err(Note::Nothing {});
    };
    let mut body = json!({"systemId": system, "partyOrgNo": customer, "rights": [right(resource)]});
    // An empty one is stored and never found again: it is left out.
    if let (Some(reference), Some(members)) = (posted.one("reference"), body.as_object_mut()) {
        members.insert("externalRef".to_owned(), json!(reference));
    }
    let acting = Acting::of(shared, &*shared.world.lock().await, organisation, None)?;
    let made = acting.systems(Method::POST, "/systemuser/request/vendor", &body).await?;
    let id = made.get("id").and_then(Value::as_str).unwrap_or_default();
    Ok(Note::SystemUserAsked { confirm: format!("/sandbox/approve?id={id}") })
}

fn percent_encoded(segment: &str) -> String {
    segment
        .bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
            },
        )
        .collect()
}
