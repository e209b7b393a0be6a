//! The people and systems of the counterpart, whom the sandbox plays. Each acts once after something happened: a timer is
//! started then, and an idle sandbox has none. Each has a pace and an answer, which can be changed while the sandbox runs; any of
//! them can be played by hand on the sandbox's pages instead.

pub(crate) mod cast;
pub(crate) mod letter;

pub use cast::{Actor, Cast, Manner, Word};
pub mod desk;

use crate::shared::Shared;
use crate::systems::refused::ApprovalRefused;
use crate::systems::request::RequestStatus;
use crate::world::World;
use crate::{broker, faults, systems};
use letter::Letter;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

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

/// Why an approval came to nothing: the service's own reason, or a fault that was asked for.
#[derive(Debug, Clone, Copy)]
pub enum Declined {
    Service(ApprovalRefused),
    Fault(&'static faults::Fault),
}

impl Declined {
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Service(refused) => refused.code(),
            Self::Fault(fault) => &fault.name,
        }
    }

    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Service(refused) => refused.title(),
            Self::Fault(fault) => fault.text.as_deref().unwrap_or_default(),
        }
    }
}

/// The approver answers a request.
///
/// # Errors
/// When the answer cannot be carried out; nothing has changed then.
pub fn answer(shared: &Shared, world: &mut World, request: Uuid, word: Word) -> Result<(), Declined> {
    match word {
        Word::No => systems::reject(world, request).map_err(Declined::Service),
        Word::Yes => {
            if let Some(fault) = waits(world, request).then(|| shared.faults.take_approval()).flatten() {
                return Err(Declined::Fault(fault));
            }
            systems::try_approve(world, request).map_err(Declined::Service)
        }
    }
}

/// Whether a request, or a change, has not been answered and is not too old.
fn waits(world: &World, request: Uuid) -> bool {
    let made = world.systems.request(request).map(|request| (request.status, request.timed_out()));
    let changed = || world.systems.change_request(request).map(|change| (change.status, change.timed_out()));
    made.or_else(changed) == Some((RequestStatus::New, false))
}

/// A system-user request waits for its approver. Called when it is made and whenever it is asked about: a restart forgets the timer.
pub fn request_waits(shared: &Arc<Shared>, request: Uuid) {
    if !shared.agenda.takes_up(request) {
        return;
    }
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        let word = acting.people.turn(Actor::Approver).await;
        let mut world = acting.world.lock().await;
        let is_to_be_ignored = world.systems.request(request).is_some_and(|request| request.ignored);
        // Where it cannot be carried out, the approver's browser says why, and nobody else hears of it.
        if !is_to_be_ignored && answer(&acting, &mut world, request, word).is_ok() {
            // Nobody waits for this answer: the next save that succeeds holds the approval too.
            let _ = acting.save(&world).await;
        }
        drop(world);
        acting.agenda.is_done_with(request);
    });
}

/// A letter lies with the service desk or with a service owner.
pub fn letter_waits(shared: &Arc<Shared>, letter: Uuid) {
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

/// A transfer was published: the recipient's system fetches and confirms it, if the recipient is the sandbox's to play.
pub fn transfer_published(shared: &Arc<Shared>, transfer: Uuid) {
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        if acting.people.turn(Actor::Counterpart).await == Word::Yes {
            broker::counterpart_takes(&acting, transfer).await;
        }
    });
}

/// A subscription was validated for the first time: one transfer goes its way, so that an event arrives.
pub fn subscription_validated(shared: &Arc<Shared>, subscription: u64) {
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        if acting.people.turn(Actor::Counterpart).await == Word::Yes {
            broker::counterpart_sends(&acting, subscription).await;
        }
    });
}
