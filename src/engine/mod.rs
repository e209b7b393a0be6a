//! The engine: one way to work on a connection, for every front (the wizard, the command line).
//!
//! ```text
//!            answers, checks and deeds asked for
//!     front ────────────────────────────────────▶ Engine ─▶ store    profiles, evidence, findings: changed under a lock
//!       ◀──────────────────────────────────────── │         sandbox  joined where one runs, else started
//!        SavedState, Finding, DeedProgress,       ▼
//!        EngineMessage: typed, never a sentence   OpenConnection ─▶ checks, deeds ─▶ services
//! ```
//!
//! It alone opens profiles, connections and the sandbox, runs checks and deeds, and keeps what came of them. A front translates
//! what its user does into calls of it, and what it answers into a picture or lines.

mod answers;
mod connection;
mod listening;
mod problem;
mod profiles;
mod sandbox;
mod state;
mod writer;

#[cfg(test)]
mod tests;

pub use crate::checks::{Progress, Run};
pub use crate::receiver::{Arrival, Receiver};
pub use crate::store::{Folders, append_private};
pub use answers::{AnswersRequest, ArgumentAnswer, ArgumentSource, ChosenAnswers};
pub use connection::{CheckRun, OpenConnection};
pub use profiles::ProfileList;
pub use writer::{WriteAnswer, WriteJob, Writer};

use crate::journey::{ConnectionKey, EngineMessage, Profile, SavedState};
use crate::store::Store;
use altinn_sandbox::Sandbox;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// One front's engine. The sandbox starts with its first use, and ends with this.
#[derive(Debug)]
pub struct Engine {
    store: Store,
    told: Mutex<Told>,
    sandbox: tokio::sync::Mutex<Option<Sandbox>>,
    /// The connection opened last: a deed goes on with the tokens of the run before it.
    last: tokio::sync::Mutex<Option<OpenConnection>>,
}

/// What this front was last told of the disk, or has written there: what differs from it is what its user has changed, and
/// nothing else of it is written over what other programs have written meanwhile.
#[derive(Debug, Default)]
struct Told {
    profiles: BTreeMap<String, Profile>,
    states: BTreeMap<ConnectionKey, SavedState>,
}

impl Engine {
    /// An engine that keeps things in these folders; makes and reads nothing yet.
    #[must_use]
    pub fn new(folders: Folders) -> Self {
        Self {
            store: Store::new(folders),
            told: Mutex::default(),
            sandbox: tokio::sync::Mutex::default(),
            last: tokio::sync::Mutex::default(),
        }
    }

    /// An engine in the user's own folders.
    ///
    /// # Errors
    /// [`EngineMessage::NoFolder`] where the system names none.
    pub fn of_the_user() -> Result<Self, EngineMessage> {
        Folders::of_the_user().map(Self::new).ok_or(EngineMessage::NoFolder)
    }

    /// The folder that a profile's `file:` references are relative to.
    #[must_use]
    pub fn profile_folder(&self) -> PathBuf {
        self.store.profile_folder()
    }

    /// The file that the sandbox's world is kept in.
    #[must_use]
    pub fn sandbox_world(&self) -> PathBuf {
        self.store.sandbox_world()
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        // What is in it is whole after every change: a panic elsewhere has torn nothing.
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
