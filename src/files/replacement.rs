//! Writes a file as a whole: first to a temporary file in the same folder, which is synced to disk and then renamed over the old one.
//! A kill at any moment leaves the old or the new file.

use super::{Opening, links, make_file, make_folder, system};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// The name must not end in `.toml`: a file that a kill leaves behind would be listed as a profile.
const PREFIX: &str = ".saving-";
const SUFFIX: &str = ".tmp";

/// A new content for a file. Until it takes the file's place, it is a temporary file; dropping it removes that.
#[derive(Debug)]
pub struct Replacement {
    written: NamedTempFile<File>,
    target: PathBuf,
}

impl Replacement {
    /// Begins a new content for `path`. Where that is a link, the file that it leads to is replaced, and the link stays.
    ///
    /// Hold the folder's lock until it has taken its place: the next who has the lock sweeps what a kill has left.
    ///
    /// # Errors
    /// The error of the file system.
    pub fn of(path: &Path) -> io::Result<Self> {
        let target = links::followed(path)?;
        let folder = target.parent().ok_or(io::ErrorKind::InvalidInput)?;
        if target == path {
            make_folder(folder)?;
        }
        let written = Builder::new().prefix(PREFIX).suffix(SUFFIX).make_in(folder, |path| make_file(path, Opening::New))?;
        Ok(Self { written, target })
    }

    /// The temporary file's path.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.written.path()
    }

    /// # Errors
    /// The error of the file system.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        io::Write::write_all(self.written.as_file_mut(), bytes)
    }

    /// Puts it in the place of the file.
    ///
    /// # Errors
    /// The error of the file system. The old file is as it was.
    pub fn take_place(self) -> io::Result<()> {
        self.written.as_file().sync_all()?;
        self.written.persist(&self.target)?;
        self.target.parent().into_iter().for_each(system::sync_folder);
        Ok(())
    }

    /// Puts it where no file is yet.
    ///
    /// # Errors
    /// `AlreadyExists` when there is one, which stays as it was; else the error of the file system.
    pub fn take_free_place(self) -> io::Result<()> {
        self.written.as_file().sync_all()?;
        self.written.persist_noclobber(&self.target)?;
        self.target.parent().into_iter().for_each(system::sync_folder);
        Ok(())
    }
}

/// Whether a file of this name is a new content that has not taken its place.
pub(super) fn is_left_behind(name: &str) -> bool {
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
}
