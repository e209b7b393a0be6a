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

pub(crate) use transfers::{pass, settle};

/// Carries out what happened and writes the world to disk. The answer may leave only after that (contract 8).
///
/// # Errors
/// When the disk refuses; the handler then answers 500.
pub(crate) async fn keep(shared: &Arc<Shared>, world: &mut World, happened: Vec<Happened>) -> io::Result<()> {
    carry_out(shared, world, happened);
    shared.save(world).await
}

/// Carries out what happened. Events are published at once in this world; everything else starts as a background task, which waits
/// for its time and for the lock of the world.
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
            Happened::TransferDue(at) => transfers::wake(shared, world, at),
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
