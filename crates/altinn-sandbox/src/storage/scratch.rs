//! Large bodies, which end with the sandbox. They lie in a folder beside the world; those of an ephemeral sandbox lie in a folder of
//! the user's cache. What a killed sandbox left is removed at the next start.

use super::file::{self, Presence};
use super::folder;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use uuid::Uuid;

/// How the name of an ephemeral sandbox's folder begins in the user's cache.
const IN_CACHE: &str = "bodies-";
/// How it begins in the folder for temporary files, which other users share.
const IN_TEMP: &str = "broker-setup-bodies-";
/// A file in the folder that a running sandbox keeps locked; the operating system releases the lock when the process ends.
const ALIVE: &str = "alive";
/// How long a folder may be without that file while it is being made.
const BEING_MADE: Duration = Duration::from_secs(60);

/// The folder, which is made when it is first needed.
#[derive(Debug)]
pub struct Scratch {
    /// The folder beside the world; `None` in an ephemeral sandbox.
    beside: Option<PathBuf>,
    state: Mutex<State>,
}

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
        folder: PathBuf,
        /// `None` beside a world, which has a lock of its own.
        _alive: Option<File>,
    },
    Closed,
}

impl Scratch {
    /// The folder beside a world's file, or one for an ephemeral sandbox. Whoever calls it has the right to serve the world, so what
    /// lies in the folder is a killed sandbox's, and is removed.
    pub(crate) fn of(world: Option<&Path>) -> Self {
        let beside = world.map(|world| world.with_extension("large"));
        if let Some(folder) = &beside {
            let _ = fs::remove_dir_all(folder);
        }
        Self { beside, state: Mutex::default() }
    }

