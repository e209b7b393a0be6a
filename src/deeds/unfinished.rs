//! A test file that is being sent. What it is stands on this machine from before the transfer is announced until the deed is done, so
//! that whoever was stopped goes on where they were, and no transfer is announced twice.

use super::entries::{LARGEST_KEPT, write};
use super::run::{DeedRun, DeedStop};
use super::test_file::{Chosen, Hashes, TestFile};
use crate::checks::Connection;
use crate::files::{Content, MadeContent, read_own};
use crate::journey::{DeedId, DeedMessage, DeedOptions, Entry, EntryState, JournalPlace};
use crate::values::{FileSize, OrgNumber, ResourceId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use uuid::Uuid;

/// What is sent to whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Sending {
    pub(super) resource: ResourceId,
    pub(super) recipients: Vec<OrgNumber>,
    /// The value of `sendersFileTransferReference`.
    pub(super) reference: String,
    /// None while the transfer is not announced.
    pub(super) transfer: Option<Uuid>,
    pub(super) name: String,
    source: Source,
    size: FileSize,
    md5: String,
    sha256: String,
    /// When the user's file was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    modified: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Source {
    File(PathBuf),
    /// Made up from this seed.
    MadeUp(u64),
}

/// A file that is being sent, and its entry in the journal.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unfinished {
    pub(super) entry: Entry,
    pub(super) sending: Sending,
}

impl Sending {
    pub(super) fn new(resource: ResourceId, recipients: &[OrgNumber], reference: String, file: &TestFile) -> Self {
        let source = match &file.content {
            Content::File(path) => Source::File(path.clone()),
            Content::Made(made) => Source::MadeUp(made.seed),
        };
        let Hashes { md5, sha256, size } = file.hashes.clone();
        let (name, size, recipients) = (file.name.clone(), FileSize(size), recipients.to_vec());
        Self { resource, recipients, reference, transfer: None, name, source, size, md5, sha256, modified: file.modified }
    }

    /// The file, as it was when its upload began.
    pub(super) fn file(&self) -> TestFile {
        let content = match &self.source {
            Source::File(path) => Content::File(path.clone()),
            Source::MadeUp(seed) => Content::Made(MadeContent { seed: *seed, size: self.size.0 }),
        };
        let hashes = Hashes { md5: self.md5.clone(), sha256: self.sha256.clone(), size: self.size.0 };
        TestFile { name: self.name.clone(), hashes, content, modified: self.modified }
    }

    /// What the user has named to send it.
    pub(super) fn chosen(&self) -> Chosen {
        match &self.source {
            Source::File(path) => Chosen::File(path.clone()),
            Source::MadeUp(_) => Chosen::MadeUp(self.size),
        }
    }

    /// Whether it is what these options ask for. Who names no file and no size means whatever was begun.
    fn is_asked_for(&self, connection: &Connection, options: &DeedOptions) -> bool {
        match (Chosen::named(connection, options), &self.source) {
            (None, Source::File(_) | Source::MadeUp(_)) => true,
            (Some(Chosen::File(path)), Source::File(begun)) => path == *begun,
            (Some(Chosen::MadeUp(size)), Source::MadeUp(_)) => size == self.size,
            (Some(_), Source::File(_) | Source::MadeUp(_)) => false,
        }
    }
}

impl Unfinished {
    /// The one that was begun last of what the options ask for.
    pub(super) fn find(connection: &Connection, options: &DeedOptions, resource: &ResourceId, recipients: &[OrgNumber]) -> Option<Self> {
        let open = connection.journal.left_open(&connection.profile, DeedId::SendTest);
        let fits = |found: &Self| {
            let Sending { resource: sent_on, recipients: sent_to, .. } = &found.sending;
            sent_on == resource && sent_to == recipients && found.sending.is_asked_for(connection, options)
        };
        open.filter_map(|entry| Self::read(connection, entry)).find(fits)
    }

    fn read(connection: &Connection, entry: &Entry) -> Option<Self> {
        let bytes = read_own(&place(connection, entry), LARGEST_KEPT).ok()??;
        Some(Self { entry: entry.clone(), sending: serde_json::from_slice(&bytes).ok()? })
    }

    /// Notes that a transfer is about to be announced. It is on disk when this returns.
    pub(super) fn begin(run: &DeedRun<'_>, sending: Sending) -> Result<Self, DeedStop> {
        // One without its file was stopped right here, before anything was asked for.
        let left = run.connection.journal.left_open(&run.connection.profile, DeedId::SendTest);
        let bare = left.filter(|entry| entry.made.is_empty()).find(|entry| !place(run.connection, entry).exists());
        let entry = match bare {
            Some(entry) => entry.clone(),
            None => run.begin_entry(DeedId::SendTest, JournalPlace::Broker, "")?,
        };
        let begun = Self { entry, sending };
        begun.keep(run)?;
        Ok(begun)
    }

    /// Notes the id of the transfer.
    pub(super) fn announced(&mut self, run: &DeedRun<'_>, transfer: Uuid) -> Result<(), DeedStop> {
        self.sending.transfer = Some(transfer);
        self.keep(run)?;
        self.entry.made = transfer.to_string();
        run.end_entry(self.entry.clone(), EntryState::Begun)
    }

    /// Notes how it ended. There is nothing to go on with any more.
    pub(super) fn end(self, run: &DeedRun<'_>, state: EntryState) -> Result<(), DeedStop> {
        let place = place(run.connection, &self.entry);
        run.end_entry(self.entry, state)?;
        // Without its entry it is of no use, wherever it lies.
        let _ = std::fs::remove_file(place);
        Ok(())
    }

    fn keep(&self, run: &DeedRun<'_>) -> Result<(), DeedStop> {
        // This cannot fail: it is a plain structure.
        let text = serde_json::to_string_pretty(&self.sending).unwrap_or_default();
        write(&place(run.connection, &self.entry), &text).map_err(|error| DeedMessage::JournalNotKept { reason: error.to_string() }.into())
    }
}

fn place(connection: &Connection, entry: &Entry) -> PathBuf {
    connection.kept.join(format!("{}.json", entry.id))
}
