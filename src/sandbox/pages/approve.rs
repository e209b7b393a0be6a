//! The page where a person at the customer answers a system-user request: what `confirmUrl` leads to.

use super::desk::word;
use super::guard::{Look, Posted};
use super::note::{Note, back_with};
use super::respond::page;
use super::{kept, world};
use crate::sandbox::{Shared, people, reply};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;
use uuid::Uuid;

/// `?id=`.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    id: Uuid,
}

pub(super) async fn show(State(shared): State<Arc<Shared>>, Query(asked): Query<Asked>, look: Look) -> Response {
    let world = shared.world.lock().await;
    let made = world.systems.request(asked.id).map(|request| world::request(&world, request));
    let changed = || world.systems.change_request(asked.id).map(|change| world::change(&world, change));
    let Some(request) = made.or_else(changed) else { return reply::empty(StatusCode::NOT_FOUND) };
    let values = json!({"request": request});
    drop(world);
    page(&shared, look.one("note"), "approve", values)
}

/// The approver's answer; what the service refuses is shown as its page would show it.
pub(super) async fn answer(State(shared): State<Arc<Shared>>, Query(asked): Query<Asked>, posted: Posted) -> Response {
    let to = format!("/sandbox/approve?id={}", asked.id);
    let Some(word) = word(&posted) else { return back_with(&shared, &to, Note::Nothing {}) };
    let mut world = shared.world.lock().await;
    match people::answer(&shared, &mut world, asked.id, word) {
        Ok(()) => kept(&shared, &world, &to, Note::Done {}).await,
        Err(declined) => {
            let note = Note::Refused { code: declined.code().to_owned(), title: declined.title().to_owned() };
            back_with(&shared, &to, note)
        }
    }
}
