//! Who serves a world: one process at a time. Beside the world lie `.guard`, locked as long as its process lives, and `.lock`, which
//! says where to find it. The system lets go of the guard when a process dies, however it dies.

use super::file;
use serde::{Deserialize, Serialize};
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use url::Url;

/// What the lock file says.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Served {
    pid: u32,
    port: Option<u16>,
    origin: Url,
}

/// The right to serve a world; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Guard {
    _held: File,
    lock: PathBuf,
}

impl Guard {
    /// Takes the right, if nobody has it.
    pub(crate) fn take(world: &Path) -> io::Result<Option<Self>> {
        if let Some(folder) = world.parent() {
            fs::create_dir_all(folder)?;
        }
        let Some(held) = free(world)? else { return Ok(None) };
        let lock = lock_file(world);
        // Left by a process that was killed.
        let _ = fs::remove_file(&lock);
        Ok(Some(Self { _held: held, lock }))
    }

    /// Says where the world is served.
    pub(crate) fn announce(&self, origin: &Url) -> io::Result<()> {
        let served = Served { pid: std::process::id(), port: origin.port(), origin: origin.clone() };
        file::write(&self.lock, &serde_json::to_vec(&served)?)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.lock);
    }
}

fn lock_file(world: &Path) -> PathBuf {
    file::beside(world, ".lock")
}

/// The guard's file, locked; none when another holds it.
fn free(world: &Path) -> io::Result<Option<File>> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(file::beside(world, ".guard"))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(cause)) => Err(cause),
    }
}

/// Where a live process serves a world; none when nobody does. Waits a moment for one that is just starting.
pub async fn running(world: &Path) -> Option<Url> {
    for _ in 0..40 {
        // A guard's file that cannot even be opened is nobody's.
        if !file::beside(world, ".guard").exists() || free(world).ok()?.is_some() {
            return None;
        }
        let said = fs::read(lock_file(world)).ok().and_then(|bytes| serde_json::from_slice::<Served>(&bytes).ok());
        if let Some(served) = said {
            return Some(served.origin);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    None
}
