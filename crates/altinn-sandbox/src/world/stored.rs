//! The world as the disk knows it: its rooms, each written whole when it changes, and its rows, each written by itself.

use super::World;
use crate::storage::rows::{StoredRows, Table};
use std::io;
use std::mem::take;

impl World {
    /// The beginning of the name of a sink's rows; the sink's name follows.
    pub(crate) const SINK: &str = "sink.received.";

    /// The rows, by the names that they have on disk.
    pub(crate) fn tables(&mut self) -> Vec<(String, &mut dyn Table)> {
        let mut tables: Vec<(String, &mut dyn Table)> = vec![
            ("broker.transfers".to_owned(), &mut self.broker.transfers),
            ("events.log".to_owned(), &mut self.events.log),
            ("events.deliveries".to_owned(), &mut self.events.deliveries),
            ("events.dead".to_owned(), &mut self.events.dead),
        ];
        let sinks = self.sink.received.iter_mut();
        tables.extend(sinks.map(|(name, events)| (format!("{}{name}", Self::SINK), events as &mut dyn Table)));
        tables
    }

    /// The JSON of the rooms without their rows.
    pub(crate) fn rooms(&mut self) -> io::Result<Vec<u8>> {
        let (transfers, log) = (take(&mut self.broker.transfers), take(&mut self.events.log));
        let (deliveries, dead) = (take(&mut self.events.deliveries), take(&mut self.events.dead));
        let received = take(&mut self.sink.received);
        let rooms = serde_json::to_vec(self);
        (self.broker.transfers, self.events.log) = (transfers, log);
        (self.events.deliveries, self.events.dead) = (deliveries, dead);
        self.sink.received = received;
        Ok(rooms?)
    }

    /// Takes over rows from the disk.
    pub(crate) fn take_rows(&mut self, name: &str, rows: &StoredRows) -> io::Result<()> {
        if let Some(sink) = name.strip_prefix(Self::SINK) {
            return self.sink.received.entry(sink.to_owned()).or_default().take(rows);
        }
        let table = self.tables().into_iter().find(|(known, _)| known == name);
        table.ok_or_else(|| io::Error::other("rows of a kind that is not known"))?.1.take(rows)
    }

    /// Takes over the rooms from the disk. What no disk holds, such as rows in memory and resumable uploads, stays.
    pub(crate) fn take_rooms(&mut self, stored: Self) {
        let Self {
            id,
            origin,
            api_key,
            foreign_api_key,
            keys,
            authority,
            organisations,
            maskinporten,
            desk,
            sink: _,
            registry,
            systems,
            broker,
            events,
            seeded,
            memory: _,
            package_access: _,
        } = stored;
        (self.id, self.origin, self.api_key, self.foreign_api_key) = (id, origin, api_key, foreign_api_key);
        (self.keys, self.authority, self.organisations) = (keys, authority, organisations);
        (self.maskinporten, self.desk, self.registry, self.systems) = (maskinporten, desk, registry, systems);
        self.seeded = seeded;
        self.broker.take_stored(broker);
        self.events.take_stored(events);
    }

    /// All of it is on disk.
    pub(crate) fn is_kept(&mut self) {
        self.tables().into_iter().for_each(|(_, table)| table.is_kept());
    }

    /// What changed could not be put on disk: the world is as it was before. `rooms` are those on disk.
    pub(crate) fn undo(&mut self, rooms: Self) {
        self.take_rooms(rooms);
        self.tables().into_iter().for_each(|(_, table)| table.undo());
        self.sink.received.retain(|_, events| !events.is_empty());
    }
}
