//! The page where a person at the customer answers a system-user request. `confirmUrl` leads here.

use super::back::back_with;
use super::desk::yes_no;
use super::guard::{PageRequest, Posted};
use super::note::Note;
use super::respond::{page, page_with};
use super::{saved_and_back, world};
use crate::people::approver::{self, Declined};
use crate::people::cast::YesNo;
use crate::shared::Shared;
use crate::systems;
use crate::systems::refused::ApprovalRefused;
use crate::systems::request::RequestStatus;
use crate::world::World;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

pub(super) async fn show(State(shared): State<Arc<Shared>>, page_request: PageRequest) -> Response {
    let world = shared.world.lock().await;
    let request = asked(&page_request).and_then(|id| request(&world, id));
    drop(world);
    match request {
        Some(request) => page(shared.notes.take(page_request.one("note")), "approve", json!({"request": request})),
        None => page_with(StatusCode::NOT_FOUND, "absent", &json!({})),
    }
}

/// `?id=`.
fn asked(page_request: &PageRequest) -> Option<Uuid> {
    page_request.one("id")?.parse().ok()
}

/// A request for a new system user or for a change of one.
fn request(world: &World, id: Uuid) -> Option<Value> {
    let made = world.systems.request(id).map(|request| world::request(world, request));
    made.or_else(|| world.systems.change_request(id).map(|change| world::change(world, change)))
}

/// Handles the approver's answer. A refusal of the service is shown as Altinn's own page would show it.
pub(super) async fn answer(State(shared): State<Arc<Shared>>, page_request: PageRequest, posted: Posted) -> Response {
    let Some(id) = asked(&page_request) else { return page_with(StatusCode::NOT_FOUND, "absent", &json!({})) };
    let to = format!("/sandbox/approve?id={id}");
    let mut world = shared.world.lock().await;
    let done = match posted.one("answer") {
        Some("escalate") => systems::escalate(&mut world, id).map_err(Declined::Service),
        Some("time-out") => systems::expire(&mut world, id).map_err(Declined::Service),
        Some("denied") => systems::grow_old(&mut world, id, RequestStatus::Denied).map_err(Declined::Service),
        Some("timed-out") => systems::grow_old(&mut world, id, RequestStatus::Timedout).map_err(Declined::Service),
        _ => match (yes_no(&posted), lacking(&posted)) {
            (Some(YesNo::Yes), Some(lacking)) => Err(Declined::Service(systems::refused_for(&world, id, lacking))),
            (Some(says), _) => approver::answer(&shared.faults, &mut world, id, says),
            (None, _) => return back_with(&shared, &to, Note::Nothing {}),
        },
    };
    match done {
        Ok(()) => saved_and_back(&shared, &mut world, &to, Note::Answered {}).await,
        Err(declined) => {
            let note = Note::Refused { code: declined.code().to_owned(), title: declined.title().to_owned() };
            back_with(&shared, &to, note)
        }
    }
}

/// The right that the form says the approver lacks.
fn lacking(posted: &Posted) -> Option<ApprovalRefused> {
    let word = posted.one("lacks")?;
    ApprovalRefused::LACKING.into_iter().find(|(known, _)| *known == word).map(|(_, refused)| refused)
}
