//! What is kept between runs: profiles in the config folder; evidence and findings in the state folder. Written whole or not
//! at all, 0600; what cannot be read is set aside, never overwritten.

use crate::journey::{Evidence, Finding, Profile, StepId};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// Where things are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Profiles.
    pub config: PathBuf,
    /// Evidence, findings, the sandbox's world, the log.
    pub state: PathBuf,
}

impl Folders {
    /// The user's own folders, from `directories`; none where the system names none. `BROKER_SETUP_HOME` overrides both.
    #[must_use]
    pub fn of_the_user() -> Option<Self> {
        None
    }
}

/// A profile in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// The profile, or why it cannot be read.
    pub profile: Result<Profile, StoreProblem>,
    /// What was found last, and where the user was.
    pub state: ConnectionState,
}

/// What is kept of a connection.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConnectionState {
    /// The step that was open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
    /// The evidence.
    pub evidence: Evidence,
    /// The last findings.
    pub findings: Vec<Finding>,
}

/// Why something kept cannot be read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreProblem {
    /// There is none of that name.
    #[error("there is no profile of that name")]
    Missing,
    /// It was broken, and has been set aside under this name.
    #[error("broken, set aside as {0}")]
    SetAside(PathBuf),
    /// A newer program wrote it: shown, never overwritten.
    #[error("written by a newer version")]
    FromTheFuture,
    /// The disk refuses.
    #[error("{path}: {reason}")]
    Disk {
        /// The file.
        path: PathBuf,
        /// The system's own words.
        reason: String,
    },
}

/// Profiles, evidence and findings on disk.
#[derive(Debug, Clone)]
pub struct Store {
    /// Where.
    pub folders: Folders,
}

impl Store {
    /// The store in these folders; creates nothing.
    #[must_use]
    pub fn new(folders: Folders) -> Self {
        Self { folders }
    }

    /// Every profile, by name.
    #[must_use]
    pub fn profiles(&self) -> Vec<Listed> {
        Vec::new()
    }

    /// One profile.
    ///
    /// # Errors
    /// Why it cannot be read; a broken one has then been set aside.
    pub fn load(&self, name: &str) -> Result<Profile, StoreProblem> {
        let _ = name;
        Err(StoreProblem::Missing)
    }

    /// Writes a profile, whole or not at all.
    ///
    /// # Errors
    /// Why it was not written.
    pub fn save(&self, name: &str, profile: &Profile) -> Result<(), StoreProblem> {
        let _ = (name, profile);
        Err(StoreProblem::Missing)
    }

    /// Renames a profile; an existing one is never overwritten.
    ///
    /// # Errors
    /// Why not.
    pub fn rename(&self, from: &str, to: &str) -> Result<(), StoreProblem> {
        let _ = (from, to);
        Err(StoreProblem::Missing)
    }

    /// Removes a profile, and what is kept of its connection.
    ///
    /// # Errors
    /// Why not.
    pub fn remove(&self, name: &str) -> Result<(), StoreProblem> {
        let _ = name;
        Err(StoreProblem::Missing)
    }

    /// The folder that a profile's `file:` references are relative to.
    #[must_use]
    pub fn profile_folder(&self) -> PathBuf {
        self.folders.config.join("profiles")
    }

    /// The file the sandbox's world is kept in.
    #[must_use]
    pub fn sandbox_world(&self) -> PathBuf {
        self.folders.state.join("sandbox").join("world.json")
    }

    /// What is kept of the profile's connection; empty where nothing is, or where it cannot be read.
    #[must_use]
    pub fn state(&self, profile: &Profile) -> ConnectionState {
        let _ = profile;
        ConnectionState::default()
    }

    /// Keeps it.
    ///
    /// # Errors
    /// Why it was not written.
    pub fn save_state(&self, profile: &Profile, state: &ConnectionState) -> Result<(), StoreProblem> {
        let _ = (profile, state);
        Err(StoreProblem::Missing)
    }

    /// The profile that was opened last.
    #[must_use]
    pub fn last_opened(&self) -> Option<String> {
        None
    }

    /// Remembers it.
    ///
    /// # Errors
    /// Why it was not written.
    pub fn remember_opened(&self, name: &str) -> Result<(), StoreProblem> {
        let _ = name;
        Err(StoreProblem::Missing)
    }
}
