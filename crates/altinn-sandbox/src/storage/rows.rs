//! Rows of the world that are many, such as transfers: each is put on disk by itself when it changes.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io;
use std::ops::{Deref, DerefMut};
use uuid::Uuid;

/// What can be a row.
pub trait Row: Clone {
    /// What rows are put in order by, besides their age; `()` where nobody asks for such an order.
    type Place: Ord + Clone;
    /// The id by which it is found at once, however many rows there are. A row never changes it.
    fn id(&self) -> Option<Uuid>;
    /// Where it stands among the others now.
    fn place(&self) -> Self::Place;
}

/// Rows in the order in which they were added. They remember which of them changed since they were last put on disk, and how those
/// were before.
#[derive(Debug, Clone)]
pub struct Rows<T: Row> {
    /// By a number that a row never changes.
    rows: BTreeMap<u64, T>,
    /// The numbers of the rows that have an id.
    numbers: HashMap<Uuid, u64>,
    /// The number of each row, by its place.
    places: BTreeSet<(T::Place, u64)>,
    /// The rows that changed, as they are on disk; `None` when they are not there.
    before: BTreeMap<u64, Option<T>>,
}

impl<T: Row> Default for Rows<T> {
    fn default() -> Self {
        Self { rows: BTreeMap::new(), numbers: HashMap::new(), places: BTreeSet::new(), before: BTreeMap::new() }
    }
}

/// A row that may be changed. It takes its new place when this is dropped.
#[derive(Debug)]
pub struct Changing<'a, T: Row> {
    row: &'a mut T,
    number: u64,
    was: T::Place,
    places: &'a mut BTreeSet<(T::Place, u64)>,
}

impl<T: Row> Deref for Changing<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.row
    }
}

impl<T: Row> DerefMut for Changing<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.row
    }
}

impl<T: Row> Drop for Changing<'_, T> {
    fn drop(&mut self) {
        let place = self.row.place();
        if place != self.was {
            self.places.remove(&(self.was.clone(), self.number));
            self.places.insert((place, self.number));
        }
    }
}

impl<T: Row> Rows<T> {
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

    #[must_use]
    pub fn get(&self, id: Uuid) -> Option<&T> {
        self.rows.get(self.numbers.get(&id)?)
    }

    /// The rows whose places are between these, both included, in the order of their places. Rows with the same place stand in the
    /// order in which they were added.
    pub fn between(&self, first: &T::Place, last: &T::Place) -> impl DoubleEndedIterator<Item = &T> {
        // A range that ends before it begins is a panic.
        let has_any = first <= last;
        let range = has_any.then(|| self.places.range((first.clone(), u64::MIN)..=(last.clone(), u64::MAX)));
        range.into_iter().flatten().filter_map(|(_, number)| self.rows.get(number))
    }

    pub fn get_mut(&mut self, id: Uuid) -> Option<Changing<'_, T>> {
        let number = *self.numbers.get(&id)?;
        let row = self.rows.get_mut(&number)?;
        self.before.entry(number).or_insert_with(|| Some(row.clone()));
        Some(Changing { was: row.place(), row, number, places: &mut self.places })
    }

    pub fn push(&mut self, row: T) {
        // A row that is gone from memory may still be on disk.
        let last = self.rows.keys().next_back().max(self.before.keys().next_back());
        let number = last.map_or(0, |last| last + 1);
        self.before.entry(number).or_insert(None);
        self.put(number, row);
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

    /// Removes the row with this id.
    pub fn forget(&mut self, id: Uuid) {
        if let Some(number) = self.numbers.get(&id) {
            self.remove(*number);
        }
    }

    fn remove(&mut self, number: u64) {
        if let Some(row) = self.take_out(number) {
            self.before.entry(number).or_insert(Some(row));
        }
    }

    fn put(&mut self, number: u64, row: T) {
        self.take_out(number);
        if let Some(id) = row.id() {
            self.numbers.insert(id, number);
        }
        self.places.insert((row.place(), number));
        self.rows.insert(number, row);
    }

    fn take_out(&mut self, number: u64) -> Option<T> {
        let row = self.rows.remove(&number)?;
        if let Some(id) = row.id() {
            self.numbers.remove(&id);
        }
        self.places.remove(&(row.place(), number));
        Some(row)
    }
}

impl<T: Row + Serialize> Rows<T> {
    /// The rows with these numbers as they are now.
    fn stored<'a>(&self, numbers: impl Iterator<Item = &'a u64>) -> io::Result<StoredRows> {
        let mut stored = StoredRows::new();
        for number in numbers {
            stored.insert(*number, self.rows.get(number).map(to_raw_value).transpose()?);
        }
        Ok(stored)
    }
}

