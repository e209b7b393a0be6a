//! What is kept between runs: profiles in the config folder; evidence and findings in the state folder. Written whole or not
//! at all, 0600; what cannot be read is set aside, never overwritten. Each write is a change of what is there, made under a
//! lock: two programs on one profile lose nothing of each other.

mod atomic;
mod folders;
mod lock;
mod profiles;
mod state;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(test)]
mod tests;

#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;

pub use folders::Folders;
pub use profiles::{Listed, profile_name};
pub use system::{append_private, create_private_folder};

use std::path::PathBuf;

/// Why something kept cannot be read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreProblem {
    /// There is none of that name.
    Missing,
    /// No profile can have that name.
    NotAName,
    /// There is already one of that name.
    Taken,
    /// It was broken, and has been set aside under this name.
    SetAside(PathBuf),
    /// It is no profile of ours at all: left alone, never overwritten.
    Foreign,
    /// A newer program wrote it: shown, never overwritten.
    FromTheFuture,
    /// Another program was changing what is in this folder, for too long.
    Locked(PathBuf),
    /// The system names no folder to keep things in.
    NoFolder,
    Disk {
        path: PathBuf,
        /// The system's own words.
        reason: String,
    },
}

/// Profiles, evidence and findings on disk.
#[derive(Debug, Clone)]
pub struct Store {
    pub folders: Folders,
}

impl Store {
    /// The store in these folders; creates nothing.
    #[must_use]
    pub fn new(folders: Folders) -> Self {
        Self { folders }
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
}
