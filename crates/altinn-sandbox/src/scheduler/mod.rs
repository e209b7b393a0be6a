//! What follows from a change: rules change the world and say what [`Happened`]; this carries it out.
//!
//! ```text
//!    a call, a page          ┌──────────────────── scheduler ───────────────────┐
//!         │                  │                                                   │
//!         ▼                  │  events: in the same world, before it is saved    │
//!   rules of a service ─────▶│  people: when it is their turn                    │──▶ rules of a service, when it is due
//!   (world, time)  Happened  │  transfers, webhooks: when their time has come    │    (world, time)            │
//!         ▲                  └──────────────────────────────────────────────────┘                              │
//!         └────────────────────────────────────── Happened ────────────────────────────────────────────────────┘
//! ```
//!
//! A timer runs only while something is due: an idle sandbox has none.

pub(crate) mod machines;
mod pauses;
mod people;
mod transfers;
mod webhooks;

use crate::events::broker_event::BrokerEvent;
use crate::events::publishing;
use crate::shared::Shared;
use crate::world::World;
use crate::world::happened::Happened;
use std::io;
use std::sync::Arc;
use std::time::Duration;

pub(crate) use transfers::{pass, settle};

/// How long a change that the disk refused waits for its next try, when no request waits for it.
const AGAIN: Duration = Duration::from_secs(1);

/// Carries out what happened and writes the world to disk. The answer may leave only after that (contract 8).
///
/// # Errors
/// When the disk refuses. The world is then as it was before the change, and the handler answers 500.
pub(crate) async fn keep(shared: &Arc<Shared>, world: &mut World, happened: Vec<Happened>) -> io::Result<()> {
    carry_out(shared, world, happened);
    shared.save(world).await
}

/// Changes the world where no request waits for an answer. What the disk refuses is undone, and tried again until it is on disk.
pub(crate) async fn change(shared: &Arc<Shared>, mut step: impl FnMut(&mut World) -> Vec<Happened>) {
    loop {
        {
            let mut world = shared.world.lock().await;
            let happened = step(&mut world);
            if keep(shared, &mut world, happened).await.is_ok() {
                return;
            }
        }
        tokio::time::sleep(AGAIN).await;
    }
}

/// Carries out what happened. Events are published at once in this world; everything else starts as a background task, which waits
/// for its time and for the lock of the world. So it begins when the change is on disk, or undone: each task looks whether what it
/// is about is there.
pub(crate) fn carry_out(shared: &Arc<Shared>, world: &mut World, happened: Vec<Happened>) {
    for one in happened {
        match one {
            Happened::EventPublished(event) => publish(shared, world, &event),
            Happened::DeliveryBegun(delivery) => webhooks::deliver(shared, delivery),
            Happened::SubscriptionMade(subscription) => webhooks::validate(shared, subscription),
            Happened::SubscriptionValidated(subscription) => people::send_for(shared, subscription),
            Happened::BytesReceived(transfer) => transfers::examine(shared, transfer),
            Happened::TransferPublished(transfer) => people::fetch(shared, transfer),
            Happened::ChecksumMissing(transfer) => transfers::sum(shared, transfer),
            Happened::TransferDue(at) => {
                world.broker.becomes_due(at);
                transfers::wake(shared, world, at);
            }
            Happened::BytesReleased(transfer, stored) => transfers::forget(shared, transfer, stored),
            Happened::NoFileWaits { resource, recipient } => people::send_another(shared, resource, recipient),
            Happened::StorageMissing(owner) => transfers::make_storage(shared, owner),
            Happened::RequestWaits(request) => people::approve(shared, request),
            Happened::LetterWaits(letter) => people::read(shared, letter),
        }
    }
}

/// Appends an event to the log and starts its delivery to every validated subscription that matches it.
pub fn publish(shared: &Arc<Shared>, world: &mut World, event: &BrokerEvent) {
    let happened = publishing::published(world, event, &shared.origin, crate::clock::now());
    carry_out(shared, world, happened);
}
