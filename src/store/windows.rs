//! Folders and files that only the user can read, on Windows, where the user's own folders are closed to other users already.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Creates a folder and its missing parents.
///
/// # Errors
/// The error of the file system.
pub fn create_private_folder(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}

/// Opens a file for appending. A missing file is created.
///
/// # Errors
/// The error of the file system.
pub fn append_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create(true).open(path)
}

/// Opens a file to lock it; nothing is written to it. Windows locks only files that are open for reading or writing, not those that
/// are open only for appending.
pub(super) fn open_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
}

/// Does nothing: Windows cannot sync a folder, and NTFS journals the rename.
pub(super) fn sync_folder(_folder: &Path) {}
