//! What a deed writes into the journal: an entry before it asks a service, and the answer's after it. What a kill has left open is
//! taken up, and what is replaced is kept first.

use super::refusal::may_have_been_done;
use super::run::{DeedRun, DeedStop, Phase};
use crate::files::{LockProblem, Replacement, lock, make_folder, read_own};
use crate::journey::{DeedId, DeedMessage, Entry, EntryState, JournalPlace};
use crate::services::Problem;
use crate::values::FileSize;
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::Path;
use std::str::FromStr;
use uuid::Uuid;

/// The largest file of what lay at a service before.
pub(super) const LARGEST_KEPT: FileSize = FileSize(4 * 1024 * 1024);

/// What the file of an entry keeps of a thing that is replaced: how it was, and how the deed leaves it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Replaced<T> {
    pub(super) before: T,
    pub(super) after: T,
}

impl<'a> DeedRun<'a> {
    /// Notes in the journal that a thing is about to be made. It is on disk when this returns. Where the service chooses the id,
    /// `made` is empty until the answer is there.
    pub(super) fn begin_entry(&self, deed: DeedId, place: JournalPlace, made: &str) -> Result<Entry, DeedStop> {
        let id: String = Uuid::new_v4().simple().to_string().chars().take(8).collect();
        let entry = Entry::begun(id, deed, place, made.to_owned(), &self.connection.profile, Timestamp::now());
        self.note(entry.clone())?;
        Ok(entry)
    }

    /// Keeps what lay at a service before it is replaced, in a file of the entry's own, and notes that it is about to be. Both are
    /// on disk when this returns.
    pub(super) fn begin_replacing(&self, deed: DeedId, place: JournalPlace, made: &str, kept: &impl Serialize) -> Result<Entry, DeedStop> {
        let entry = self.resume_entry(deed, place, made)?;
        let path = self.connection.kept.join(format!("{}.json", entry.id));
        let written = serde_json::to_string_pretty(kept).map_err(io::Error::other).and_then(|text| write(&path, &text));
        written.map_err(|error| DeedMessage::NotKeptFirst { reason: error.to_string() })?;
        let entry = Entry { kept: Some(path.display().to_string()), ..entry };
        self.note(entry.clone())?;
        Ok(entry)
    }

    /// The entry that a kill has left open of the same deed and thing, else a new one. It is on disk when this returns.
    pub(super) fn resume_entry(&self, deed: DeedId, place: JournalPlace, made: &str) -> Result<Entry, DeedStop> {
        match self.begun(deed, made) {
            Some(entry) => Ok(entry.clone()),
            None => self.begin_entry(deed, place, made),
        }
    }

    /// The entry of this deed and thing that a kill has left open.
    pub(super) fn begun(&self, deed: DeedId, made: &str) -> Option<&'a Entry> {
        self.connection.journal.left_open(&self.connection.profile, deed).find(|entry| entry.made == made)
    }

    /// Notes that a thing was made after all: a kill had left open whether it was.
    pub(super) fn settle(&self, deed: DeedId, made: &str) -> Result<(), DeedStop> {
        self.begun(deed, made).map_or(Ok(()), |entry| self.end_entry(entry.clone(), EntryState::Done))
    }

    /// Notes what became of it.
    pub(super) fn end_entry(&self, entry: Entry, state: EntryState) -> Result<(), DeedStop> {
        self.note(entry.with_state(state))
    }

    /// Notes that the entry's thing was taken back, and says it.
    pub(super) fn undone(&self, phase: Phase, entry: &Entry, said: DeedMessage) -> Result<Vec<DeedMessage>, DeedStop> {
        self.end(phase, said.clone());
        self.end_entry(entry.clone(), EntryState::Undone)?;
        Ok(vec![said])
    }

    /// Notes that nothing was made, if the problem says so. Else the entry stays open.
    pub(super) fn end_refused(&self, entry: Entry, problem: &Problem) -> Result<(), DeedStop> {
        if may_have_been_done(problem) { Ok(()) } else { self.end_entry(entry, EntryState::Refused) }
    }
}

/// Writes a file of an entry's own. It is on disk when this returns.
pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    make_folder(folder)?;
    let _lock = lock(folder).map_err(LockProblem::into_error)?;
    let mut replacement = Replacement::of(path)?;
    replacement.write(text.as_bytes())?;
    replacement.take_place()
}

/// What an entry's file has kept. The stop says that it cannot be read.
pub(super) fn kept<T: DeserializeOwned>(entry: &Entry) -> Result<T, DeedStop> {
    let path = entry.kept.clone().ok_or(DeedMessage::CannotBeUndone)?;
    let bytes = read_own(Path::new(&path), LARGEST_KEPT).ok().flatten();
    bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).ok_or_else(|| DeedMessage::KeptGone { path }.into())
}

/// The thing of an entry that is to be undone. Fails if that was done before, or if the thing's id was never known.
pub(super) fn to_undo<T: FromStr>(entry: &Entry) -> Result<T, DeedStop> {
    if entry.state == EntryState::Undone {
        return Err(DeedMessage::UndoneAlready { made: entry.made.clone() }.into());
    }
    entry.made.parse().map_err(|_| DeedMessage::CannotBeUndone.into())
}

/// The thing of an entry that is to be undone, and what its file has kept.
pub(super) fn replaced<M: FromStr, K: DeserializeOwned>(entry: &Entry) -> Result<(M, K), DeedStop> {
    Ok((to_undo(entry)?, kept(entry)?))
}