/// A list, in which the rows have no numbers.
impl<T: Row + Serialize> Serialize for Rows<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.rows.values())
    }
}

impl<'de, T: Row + Deserialize<'de>> Deserialize<'de> for Rows<T> {
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

impl<T: Row + Serialize + DeserializeOwned> Table for Rows<T> {
    fn all(&self) -> io::Result<StoredRows> {
        self.stored(self.rows.keys())
    }

    fn changed(&self) -> io::Result<StoredRows> {
        self.stored(self.before.keys())
    }

    fn take(&mut self, stored: &StoredRows) -> io::Result<()> {
        for (number, row) in stored {
            match row {
                Some(row) => self.put(*number, serde_json::from_slice(row.get().as_bytes())?),
                None => {
                    self.take_out(*number);
                }
            }
        }
        Ok(())
    }

    fn is_kept(&mut self) {
        self.before.clear();
    }

    fn undo(&mut self) {
        for (number, row) in std::mem::take(&mut self.before) {
            match row {
                Some(row) => self.put(number, row),
                None => {
                    self.take_out(number);
                }
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[derive(Debug, Clone, Serialize, Deserialize)]
    struct Letter {
        id: Uuid,
        text: String,
    }

    impl Row for Letter {
        type Place = String;

        fn id(&self) -> Option<Uuid> {
            Some(self.id)
        }

        fn place(&self) -> String {
            self.text.clone()
        }
    }

    /// The id of the letter that was made with this text.
    fn id(text: &str) -> Uuid {
        Uuid::from_u128(text.bytes().fold(0, |id, byte| id << 8 | u128::from(byte)))
    }

    fn letter(text: &str) -> Letter {
        Letter { id: id(text), text: text.to_owned() }
    }

    fn on_disk(rows: &[&str]) -> Rows<Letter> {
        let mut made = Rows::default();
        rows.iter().for_each(|row| made.push(letter(row)));
        made.is_kept();
        made
    }

    fn text(rows: &Rows<Letter>) -> String {
        rows.iter().map(|row| row.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The texts of the rows that are found by these ids.
    fn found(rows: &Rows<Letter>, ids: &[&str]) -> String {
        ids.iter().filter_map(|text| rows.get(id(text))).map(|row| row.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_changed_brings_the_rows_on_disk_to_those_in_memory_and_undoing_brings_them_back() {
        let mut rows = on_disk(&["a", "b", "c", "d"]);
        let mut disk = on_disk(&["a", "b", "c", "d"]);
        rows.get_mut(id("b")).expect("there").text.push('!');
        rows.retain(|row| row.text != "c");
        rows.push(letter("e"));
        rows.push(letter("f"));
        rows.forget(id("f"));
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

    #[test]
    fn a_row_is_found_by_its_id_as_long_as_it_is_there() {
        let all = ["a", "b", "c", "d", "e"];
        let mut rows = on_disk(&["a", "b", "c", "d"]);
        let mut disk = on_disk(&["a", "b", "c", "d"]);
        rows.get_mut(id("b")).expect("there").text.push('!');
        rows.forget(id("c"));
        rows.push(letter("e"));
        rows.keep_newest(3);
        assert_eq!(found(&rows, &all), "b! d e");
        disk.take(&rows.changed().expect("JSON")).expect("rows");
        assert_eq!(found(&disk, &all), "b! d e");
        rows.undo();
        assert_eq!(found(&rows, &all), "a b c d");
    }

    #[test]
    fn rows_stand_by_their_places_whatever_changes_them() {
        let between = |rows: &Rows<Letter>, first: &str, last: &str| {
            rows.between(&first.to_owned(), &last.to_owned()).map(|row| row.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        let mut rows = on_disk(&["d", "b", "c", "a"]);
        assert_eq!(between(&rows, "b", "d"), "b c d");
        assert_eq!(between(&rows, "d", "b"), "");
        rows.get_mut(id("b")).expect("there").text = "e".to_owned();
        rows.forget(id("c"));
        rows.push(letter("f"));
        assert_eq!(between(&rows, "a", "f"), "a d e f");
        let mut disk = on_disk(&["d", "b", "c", "a"]);
        disk.take(&rows.changed().expect("JSON")).expect("rows");
        assert_eq!(between(&disk, "a", "f"), "a d e f");
        rows.undo();
        assert_eq!(between(&rows, "a", "f"), "a b c d");
    }
}
