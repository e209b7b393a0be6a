//! The service desk's page: requests for scopes, granted scopes, API keys.

use super::back::back_with;
use super::guard::{PageRequest, Posted};
use super::note::Note;
use super::respond::page;
use super::{saved_and_back, world};
use crate::known;
use crate::people::cast::{Actor, YesNo};
use crate::people::desk;
use crate::people::letter::{Letter, Wish};
use crate::shared::Shared;
use crate::shared::choices::Gateway;
use crate::values::OrgNumber;
use crate::world::World;
use axum::extract::State;
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::Arc;

const PAGE: &str = "/sandbox/desk";

pub(super) async fn show(State(shared): State<Arc<Shared>>, page_request: PageRequest) -> Response {
    let world = shared.world.lock().await;
    let letters: Vec<Value> = world.desk.waiting(Actor::ServiceDesk).map(|letter| letter_json(&world, letter)).collect();
    let granted: Vec<Value> = world
        .maskinporten
        .granted
        .iter()
        .filter(|(number, scopes)| !scopes.is_empty() && world.organisations.by_number(number).is_some())
        .map(|(number, scopes)| json!({"org": world::named(&world, number.digits()), "scopes": scopes}))
        .collect();
    let keys: Vec<Value> = world
        .desk
        .keys
        .iter()
        .map(|key| json!({"org": world::named(&world, key.organisation.digits()), "at": world::moment(key.at)}))
        .collect();
    let chosen = page_request.one("org").unwrap_or(known::SENDER.number);
    let values = json!({"letters": letters, "granted": granted, "keys": keys, "keyed": shared.options.gateway == Gateway::Keyed,
                        "organisations": world::organisations(&world, chosen), "scopes": world::scopes(&world)});
    drop(world);
    page(shared.notes.take(page_request.one("note")), "desk", values)
}

/// A letter with the scopes or the API key that it asks for.
pub(super) fn letter_json(world: &World, letter: &Letter) -> Value {
    let wish = match &letter.wish {
        Wish::Scopes(scopes) => json!({"scopes": scopes}),
        Wish::ApiKey => json!({"api_key": true}),
        Wish::Membership { list, .. } => json!({"list": list}),
    };
    json!({"id": letter.id, "org": world::named(world, letter.organisation.digits()), "wish": wish, "at": world::moment(letter.at),
           "waits": letter.answer.is_none(), "granted": letter.answer == Some(YesNo::Yes), "denied": letter.answer == Some(YesNo::No),
           "enclosed": letter.enclosed.is_some()})
}

/// The answer that the form's button stands for.
pub(super) fn yes_no(posted: &Posted) -> Option<YesNo> {
    match posted.one("answer") {
        Some("yes") => Some(YesNo::Yes),
        Some("no") => Some(YesNo::No),
        _ => None,
    }
}

pub(super) async fn answer(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    answered(&shared, &posted, PAGE).await
}

/// Answers a letter as the desk or the owner that it waits for.
pub(super) async fn answered(shared: &Arc<Shared>, posted: &Posted, to: &str) -> Response {
    let (Some(letter), Some(says)) = (posted.read("letter"), yes_no(posted)) else { return back_with(shared, to, Note::Nothing {}) };
    let mut world = shared.world.lock().await;
    if !desk::answer(&mut world, letter, says) {
        return back_with(shared, to, Note::Nothing {});
    }
    saved_and_back(shared, &mut world, to, Note::Done {}).await
}

/// Grants or withdraws a scope without a letter.
pub(super) async fn scopes(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let mut world = shared.world.lock().await;
    let organisation = posted.read::<OrgNumber>("org").filter(|number| world.organisations.by_number(number).is_some());
    let scope = posted.one("scope").filter(|scope| world::scopes(&world).contains(scope)).map(str::to_owned);
    let (Some(organisation), Some(scope), Some(says)) = (organisation, scope, yes_no(&posted)) else {
        return back_with(&shared, PAGE, Note::Nothing {});
    };
    match says {
        YesNo::Yes => desk::grant(&mut world, &organisation, &scope),
        YesNo::No => desk::deny(&mut world, &organisation, &scope),
    }
    saved_and_back(&shared, &mut world, PAGE, Note::Done {}).await
}

/// Issues an API key, which is shown once.
pub(super) async fn issue(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let mut world = shared.world.lock().await;
    let organisation = posted.read::<OrgNumber>("org").and_then(|number| world.organisations.by_number(&number).cloned());
    let Some(organisation) = organisation else { return back_with(&shared, PAGE, Note::Nothing {}) };
    let issued = world.desk.issue(organisation.number);
    saved_and_back(&shared, &mut world, PAGE, Note::ApiKey { key: issued.key, organisation: organisation.name }).await
}
