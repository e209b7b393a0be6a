//! Links that the user has made, such as a profile that lies in a repository of settings. They are followed and stay links.

use super::system;
use std::io;
use std::path::{Path, PathBuf};

/// As many as Linux follows.
const MOST: usize = 40;

#[must_use]
pub fn is_link(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|about| about.is_symlink())
}

/// Where a link leads, also when nothing is there; every other path as it is.
/// # Errors
/// The error of the file system, such as for links that lead in a circle.
pub fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut at = path.to_owned();
    for _ in 0..MOST {
        if !is_link(&at) {
            return Ok(at);
        }
        let next = std::fs::read_link(&at)?;
        at = at.parent().map_or_else(|| next.clone(), |folder| folder.join(&next));
    }
    // The system says it in its own words: the links lead in a circle.
    std::fs::metadata(path).map(|_| at)
}

/// Gives a link another name in the same folder. What it leads to stays where it is.
///
/// # Errors
/// The error of the file system; `AlreadyExists` when there is something of the new name.
pub fn rename_link(from: &Path, to: &Path) -> io::Result<()> {
    system::link(&std::fs::read_link(from)?, to)?;
    std::fs::remove_file(from)
}
