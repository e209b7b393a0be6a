//! Only one process at a time serves a world. Two files lie beside the world's: `.guard`, which that process keeps locked, and
//! `.lock`, which tells others its address. The operating system releases the lock on `.guard` when the process ends, even after a
//! kill.

use super::file::{self, Presence};
use super::folder;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use url::Url;

/// The content of the `.lock` file.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Served {
    pid: u32,
    port: Option<u16>,
    origin: Url,
}

/// The right to serve a world; dropping it releases the right.
#[derive(Debug)]
pub(crate) struct Guard {
    held: File,
    lock: PathBuf,
}

impl Guard {
    /// Takes the right to serve a world; `None` when another process has it.
    pub(crate) fn take(world: &Path) -> io::Result<Option<Self>> {
        folder::make(file::folder_of(world))?;
        let Some(held) = free(world, Presence::Either)? else { return Ok(None) };
        let lock = lock_file(world);
        // A killed process may have left its file.
        let _ = fs::remove_file(&lock);
        Ok(Some(Self { held, lock }))
    }

    /// Writes the address into the `.lock` file.
    pub(crate) fn announce(&self, origin: &Url) -> io::Result<()> {
        let served = Served { pid: std::process::id(), port: origin.port(), origin: origin.clone() };
        file::write(&self.lock, &serde_json::to_vec(&served)?)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.lock);
        // Closing the file alone would leave the lock to a process that is just being started and has not let go of our files yet.
        let _ = self.held.unlock();
    }
}

fn lock_file(world: &Path) -> PathBuf {
    file::beside(world, ".lock")
}

/// The `.guard` file, locked; `None` when another process holds the lock.
fn free(world: &Path, presence: Presence) -> io::Result<Option<File>> {
    let file = file::open(&file::beside(world, ".guard"), presence)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(cause)) => Err(cause),
    }
}

/// The address at which another process serves a world; `None` when no process does. If a process is just starting, waits a moment
/// for its address.
pub async fn running(world: &Path) -> Option<Url> {
    let world = &file::followed(world).ok()?;
    for _ in 0..40 {
        // If `.guard` cannot be opened at all, treat the world as not served. Asking makes no file.
        if free(world, Presence::Known).ok()?.is_some() {
            return None;
        }
        let said = file::read(&lock_file(world)).ok().and_then(|bytes| serde_json::from_slice::<Served>(&bytes).ok());
        if let Some(served) = said {
            return Some(served.origin);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    None
}
