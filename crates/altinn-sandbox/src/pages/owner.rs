//! The service owner's page: the members of its access lists (facts platform E.2).

use super::back::back_with;
use super::desk::{answered, letter_json, yes_no};
use super::guard::{PageRequest, Posted};
use super::note::Note;
use super::respond::page;
use super::{saved_and_back, world};
use crate::people::cast::{Actor, YesNo};
use crate::people::desk;
use crate::people::letter::Wish;
use crate::registry::access_list::AccessList;
use crate::shared::Shared;
use crate::values::OrgNumber;
use crate::world::World;
use crate::world::happened::Happened;
use crate::{known, scheduler};
use axum::extract::State;
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::Arc;

fn of_owner(number: &str) -> String {
    format!("/sandbox/owner?org={number}")
}

pub(super) async fn show(State(shared): State<Arc<Shared>>, page_request: PageRequest) -> Response {
    let world = shared.world.lock().await;
    let owner = world::chosen(&world, page_request.one("org"), known::SERVICE_OWNER.number);
    let number = owner.map_or("", |owner| owner.number.digits()).to_owned();
    let code = owner.and_then(|owner| owner.org_code.clone()).unwrap_or_default();
    let lists: Vec<Value> = world.registry.lists_of(&code).map(|list| list_json(&world, list)).collect();
    let letters: Vec<Value> = world
        .desk
        .waiting(Actor::ServiceOwner)
        .filter_map(|letter| match &letter.wish {
            Wish::Membership { owner, .. } if *owner == code => Some(letter_json(&world, letter)),
            Wish::Membership { .. } | Wish::Scopes(_) | Wish::ApiKey => None,
        })
        .collect();
    let values = json!({"owners": world::owners(&world, &number), "org": world::named(&world, &number), "code": code, "lists": lists,
                        "letters": letters, "organisations": world::organisations(&world, known::RECIPIENT.number)});
    drop(world);
    page(shared.notes.take(page_request.one("note")), "owner", values)
}

fn list_json(world: &World, list: &AccessList) -> Value {
    let members: Vec<Value> = list.members.iter().map(|member| world::named(world, &member.organisation)).collect();
    let resources: Vec<&str> = list.connections.iter().map(|connection| connection.resource.as_str()).collect();
    json!({"list": list.identifier, "title": list.name, "members": members, "resources": resources})
}

/// Adds a member, or removes one.
pub(super) async fn members(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let mut world = shared.world.lock().await;
    let Some((code, to)) = owner_of(&world, &posted) else { return back_with(&shared, "/sandbox/owner", Note::Nothing {}) };
    let (Some(list), Some(member), Some(says)) = (posted.one("list"), posted.read::<OrgNumber>("member"), yes_no(&posted)) else {
        return back_with(&shared, &to, Note::Nothing {});
    };
    let known = world.organisations.by_number(&member).is_some();
    let changed = match says {
        YesNo::Yes => known && desk::add_member(&mut world, &code, list, &member),
        YesNo::No => desk::remove_member(&mut world, &code, list, member.digits()),
    };
    if changed { saved_and_back(&shared, &mut world, &to, Note::Done {}).await } else { back_with(&shared, &to, Note::Nothing {}) }
}

/// The code of the form's owner, and the address of its page.
fn owner_of(world: &World, posted: &Posted) -> Option<(String, String)> {
    let number: OrgNumber = posted.read("org")?;
    let code = world.organisations.by_number(&number)?.org_code.clone()?;
    Some((code, of_owner(number.digits())))
}

/// An organisation asks to be put on a list.
pub(super) async fn ask(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let mut world = shared.world.lock().await;
    let Some((code, to)) = owner_of(&world, &posted) else { return back_with(&shared, "/sandbox/owner", Note::Nothing {}) };
    let member = posted.read::<OrgNumber>("member").filter(|number| world.organisations.by_number(number).is_some());
    let (Some(list), Some(member)) = (posted.one("list"), member) else { return back_with(&shared, &to, Note::Nothing {}) };
    let Some(letter) = desk::write(&mut world, &member, Wish::Membership { owner: code, list: list.to_owned() }) else {
        return back_with(&shared, &to, Note::LetterNeedless {});
    };
    scheduler::carry_out(&shared, &mut world, vec![Happened::LetterWaits(letter)]);
    saved_and_back(&shared, &mut world, &to, Note::LetterSent {}).await
}

pub(super) async fn answer(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let to = posted.one("org").filter(|number| number.parse::<OrgNumber>().is_ok()).map_or_else(|| "/sandbox/owner".to_owned(), of_owner);
    answered(&shared, &posted, &to).await
}
