//! Folders and files that only the user can read, on Unix.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

/// Creates a folder and its missing parents with the mode 0700. An existing folder keeps its mode.
///
/// # Errors
/// The error of the file system.
pub fn create_private_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Opens a file for appending. A new file gets the mode 0600.
///
/// # Errors
/// The error of the file system.
pub fn append_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create(true).mode(0o600).open(path)
}

/// Opens a file to lock it; nothing is written to it. A new file gets the mode 0600.
pub(super) fn open_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)
}

/// Syncs the folder to disk, so that a rename in it survives a power cut.
pub(super) fn sync_folder(folder: &Path) {
    // A failure is ignored: some file systems cannot sync a folder, and the renamed file itself is synced already.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}
