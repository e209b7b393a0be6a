//! A lock for a folder: only one program of this user writes in it at a time.
//!
//! A change reads the file, changes it and writes it while it holds the lock, so that it does not overwrite what another program
//! has just written. It is the system's lock on an empty file in the folder. The system releases it when the process ends, even
//! after a kill; the empty file stays.

use super::{Opening, make_file, make_folder};
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Begins with a dot, which no profile's name does.
pub(super) const FILE: &str = ".write-lock";
/// How long to wait for the lock. A change takes some milliseconds, so a program that holds the lock longer than this hangs or is
/// suspended.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(3);

/// Holds the folder's lock until it is dropped.
#[derive(Debug)]
pub struct FolderLock {
    /// Held for as long as the lock is needed.
    _file: File,
    /// Some network drives have no locks. The program works there too, but two programs at once can overwrite each other's changes.
    pub(super) is_sure: bool,
}

/// Why a folder's lock cannot be had.
#[derive(Debug)]
pub enum LockProblem {
    /// Another program has held the lock of this folder for too long.
    Held(PathBuf),
    Disk {
        path: PathBuf,
        error: io::Error,
    },
}

/// Waits for the lock of a folder and takes it. A missing folder is created.
///
/// # Errors
/// [`LockProblem::Held`] when another program holds the lock for more than 5 s, or an error of the disk.
pub fn lock(folder: &Path) -> Result<FolderLock, LockProblem> {
    lock_within(folder, PATIENCE)
}

/// Like [`lock`], with another patience.
///
/// # Errors
/// [`LockProblem::Held`] when another program holds the lock for longer than that, or an error of the disk.
pub fn lock_within(folder: &Path, patience: Duration) -> Result<FolderLock, LockProblem> {
    let disk = |path: &Path, error| LockProblem::Disk { path: path.to_owned(), error };
    make_folder(folder).map_err(|error| disk(folder, error))?;
    let path = folder.join(FILE);
    let file = make_file(&path, Opening::Lock).map_err(|error| disk(&path, error))?;
    let begun = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(FolderLock { _file: file, is_sure: true }),
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                return Ok(FolderLock { _file: file, is_sure: false });
            }
            Err(TryLockError::Error(error)) => return Err(disk(&path, error)),
            Err(TryLockError::WouldBlock) if begun.elapsed() >= patience => return Err(LockProblem::Held(folder.to_owned())),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
        }
    }
}
