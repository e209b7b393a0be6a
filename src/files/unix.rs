//! Modes and kinds of files on Unix.

use crate::values::FileKind;
use rustix::fs::OFlags;
use std::fs::{DirBuilder, File, Metadata, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

const FILE: u32 = 0o600;
const FOLDER: u32 = 0o700;
/// The bits of a mode that give rights to others.
const OTHERS: u32 = 0o077;

/// A new file gets the mode 0600.
pub(super) fn keep_private(options: &mut OpenOptions) {
    options.mode(FILE);
    never_wait(options);
}

/// Opening a pipe does not wait for its other end. It makes no difference to a regular file.
pub(super) fn never_wait(options: &mut OpenOptions) {
    options.custom_flags(i32::try_from(OFlags::NONBLOCK.bits()).unwrap_or_default());
}

pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(FOLDER).create(folder)
}

pub(super) fn mend_folder(folder: &Path) {
    if std::fs::metadata(folder).is_ok_and(|about| about.is_dir() && is_open_to_others(&about)) {
        let _ = std::fs::set_permissions(folder, Permissions::from_mode(FOLDER));
    }
}

/// Takes away the rights of others. A failure is ignored, because some drives know no rights.
pub(super) fn mend_file(file: &File) {
    if file.metadata().is_ok_and(|about| is_open_to_others(&about)) {
        let _ = file.set_permissions(Permissions::from_mode(FILE));
    }
}

/// Whether it is this user's and others have rights to it. What belongs to someone else is never changed, not even by root.
fn is_open_to_others(about: &Metadata) -> bool {
    about.mode() & OTHERS != 0 && about.uid() == rustix::process::geteuid().as_raw()
}

pub(super) fn kind(about: &Metadata) -> FileKind {
    let kind = about.file_type();
    if kind.is_dir() {
        FileKind::Folder
    } else if kind.is_fifo() {
        FileKind::Pipe
    } else if kind.is_socket() {
        FileKind::Socket
    } else if kind.is_char_device() || kind.is_block_device() {
        FileKind::Device
    } else {
        FileKind::Regular
    }
}

pub(super) fn is_character_device(about: &Metadata) -> bool {
    about.file_type().is_char_device()
}

/// Syncs the folder to disk, so that a rename in it survives a power cut.
pub(super) fn sync_folder(folder: &Path) {
    // A failure is ignored: some file systems cannot sync a folder, and the renamed file itself is synced already.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

pub(super) fn link(target: &Path, path: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, path)
}

/// Gives a file to the group of another one. A failure is ignored: the user may not be in that group.
pub(super) fn give_to_group_of(file: &File, before: &Metadata) {
    let _ = std::os::unix::fs::fchown(file, None, Some(before.gid()));
}
