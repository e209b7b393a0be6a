//! A deed: what it would do, in production only after the profile's name is typed, how it goes on, what came of it.

use super::Entry;
use crate::app::session::DeedPhase;
use crate::journey::{DeedId, DeedMessage, Preview, Stopped};

/// How far a deed has come.
#[derive(Debug)]
pub enum Stage {
    /// What it would do is being found out.
    Asking,
    /// What it would do.
    Preview(Box<Preview>),
    /// The same, in production: the profile's name is being typed.
    Typing(Box<Preview>, Entry),
    /// Its phases are the session's: it goes on.
    Running,
    Done(Vec<DeedPhase>, Vec<DeedMessage>),
    Stopped(Vec<DeedPhase>, Box<Stopped>),
}

/// A deed on screen.
#[derive(Debug)]
pub struct DeedScreen {
    pub id: u64,
    pub deed: DeedId,
    /// How far it has come.
    pub stage: Stage,
    /// Whether the preview shows what is sent in the requests' bodies.
    pub bodies: bool,
}

impl DeedScreen {
    pub(in crate::app) const fn new(id: u64, deed: DeedId) -> Self {
        Self { id, deed, stage: Stage::Asking, bodies: false }
    }

    #[must_use]
    pub const fn is_busy(&self) -> bool {
        match self.stage {
            Stage::Asking | Stage::Running => true,
            Stage::Preview(_) | Stage::Typing(..) | Stage::Done(..) | Stage::Stopped(..) => false,
        }
    }

    /// The line that the profile's name is typed in.
    pub(super) const fn typing(&mut self) -> Option<&mut Entry> {
        match &mut self.stage {
            Stage::Typing(_, entry) => Some(entry),
            Stage::Asking | Stage::Preview(_) | Stage::Running | Stage::Done(..) | Stage::Stopped(..) => None,
        }
    }
}
