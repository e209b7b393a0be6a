//! The people and systems of the counterpart, whom the sandbox plays. Each acts once after something happened: a timer is
//! started then, and an idle sandbox has none. Each has a pace and an answer, which can be changed while the sandbox runs; any of
//! them can be played by hand on the sandbox's pages instead.

pub mod desk;

use crate::shared::{People, Shared};
use crate::systems::{self, ApprovalRefused, RequestStatus};
use crate::world::World;
use crate::{broker, faults};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;
use uuid::Uuid;

/// How long the approver of [`People::Quick`] takes: long enough to see the waiting turn into ready.
const APPROVAL: Duration = Duration::from_secs(60);
/// How long the service desk and a service owner of [`People::Quick`] take.
const LETTER: Duration = Duration::from_secs(20);
/// How long the counterpart's system of [`People::Quick`] takes.
const COUNTERPART: Duration = Duration::from_secs(1);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// Altinn's service desk: grants scopes.
    ServiceDesk,
    /// The customer's access manager: approves system users.
    Approver,
    /// The service owner: lets organisations onto its access lists.
    ServiceOwner,
    /// The other organisation of a transfer: sends and fetches.
    Counterpart,
}

impl Actor {
    pub const ALL: [Self; 4] = [Self::ServiceDesk, Self::Approver, Self::ServiceOwner, Self::Counterpart];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ServiceDesk => "service-desk",
            Self::Approver => "approver",
            Self::ServiceOwner => "service-owner",
            Self::Counterpart => "counterpart",
        }
    }

    /// The actor of a public name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|actor| actor.name() == name)
    }

    const fn quick(self) -> Duration {
        match self {
            Self::ServiceDesk | Self::ServiceOwner => LETTER,
            Self::Approver => APPROVAL,
            Self::Counterpart => COUNTERPART,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// Does what is asked.
    #[default]
    Yes,
    /// Declines it; the counterpart neither sends nor fetches.
    No,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Manner {
    pub pace: People,
    pub says: Word,
}

/// How everybody acts now. Not part of the world: a new start has the pace it is told, and everybody says yes.
#[derive(Debug)]
pub struct Cast {
    manners: watch::Sender<BTreeMap<Actor, Manner>>,
}

impl Cast {
    /// Everybody at one pace, saying yes.
    #[must_use]
    pub fn new(pace: People) -> Self {
        let manner = Manner { pace, says: Word::Yes };
        Self { manners: watch::Sender::new(Actor::ALL.into_iter().map(|actor| (actor, manner)).collect()) }
    }

    #[must_use]
    pub fn manner(&self, actor: Actor) -> Manner {
        self.manners.borrow().get(&actor).copied().unwrap_or_default()
    }

    /// Tells somebody how to act; what waits for them already follows it.
    pub fn tell(&self, actor: Actor, manner: Manner) {
        self.manners.send_modify(|manners| {
            manners.insert(actor, manner);
        });
    }

    /// Tells everybody how soon to act.
    pub fn tell_all(&self, pace: People) {
        self.manners.send_modify(|manners| manners.values_mut().for_each(|manner| manner.pace = pace));
    }

    /// Waits until somebody acts, and tells what they answer. Nothing wakes up for one who never does.
    async fn turn(&self, actor: Actor) -> Word {
        let began = Instant::now();
        let mut manners = self.manners.subscribe();
        loop {
            let manner = manners.borrow_and_update().get(&actor).copied().unwrap_or_default();
            let acts = async {
                match manner.pace.delay(actor.quick()) {
                    Some(delay) => tokio::time::sleep_until(began + delay).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = acts => return manner.says,
                changed = manners.changed() => if changed.is_err() {
                    // The sandbox is gone.
                    std::future::pending::<()>().await;
                }
            }
        }
    }
}

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
        let addressee = acting.world.lock().await.desk.letter(letter).map(desk::Letter::addressee);
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

impl People {
    const fn delay(self, quick: Duration) -> Option<Duration> {
        match self {
            Self::Instant => Some(Duration::ZERO),
            Self::Quick => Some(quick),
            Self::Never => None,
        }
    }

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Instant => "instant",
            Self::Quick => "quick",
            Self::Never => "never",
        }
    }

    /// The pace of a public name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Instant, Self::Quick, Self::Never].into_iter().find(|pace| pace.name() == name)
    }
}
