//! The people and systems of the counterpart, whom the sandbox plays. Each acts once after something happened: a timer is
//! started then, and an idle sandbox has none.

use super::{People, Shared, broker, systems};
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use uuid::Uuid;

/// How long the approver of [`People::Quick`] takes: long enough to see the waiting turn into ready.
const APPROVAL: Duration = Duration::from_secs(60);
/// How long the counterpart's system of [`People::Quick`] takes.
const COUNTERPART: Duration = Duration::from_secs(1);

/// What is already under way, so that asking twice does not do it twice.
#[derive(Debug, Default)]
pub struct Agenda {
    under_way: Mutex<HashSet<Uuid>>,
}

impl Agenda {
    fn takes_up(&self, id: Uuid) -> bool {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner).insert(id)
    }

    fn is_done_with(&self, id: Uuid) {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
    }
}

/// A system-user request waits for its approver. Called when it is made and whenever it is asked about: a restart forgets the timer.
pub fn request_waits(shared: &Arc<Shared>, request: Uuid) {
    let Some(delay) = shared.options.people.delay(APPROVAL) else { return };
    if !shared.agenda.takes_up(request) {
        return;
    }
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        tokio::time::sleep(delay).await;
        let mut world = acting.world.lock().await;
        if systems::approve(&mut world, request) {
            // Nobody waits for this answer: the next save that succeeds holds the approval too.
            let _ = acting.save(&world).await;
        }
        drop(world);
        acting.agenda.is_done_with(request);
    });
}

/// A transfer was published: the recipient's system fetches and confirms it, if the recipient is the sandbox's to play.
pub fn transfer_published(shared: &Arc<Shared>, transfer: Uuid) {
    let Some(delay) = shared.options.people.delay(COUNTERPART) else { return };
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        tokio::time::sleep(delay).await;
        broker::counterpart_takes(&acting, transfer).await;
    });
}

/// A subscription was validated for the first time: one transfer goes its way, so that an event arrives.
pub fn subscription_validated(shared: &Arc<Shared>, subscription: u64) {
    let Some(delay) = shared.options.people.delay(COUNTERPART) else { return };
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        tokio::time::sleep(delay).await;
        broker::counterpart_sends(&acting, subscription).await;
    });
}

impl People {
    const fn delay(self, quick: Duration) -> Option<Duration> {
        match self {
            Self::Instant => Some(Duration::ZERO),
            Self::Quick => Some(quick),
            Self::Never => None,
        }
    }
}
