//! The self-service portal: clients, their keys and scopes, and the letter to the service desk (facts platform B.1).

use super::back::{back_to_form, back_with};
use super::guard::{PageRequest, Posted};
use super::note::{Form, Note};
use super::respond::page;
use super::{saved_and_back, world};
use crate::maskinporten::state::{Client, RegisteredKey, Registration};
use crate::people::cast::Actor;
use crate::people::desk;
use crate::people::letter::Wish;
use crate::shared::Shared;
use crate::shared::choices::Gateway;
use crate::signing::public_key::{self, KeyRefused, PublicKey};
use crate::values::{ClientId, OrgNumber};
use crate::world::World;
use crate::world::happened::Happened;
use crate::{clock, known, scheduler};
use axum::extract::State;
use axum::response::Response;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use uuid::Uuid;

/// The most keys that a client may have (facts platform B.2).
const KEYS_MOST: usize = 5;

fn of_organisation(number: &str) -> String {
    format!("/sandbox/portal?org={number}")
}

fn of_client(id: &str) -> String {
    format!("/sandbox/portal/client?id={id}")
}

pub(super) async fn show(State(shared): State<Arc<Shared>>, page_request: PageRequest) -> Response {
    let feedback = shared.notes.take(page_request.one("note"));
    let world = shared.world.lock().await;
    let organisation = world::chosen(&world, page_request.one("org"), known::SENDER.number);
    let number = organisation.map_or("", |organisation| organisation.number.digits()).to_owned();
    let values = json!({
        "organisations": world::organisations(&world, &number), "org": world::named(&world, &number),
        "clients": clients(&world, &number), "scopes": offered(&world, &number, &feedback.all("make", "scope").collect::<Vec<_>>()),
        "keyed": shared.options.gateway == Gateway::Keyed,
        "askable": askable(&world, &number), "letters": letters(&world, &number),
    });
    drop(world);
    page(feedback, "portal", values)
}

fn clients(world: &World, number: &str) -> Value {
    let own = world.maskinporten.clients.iter().filter(|client| client.organisation.digits() == number && !client.registration.is_deleted);
    own.map(|client| json!({"id": client.id, "name": world::client_name(client), "scopes": client.scopes.len(), "keys": client.keys.len()}))
        .collect()
}

/// The scopes that the portal lists: those granted to the organisation, and the public ones.
fn offered(world: &World, number: &str, ticked: &[impl AsRef<str>]) -> Value {
    let Ok(organisation) = number.parse::<OrgNumber>() else { return json!([]) };
    let mut names: Vec<&str> = world.maskinporten.granted.get(&organisation).into_iter().flatten().map(String::as_str).collect();
    let public = world.maskinporten.public_scopes();
    names.extend(public.iter().filter(|scope| !names.contains(scope)).copied().collect::<Vec<_>>());
    let row =
        |name: &str| json!({"name": name, "public": public.contains(&name), "ticked": ticked.iter().any(|known| known.as_ref() == name)});
    names.into_iter().map(row).collect()
}

/// The scopes that are not granted and can be requested.
fn askable(world: &World, number: &str) -> Value {
    let Ok(organisation) = number.parse::<OrgNumber>() else { return json!([]) };
    world::scopes(world).into_iter().filter(|scope| !world.maskinporten.is_granted(&organisation, scope)).collect()
}

fn letters(world: &World, number: &str) -> Value {
    let own = world.desk.letters.iter().filter(|letter| letter.organisation.digits() == number);
    own.filter(|letter| letter.addressee() == Actor::ServiceDesk).map(|letter| super::desk::letter_json(world, letter)).collect()
}

pub(super) async fn client(State(shared): State<Arc<Shared>>, page_request: PageRequest) -> Response {
    let world = shared.world.lock().await;
    let found = page_request.one("id").and_then(|id| id.parse().ok()).and_then(|id: ClientId| world.maskinporten.client(&id));
    let Some(found) = found else { return back_with(&shared, "/sandbox/portal", Note::Nothing {}) };
    let now = clock::now();
    let key = |key: &RegisteredKey| json!({"kid": key.kid, "until": date(key.expires()), "expired": key.expires() <= now});
    let number = found.organisation.digits();
    let values = json!({
        "id": found.id, "name": world::client_name(found), "org": world::named(&world, number),
        "keys": found.keys.iter().map(key).collect::<Vec<_>>(), "full": found.keys.len() >= KEYS_MOST,
        "scopes": offered(&world, number, &found.scopes), "askable": askable(&world, number),
    });
    drop(world);
    page(shared.notes.take(page_request.one("note")), "client", values)
}

fn date(at: jiff::Timestamp) -> String {
    at.to_zoned(jiff::tz::TimeZone::UTC).date().to_string()
}

/// Creates a client with the ticked scopes.
pub(super) async fn make(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let mut world = shared.world.lock().await;
    let organisation = posted.read::<OrgNumber>("org").filter(|number| world.organisations.by_number(number).is_some());
    let id = Uuid::new_v4().to_string();
    let (Some(organisation), Ok(client_id)) = (organisation, id.parse()) else {
        return back_with(&shared, "/sandbox/portal", Note::Nothing {});
    };
    let Some(name) = posted.one("name") else {
        let form = Form { name: "make", beside: "name" };
        return back_to_form(&shared, &of_organisation(organisation.digits()), Note::NameMissing {}, form, &posted);
    };
    let mut described = Map::new();
    described.insert("client_name".to_owned(), json!(name));
    let at = clock::now();
    let scopes = ticked(&world, &organisation, &posted);
    world.maskinporten.clients.push(Client {
        id: client_id,
        organisation,
        scopes,
        keys: Vec::new(),
        certificates: Vec::new(),
        registration: Registration { described, created: at, updated: at, first_key: None, is_deleted: false },
    });
    saved_and_back(&shared, &mut world, &of_client(&id), Note::ClientMade { id: id.clone() }).await
}

