//! The work under way: a run of checks, filling in answers, or a deed. Only one at a time.
//!
//! ```text
//! Idle ────check───▶ Checking ──every finding is there──▶ Idle, with a next look while something waits
//! Idle ────fill────▶ Filling ───filled──────────────────▶ Checking
//! any ─────perform─▶ Doing ─┬───done────────────────────▶ Checking
//!                           └───stopped, left───────────▶ Idle, as after a run
//! ```
//!
//! New work stops the former. Results of the former may still come, but their id is no longer current and they are dropped.

use crate::app::Effect;
use crate::journey::{CheckId, DeedId, DeedMessage, DeedProgress, Moved};
use jiff::Timestamp;

#[derive(Debug)]
pub enum Work {
    /// Nothing is under way. A timer is set if a check waits for someone.
    Idle {
        next_look: Option<NextLook>,
    },
    Checking(Checking),
    Filling {
        id: u64,
    },
    Doing(Doing),
}

/// The timer after which the waiting checks run again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextLook {
    pub id: u64,
    pub at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checking {
    pub id: u64,
    /// The checks that run now.
    pub asking: Vec<CheckId>,
    /// How many checks have their finding.
    pub done: usize,
    pub total: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Doing {
    pub id: u64,
    pub deed: DeedId,
    pub phases: Vec<DeedPhase>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DeedPhase {
    pub message: DeedMessage,
    /// How long it took in milliseconds. None while it goes on.
    pub took_ms: Option<u64>,
    /// How far it is, for a phase that sends, fetches or reads a file.
    pub moved: Option<Moved>,
}

impl Work {
    pub(super) const IDLE: Self = Self::Idle { next_look: None };

    #[must_use]
    pub const fn is_busy(&self) -> bool {
        match self {
            Self::Checking(_) | Self::Filling { .. } | Self::Doing(_) => true,
            Self::Idle { .. } => false,
        }
    }

    #[must_use]
    pub const fn checking(&self) -> Option<&Checking> {
        match self {
            Self::Checking(checking) => Some(checking),
            Self::Idle { .. } | Self::Filling { .. } | Self::Doing(_) => None,
        }
    }

    #[must_use]
    pub const fn doing(&self) -> Option<&Doing> {
        match self {
            Self::Doing(doing) => Some(doing),
            Self::Idle { .. } | Self::Checking(_) | Self::Filling { .. } => None,
        }
    }

    #[must_use]
    pub const fn next_look(&self) -> Option<&NextLook> {
        match self {
            Self::Idle { next_look } => next_look.as_ref(),
            Self::Checking(_) | Self::Filling { .. } | Self::Doing(_) => None,
        }
    }

    /// The run of this id, if it is the one under way.
    pub(super) fn run(&mut self, id: u64) -> Option<&mut Checking> {
        match self {
            Self::Checking(checking) if checking.id == id => Some(checking),
            Self::Idle { .. } | Self::Checking(_) | Self::Filling { .. } | Self::Doing(_) => None,
        }
    }

    /// The deed of this id, if it is the one under way.
    pub(super) fn deed(&mut self, id: u64) -> Option<&mut Doing> {
        match self {
            Self::Doing(doing) if doing.id == id => Some(doing),
            Self::Idle { .. } | Self::Checking(_) | Self::Filling { .. } | Self::Doing(_) => None,
        }
    }

    /// Begins new work. Returns the effect that stops the former. Filling in answers is not stopped; its result is dropped when it
    /// comes.
    pub(super) fn begin(&mut self, next: Self) -> Option<Effect> {
        match std::mem::replace(self, next) {
            Self::Checking(_) => Some(Effect::CancelRun),
            Self::Doing(_) => Some(Effect::CancelDeed),
            Self::Idle { next_look: Some(_) } => Some(Effect::ClearTimer),
            Self::Idle { next_look: None } | Self::Filling { .. } => None,
        }
    }

    pub(super) fn stop(&mut self) -> Option<Effect> {
        self.begin(Self::IDLE)
    }
}

impl Checking {
    pub(super) const fn new(id: u64, total: usize) -> Self {
        Self { id, asking: Vec::new(), done: 0, total }
    }

    pub(super) fn found(&mut self, check: CheckId) {
        self.asking.retain(|asked| *asked != check);
        self.done = (self.done + 1).min(self.total);
    }
}

impl Doing {
    pub(super) const fn new(id: u64, deed: DeedId) -> Self {
        Self { id, deed, phases: Vec::new() }
    }

    pub(super) fn go_on(&mut self, progress: DeedProgress) {
        match (progress, self.phases.last_mut()) {
            (DeedProgress::Started(message), _) => self.phases.push(DeedPhase { message, took_ms: None, moved: None }),
            (DeedProgress::Done { message, took_ms }, Some(phase)) => *phase = DeedPhase { message, took_ms: Some(took_ms), moved: None },
            (DeedProgress::Moved(moved), Some(phase)) => phase.moved = Some(moved),
            (DeedProgress::Done { .. } | DeedProgress::Moved(_), None)
            | (DeedProgress::Recorded(_) | DeedProgress::Answered { .. } | DeedProgress::Noted(_), _) => {}
        }
    }
}
