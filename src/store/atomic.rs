//! Writes files as a whole: first to a temporary file in the same folder, which is synced to disk and then renamed over the old
//! one. A kill at any moment leaves the old or the new file. The crate confy reads and writes the TOML.

use super::{StoreProblem, system};
use confy::ConfyError;
use serde::Serialize;
use std::io;
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// What a file holds.
#[derive(Debug)]
pub(super) enum Content {
    Absent,
    Table(toml::Table),
    /// It is not TOML, or not UTF-8.
    Broken,
}

/// Reads a file. It first looks whether the file exists, because confy's `load_path` creates a missing file with default values.
pub(super) fn read(path: &Path) -> Result<Content, StoreProblem> {
    match std::fs::symlink_metadata(path) {
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(Content::Absent),
        Err(error) => return Err(disk(path, &error)),
        Ok(_) => {}
    }
    match confy::load_path::<toml::Table>(path) {
        Ok(table) => Ok(Content::Table(table)),
        Err(ConfyError::BadTomlData(_)) => Ok(Content::Broken),
        // A file that is not UTF-8 is broken as well. Every other error is one of the disk: the file itself can be fine, so it
        // stays.
        Err(ConfyError::ReadConfigurationFileError(error)) if error.kind() == io::ErrorKind::InvalidData => Ok(Content::Broken),
        Err(error) => Err(confy_problem(path, &error)),
    }
}

/// Replaces a file. After a kill at any moment either the old file or the new one is there.
pub(super) fn write(path: &Path, content: &impl Serialize) -> Result<(), StoreProblem> {
    let written = beside(path, content)?;
    written.persist(path).map_err(|error| disk(path, &error.error))?;
    if let Some(folder) = path.parent() {
        system::sync_folder(folder);
    }
    Ok(())
}

/// Copies a file to a new name. An existing file with that name is never overwritten: that is [`StoreProblem::Taken`].
pub(super) fn copy_to_new(from: &Path, to: &Path) -> Result<(), StoreProblem> {
    let bytes = std::fs::read(from).map_err(|error| disk(from, &error))?;
    let mut written = temporary(to)?;
    io::Write::write_all(&mut written, &bytes).and_then(|()| written.as_file().sync_all()).map_err(|error| disk(to, &error))?;
    match written.persist_noclobber(to) {
        Ok(_) => Ok(()),
        Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => Err(StoreProblem::Taken),
        Err(refused) => Err(disk(to, &refused.error)),
    }
}

/// Renames a broken file to the first free `<name>.broken-<n>`, and returns the new path.
pub(super) fn set_aside(path: &Path) -> Result<PathBuf, StoreProblem> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for number in 1..1000 {
        let aside = path.with_file_name(format!("{name}.broken-{number}"));
        match copy_to_new(path, &aside) {
            Ok(()) => {
                std::fs::remove_file(path).map_err(|error| disk(path, &error))?;
                return Ok(aside);
            }
            Err(StoreProblem::Taken) => {}
            Err(problem) => return Err(problem),
        }
    }
    Err(StoreProblem::Taken)
}

/// Writes the content to a temporary file in the same folder and syncs it. The crate tempfile gives it the mode 0600.
fn beside(path: &Path, content: &impl Serialize) -> Result<NamedTempFile, StoreProblem> {
    let written = temporary(path)?;
    confy::store_path(written.path(), content).map_err(|error| confy_problem(path, &error))?;
    written.as_file().sync_all().map_err(|error| disk(path, &error))?;
    Ok(written)
}

fn temporary(path: &Path) -> Result<NamedTempFile, StoreProblem> {
    let folder = path.parent().ok_or(StoreProblem::NoFolder)?;
    system::create_private_folder(folder).map_err(|error| disk(folder, &error))?;
    // The name must not end in `.toml`: a file that a kill leaves behind would be listed as a profile.
    Builder::new().prefix(".saving-").suffix(".tmp").tempfile_in(folder).map_err(|error| disk(folder, &error))
}

/// The problem for an error of the disk at this path.
pub(super) fn disk(path: &Path, error: &io::Error) -> StoreProblem {
    StoreProblem::Disk { path: path.to_owned(), reason: error.to_string() }
}

fn confy_problem(path: &Path, error: &ConfyError) -> StoreProblem {
    let source = std::error::Error::source(error);
    StoreProblem::Disk { path: path.to_owned(), reason: source.map_or_else(|| error.to_string(), ToString::to_string) }
}
