//! The folder of large bodies: one for each running sandbox, removed when it ends, and after a kill at the next start of any sandbox.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tempfile::TempDir;
use uuid::Uuid;

const PREFIX: &str = "broker-setup-bodies-";
/// Locked as long as its sandbox lives: the system lets go of it however the process ends.
const ALIVE: &str = "alive";

/// The folder; made when it is first needed.
#[derive(Debug, Default)]
pub struct Scratch(Mutex<State>);

/// A place in the folder for bytes that are still coming. However that ends, its file goes, unless it was claimed.
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

    /// Keeps the file: from now on it is the caller's.
    #[must_use]
    pub fn claim(mut self) -> PathBuf {
        self.claimed = true;
        std::mem::take(&mut self.path)
    }
}

impl Drop for Unclaimed {
    fn drop(&mut self) {
        if !self.claimed {
            // What cannot be removed goes with the folder.
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
    /// The sandbox has ended.
    Closed,
}

impl Scratch {
    /// A place for one file in the folder.
    ///
    /// # Errors
    /// When no folder can be made, or the sandbox has ended.
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

    /// Removes the folder and everything in it, for good.
    pub fn close(&self) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *state = State::Closed;
    }
}

fn made() -> io::Result<State> {
    // A sweeper that comes between the folder and its lock takes the folder away: then another is made.
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

/// Removes the folders of sandboxes that were killed. What cannot be removed is another user's, or is left for the next time.
pub(crate) fn sweep() {
    sweep_in(&std::env::temp_dir());
}

fn sweep_in(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(PREFIX));
        // A link by that name is not ours, wherever it leads.
        if ours && entry.file_type().is_ok_and(|kind| kind.is_dir()) && is_abandoned(&entry.path()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// A folder whose lock is free. One without the lock's file is just being made.
fn is_abandoned(folder: &Path) -> bool {
    let Ok(alive) = File::options().write(true).open(folder.join(ALIVE)) else { return false };
    match alive.try_lock() {
        // The lock goes when this returns: whoever makes a folder looks again after taking it.
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
