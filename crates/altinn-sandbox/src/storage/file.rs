//! Writes a file completely or not at all.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The same path with `suffix` appended to the file name.
pub(crate) fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.file_name().map_or_else(OsString::new, ToOwned::to_owned);
    name.push(suffix);
    file.with_file_name(name)
}

/// Replaces a file atomically: a reader sees the old content or the new. Only the user may read it.
pub(crate) fn write(file: &Path, mut bytes: &[u8]) -> io::Result<()> {
    write_from(file, &mut bytes)
}

/// Like [`write`], reading the bytes from a source.
pub(crate) fn write_from(file: &Path, source: &mut impl io::Read) -> io::Result<()> {
    let folder = folder_of(file);
    fs::create_dir_all(folder)?;
    // `NamedTempFile` gives the file mode 0600.
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    io::copy(source, &mut new)?;
    new.as_file().sync_all()?;
    new.persist(file)?;
    sync_folder(folder)
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// Makes the rename durable.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
