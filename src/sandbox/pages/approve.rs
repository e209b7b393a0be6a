//! The page where a person at the customer answers a system-user request: what `confirmUrl` leads to.

use super::desk::word;
use super::guard::{Look, Posted};
use super::note::{Note, back_with};
use super::respond::page;
use super::{kept, world};
use crate::sandbox::people::{self, Declined, Word};
use crate::sandbox::systems::{self, ApprovalRefused, RequestStatus};
use crate::sandbox::{Shared, reply};
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
    let mut world = shared.world.lock().await;
    let done = match posted.one("answer") {
        Some("escalate") => systems::escalate(&mut world, asked.id).map_err(Declined::Service),
        Some("time-out") => systems::expire(&mut world, asked.id).map_err(Declined::Service),
        Some("denied") => systems::grow_old(&mut world, asked.id, RequestStatus::Denied).map_err(Declined::Service),
        Some("timed-out") => systems::grow_old(&mut world, asked.id, RequestStatus::Timedout).map_err(Declined::Service),
        _ => match (word(&posted), lacking(&posted)) {
            (Some(Word::Yes), Some(lacking)) => Err(Declined::Service(systems::refused_for(&world, asked.id, lacking))),
            (Some(word), _) => people::answer(&shared, &mut world, asked.id, word),
            (None, _) => return back_with(&shared, &to, Note::Nothing {}),
        },
    };
    match done {
        Ok(()) => kept(&shared, &world, &to, Note::Done {}).await,
        Err(declined) => {
            let note = Note::Refused { code: declined.code().to_owned(), title: declined.title().to_owned() };
            back_with(&shared, &to, note)
        }
    }
}

/// What the person who answers is said to lack.
fn lacking(posted: &Posted) -> Option<ApprovalRefused> {
    let word = posted.one("lacks")?;
    ApprovalRefused::LACKING.into_iter().find(|(known, _)| *known == word).map(|(_, refused)| refused)
}
