//! Reads files that the program itself keeps: regular files of a limited size, and nothing that could make it wait.

use super::{ReadProblem, links, system};
use crate::values::{FileKind, FileSize};
use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// Opens a regular file for reading.
///
/// # Errors
/// The problem says what is there instead, or why it cannot be opened.
pub fn open_regular(path: &Path) -> Result<File, ReadProblem> {
    let file = open(path)?;
    match system::kind(&file.metadata()?) {
        FileKind::Regular => Ok(file),
        other => Err(ReadProblem::NotRegular(other)),
    }
}

/// Opens anything for reading, without waiting for the other end of a pipe.
pub(super) fn open(path: &Path) -> Result<File, ReadProblem> {
    let mut options = OpenOptions::new();
    options.read(true);
    system::never_wait(&mut options);
    options.open(path).map_err(|error| why_not_opened(path, error))
}

fn why_not_opened(path: &Path, error: io::Error) -> ReadProblem {
    if error.kind() == io::ErrorKind::NotFound {
        return match links::is_link(path).then(|| links::followed(path)) {
            Some(Ok(target)) => ReadProblem::LeadsNowhere(target),
            Some(Err(error)) => error.into(),
            None => error.into(),
        };
    }
    match std::fs::metadata(path).map(|about| system::kind(&about)) {
        // A socket cannot be opened at all; Windows does not open folders either.
        Ok(kind) if kind != FileKind::Regular => ReadProblem::NotRegular(kind),
        Ok(_) | Err(_) => error.into(),
    }
}

/// Reads a regular file of at most `limit` bytes; `None` when there is none. Never makes one.
///
/// # Errors
/// The problem says what is there instead, or why it cannot be read.
pub fn read_own(path: &Path, limit: FileSize) -> Result<Option<Vec<u8>>, ReadProblem> {
    match open_regular(path).and_then(|file| read_to_end(file, limit)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(ReadProblem::Missing) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// Reads all there is. Where that is more than the limit, it stops there.
pub(super) fn read_to_end(source: impl Read, limit: FileSize) -> Result<Vec<u8>, ReadProblem> {
    let mut bytes = Vec::new();
    source.take(limit.0 + 1).read_to_end(&mut bytes)?;
    within(bytes, limit)
}

pub(super) fn within(bytes: Vec<u8>, limit: FileSize) -> Result<Vec<u8>, ReadProblem> {
    if bytes.len() as u64 > limit.0 { Err(ReadProblem::TooLarge(limit)) } else { Ok(bytes) }
}
