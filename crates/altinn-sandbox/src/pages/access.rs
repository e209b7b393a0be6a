//! A customer's access management: its system users, and what it has delegated to other organisations (facts platform D.2 and E.1).

use super::back::{back_to_form, back_with};
use super::guard::{PageRequest, Posted};
use super::note::{Form, Note};
use super::respond::page;
use super::{saved_and_back, world};
use crate::shared::Shared;
use crate::values::OrgNumber;
use crate::{known, systems};
use axum::extract::State;
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

const PAGE: &str = "/sandbox/access";

pub(super) async fn show(State(shared): State<Arc<Shared>>, page_request: PageRequest) -> Response {
    let feedback = shared.notes.take(page_request.one("note"));
    let world = shared.world.lock().await;
    let number = world::chosen(&world, page_request.one("org"), known::SENDER.number).map_or("", |found| found.number.digits()).to_owned();
    let own = world.systems.users.iter().filter(|user| user.party == number && !user.is_deleted);
    let users: Vec<Value> = own
        .map(|user| {
            let resources: Vec<&str> = user.delegations.iter().map(|delegation| delegation.resource.as_str()).collect();
            json!({"id": user.id, "title": user.integration_title, "system": user.system_id, "reference": user.external_ref,
                   "resources": resources, "packages": user.access_packages.iter().map(|package| package.urn.as_str()).collect::<Vec<_>>()})
        })
        .collect();
    let given: Vec<Value> = world
        .systems
        .given_by(&number)
        .map(|given| json!({"to": world::named(&world, &given.to), "resource": given.what.resource, "actions": given.what.actions}))
        .collect();
    let resources = world.registry.resources().map(|resource| resource.identifier.as_str());
    let others: Vec<_> = world.organisations.all.iter().filter(|other| other.number.digits() != number).collect();
    let values = json!({"organisations": world::organisations(&world, &number), "org": world::named(&world, &number), "users": users,
                        "given": given, "resources": world::choices(resources, feedback.typed("give", "resource")),
                        "others": world::options(others, feedback.typed("give", "to").unwrap_or_default())});
    drop(world);
    page(feedback, "access", values)
}

fn of_organisation(posted: &Posted) -> Option<(String, String)> {
    let number = posted.read::<OrgNumber>("org")?.digits().to_owned();
    let to = format!("{PAGE}?org={number}");
    Some((number, to))
}

/// Deletes a system user and the request that it was created from.
pub(super) async fn delete_user(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let Some((party, to)) = of_organisation(&posted) else { return back_with(&shared, PAGE, Note::Nothing {}) };
    let mut world = shared.world.lock().await;
    let user = posted.read::<Uuid>("user").filter(|id| world.systems.user(*id).is_some_and(|user| user.party == party));
    match user.map(|id| systems::delete_user(&mut world, id)) {
        Some(true) => saved_and_back(&shared, &mut world, &to, Note::Done {}).await,
        Some(false) | None => back_with(&shared, &to, Note::Nothing {}),
    }
}

/// Delegates a resource to another organisation, or revokes the delegation.
pub(super) async fn give(State(shared): State<Arc<Shared>>, posted: Posted) -> Response {
    let Some((from, back)) = of_organisation(&posted) else { return back_with(&shared, PAGE, Note::Nothing {}) };
    let mut world = shared.world.lock().await;
    let other = posted.read::<OrgNumber>("to").filter(|number| world.organisations.by_number(number).is_some() && number.digits() != from);
    let (Some(other), Some(resource)) = (other, posted.one("resource")) else { return back_with(&shared, &back, Note::Nothing {}) };
    let is_done = match posted.one("answer") {
        Some("no") => systems::take_back(&mut world, &from, other.digits(), resource),
        _ => match systems::give(&mut world, &from, other.digits(), resource) {
            Ok(()) => true,
            Err(refused) => {
                let note = Note::Refused { code: refused.code().to_owned(), title: refused.title().to_owned() };
                return back_to_form(&shared, &back, note, Form { name: "give", beside: "resource" }, &posted);
            }
        },
    };
    if is_done { saved_and_back(&shared, &mut world, &back, Note::Done {}).await } else { back_with(&shared, &back, Note::Nothing {}) }
}
