//! What is saved between runs: profiles in the config folder, evidence and findings in the state folder. Files have the mode 0600
//! and are replaced as a whole. A file that cannot be read is renamed, never overwritten. Each write changes only what is new,
//! under a lock, so that two programs on one profile do not lose each other's changes.

mod agreements;
mod atomic;
mod folders;
mod journal;
mod keys;
mod letters;
mod profiles;
mod settings;
mod state;

#[cfg(test)]
mod tests;

pub use folders::Folders;
pub use profiles::Listed;
pub use settings::Settings;

use crate::files::{LockProblem, ReadProblem};
use std::path::PathBuf;

/// Why a file of the store cannot be read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreProblem {
    /// No profile has this name.
    Missing,
    /// A profile must not have this name ([`crate::values::profile_name`]).
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
    /// What is there cannot be a file of the store.
    Unreadable { path: PathBuf, problem: ReadProblem },
    Disk {
        path: PathBuf,
        /// The system's error text.
        reason: String,
    },
}

impl From<LockProblem> for StoreProblem {
    fn from(problem: LockProblem) -> Self {
        match problem {
            LockProblem::Held(folder) => Self::Locked(folder),
            LockProblem::Disk { path, error } => atomic::disk(&path, &error),
        }
    }
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

    /// The folder of files that are needed for a while, such as a test file to send.
    #[must_use]
    pub fn scratch_folder(&self) -> PathBuf {
        self.folders.state.join("scratch")
    }

    /// Removes what a killed program has left, and takes away the rights of others in the folders.
    pub fn sweep(&self) {
        let folders = &self.folders;
        for folder in
            [&folders.config, &self.profile_folder(), &folders.state, &self.state_folder(), &self.scratch_folder(), &self.letter_folder()]
        {
            crate::files::sweep(folder);
        }
        self.sweep_keys();
    }

    #[must_use]
    pub fn sandbox_world(&self) -> PathBuf {
        self.folders.state.join("sandbox").join("world.json")
    }
}
