//! A lock for a folder: only one program of this user writes in it at a time.
//!
//! A change reads the file, changes it and writes it while it holds the lock, so that it does not overwrite what another program
//! has just written. It is the system's lock on an empty file in the folder. The system releases it when the process ends, even
//! after a kill; the empty file stays.

use super::atomic::disk;
use super::{StoreProblem, system};
use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

/// Begins with a dot, which no profile's name does.
const FILE: &str = ".write-lock";
/// How long to wait for the lock. A change takes some milliseconds, so a program that holds the lock longer than this hangs or is
/// suspended.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(3);

/// Holds the folder's lock until it is dropped.
#[derive(Debug)]
pub(super) struct FolderLock(#[expect(dead_code, reason = "held for as long as the lock is needed")] File);

/// Waits for the lock of a folder and takes it. A missing folder is created.
///
/// # Errors
/// [`StoreProblem::Locked`] when another program holds the lock for more than 5 s, or an error of the disk.
pub(super) fn lock(folder: &Path) -> Result<FolderLock, StoreProblem> {
    lock_within(folder, PATIENCE)
}

fn lock_within(folder: &Path, patience: Duration) -> Result<FolderLock, StoreProblem> {
    system::create_private_folder(folder).map_err(|error| disk(folder, &error))?;
    let path = folder.join(FILE);
    let file = system::open_private(&path).map_err(|error| disk(&path, &error))?;
    let begun = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(FolderLock(file)),
            // Some network drives have no locks. The program works there too, but two programs at once can overwrite each other's
            // changes.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(FolderLock(file)),
            Err(TryLockError::Error(error)) => return Err(disk(&path, &error)),
            Err(TryLockError::WouldBlock) if begun.elapsed() >= patience => return Err(StoreProblem::Locked(folder.to_owned())),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_that_another_holds_is_a_problem_and_no_hang() {
        let folder = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
        let held = lock(folder.path());
        assert!(held.is_ok());
        let refused = lock_within(folder.path(), Duration::from_millis(20)).map(drop);
        assert_eq!(refused, Err(StoreProblem::Locked(folder.path().to_owned())));
        drop(held);
        assert!(lock_within(folder.path(), Duration::ZERO).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn the_file_of_the_lock_is_the_users_alone_and_stays() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}"));
        assert!(lock(folder.path()).is_ok());
        let mode = std::fs::metadata(folder.path().join(FILE)).map(|file| file.permissions().mode() & 0o777);
        assert_eq!(mode.ok(), Some(0o600));
    }
}
