//! Reads the world that lies on disk: its file, and the journal beside it.

use super::file::{self, beside};
use super::snapshot::{self, Read, Snapshot};
use super::{bodies, journal};
use crate::world::World;
use crate::world::version::VERSION;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What lies at the path of a world's file.
pub(crate) enum WorldFile {
    World(Box<World>),
    Nothing,
    /// A world of a version that this program does not know.
    Newer(u32),
    /// No world of any version.
    Broken,
}

/// Reads a world; changes nothing on disk.
pub(crate) fn read(file: &Path) -> io::Result<WorldFile> {
    // Another process may write the file anew between the two reads; then the journal continues the new one.
    for _ in 0..100 {
        let bytes = match file::read(file) {
            Ok(bytes) => bytes,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(WorldFile::Nothing),
            Err(cause) => return Err(cause),
        };
        let Snapshot { mark, mut world } = match snapshot::read(&bytes) {
            Read::Snapshot(snapshot) => *snapshot,
            Read::Newer(version) => return Ok(WorldFile::Newer(version)),
            Read::Broken => return Ok(WorldFile::Broken),
        };
        let journal = match file::read(&journal::beside(file)) {
            Ok(journal) => journal,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(cause) => return Err(cause),
        };
        if journal::mark_of(&journal) != Some(mark) && file::read(file)? != bytes {
            continue;
        }
        let replayed = journal::replay(&mut world, mark, &journal);
        return Ok(if replayed.is_ok() { WorldFile::World(Box::new(world)) } else { WorldFile::Broken });
    }
    Err(io::Error::other("another process writes it all the time"))
}

/// Reads the world that another process last wrote; changes nothing on disk.
///
/// # Errors
/// When there is no world that this version can read.
pub fn stored_world(file: &Path) -> io::Result<World> {
    let invalid = |problem: String| io::Error::new(io::ErrorKind::InvalidData, problem);
    match read(&file::followed(file)?)? {
        WorldFile::World(world) => Ok(*world),
        WorldFile::Nothing => Err(io::ErrorKind::NotFound.into()),
        WorldFile::Newer(version) => Err(invalid(format!("it is of version {version}, and this program knows version {VERSION}"))),
        WorldFile::Broken => Err(invalid("it is no world".to_owned())),
    }
}

/// Renames a file that holds no world, with the journal and the bodies beside it. Nothing is overwritten.
pub(crate) fn set_aside(file: &Path) -> io::Result<PathBuf> {
    let free = (1u32..).map(|number| beside(file, &format!(".broken-{number}"))).find(|candidate| !candidate.exists());
    let aside = free.unwrap_or_else(|| beside(file, ".broken"));
    fs::rename(file, &aside)?;
    // There may be neither.
    let _ = fs::rename(journal::beside(file), journal::beside(&aside));
    let _ = fs::rename(bodies::beside(file), beside(&aside, ".bodies"));
    Ok(aside)
}
