//! Windows: what lies below the user's own folders is closed to others already.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Makes a folder, and those above it that are missing.
///
/// # Errors
/// When the disk refuses.
pub fn create_private_folder(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}

/// Opens a file to add to it.
///
/// # Errors
/// When the disk refuses.
pub fn append_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create(true).open(path)
}

/// Opens a file that nothing is written to. Locking it needs it open for reading or writing, not only for adding.
pub(super) fn open_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
}

/// A folder cannot be synced here; NTFS journals the rename.
pub(super) fn sync_folder(_folder: &Path) {}
