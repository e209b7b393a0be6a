//! What time does to transfers: scans, checksums, expiry, purges, storage that becomes ready (facts broker-api 5.1).
//!
//! What is due within 26 hours gets a timer; anything later is done at the first call after it is due.

use super::{change, keep};
use crate::broker::stored::Stored;
use crate::broker::{due, examination, storage, store};
use crate::clock;
use crate::shared::Shared;
use crate::world::World;
use jiff::{SignedDuration, Timestamp};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

/// Anything due later than this gets no timer: it is done at the first call after it is due.
const HORIZON: SignedDuration = SignedDuration::from_hours(26);

/// Does what is due by now. The first call after a start also resumes what was under way when the sandbox stopped.
pub(crate) async fn settle(shared: &Arc<Shared>) {
    let mut world = shared.world.lock().await;
    let resumed = due::resumed(&mut world.broker, Path::exists);
    super::carry_out(shared, &mut world, resumed);
    let now = world.broker.now();
    let done = due::settle(&mut world.broker, now, clock::now());
    if !done.is_empty() {
        // What the disk refuses is undone; it is due again at the next call.
        let _ = keep(shared, &mut world, done).await;
    }
    if world.broker.may_be_due(now) {
        let first = due::first(&world.broker);
        world.broker.is_due_from(first);
    }
}

/// Lets time pass at once, for Broker's clock, the pauses between tries at a webhook, and the age of cached answers.
///
/// # Errors
/// When the world cannot be put on disk.
pub(crate) async fn pass(shared: &Arc<Shared>, time: SignedDuration) -> io::Result<()> {
    {
        let mut world = shared.world.lock().await;
        world.broker.pass(time);
        let due = due::all(&world.broker);
        keep(shared, &mut world, due).await?;
        world.broker.age_uploads(time);
        world.memory.pass(time.unsigned_abs());
    }
    shared.machines.pass(time.unsigned_abs()).await;
    settle(shared).await;
    Ok(())
}

/// Sets a timer for a time of Broker's clock, if it is within `HORIZON`.
pub(super) fn wake(shared: &Arc<Shared>, world: &World, at: Timestamp) {
    let left = at.duration_since(world.broker.now());
    if left > HORIZON {
        return;
    }
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        tokio::time::sleep(Duration::try_from(left).unwrap_or_default()).await;
        settle(&acting).await;
    });
}

/// Scans the bytes and compares their checksum, after a short delay.
pub(super) fn examine(shared: &Arc<Shared>, transfer: Uuid) {
    let acting = Arc::clone(shared);
    shared.work(shared.options.people.of_machines(), async move {
        let stored = acting.world.lock().await.broker.transfer(transfer).map(|transfer| transfer.stored.clone());
        let Some(stored) = stored else { return };
        let Some(found) = store::examine(&acting.bodies, transfer, &stored).await else { return };
        change(&acting, |world| {
            let at = world.broker.now();
            examination::examined(&mut world.broker, transfer, &found, &acting.origin, at)
        })
        .await;
    });
}

/// Fills in the checksum where the sender supplied none, a short while after the transfer was published (facts broker-api 2.2).
pub(super) fn sum(shared: &Arc<Shared>, transfer: Uuid) {
    let acting = Arc::clone(shared);
    shared.work(shared.options.people.of_machines() / 4, async move {
        let known = acting.world.lock().await.broker.transfer(transfer).map(|transfer| (transfer.md5.clone(), transfer.stored.clone()));
        let md5 = match known {
            None => return,
            Some((Some(md5), _)) => md5,
            Some((None, stored)) => match store::examine(&acting.bodies, transfer, &stored).await {
                Some(found) => found.md5,
                None => return,
            },
        };
        change(&acting, |world| {
            examination::summed(&mut world.broker, transfer, &md5);
            Vec::new()
        })
        .await;
    });
}

/// Makes the next kind of a service owner's storage ready.
pub(super) fn make_storage(shared: &Arc<Shared>, owner: String) {
    let acting = Arc::clone(shared);
    shared.work(shared.options.people.of_machines(), async move {
        change(&acting, |world| storage::storage_ready(&mut world.broker, &owner)).await;
    });
}

/// Deletes the bytes of a transfer, unless the change that released them was undone.
pub(super) fn forget(shared: &Arc<Shared>, transfer: Uuid, stored: Stored) {
    if matches!(stored, Stored::Nowhere | Stored::MadeUp) {
        return;
    }
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        let is_needed = acting.world.lock().await.broker.transfer(transfer).is_some_and(|transfer| transfer.stored == stored);
        if !is_needed {
            store::delete(&acting.bodies, transfer, &stored).await;
        }
    });
}
