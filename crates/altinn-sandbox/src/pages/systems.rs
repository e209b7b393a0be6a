//! The page for what a vendor does at the system register: registers a system with a client, and requests a system user. Altinn has
//! no page for it, only API calls; this page makes the same calls (facts platform D).

use super::acting::{Acting, Outcome};
use super::back::{back_to_form, back_with};
use super::guard::{PageRequest, Posted};
use super::note::{Form, Note};
use super::respond::page;
use super::world;
use crate::known;
use crate::shared::Shared;
use crate::systems::system::System;
use crate::values::ClientId;
use crate::world::World;
use crate::world::organisations::Organisation;
use axum::extract::State;
use axum::http::Method;
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::Arc;

fn of_organisation(number: &str) -> String {
    format!("/sandbox/systems?org={number}")
}

pub(super) async fn show(State(shared): State<Arc<Shared>>, page_request: PageRequest) -> Response {
    let feedback = shared.notes.take(page_request.one("note"));
    let world = shared.world.lock().await;
    let number = world::chosen(&world, page_request.one("org"), known::SENDER.number).map_or("", |found| found.number.digits()).to_owned();
    let own: Vec<_> = world.systems.systems.iter().filter(|system| system.vendor == number && !system.is_deleted).collect();
    let systems: Vec<Value> = own.iter().map(|system| json!({"system": system.id, "on": clients_on(&world, system)})).collect();
    let requests = world.systems.requests.iter().filter(|request| own.iter().any(|system| system.id == request.system_id));
    let clients =
        world.maskinporten.clients.iter().filter(|client| client.organisation.digits() == number && !client.registration.is_deleted);
    let clients: Vec<_> = clients.map(|client| (client.id.to_string(), world::client_name(client))).collect();
    let client = |chosen: Option<&str>| -> Value {
        clients.iter().map(|(id, name)| json!({"id": id, "name": name, "chosen": chosen == Some(id)})).collect()
    };
    let delegable = || world.registry.resources().filter(|resource| resource.delegable).map(|resource| resource.identifier.as_str());
    let system = |chosen| world::choices(own.iter().map(|system| system.id.as_str()), chosen);
    let values = json!({
        "organisations": world::organisations(&world, &number), "org": world::named(&world, &number), "systems": systems,
        "register": {"clients": client(feedback.typed("register", "client")), "resources": world::choices(delegable(), feedback.typed("register", "resource"))},
        "add": {"systems": system(feedback.typed("add", "system")), "clients": client(feedback.typed("add", "client"))},
        "ask": {"systems": system(feedback.typed("ask", "system")), "resources": world::choices(delegable(), feedback.typed("ask", "resource")),
                "customers": world::organisations(&world, feedback.typed("ask", "customer").unwrap_or(&number))},
        "requests": requests.map(|request| world::request(&world, request)).collect::<Vec<_>>(),
    });
    drop(world);
    page(feedback, "systems", values)
}

/// The clients on a system, by name.
fn clients_on(world: &World, system: &System) -> Vec<Value> {
    let name = |id: &str| world.maskinporten.client(&id.parse::<ClientId>().ok()?).map(world::client_name);
    let named = |id: &String| json!({"id": id, "name": name(id)});
    system.client_ids.iter().map(named).collect()
}

async fn vendor(shared: &Shared, posted: &Posted) -> Option<Organisation> {
    let world: tokio::sync::MutexGuard<'_, World> = shared.world.lock().await;
    world.organisations.by_number(&posted.read("org")?).cloned()
}

/// Redirects to the organisation's page, or if the call was refused to the form.
fn back_with_outcome(shared: &Shared, organisation: &Organisation, outcome: Outcome<Note>, form: Form, posted: &Posted) -> Response {
    let to = of_organisation(organisation.number.digits());
    match outcome {
        Ok(note) => back_with(shared, &to, note),
        Err(note) => back_to_form(shared, &to, note, form, posted),
    }
}

fn right(resource: &str) -> Value {
    json!({"resource": [{"id": "urn:altinn:resource", "value": resource}]})
}

pub(super) async fn register(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let Some(organisation) = vendor(&shared, &posted).await else { return back_with(&shared, "/sandbox/systems", Note::Nothing {}) };
    let outcome = registered(&shared, &organisation, &posted).await;
    back_with_outcome(&shared, &organisation, outcome, Form { name: "register", beside: "name" }, &posted)
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

/// Adds a client to a system. The update replaces the whole system, so everything already there is sent along.
pub(super) async fn add_client(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let Some(organisation) = vendor(&shared, &posted).await else { return back_with(&shared, "/sandbox/systems", Note::Nothing {}) };
    let outcome = added(&shared, &organisation, &posted).await;
    back_with_outcome(&shared, &organisation, outcome, Form { name: "add", beside: "add-client" }, &posted)
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
    back_with_outcome(&shared, &organisation, outcome, Form { name: "ask", beside: "reference" }, &posted)
}

async fn asked(shared: &Arc<Shared>, organisation: &Organisation, posted: &Posted) -> Outcome<Note> {
    let (Some(system), Some(customer), Some(resource)) = (posted.one("system"), posted.one("customer"), posted.one("resource")) else {
        return Err(Note::Nothing {});
    };
    let mut body = json!({"systemId": system, "partyOrgNo": customer, "rights": [right(resource)]});
    // Left out if empty: the service stores an empty reference, and then never finds the request by it.
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