    /// A new path for one file in the folder.
    ///
    /// # Errors
    /// When the folder cannot be made, or the sandbox has ended.
    pub fn place(&self) -> io::Result<Unclaimed> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let State::NotNeededYet = *state {
            *state = match &self.beside {
                Some(folder) => {
                    folder::own(folder)?;
                    State::Made { folder: folder.clone(), _alive: None }
                }
                None => made()?,
            };
        }
        match &*state {
            State::Made { folder, .. } => Ok(Unclaimed { path: folder.join(Uuid::new_v4().simple().to_string()), claimed: false }),
            State::NotNeededYet | State::Closed => Err(io::Error::other("the sandbox has ended")),
        }
    }

    /// Removes the folder and everything in it; later calls of `place` fail.
    pub fn close(&self) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if let State::Made { folder, .. } = std::mem::replace(&mut *state, State::Closed) {
            // If this fails, the next start removes it.
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// Where the folders of ephemeral sandboxes lie, best first, and how their names begin there.
fn parents() -> Vec<(PathBuf, &'static str)> {
    let cache = directories::ProjectDirs::from("", "", "altinn-sandbox").map(|own| (own.cache_dir().to_owned(), IN_CACHE));
    cache.into_iter().chain([(std::env::temp_dir(), IN_TEMP)]).collect()
}

fn made() -> io::Result<State> {
    let mut refused = io::Error::other("there is no folder for large bodies");
    for (parent, prefix) in parents() {
        // Another sandbox's `sweep` may remove the folder before it is locked; then make another one.
        for _ in 0..8 {
            match made_in(&parent, prefix) {
                Ok(Some(state)) => return Ok(state),
                Ok(None) => {}
                Err(cause) => {
                    refused = cause;
                    break;
                }
            }
        }
    }
    Err(refused)
}

fn made_in(parent: &Path, prefix: &str) -> io::Result<Option<State>> {
    folder::make(parent)?;
    let folder = parent.join(format!("{prefix}{}", Uuid::new_v4().simple()));
    folder::new(&folder)?;
    let path = folder.join(ALIVE);
    let alive = file::open(&path, Presence::New)?;
    let is_ours = alive.try_lock().is_ok() && path.exists();
    Ok(is_ours.then_some(State::Made { folder, _alive: Some(alive) }))
}

/// Removes the folders of sandboxes that were killed. A folder that cannot be removed is tried again at the next start.
pub(crate) fn sweep() {
    for (parent, prefix) in parents() {
        sweep_in(&parent, prefix);
    }
}

/// Other users may write into the parent too, so nothing in it counts but real folders of this user.
fn sweep_in(parent: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let is_named = entry.file_name().to_str().is_some_and(|name| name.starts_with(prefix));
        let is_ours = || fs::symlink_metadata(entry.path()).is_ok_and(|found| found.is_dir() && folder::is_ours(&found));
        if is_named && is_ours() && is_abandoned(&entry.path()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether the folder's lock is free. A folder without the lock file is just being made, unless it is old.
fn is_abandoned(folder: &Path) -> bool {
    let alive = match file::open(&folder.join(ALIVE), Presence::Known) {
        Ok(alive) => alive,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return file::is_older(folder, BEING_MADE),
        Err(_) => return false,
    };
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

    const PREFIX: &str = IN_TEMP;

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
        sweep_in(parent.path(), PREFIX);
        assert!(!dead.exists() && live.exists() && other.exists());
    }

    /// What a stranger can plant in a folder that everybody writes into.
    #[cfg(unix)]
    #[test]
    fn a_strangers_pipe_or_link_in_a_shared_folder_makes_nobody_wait_and_is_left_alone() {
        use rustix::fs::{CWD, Mode, mkfifoat};
        let parent = tempfile::tempdir().expect("a folder");
        let (pipe, link, users) =
            (parent.path().join(format!("{PREFIX}pipe")), parent.path().join(format!("{PREFIX}link")), parent.path().join("users"));
        for folder in [&pipe, &users] {
            fs::create_dir(folder).expect("made");
        }
        mkfifoat(CWD, pipe.join(ALIVE), Mode::RWXU).expect("a pipe");
        fs::write(users.join(ALIVE), "").expect("written");
        std::os::unix::fs::symlink(&users, &link).expect("a link");
        let (swept, wait) = std::sync::mpsc::channel();
        let at = parent.path().to_owned();
        std::thread::spawn(move || {
            sweep_in(&at, PREFIX);
            swept.send(()).expect("somebody waits");
        });
        wait.recv_timeout(Duration::from_secs(60)).expect("it does not hang");
        assert!(pipe.join(ALIVE).exists() && users.join(ALIVE).exists());
    }

    #[test]
    fn the_folder_goes_when_the_sandbox_ends() {
        let scratch = Scratch::of(None);
        let file = scratch.place().expect("a place").claim();
        fs::write(&file, "bytes").expect("written");
        scratch.close();
        assert!(!file.exists() && !file::folder_of(&file).exists() && scratch.place().is_err());
    }

    #[test]
    fn beside_a_world_what_a_killed_sandbox_left_goes_at_the_next_start() {
        let folder = tempfile::tempdir().expect("a folder");
        let world = folder.path().join("world.json");
        let file = Scratch::of(Some(&world)).place().expect("a place").claim();
        fs::write(&file, "bytes").expect("written");
        assert!(file.starts_with(folder.path()));
        let next = Scratch::of(Some(&world));
        assert!(!file.exists() && next.place().is_ok());
    }

    #[test]
    fn what_nobody_claims_goes_at_once() {
        let scratch = Scratch::of(None);
        let (kept, dropped) = (scratch.place().expect("a place"), scratch.place().expect("another"));
        let paths = [kept.path().to_owned(), dropped.path().to_owned()];
        for path in &paths {
            fs::write(path, "bytes").expect("written");
        }
        let claimed = kept.claim();
        drop(dropped);
        assert_eq!(paths.map(|path| path.exists()), [true, false]);
        assert!(claimed.exists());
        scratch.close();
    }
}
