//! The journal's file: one line of JSON for each entry, added to its end. A line that a kill has cut short is left out.

use super::{Store, StoreProblem, atomic};
use crate::files::{Opening, lock, make_file, read_own};
use crate::journey::{Entry, Journal};
use crate::values::FileSize;
use std::io::Write;
use std::path::PathBuf;

/// Some thousands of entries.
const LARGEST: FileSize = FileSize(16 * 1024 * 1024);

impl Store {
    /// Everything that deeds have made. Empty if there is no journal, or none that can be read.
    #[must_use]
    pub fn journal(&self) -> Journal {
        let bytes = read_own(&self.journal_path(), LARGEST).ok().flatten().unwrap_or_default();
        let mut journal = Journal::default();
        for line in bytes.split(|byte| *byte == b'\n') {
            if let Ok(entry) = serde_json::from_slice::<Entry>(line) {
                journal.add(entry);
            }
        }
        journal
    }

    /// Adds an entry. It is on disk when this returns, so that a deed can look for it after a kill.
    ///
    /// # Errors
    /// The error says why nothing was written.
    pub fn note(&self, entry: &Entry) -> Result<(), StoreProblem> {
        let path = self.journal_path();
        let disk = |error: &std::io::Error| atomic::disk(&path, error);
        let mut line = serde_json::to_vec(entry).map_err(|error| disk(&error.into()))?;
        // The line break comes first: after a line that was cut short, the entry begins on a line of its own.
        line.insert(0, b'\n');
        line.push(b'\n');
        let _lock = lock(&self.folders.state)?;
        let mut file = make_file(&path, Opening::Append).map_err(|error| disk(&error))?;
        file.write_all(&line).and_then(|()| file.sync_all()).map_err(|error| disk(&error))
    }

    fn journal_path(&self) -> PathBuf {
        self.folders.state.join("journal.jsonl")
    }
}
