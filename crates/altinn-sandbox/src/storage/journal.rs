//! The journal of a world: what changed since its file was written, one line of JSON for each change. So a change costs what it is
//! large, not what the world is large.
//!
//! ```text
//!   world.json           {"version", "mark": m, "world": {room: …}, "rows": {table: {number: row}}}
//!   world.json.journal   {"continues": m}
//!                        {"rooms": {room: …}, "rows": {table: {number: row, or null for one that is gone}}}
//!                        …
//! ```
//!
//! When the journal has become several times as long as the world's file, that file is written anew with another mark, and the
//! journal begins again. A journal with another mark than the file is an old one, and means nothing. A last line without its end is
//! a change that a kill interrupted: it was not answered yet, and does not count.

use super::rows::StoredRows;
use super::{file, snapshot};
use crate::world::World;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// How many times as long as the world's file the journal becomes.
const TIMES: u64 = 4;
/// The least length, in bytes, at which a journal begins again.
const LEAST: u64 = 1 << 20;

/// Keeps a world on disk.
#[derive(Debug)]
pub(crate) struct Journal {
    world: PathBuf,
    /// Open from the first change on.
    file: Option<File>,
    /// How long the journal is, in bytes. What lies behind it was not written completely.
    end: u64,
    /// How long the world's file is, in bytes.
    snapshot: u64,
    mark: Uuid,
    /// The rooms of the world, without its rows, as they are on disk.
    rooms: Vec<u8>,
    closed: bool,
}

/// A change that is not on disk yet.
#[derive(Debug)]
pub(crate) struct Unwritten {
    line: Vec<u8>,
    rooms: Vec<u8>,
    /// The whole world, when the journal is to begin again.
    whole: Option<(Uuid, Vec<u8>)>,
}

type Rooms = BTreeMap<String, Option<Box<RawValue>>>;

#[derive(Debug, Default, Serialize, Deserialize)]
struct Change {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    rooms: Rooms,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    rows: BTreeMap<String, StoredRows>,
}

#[derive(Serialize, Deserialize)]
struct Head {
    continues: Uuid,
}

/// The journal's file of a world's file.
pub(crate) fn beside(world: &Path) -> PathBuf {
    file::beside(world, ".journal")
}

impl Journal {
    /// Writes the world's file, and begins a journal.
    pub(crate) fn begun(file: PathBuf, world: &mut World) -> io::Result<Self> {
        let mark = Uuid::new_v4();
        let bytes = snapshot::bytes(world, mark)?;
        file::write(&file, &bytes)?;
        // An earlier journal means nothing any more.
        let _ = fs::remove_file(beside(&file));
        let rooms = world.rooms()?;
        world.is_kept();
        Ok(Self { world: file, file: None, end: 0, snapshot: length(&bytes), mark, rooms, closed: false })
    }

    /// What changed in the world since it was last put on disk; `None` when nothing did.
    pub(crate) fn unwritten(&self, world: &mut World) -> io::Result<Option<Unwritten>> {
        let rooms = world.rooms()?;
        let mut change = Change::default();
        if rooms != self.rooms {
            change.rooms = changed_rooms(&self.rooms, &rooms)?;
        }
        for (name, table) in world.tables() {
            let rows = table.changed()?;
            if !rows.is_empty() {
                change.rows.insert(name, rows);
            }
        }
        if change.rooms.is_empty() && change.rows.is_empty() {
            return Ok(None);
        }
        let mut line = serde_json::to_vec(&change)?;
        line.push(b'\n');
        let is_long = self.end + length(&line) > LEAST.max(TIMES * self.snapshot);
        let mark = Uuid::new_v4();
        let whole = is_long.then(|| snapshot::bytes(world, mark)).transpose()?.map(|bytes| (mark, bytes));
        Ok(Some(Unwritten { line, rooms, whole }))
    }

    /// Puts a change on disk, completely or not at all.
    pub(crate) fn write(&mut self, change: Unwritten) -> io::Result<()> {
        if self.closed {
            return Err(io::Error::other("the sandbox has ended"));
        }
        let anew = change.whole.is_some_and(|(mark, bytes)| self.begin_again(mark, &bytes));
        // Where there is no room for the whole world, there may be some for the change.
        if !anew {
            self.append(&change.line)?;
        }
        self.rooms = change.rooms;
        Ok(())
    }

