//! Rows of the world that are many, such as transfers: each is put on disk by itself when it changes.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use std::collections::BTreeMap;
use std::io;

/// Rows in the order in which they were added. They remember which of them changed since they were last put on disk, and how those
/// were before.
#[derive(Debug, Clone)]
pub struct Rows<T> {
    /// By a number that a row never changes.
    rows: BTreeMap<u64, T>,
    /// The rows that changed, as they are on disk; `None` when they are not there.
    before: BTreeMap<u64, Option<T>>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { rows: BTreeMap::new(), before: BTreeMap::new() }
    }
}

impl<T: Clone> Rows<T> {
    /// Oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.rows.values()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    #[must_use]
    pub fn first(&self) -> Option<&T> {
        self.iter().next()
    }

    /// The newest row for which `is_meant` is true. What was added last is asked for most, so the search begins there.
    #[must_use]
    pub fn find(&self, is_meant: impl Fn(&T) -> bool) -> Option<&T> {
        self.iter().rev().find(|row| is_meant(row))
    }

    /// Like [`Rows::find`], to change the row.
    pub fn find_mut(&mut self, is_meant: impl Fn(&T) -> bool) -> Option<&mut T> {
        let (number, row) = self.rows.iter_mut().rev().find(|(_, row)| is_meant(row))?;
        self.before.entry(*number).or_insert_with(|| Some(row.clone()));
        Some(row)
    }

    pub fn push(&mut self, row: T) {
        // A row that is gone from memory may still be on disk.
        let last = self.rows.keys().next_back().max(self.before.keys().next_back());
        let number = last.map_or(0, |last| last + 1);
        self.before.entry(number).or_insert(None);
        self.rows.insert(number, row);
    }

    /// Removes every other row.
    pub fn retain(&mut self, stays: impl Fn(&T) -> bool) {
        let gone: Vec<u64> = self.rows.iter().filter(|(_, row)| !stays(row)).map(|(number, _)| *number).collect();
        gone.into_iter().for_each(|number| self.remove(number));
    }

    /// Removes the oldest rows, so that at most this many are left.
    pub fn keep_newest(&mut self, most: usize) {
        let gone: Vec<u64> = self.rows.keys().take(self.len().saturating_sub(most)).copied().collect();
        gone.into_iter().for_each(|number| self.remove(number));
    }

    fn remove(&mut self, number: u64) {
        if let Some(row) = self.rows.remove(&number) {
            self.before.entry(number).or_insert(Some(row));
        }
    }
}

/// A list, in which the rows have no numbers.
impl<T: Serialize> Serialize for Rows<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.rows.values())
    }
}

impl<'de, T: Clone + Deserialize<'de>> Deserialize<'de> for Rows<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut rows = Self::default();
        Vec::deserialize(deserializer)?.into_iter().for_each(|row| rows.push(row));
        Ok(rows)
    }
}

/// Rows as they lie on disk: JSON by number.
pub(crate) type StoredRows = BTreeMap<u64, Option<Box<RawValue>>>;

/// Rows of any kind, for the journal.
pub(crate) trait Table {
    /// All rows.
    fn all(&self) -> io::Result<StoredRows>;
    /// The rows that changed since they were last put on disk; `None` for those that were removed.
    fn changed(&self) -> io::Result<StoredRows>;
    /// Takes over rows from the disk.
    fn take(&mut self, stored: &StoredRows) -> io::Result<()>;
    /// The changes are on disk now.
    fn is_kept(&mut self);
    /// The changes could not be put on disk: all is as it was before.
    fn undo(&mut self);
}

impl<T: Clone + Serialize + DeserializeOwned> Table for Rows<T> {
    fn all(&self) -> io::Result<StoredRows> {
        self.rows.iter().map(|(number, row)| Ok((*number, Some(to_raw_value(row)?)))).collect()
    }

    fn changed(&self) -> io::Result<StoredRows> {
        let row = |number: &u64| Ok((*number, self.rows.get(number).map(to_raw_value).transpose()?));
        self.before.keys().map(row).collect()
    }

    fn take(&mut self, stored: &StoredRows) -> io::Result<()> {
        for (number, row) in stored {
            match row {
                Some(row) => self.rows.insert(*number, serde_json::from_str(row.get())?),
                None => self.rows.remove(number),
            };
        }
        Ok(())
    }

    fn is_kept(&mut self) {
        self.before.clear();
    }

    fn undo(&mut self) {
        for (number, row) in std::mem::take(&mut self.before) {
            match row {
                Some(row) => self.rows.insert(number, row),
                None => self.rows.remove(&number),
            };
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    fn on_disk(rows: &[&str]) -> Rows<String> {
        let mut made = Rows::default();
        rows.iter().for_each(|row| made.push((*row).to_owned()));
        made.is_kept();
        made
    }

    fn text(rows: &Rows<String>) -> String {
        rows.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_changed_brings_the_rows_on_disk_to_those_in_memory_and_undoing_brings_them_back() {
        let mut rows = on_disk(&["a", "b", "c", "d"]);
        let mut disk = on_disk(&["a", "b", "c", "d"]);
        rows.find_mut(|row| row == "b").expect("there").push('!');
        rows.retain(|row| row != "c");
        rows.push("e".to_owned());
        rows.push("f".to_owned());
        rows.retain(|row| row != "f");
        rows.keep_newest(3);
        assert_eq!(text(&rows), "b! d e");
        let changed = rows.changed().expect("JSON");
        assert_eq!(changed.len(), 5, "d has not changed");
        disk.take(&changed).expect("rows");
        assert_eq!(text(&disk), "b! d e");
        rows.undo();
        assert_eq!(text(&rows), "a b c d");
        assert!(rows.changed().expect("JSON").is_empty());
    }
}
