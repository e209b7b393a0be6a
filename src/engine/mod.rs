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
//! Only the engine opens profiles, connections and the sandbox, runs checks and deeds, and saves their results. A front turns what
//! its user does into calls of the engine, and the engine's answers into a screen or lines of text.

mod addresses;
mod answers;
mod choices;
mod connection;
mod last_read;
mod listening;
mod passwords;
mod problem;
mod profiles;
mod sandbox;
mod state;
mod tokens;
mod unkept;
mod writer;

#[cfg(test)]
mod tests;

pub use crate::checks::{PasswordLack, Progress, Run};
pub use crate::receiver::{Arrival, Forwarded, Forwarding, Receiver, WAITING, made_up};
pub use crate::services::{TraceFile, TraceProblem, call_json};
pub use crate::store::{Folders, Settings};
pub use answers::{AnswersRequest, ArgumentAnswer, ArgumentSource, ChosenAnswers, Takes, answered};
pub use connection::OpenConnection;
use passwords::TypedPassword;
use problem::shown;
pub use profiles::{ProfileList, SavedProfile};
pub use tokens::{GotToken, TokenStop};
pub use writer::{WriteAnswer, WriteJob, Writer};

use crate::files::paths::home_folder;
use crate::files::{look, working_folder};
use crate::journey::EngineMessage;
use crate::store::Store;
use crate::values::{Language, PathLook};
use altinn_sandbox::Sandbox;
use last_read::LastRead;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use unkept::Unkept;

/// The engine of one front. It starts the sandbox when it is first needed, and the sandbox ends with the engine.
#[derive(Debug)]
pub struct Engine {
    store: Store,
    last_read: Mutex<LastRead>,
    unkept: Mutex<Unkept>,
    sandbox: tokio::sync::Mutex<Option<Sandbox>>,
    /// The passwords of private keys that the user typed. They live here only.
    typed_passwords: Mutex<Vec<TypedPassword>>,
    /// The connection opened last: a deed uses the tokens that the run of checks before it got.
    last: tokio::sync::Mutex<Option<OpenConnection>>,
    /// Where each call is written too.
    traced: Option<TraceFile>,
}

impl Engine {
    /// An engine with these folders. It does not read or create them yet.
    #[must_use]
    pub fn new(folders: Folders) -> Self {
        Self {
            store: Store::new(folders),
            last_read: Mutex::default(),
            unkept: Mutex::default(),
            sandbox: tokio::sync::Mutex::default(),
            typed_passwords: Mutex::default(),
            last: tokio::sync::Mutex::default(),
            traced: None,
        }
    }

    /// The same engine, which writes each call to this file too.
    #[must_use]
    pub fn tracing(self, file: Option<TraceFile>) -> Self {
        Self { traced: file, ..self }
    }

    /// An engine in the user's own folders.
    ///
    /// # Errors
    /// [`EngineMessage::NoFolder`] when the system does not say where the user's folders are.
    pub fn of_the_user() -> Result<Self, EngineMessage> {
        Folders::of_the_user().map(Self::new).ok_or(EngineMessage::NoFolder)
    }

    /// Removes what a killed program has left behind, and takes away the rights of others in the program's own folders.
    pub fn sweep(&self) {
        self.store.sweep();
    }

    /// The folder of the profiles, from which their relative `file:` references start.
    #[must_use]
    pub fn profile_folder(&self) -> PathBuf {
        self.store.profile_folder()
    }

    /// What the user has set for every profile.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.store.settings()
    }

    /// Saves the language that the user is spoken to in. Returns what the user must hear of it: that the file was broken and is set
    /// aside.
    ///
    /// # Errors
    /// The error says why it is not saved.
    pub fn keep_language(&self, language: Language) -> Result<Option<EngineMessage>, EngineMessage> {
        let aside = self.store.keep_language(language).map_err(|problem| self.unwritten("", problem))?;
        Ok(aside.map(|path| EngineMessage::SettingsBroken { path: shown(&path) }))
    }

    /// The folder of the keys that deeds make for a profile.
    #[must_use]
    pub fn keys_folder(&self, profile: &str) -> PathBuf {
        self.store.keys_folder(profile)
    }

    /// The user's own folder.
    #[must_use]
    pub fn home_folder(&self) -> Option<PathBuf> {
        home_folder()
    }

    /// The folder that relative paths start from that the user types.
    #[must_use]
    pub fn working_folder(&self) -> PathBuf {
        working_folder()
    }

    /// What is at a path that is being typed. None if the program ends meanwhile.
    pub async fn look_at_path(&self, path: String) -> Option<PathLook> {
        tokio::task::spawn_blocking(move || look(&working_folder(), &path)).await.ok()
    }

    /// The file of the sandbox's world: its organisations, clients, transfers and so on.
    #[must_use]
    pub fn sandbox_world(&self) -> PathBuf {
        self.store.sandbox_world()
    }

    fn last_read(&self) -> MutexGuard<'_, LastRead> {
        // A panic while the lock was held leaves the maps usable: each change of them is a single insert or remove.
        self.last_read.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
