//! The world's file: the whole world as JSON. What has changed since it was written is in the journal beside it.

use super::rows::StoredRows;
use crate::world::World;
use crate::world::version::VERSION;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::io;
use url::Url;
use uuid::Uuid;

/// A world, and the mark by which a journal says which snapshot it continues.
pub(crate) struct Snapshot {
    pub mark: Uuid,
    pub world: World,
}

/// What the bytes of a world's file are.
pub(crate) enum Read {
    Snapshot(Box<Snapshot>),
    /// A world of a version that this program does not know.
    Newer(u32),
    /// No world.
    Broken,
}

#[derive(Deserialize)]
struct Head {
    version: u32,
}

#[derive(Serialize)]
struct Written {
    version: u32,
    mark: Uuid,
    world: Box<RawValue>,
    rows: BTreeMap<String, StoredRows>,
}

#[derive(Deserialize)]
struct Stored {
    mark: Uuid,
    world: World,
    rows: BTreeMap<String, StoredRows>,
}

/// The bytes of a world's file.
pub(crate) fn bytes(world: &mut World, mark: Uuid) -> io::Result<Vec<u8>> {
    let rows = world.tables().into_iter().map(|(name, table)| Ok((name, table.all()?))).collect::<io::Result<_>>()?;
    let world = serde_json::from_slice(&world.rooms()?)?;
    Ok(serde_json::to_vec(&Written { version: VERSION, mark, world, rows })?)
}

pub(crate) fn read(bytes: &[u8]) -> Read {
    let Ok(head) = serde_json::from_slice::<Head>(bytes) else { return Read::Broken };
    let read = match head.version {
        1 => first_version(bytes),
        VERSION => stored(bytes),
        newer if newer > VERSION => return Read::Newer(newer),
        _ => return Read::Broken,
    };
    read.map_or(Read::Broken, |snapshot| Read::Snapshot(Box::new(snapshot)))
}

fn stored(bytes: &[u8]) -> io::Result<Snapshot> {
    let Stored { mark, mut world, rows } = serde_json::from_slice(bytes)?;
    for (name, rows) in &rows {
        world.take_rows(name, rows)?;
    }
    Ok(Snapshot { mark, world })
}

/// The first version had no journal, and its rows were lists in their rooms.
fn first_version(bytes: &[u8]) -> io::Result<Snapshot> {
    Ok(Snapshot { mark: Uuid::new_v4(), world: serde_json::from_slice(bytes)? })
}

/// The same world at another address: every string that begins with the old origin gets the new one instead.
pub(crate) fn moved(mut world: World, to: &Url) -> io::Result<World> {
    let from = world.origin.to_string();
    let mut value: Value = serde_json::from_slice(&bytes(&mut world, Uuid::nil())?)?;
    rewrite(&mut value, &from, to.as_str());
    Ok(stored(&serde_json::to_vec(&value)?)?.world)
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