/// The ticked scopes that the organisation may have. The form is not trusted, because anyone can post one with other scopes.
fn ticked(world: &World, organisation: &OrgNumber, posted: &Posted) -> Vec<String> {
    posted.all("scope").into_iter().filter(|scope| world.maskinporten.is_granted(organisation, scope)).collect()
}

fn client_mut<'w>(world: &'w mut World, posted: &Posted) -> Option<&'w mut Client> {
    let id: ClientId = posted.read("client")?;
    world.maskinporten.clients.iter_mut().find(|client| client.id == id && !client.registration.is_deleted)
}

/// Adds a public key to a client's keys.
pub(super) async fn add_key(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let mut world = shared.world.lock().await;
    let Some(client) = client_mut(&mut world, &posted) else { return back_with(&shared, "/sandbox/portal", Note::Nothing {}) };
    let to = of_client(&client.id.to_string());
    let added = public_key::read(posted.one("key").unwrap_or_default()).and_then(|key| put(client, key, posted.one("kid")));
    match added {
        Ok(kid) => saved_and_back(&shared, &mut world, &to, Note::KeyAdded { kid }).await,
        Err(reason) => {
            let beside = if matches!(reason, KeyRefused::KidTaken) { "kid" } else { "key" };
            back_to_form(&shared, &to, Note::KeyRefused { reason }, Form { name: "add", beside }, &posted)
        }
    }
}

fn put(client: &mut Client, key: PublicKey, named: Option<&str>) -> Result<String, KeyRefused> {
    let posted = clock::now();
    let random = Uuid::new_v4().simple().to_string();
    let made_up = || format!("{}-{}-{}", client.organisation.digits(), date(posted), random.get(..4).unwrap_or_default());
    let kid = named.map(str::to_owned).or(key.kid).unwrap_or_else(made_up);
    if client.keys.iter().any(|known| known.kid == kid) {
        return Err(KeyRefused::KidTaken);
    }
    if client.keys.len() >= KEYS_MOST {
        return Err(KeyRefused::TooMany);
    }
    client.keys.push(RegisteredKey { kid: kid.clone(), n: key.n, e: key.e, posted });
    client.registration.first_key.get_or_insert(posted);
    client.registration.updated = posted;
    Ok(kid)
}

pub(super) async fn remove_key(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let mut world = shared.world.lock().await;
    let (Some(client), Some(kid)) = (client_mut(&mut world, &posted), posted.one("kid")) else {
        return back_with(&shared, "/sandbox/portal", Note::Nothing {});
    };
    let to = of_client(&client.id.to_string());
    client.keys.retain(|known| known.kid != kid);
    saved_and_back(&shared, &mut world, &to, Note::Done {}).await
}

/// Sets the scopes of a client to the ticked ones.
pub(super) async fn set_scopes(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let mut world = shared.world.lock().await;
    let found = client_mut(&mut world, &posted).map(|client| (client.id.to_string(), client.organisation.clone()));
    let Some((id, organisation)) = found else { return back_with(&shared, "/sandbox/portal", Note::Nothing {}) };
    let mut scopes = ticked(&world, &organisation, &posted);
    // Scopes that the portal does not list stay on the client, because they may have been withdrawn after they were added.
    let on_client = client_mut(&mut world, &posted).map(|client| client.scopes.clone()).unwrap_or_default();
    scopes.extend(on_client.into_iter().filter(|scope| !world.maskinporten.is_granted(&organisation, scope)));
    if let Some(client) = client_mut(&mut world, &posted) {
        client.scopes.clone_from(&scopes);
        client.registration.updated = clock::now();
    }
    saved_and_back(&shared, &mut world, &of_client(&id), Note::ScopesSet { scopes }).await
}

/// Sends a letter to the service desk that asks for scopes or for an API key.
pub(super) async fn ask(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let mut world = shared.world.lock().await;
    let organisation = posted.read::<OrgNumber>("org").filter(|number| world.organisations.by_number(number).is_some());
    let Some(organisation) = organisation else { return back_with(&shared, "/sandbox/portal", Note::Nothing {}) };
    let to = of_organisation(organisation.digits());
    let scopes: Vec<String> = posted.all("scope").into_iter().filter(|scope| world::scopes(&world).contains(&scope.as_str())).collect();
    let wish = match posted.one("wish") {
        Some("api-key") => Wish::ApiKey,
        _ if scopes.is_empty() => {
            return back_to_form(&shared, &to, Note::NothingTicked {}, Form { name: "ask", beside: "ask" }, &posted);
        }
        _ => Wish::Scopes(scopes),
    };
    let Some(letter) = desk::write(&mut world, &organisation, wish) else {
        return back_with(&shared, &to, Note::LetterNeedless {});
    };
    scheduler::carry_out(&shared, &mut world, vec![Happened::LetterWaits(letter)]);
    saved_and_back(&shared, &mut world, &to, Note::LetterSent {}).await
}

/// Opens the desk's answer. The API key in it is shown only once.
pub(super) async fn open(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let mut world = shared.world.lock().await;
    let opened = posted.read("letter").and_then(|letter| world.desk.open(letter));
    let Some(key) = opened else { return back_with(&shared, "/sandbox/portal", Note::Nothing {}) };
    let to = of_organisation(key.organisation.digits());
    let organisation = world.organisations.by_number(&key.organisation).map(|found| found.name.clone()).unwrap_or_default();
    saved_and_back(&shared, &mut world, &to, Note::ApiKey { key: key.key, organisation }).await
}