    fn begin_again(&mut self, mark: Uuid, bytes: &[u8]) -> bool {
        if file::write(&self.world, bytes).is_err() {
            return false;
        }
        (self.mark, self.snapshot, self.file, self.end) = (mark, length(bytes), None, 0);
        true
    }

    fn append(&mut self, line: &[u8]) -> io::Result<()> {
        let mut text = Vec::new();
        if self.end == 0 {
            text = serde_json::to_vec(&Head { continues: self.mark })?;
            text.push(b'\n');
        }
        text.extend_from_slice(line);
        let mut file = match self.file.take() {
            Some(file) => file,
            None => file::open(&beside(&self.world), file::Presence::Either)?,
        };
        let written = written_at(&mut file, self.end, &text);
        if written.is_ok() {
            self.end += length(&text);
        } else {
            // If this fails too, the rest lies behind the end, and the next change takes its place.
            let _ = file.set_len(self.end);
        }
        self.file = Some(file);
        written
    }

    /// The rooms of the world as they are on disk.
    pub(crate) fn rooms(&self) -> io::Result<World> {
        Ok(serde_json::from_slice(&self.rooms)?)
    }

    /// Writes nothing from now on.
    pub(crate) fn close(&mut self) {
        self.closed = true;
    }
}

fn written_at(file: &mut File, end: u64, text: &[u8]) -> io::Result<()> {
    file.set_len(end)?;
    file.seek(SeekFrom::Start(end))?;
    file.write_all(text)?;
    file.sync_data()
}

fn changed_rooms(before: &[u8], after: &[u8]) -> io::Result<Rooms> {
    let (before, after) = (rooms(before)?, rooms(after)?);
    let is_same = |name: &String, room: &RawValue| before.get(name).and_then(Option::as_ref).is_some_and(|known| known.get() == room.get());
    let gone = before.keys().filter(|name| !after.contains_key(*name)).map(|name| (name.clone(), None)).collect::<Vec<_>>();
    let changed = after.into_iter().filter(|(name, room)| room.as_ref().is_none_or(|room| !is_same(name, room)));
    Ok(changed.chain(gone).collect())
}

fn rooms(bytes: &[u8]) -> io::Result<Rooms> {
    Ok(serde_json::from_slice(bytes)?)
}

/// Brings a world to where its journal ends. A journal of another snapshot changes nothing.
///
/// # Errors
/// When a line cannot be read that is not the last one.
pub(crate) fn replay(world: &mut World, mark: Uuid, journal: &[u8]) -> io::Result<()> {
    let mut lines = journal.split_inclusive(|byte| *byte == b'\n').peekable();
    let head = lines.next().and_then(|line| serde_json::from_slice::<Head>(line).ok());
    if head.is_none_or(|head| head.continues != mark) {
        return Ok(());
    }
    let mut stored = rooms(&world.rooms()?)?;
    let mut has_changed = false;
    while let Some(line) = lines.next() {
        let change: Change = match serde_json::from_slice(line) {
            Ok(change) if line.ends_with(b"\n") => change,
            _ if lines.peek().is_none() => break,
            Ok(_) => return Err(io::ErrorKind::InvalidData.into()),
            Err(cause) => return Err(cause.into()),
        };
        has_changed |= !change.rooms.is_empty();
        for (name, room) in change.rooms {
            match room {
                Some(room) => stored.insert(name, Some(room)),
                None => stored.remove(&name),
            };
        }
        for (name, rows) in &change.rows {
            world.take_rows(name, rows)?;
        }
    }
    if has_changed {
        world.take_rooms(serde_json::from_slice(&serde_json::to_vec(&stored)?)?);
    }
    Ok(())
}

/// The mark in a journal.
pub(crate) fn mark_of(journal: &[u8]) -> Option<Uuid> {
    let head = journal.split_inclusive(|byte| *byte == b'\n').next()?;
    serde_json::from_slice::<Head>(head).ok().map(|head| head.continues)
}

fn length(bytes: &[u8]) -> u64 {
    bytes.len() as u64
}
