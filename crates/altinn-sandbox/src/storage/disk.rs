//! The world's file: reading it, setting a broken one aside, writing it completely or not at all.

use super::file::beside;
use crate::world::World;
use crate::world::version::VERSION;
use serde_json::Value;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use url::Url;

/// The result of reading the world's file.
pub(crate) enum WorldFile {
    World(Box<World>),
    Nothing,
    /// The file held no world of this version; it was renamed to this path.
    SetAside(PathBuf),
}

/// Reads a world. A file that cannot be read is renamed and never overwritten.
pub(crate) fn read(file: &Path) -> io::Result<WorldFile> {
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(WorldFile::Nothing),
        Err(cause) => return Err(cause),
    };
    match serde_json::from_slice::<World>(&bytes) {
        Ok(world) if world.version == VERSION => Ok(WorldFile::World(Box::new(world))),
        Ok(_) | Err(_) => set_aside(file).map(WorldFile::SetAside),
    }
}

/// Reads the world that another process last wrote; changes nothing on disk.
///
/// # Errors
/// When the file holds no world that this version can read.
pub fn stored_world(file: &Path) -> io::Result<World> {
    let world: World = serde_json::from_slice(&fs::read(file)?)?;
    if world.version == VERSION { Ok(world) } else { Err(io::Error::new(io::ErrorKind::InvalidData, "a world of another version")) }
}

fn set_aside(file: &Path) -> io::Result<PathBuf> {
    let free = (1u32..).map(|number| beside(file, &format!(".broken-{number}"))).find(|candidate| !candidate.exists());
    let aside = free.unwrap_or_else(|| beside(file, ".broken"));
    fs::rename(file, &aside)?;
    Ok(aside)
}

/// The same world at another address: every string that begins with the old origin gets the new one instead.
pub(crate) fn moved(world: World, to: &Url) -> io::Result<World> {
    let from = world.origin.to_string();
    let mut value = serde_json::to_value(world)?;
    rewrite(&mut value, &from, to.as_str());
    Ok(serde_json::from_value(value)?)
}

fn rewrite(value: &mut Value, from: &str, to: &str) {
    match value {
        Value::String(text) => {
            if let Some(rest) = text.strip_prefix(from) {
                *text = format!("{to}{rest}");
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|item| rewrite(item, from, to)),
        Value::Object(members) => members.values_mut().for_each(|item| rewrite(item, from, to)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
