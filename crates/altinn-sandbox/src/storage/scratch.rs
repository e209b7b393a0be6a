//! A temporary folder for large bodies, one per running sandbox. It is removed when the sandbox ends; after a kill, the next start
//! of any sandbox removes it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tempfile::TempDir;
use uuid::Uuid;

const PREFIX: &str = "broker-setup-bodies-";
/// A file in the folder that a running sandbox keeps locked; the operating system releases the lock when the process ends.
const ALIVE: &str = "alive";

/// The folder, which is made when it is first needed.
#[derive(Debug, Default)]
pub struct Scratch(Mutex<State>);

/// A file path in the folder for bytes that are still being received. Dropping it deletes the file, unless it was claimed.
#[derive(Debug)]
pub struct Unclaimed {
    path: PathBuf,
    claimed: bool,
}

impl Unclaimed {
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Keeps the file: the caller now owns it.
    #[must_use]
    pub fn claim(mut self) -> PathBuf {
        self.claimed = true;
        std::mem::take(&mut self.path)
    }
}

impl Drop for Unclaimed {
    fn drop(&mut self) {
        if !self.claimed {
            // If this fails, the file is removed with the folder.
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[derive(Debug, Default)]
enum State {
    #[default]
    NotNeededYet,
    Made {
        folder: TempDir,
        _alive: File,
    },
    Closed,
}

impl Scratch {
    /// A new path for one file in the folder.
    ///
    /// # Errors
    /// When the folder cannot be made, or the sandbox has ended.
    pub fn place(&self) -> io::Result<Unclaimed> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let State::NotNeededYet = *state {
            *state = made()?;
        }
        match &*state {
            State::Made { folder, .. } => Ok(Unclaimed { path: folder.path().join(Uuid::new_v4().simple().to_string()), claimed: false }),
            State::NotNeededYet | State::Closed => Err(io::Error::other("the sandbox has ended")),
        }
    }

    /// Removes the folder and everything in it; later calls of `place` fail.
    pub fn close(&self) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *state = State::Closed;
    }
}

fn made() -> io::Result<State> {
    // Another sandbox's `sweep` may remove the folder before it is locked; then make another one.
    for _ in 0..8 {
        let folder = tempfile::Builder::new().prefix(PREFIX).tempdir()?;
        let path = folder.path().join(ALIVE);
        let alive = File::create(&path)?;
        if alive.try_lock().is_ok() && path.exists() {
            return Ok(State::Made { folder, _alive: alive });
        }
    }
    Err(io::Error::other("no folder for large bodies could be kept"))
}

/// Removes the folders of sandboxes that were killed. A folder that cannot be removed belongs to another user, or is tried again at
/// the next start.
pub(crate) fn sweep() {
    sweep_in(&std::env::temp_dir());
}

fn sweep_in(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(PREFIX));
        // Follow no symbolic links: only real folders are ours.
        if ours && entry.file_type().is_ok_and(|kind| kind.is_dir()) && is_abandoned(&entry.path()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether the folder's lock is free. A folder without the lock file is just being made, so it is not abandoned.
fn is_abandoned(folder: &Path) -> bool {
    let Ok(alive) = File::options().write(true).open(folder.join(ALIVE)) else { return false };
    match alive.try_lock() {
        // The lock is released on return. A sandbox making this folder checks that the lock file still exists after locking it.
        Ok(()) => true,
        Err(TryLockError::WouldBlock | TryLockError::Error(_)) => false,
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn contract_8_a_dead_sandboxs_folder_is_swept_and_a_live_ones_is_not() {
        let parent = tempfile::tempdir().expect("a folder");
        let (dead, live, other) =
            (parent.path().join(format!("{PREFIX}dead")), parent.path().join(format!("{PREFIX}live")), parent.path().join("other"));
        for folder in [&dead, &live, &other] {
            fs::create_dir(folder).expect("made");
            fs::write(folder.join(ALIVE), "").expect("written");
        }
        let held = File::options().write(true).open(live.join(ALIVE)).expect("opened");
        held.try_lock().expect("locked");
        sweep_in(parent.path());
        assert!(!dead.exists() && live.exists() && other.exists());
    }

    #[test]
    fn the_folder_goes_when_the_sandbox_ends() {
        let scratch = Scratch::default();
        let file = scratch.place().expect("a place").claim();
        fs::write(&file, "bytes").expect("written");
        scratch.close();
        assert!(!file.exists() && scratch.place().is_err());
    }

    #[test]
    fn what_nobody_claims_goes_at_once() {
        let scratch = Scratch::default();
        let (kept, dropped) = (scratch.place().expect("a place"), scratch.place().expect("another"));
        let paths = [kept.path().to_owned(), dropped.path().to_owned()];
        for path in &paths {
            fs::write(path, "bytes").expect("written");
        }
        let claimed = kept.claim();
        drop(dropped);
        assert_eq!(paths.map(|path| path.exists()), [true, false]);
        assert!(claimed.exists());
    }
}
