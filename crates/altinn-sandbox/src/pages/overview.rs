//! The overview of the world: organisations, pending work, people's behaviour, faults.

use super::back::{back_to_form, back_with};
use super::guard::{PageRequest, Posted};
use super::note::{Form, Note};
use super::respond::page;
use super::world;
use crate::faults;
use crate::faults::setting::{Setting, SettingRefused};
use crate::people::cast::{Actor, Behaviour, YesNo};
use crate::shared::Shared;
use crate::shared::choices::{Gateway, People};
use crate::world::World;
use axum::extract::State;
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::Arc;

const PAGE: &str = "/sandbox/";
/// How many of the newest transfers are shown.
const SHOWN: usize = 20;

pub(super) async fn show(State(shared): State<Arc<Shared>>, page_request: PageRequest) -> Response {
    let world = shared.world.lock().await;
    let changes = world.systems.changes.iter().map(|change| world::change(&world, change)).filter(|change| change["waits"] == true);
    let requests: Vec<Value> = world.systems.pending().map(|request| world::request(&world, request)).chain(changes).collect();
    let letters = |actor| Some(world.desk.waiting(actor).count()).filter(|waiting| *waiting > 0);
    let (to_desk, to_owner) = (letters(Actor::ServiceDesk), letters(Actor::ServiceOwner));
    let waits = !requests.is_empty() || to_desk.is_some() || to_owner.is_some();
    let values = json!({
        "origin": shared.origin, "keyed": shared.options.gateway == Gateway::Keyed,
        "people": people(&shared), "faults": shared.faults.json(),
        "every_fault": faults::all().iter().map(|fault| json!({"name": fault.name, "does": fault.does})).collect::<Vec<_>>(),
        "waits": waits, "requests": requests, "letters_desk": to_desk, "letters_owner": to_owner,
        "organisations": world::organisations(&world, ""),
        "clients": clients(&world), "systems": systems(&world), "resources": resources(&world), "transfers": transfers(&world),
        "sinks": world.sink.received.iter().map(|(name, events)| json!({"name": name, "count": events.len()})).collect::<Vec<_>>(),
    });
    drop(world);
    page(shared.notes.take(page_request.one("note")), "overview", values)
}

fn people(shared: &Shared) -> Value {
    let row = |actor: Actor| {
        let Behaviour { pace, says } = shared.people.behaviour(actor);
        json!({"name": actor.name(), actor.name(): true, "instant": pace == People::Instant, "quick": pace == People::Quick,
               "never": pace == People::Never, "yes": says == YesNo::Yes, "no": says == YesNo::No})
    };
    Actor::ALL.into_iter().map(row).collect()
}

fn clients(world: &World) -> Value {
    let there = world.maskinporten.clients.iter().filter(|client| !client.registration.is_deleted);
    there
        .map(|client| {
            json!({"id": client.id, "name": world::client_name(client), "owner": world::named(world, client.organisation.digits()),
                   "scopes": client.scopes.len(), "keys": client.keys.len()})
        })
        .collect()
}

fn systems(world: &World) -> Value {
    let users = |id: &str| -> Vec<Value> {
        let of_system = world.systems.users.iter().filter(|user| user.system_id == id && !user.is_deleted);
        of_system.map(|user| json!({"party": world::named(world, &user.party), "reference": user.external_ref})).collect()
    };
    let there = world.systems.systems.iter().filter(|system| !system.is_deleted);
    there.map(|system| json!({"id": system.id, "vendor": world::named(world, &system.vendor), "users": users(&system.id)})).collect()
}

fn resources(world: &World) -> Value {
    let row = |resource: &crate::registry::Resource| {
        let about = resource.described.get("description").and_then(|text| text.get("en")).and_then(Value::as_str);
        json!({"id": resource.identifier, "about": about, "owner": resource.owner_code,
               "configured": world.broker.configuration(&resource.identifier).is_some()})
    };
    world.registry.resources().map(row).collect()
}

fn transfers(world: &World) -> Value {
    let row = |transfer: &crate::broker::Transfer| {
        let recipients: Vec<Value> = transfer.recipients().into_iter().map(|recipient| world::named(world, recipient)).collect();
        json!({"id": transfer.id, "file": transfer.file_name, "status": transfer.status(), "sender": world::named(world, &transfer.sender),
               "recipients": recipients, "resource": transfer.resource})
    };
    world.broker.newest_first().take(SHOWN).map(row).collect()
}

/// Sets how soon each person acts and with which answer.
pub(super) async fn tell_people(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    for actor in Actor::ALL {
        let before = shared.people.behaviour(actor);
        let pace = posted.one(&format!("pace-{}", actor.name())).and_then(People::named).unwrap_or(before.pace);
        let says = match posted.one(&format!("says-{}", actor.name())) {
            Some("yes") => YesNo::Yes,
            Some("no") => YesNo::No,
            _ => before.says,
        };
        shared.people.tell(actor, Behaviour { pace, says });
    }
    back_with(&shared, PAGE, Note::PeopleTold {})
}

/// Sets a fault, or clears one or all of them.
pub(super) async fn misbehave(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    match (posted.one("clear"), posted.one("fault")) {
        (Some("all"), _) => shared.faults.clear_all(),
        (Some(name), _) => {
            shared.faults.clear(name);
        }
        (None, Some(fault)) => match setting(fault, posted.one("times")) {
            Ok(setting) => shared.faults.set(setting),
            Err(refused) => {
                let (name, near) = match refused {
                    SettingRefused::Unknown { name, near } => (name, near),
                    _ => (fault.to_owned(), faults::near(fault)),
                };
                let form = Form { name: "misbehave", beside: "fault" };
                return back_to_form(&shared, PAGE, Note::FaultUnknown { name, near }, form, &posted);
            }
        },
        (None, None) => return back_with(&shared, PAGE, Note::Nothing {}),
    }
    back_with(&shared, PAGE, Note::Done {})
}

fn setting(fault: &str, times: Option<&str>) -> Result<Setting, SettingRefused> {
    match times {
        Some(times) => format!("{fault}:{times}").parse(),
        None => fault.parse(),
    }
}
