//! Files on Windows. The user's own folders, in which the program keeps everything, are closed to other users already, and what is
//! made in them inherits that.

use crate::values::FileKind;
use std::fs::{File, Metadata, OpenOptions};
use std::io;
use std::path::Path;

pub(super) fn keep_private(_options: &mut OpenOptions) {}

pub(super) fn never_wait(_options: &mut OpenOptions) {}

pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)
}

pub(super) fn mend_folder(_folder: &Path) {}

pub(super) fn mend_file(_file: &File) {}

pub(super) fn kind(about: &Metadata) -> FileKind {
    if about.is_dir() { FileKind::Folder } else { FileKind::Regular }
}

pub(super) fn is_character_device(_about: &Metadata) -> bool {
    false
}

/// Does nothing: Windows cannot sync a folder, and NTFS journals the rename.
pub(super) fn sync_folder(_folder: &Path) {}

pub(super) fn link(target: &Path, path: &Path) -> io::Result<()> {
    std::os::windows::fs::symlink_file(target, path)
}

/// Does nothing: a file here has no group of its own.
pub(super) fn give_to_group_of(_file: &File, _before: &Metadata) {}
