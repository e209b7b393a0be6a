//! Unix: modes keep others out.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

/// Makes a folder, and those above it that are missing, for the user alone. One that exists keeps its mode.
///
/// # Errors
/// When the disk refuses.
pub fn create_private_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Opens a file to add to it, made for the user alone.
///
/// # Errors
/// When the disk refuses.
pub fn append_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create(true).mode(0o600).open(path)
}

/// Opens a file that nothing is written to, made for the user alone.
pub(super) fn open_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)
}

/// Makes a rename survive a power cut: the folder itself goes to the disk.
pub(super) fn sync_folder(folder: &Path) {
    // Some file systems refuse to sync a folder; the file is whole all the same.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}
