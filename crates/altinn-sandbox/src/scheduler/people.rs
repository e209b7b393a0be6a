//! What waits for a person, or for the other organisation's system: each acts after its delay.

use super::change;
use crate::broker::counterpart;
use crate::people::cast::{Actor, YesNo};
use crate::people::letter::Letter;
use crate::people::{approver, desk};
use crate::shared::Shared;
use crate::world::World;
use crate::world::happened::Happened;
use jiff::Timestamp;
use std::sync::Arc;
use uuid::Uuid;

/// Lets the approver answer a system-user request. Asking twice does not make the approver act twice.
pub(super) fn approve(shared: &Arc<Shared>, request: Uuid) {
    if !shared.agenda.takes_up(request) {
        return;
    }
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        let says = acting.people.turn(Actor::Approver).await;
        change(&acting, |world| {
            if world.systems.request(request).is_none_or(|request| !request.ignored) {
                // When the approval is refused, the service tells only the approver's browser, so nothing is reported here.
                let _ = approver::answer(&acting.faults, world, request, says);
            }
            Vec::new()
        })
        .await;
        acting.agenda.is_done_with(request);
    });
}

/// Lets the service desk or a service owner answer a letter.
pub(super) fn read(shared: &Arc<Shared>, letter: Uuid) {
    if !shared.agenda.takes_up(letter) {
        return;
    }
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        let addressee = acting.world.lock().await.desk.letter(letter).map(Letter::addressee);
        if let Some(actor) = addressee {
            let says = acting.people.turn(actor).await;
            change(&acting, |world| {
                desk::answer(world, letter, says);
                Vec::new()
            })
            .await;
        }
        acting.agenda.is_done_with(letter);
    });
}

/// Lets the recipient's system fetch a transfer and confirm it, if the sandbox plays that recipient.
pub(super) fn fetch(shared: &Arc<Shared>, transfer: Uuid) {
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        if acting.people.turn(Actor::Counterpart).await == YesNo::Yes {
            play(&acting, |world, at| counterpart::fetches(world, transfer, at)).await;
        }
    });
}

/// After a subscription was validated: lets one transfer happen that the subscription matches, so that an event arrives.
pub(super) fn send_for(shared: &Arc<Shared>, subscription: u64) {
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        if acting.people.turn(Actor::Counterpart).await == YesNo::Yes {
            play(&acting, |world, at| counterpart::sends_for(world, subscription, at)).await;
        }
    });
}

/// Lets the sandbox's sender send a recipient one more file, unless the counterpart is set to `never` or to say no.
pub(super) fn send_another(shared: &Arc<Shared>, resource: String, recipient: String) {
    let Some(delay) = shared.people.delay_of_counterpart() else { return };
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        tokio::time::sleep(delay).await;
        play(&acting, |world, at| counterpart::sends_another(world, &resource, &recipient, at)).await;
    });
}

async fn play(shared: &Arc<Shared>, step: impl Fn(&mut World, Timestamp) -> Vec<Happened>) {
    change(shared, |world| {
        let at = world.broker.now();
        step(world, at)
    })
    .await;
}
