//! The page where a person at the customer answers a system-user request: what `confirmUrl` leads to.

use super::desk::word;
use super::guard::{Look, Posted};
use super::note::{Note, back_with};
use super::respond::{page, page_with};
use super::{kept, world};
use crate::sandbox::{Shared, World, people};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

pub(super) async fn show(State(shared): State<Arc<Shared>>, look: Look) -> Response {
    let world = shared.world.lock().await;
    let request = asked(&look).and_then(|id| request(&world, id));
    drop(world);
    match request {
        Some(request) => page(shared.notes.take(look.one("note")), "approve", json!({"request": request})),
        None => page_with(StatusCode::NOT_FOUND, "absent", &json!({})),
    }
}

/// `?id=`.
fn asked(look: &Look) -> Option<Uuid> {
    look.one("id")?.parse().ok()
}

/// A request for a system user, or for a change of one.
fn request(world: &World, id: Uuid) -> Option<Value> {
    let made = world.systems.request(id).map(|request| world::request(world, request));
    made.or_else(|| world.systems.change_request(id).map(|change| world::change(world, change)))
}

/// The approver's answer; what the service refuses is shown as its page would show it.
pub(super) async fn answer(State(shared): State<Arc<Shared>>, look: Look, posted: Posted) -> Response {
    let Some(id) = asked(&look) else { return page_with(StatusCode::NOT_FOUND, "absent", &json!({})) };
    let to = format!("/sandbox/approve?id={id}");
    let Some(word) = word(&posted) else { return back_with(&shared, &to, Note::Nothing {}) };
    let mut world = shared.world.lock().await;
    match people::answer(&shared, &mut world, id, word) {
        Ok(()) => kept(&shared, &world, &to, Note::Answered {}).await,
        Err(declined) => {
            let note = Note::Refused { code: declined.code().to_owned(), title: declined.title().to_owned() };
            back_with(&shared, &to, note)
        }
    }
}
