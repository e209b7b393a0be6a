//! What waits for people, and for the systems of the counterpart: each acts when it is its turn.

use super::keep;
use crate::broker::counterpart;
use crate::people::cast::{Actor, Word};
use crate::people::letter::Letter;
use crate::people::{approver, desk};
use crate::shared::Shared;
use crate::world::World;
use crate::world::happened::Happened;
use jiff::Timestamp;
use std::sync::Arc;
use uuid::Uuid;

/// A system-user request lies with its approver. Asking twice does not make the approver act twice.
pub(super) fn approve(shared: &Arc<Shared>, request: Uuid) {
    if !shared.agenda.takes_up(request) {
        return;
    }
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        let word = acting.people.turn(Actor::Approver).await;
        let mut world = acting.world.lock().await;
        let is_to_be_ignored = world.systems.request(request).is_some_and(|request| request.ignored);
        // Where it cannot be carried out, the approver's browser says why, and nobody else hears of it.
        if !is_to_be_ignored && approver::answer(&acting.faults, &mut world, request, word).is_ok() {
            // Nobody waits for this answer: the next save that succeeds holds the approval too.
            let _ = acting.save(&world).await;
        }
        drop(world);
        acting.agenda.is_done_with(request);
    });
}

/// A letter lies with the service desk or with a service owner.
pub(super) fn read(shared: &Arc<Shared>, letter: Uuid) {
    if !shared.agenda.takes_up(letter) {
        return;
    }
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        let addressee = acting.world.lock().await.desk.letter(letter).map(Letter::addressee);
        if let Some(actor) = addressee {
            let word = acting.people.turn(actor).await;
            let mut world = acting.world.lock().await;
            if desk::answer(&mut world, letter, word) {
                let _ = acting.save(&world).await;
            }
        }
        acting.agenda.is_done_with(letter);
    });
}

/// The recipient's system fetches a transfer and confirms it, if the recipient is the sandbox's to play.
pub(super) fn fetch(shared: &Arc<Shared>, transfer: Uuid) {
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        if acting.people.turn(Actor::Counterpart).await == Word::Yes {
            play(&acting, |world, at| counterpart::fetches(world, transfer, at)).await;
        }
    });
}

/// A sender's system lets one transfer go the way of a new subscription.
pub(super) fn send_for(shared: &Arc<Shared>, subscription: u64) {
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        if acting.people.turn(Actor::Counterpart).await == Word::Yes {
            play(&acting, |world, at| counterpart::sends_for(world, subscription, at)).await;
        }
    });
}

/// A sender's system sends a recipient one more file, if the counterpart acts by itself now.
pub(super) fn send_another(shared: &Arc<Shared>, resource: String, recipient: String) {
    let Some(delay) = shared.people.delay_of_counterpart() else { return };
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        tokio::time::sleep(delay).await;
        play(&acting, |world, at| counterpart::sends_another(world, &resource, &recipient, at)).await;
    });
}

async fn play(shared: &Arc<Shared>, step: impl FnOnce(&mut World, Timestamp) -> Vec<Happened>) {
    let mut world = shared.world.lock().await;
    let at = world.broker.now();
    let happened = step(&mut world, at);
    if !happened.is_empty() {
        let _ = keep(shared, &mut world, happened).await;
    }
}
