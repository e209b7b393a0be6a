//! Files that are needed for a while: a test file to send, a file that was fetched to be compared. They lie in the user's own folder,
//! never in one that users share. What a kill leaves is swept at the next start.

use super::lock::{FILE, FolderLock, LockProblem, lock_within};
use super::replacement::is_left_behind;
use super::{Opening, lock, make_file, make_folder, mend_folder};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use uuid::Uuid;

/// A file in a folder of its own, which is removed when this is dropped. The folder is locked until then, so that no other process
/// takes it for something that was left behind.
#[derive(Debug)]
pub struct ScratchFile {
    folder: PathBuf,
    path: PathBuf,
    lock: Option<FolderLock>,
}

impl ScratchFile {
    /// Makes a file of this content below `parent`.
    ///
    /// # Errors
    /// The error of the file system.
    pub fn make(parent: &Path, content: &[u8]) -> io::Result<Self> {
        // Held until the new folder has a lock of its own: until then it would look like one that was left behind.
        let _making = lock(parent).map_err(LockProblem::into_error)?;
        let folder = parent.join(Uuid::new_v4().simple().to_string());
        make_folder(&folder)?;
        let path = folder.join("file");
        let mut scratch = Self { folder, path, lock: None };
        scratch.lock = Some(lock_within(&scratch.folder, Duration::ZERO).map_err(LockProblem::into_error)?);
        make_file(&scratch.path, Opening::New)?.write_all(content)?;
        Ok(scratch)
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for ScratchFile {
    fn drop(&mut self) {
        // Windows removes no file that is locked.
        drop(self.lock.take());
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl LockProblem {
    /// The same as an error of the file system.
    #[must_use]
    pub fn into_error(self) -> io::Error {
        match self {
            Self::Held(folder) => io::Error::new(io::ErrorKind::ResourceBusy, folder.display().to_string()),
            Self::Disk { error, .. } => error,
        }
    }
}

/// Removes from a folder of the program's own what a kill has left: contents that did not take their place, and the folders of scratch
/// files. What another process still uses stays. Also mends the folder's rights. Does nothing where there is no such folder.
pub fn sweep(folder: &Path) {
    if !folder.is_dir() {
        return;
    }
    mend_folder(folder);
    let left: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).filter(|path| is_left(path)).collect();
    if left.is_empty() {
        return;
    }
    let Ok(lock) = lock_within(folder, Duration::ZERO) else { return };
    if !lock.is_sure {
        return;
    }
    for path in left {
        if path.is_dir() {
            if lock_within(&path, Duration::ZERO).is_ok() {
                let _ = std::fs::remove_dir_all(&path);
            }
        } else {
            let _ = std::fs::remove_file(&path);
        }
    }
}

/// Whether this is ours to remove: a content that did not take its place, or the folder of a scratch file.
fn is_left(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    is_left_behind(name) || (Uuid::parse_str(name).is_ok() && path.join(FILE).is_file())
}
