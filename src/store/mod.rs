//! What is saved between runs: profiles in the config folder, evidence and findings in the state folder. Files have the mode 0600
//! and are replaced as a whole. A file that cannot be read is renamed, never overwritten. Each write changes only what is new,
//! under a lock, so that two programs on one profile do not lose each other's changes.

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

/// Why a file of the store cannot be read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreProblem {
    /// No profile has this name.
    Missing,
    /// A profile must not have this name ([`profile_name`]).
    NotAName,
    /// A profile with this name exists already.
    Taken,
    /// The file was broken, and has been renamed to this path.
    SetAside(PathBuf),
    /// The file is TOML, but not a profile of this program. It is never changed.
    Foreign,
    /// A newer version of this program wrote the file. It is never changed.
    FromTheFuture,
    /// Another program held this folder's lock for too long.
    Locked(PathBuf),
    /// The file's path has no folder.
    NoFolder,
    Disk {
        path: PathBuf,
        /// The system's error text.
        reason: String,
    },
}

/// Profiles, evidence and findings on disk.
#[derive(Debug, Clone)]
pub struct Store {
    pub folders: Folders,
}

impl Store {
    /// A store with these folders. It does not read or create them yet.
    #[must_use]
    pub fn new(folders: Folders) -> Self {
        Self { folders }
    }

    /// The folder of the profiles, from which their relative `file:` references start.
    #[must_use]
    pub fn profile_folder(&self) -> PathBuf {
        self.folders.config.join("profiles")
    }

    #[must_use]
    pub fn sandbox_world(&self) -> PathBuf {
        self.folders.state.join("sandbox").join("world.json")
    }
}
