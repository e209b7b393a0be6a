//! Reads and writes TOML by the crate confy, each file as a whole ([`Replacement`]).

use super::StoreProblem;
use crate::files::{ReadProblem, Replacement, is_link, read_own, rename_link};
use crate::values::FileSize;
use confy::ConfyError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io;
use std::path::{Path, PathBuf};

/// No profile and no state is larger.
const LARGEST: FileSize = FileSize(16 * 1024 * 1024);

/// What a file holds.
#[derive(Debug)]
pub(super) enum Content {
    Absent,
    Table(toml::Table),
    /// It is not TOML, or not UTF-8.
    Broken,
}

/// Reads a file. Nothing is made where none is.
pub(super) fn read(path: &Path) -> Result<Content, StoreProblem> {
    let Some(bytes) = read_own(path, LARGEST).map_err(|problem| unreadable(path, problem))? else { return Ok(Content::Absent) };
    let table = std::str::from_utf8(&bytes).ok().and_then(|text| toml::from_str(text).ok());
    Ok(table.map_or(Content::Broken, Content::Table))
}

/// Reads what a table, or a part of one, holds. By way of JSON, for which most of these types are read already.
pub(super) fn read_as<T: DeserializeOwned>(part: impl Into<toml::Value>) -> Option<T> {
    T::deserialize(as_json(part.into())).ok()
}

/// A day is its text, whether it stands in quotation marks or not.
fn as_json(value: toml::Value) -> serde_json::Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(is_true) => is_true.into(),
        toml::Value::Datetime(time) => time.to_string().into(),
        toml::Value::Array(values) => values.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(name, value)| (name, as_json(value))).collect(),
    }
}

/// Replaces a file. After a kill at any moment either the old file or the new one is there.
pub(super) fn write(path: &Path, content: &impl Serialize) -> Result<(), StoreProblem> {
    let new = Replacement::of(path).map_err(|error| disk(path, &error))?;
    confy::store_path(new.path(), content).map_err(|error| confy_problem(path, &error))?;
    new.take_place().map_err(|error| disk(path, &error))
}

/// Gives a file another name in its folder. An existing file with that name is never overwritten: that is [`StoreProblem::Taken`].
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), StoreProblem> {
    if is_link(from) {
        return rename_link(from, to).map_err(|error| taken_or_disk(to, &error));
    }
    // Copy first, then remove: a kill in between leaves the file under both names and does not lose it.
    copy_to_new(from, to)?;
    std::fs::remove_file(from).map_err(|error| disk(from, &error))
}

fn copy_to_new(from: &Path, to: &Path) -> Result<(), StoreProblem> {
    let bytes = read_own(from, LARGEST).map_err(|problem| unreadable(from, problem))?.ok_or(StoreProblem::Missing)?;
    if to.symlink_metadata().is_ok() {
        return Err(StoreProblem::Taken);
    }
    let mut new = Replacement::of(to).map_err(|error| disk(to, &error))?;
    new.write(&bytes).and_then(|()| new.take_free_place()).map_err(|error| taken_or_disk(to, &error))
}

/// Renames a broken file to the first free `<name>.broken-<n>`, and returns the new path. Of a link, the file that it leads to.
pub(super) fn set_aside(path: &Path) -> Result<PathBuf, StoreProblem> {
    let path = &crate::files::followed(path).map_err(|error| disk(path, &error))?;
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

fn taken_or_disk(path: &Path, error: &io::Error) -> StoreProblem {
    if error.kind() == io::ErrorKind::AlreadyExists { StoreProblem::Taken } else { disk(path, error) }
}

/// The problem for an error of the disk at this path.
pub(super) fn disk(path: &Path, error: &io::Error) -> StoreProblem {
    StoreProblem::Disk { path: path.to_owned(), reason: error.to_string() }
}

fn unreadable(path: &Path, problem: ReadProblem) -> StoreProblem {
    match problem {
        ReadProblem::Missing => StoreProblem::Missing,
        ReadProblem::Disk { reason, .. } => StoreProblem::Disk { path: path.to_owned(), reason },
        problem @ (ReadProblem::NotRegular(_) | ReadProblem::LeadsNowhere(_) | ReadProblem::TooLarge(_) | ReadProblem::TookTooLong(_)) => {
            StoreProblem::Unreadable { path: path.to_owned(), problem }
        }
    }
}

fn confy_problem(path: &Path, error: &ConfyError) -> StoreProblem {
    let source = std::error::Error::source(error);
    StoreProblem::Disk { path: path.to_owned(), reason: source.map_or_else(|| error.to_string(), ToString::to_string) }
}
