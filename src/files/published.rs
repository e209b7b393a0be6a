//! Replaces a file in a folder that is not the program's own, for another program to read.

use super::{Opening, links, make_file};
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, SystemTime};
use tempfile::{Builder, NamedTempFile};

/// A file that is written in an instant and is still there after so long was left by a kill.
const LEFT_BEHIND: Duration = Duration::from_secs(600);

/// Puts a content in the place of a file, as a whole: its reader sees the old one or the new one. The folder must be there, and stays as
/// it is. A new file has the mode 0600; one that is there keeps its mode, and its group if the user may give it to that one.
///
/// # Errors
/// The error of the file system. The old file is as it was.
pub fn publish(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = links::followed(path)?;
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let name = target.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy().into_owned();
    let prefix = format!(".{name}-");
    sweep(folder, &prefix);
    let make = |path: &Path| make_file(path, Opening::New);
    let mut written: NamedTempFile<File> = Builder::new().prefix(&prefix).suffix(".tmp").make_in(folder, make)?;
    written.as_file_mut().write_all(bytes)?;
    if let Ok(before) = std::fs::metadata(&target) {
        if !before.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
        }
        super::system::give_to_group_of(written.as_file(), &before);
        written.as_file().set_permissions(before.permissions())?;
    }
    written.as_file().sync_all()?;
    written.persist(&target)?;
    super::system::sync_folder(folder);
    Ok(())
}

/// Removes what a kill has left of this file.
fn sweep(folder: &Path, prefix: &str) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let age = entry.metadata().and_then(|about| about.modified()).ok().and_then(|at| SystemTime::now().duration_since(at).ok());
        if name.starts_with(prefix) && name.ends_with(".tmp") && age.is_some_and(|age| age > LEFT_BEHIND) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}
