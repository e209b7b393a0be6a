//! The people and systems that the sandbox plays, and how each acts now.

use crate::shared::choices::People;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::Instant;

/// How long the approver takes with [`People::Quick`]: long enough for the user to see the waiting turn into ready.
const APPROVAL: Duration = Duration::from_secs(60);

/// How long the service desk and a service owner take with [`People::Quick`].
const LETTER: Duration = Duration::from_secs(20);

/// How long the counterpart's system takes with [`People::Quick`].
const COUNTERPART: Duration = Duration::from_secs(1);

/// How long the counterpart takes with [`People::Quick`] to send one more file.
const ANOTHER_FILE: Duration = Duration::from_millis(900);

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

    /// The actor that has this public name.
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
pub enum YesNo {
    /// Grants or does what is asked.
    #[default]
    Yes,
    /// Declines it; the counterpart neither sends nor fetches.
    No,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Behaviour {
    pub pace: People,
    pub says: YesNo,
}

/// How each actor acts now. It is not stored with the world: after a restart everybody has the pace of the options and says yes.
#[derive(Debug)]
pub struct Cast {
    behaviours: watch::Sender<BTreeMap<Actor, Behaviour>>,
}

impl Cast {
    /// Everybody acts at this pace and says yes.
    #[must_use]
    pub fn new(pace: People) -> Self {
        let behaviour = Behaviour { pace, says: YesNo::Yes };
        Self { behaviours: watch::Sender::new(Actor::ALL.into_iter().map(|actor| (actor, behaviour)).collect()) }
    }

    #[must_use]
    pub fn behaviour(&self, actor: Actor) -> Behaviour {
        self.behaviours.borrow().get(&actor).copied().unwrap_or_default()
    }

    /// Changes how an actor acts; this also applies to what already waits for that actor.
    pub fn tell(&self, actor: Actor, behaviour: Behaviour) {
        self.behaviours.send_modify(|behaviours| {
            behaviours.insert(actor, behaviour);
        });
    }

    /// Changes everybody's pace.
    pub fn tell_all(&self, pace: People) {
        self.behaviours.send_modify(|behaviours| behaviours.values_mut().for_each(|behaviour| behaviour.pace = pace));
    }

    /// How long the counterpart takes to send one more file; `None` when it acts only by hand, or says no.
    pub(crate) fn delay_of_counterpart(&self) -> Option<Duration> {
        let behaviour = self.behaviour(Actor::Counterpart);
        match behaviour.says {
            YesNo::No => None,
            YesNo::Yes => behaviour.pace.delay(ANOTHER_FILE),
        }
    }

    /// Waits until an actor is due to act, and returns the answer. With [`People::Never`] this waits without a timer until the pace
    /// changes.
    pub(crate) async fn turn(&self, actor: Actor) -> YesNo {
        let began = Instant::now();
        let mut behaviours = self.behaviours.subscribe();
        loop {
            let behaviour = behaviours.borrow_and_update().get(&actor).copied().unwrap_or_default();
            let acts = async {
                match behaviour.pace.delay(actor.quick()) {
                    Some(delay) => tokio::time::sleep_until(began + delay).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = acts => return behaviour.says,
                changed = behaviours.changed() => if changed.is_err() {
                    // The sandbox has stopped, so no answer will come.
                    std::future::pending::<()>().await;
                }
            }
        }
    }
}

impl People {
    const fn delay(self, quick: Duration) -> Option<Duration> {
        match self {
            Self::Instant => Some(Duration::ZERO),
            Self::Quick => Some(quick),
            Self::Never => None,
        }
    }

    /// How long automatic work takes: scanning a file, making storage ready.
    pub(crate) const fn of_machines(self) -> Duration {
        match self {
            Self::Instant => Duration::from_millis(20),
            Self::Quick | Self::Never => Duration::from_millis(800),
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

    /// The pace that has this public name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Instant, Self::Quick, Self::Never].into_iter().find(|pace| pace.name() == name)
    }
}
