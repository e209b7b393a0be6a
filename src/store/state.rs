//! The saved state of a connection: its evidence, its last findings and the step that was open. Each connection has one file, named
//! by a hash of the answers that identify it, so that a profile and an answers file for the same connection share the state.

use super::atomic::{self, Content};
use super::{Store, StoreProblem};
use crate::files::lock;
use crate::journey::{Change, ConnectionKey, Evidence, FieldId, Journal, Profile, SavedState, StateChange};
use aws_lc_rs::digest;
use jiff::Timestamp;
use serde::Serialize;
use std::path::PathBuf;

/// The newest version of the file format that this program knows.
const VERSION: i64 = 1;

/// The fields whose change can take a while to reach every service. The time of such a change is saved, so that a refusal shortly
/// after it can be explained by it.
const LEARNT: [FieldId; 11] = [
    FieldId::Organisation,
    FieldId::ClientOwner,
    FieldId::ClientId,
    FieldId::ClientAuth,
    FieldId::ClientCertificate,
    FieldId::ClientKey,
    FieldId::ClientKid,
    FieldId::ClientKeyPosted,
    FieldId::Resource,
    FieldId::SystemId,
    FieldId::SystemExternalRef,
];

/// The form of the file.
#[derive(Serialize)]
struct StateFile<'a> {
    version: i64,
    #[serde(flatten)]
    state: &'a SavedState,
}

/// The file's name: the first 12 bytes of the SHA-256 hash of the connection's key, in hexadecimal.
fn file_name(key: &ConnectionKey) -> String {
    let hash = digest::digest(&digest::SHA256, key.to_string().as_bytes());
    let hash: String = hash.as_ref().iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("{hash}.toml")
}

/// Whether a newer version of this program wrote the file.
pub(super) fn is_newer(table: &toml::Table) -> bool {
    table.get("version").and_then(toml::Value::as_integer).is_some_and(|version| version > VERSION)
}

impl Store {
    /// The saved state of the profile's connection; empty when there is none.
    ///
    /// # Errors
    /// [`StoreProblem::SetAside`] for a broken file, which has been renamed so that the user can look at it. The next change starts
    /// from an empty state.
    pub fn state(&self, profile: &Profile) -> Result<SavedState, StoreProblem> {
        let path = self.state_path(profile);
        match atomic::read(&path) {
            Ok(Content::Table(table)) => Ok(lenient(table)),
            Ok(Content::Broken) => {
                let _lock = lock(&self.state_folder())?;
                // Read again under the lock: another program could have renamed the broken file and written a new one in the
                // meantime.
                match atomic::read(&path)? {
                    Content::Table(table) => Ok(lenient(table)),
                    Content::Broken => Err(StoreProblem::SetAside(atomic::set_aside(&path)?)),
                    Content::Absent => Ok(SavedState::default()),
                }
            }
            Ok(Content::Absent) | Err(_) => Ok(SavedState::default()),
        }
    }

    /// Merges a change into the saved state of the profile's connection.
    ///
    /// # Errors
    /// The error says why nothing was written.
    pub fn change_state(&self, profile: &Profile, change: StateChange) -> Result<(), StoreProblem> {
        self.merge_state(profile, change).map(drop)
    }

    /// Like [`Store::change_state`]. Returns the state on disk; `None` when there was nothing to change.
    ///
    /// # Errors
    /// The error says why nothing was written.
    pub fn merge_state(&self, profile: &Profile, change: StateChange) -> Result<Option<SavedState>, StoreProblem> {
        if change.is_empty() {
            return Ok(None);
        }
        let path = self.state_path(profile);
        let _lock = lock(&self.state_folder())?;
        let mut state = match atomic::read(&path)? {
            Content::Table(table) if is_newer(&table) => return Err(StoreProblem::FromTheFuture),
            Content::Table(table) => lenient(table),
            Content::Broken => {
                atomic::set_aside(&path)?;
                SavedState::default()
            }
            Content::Absent => SavedState::default(),
        };
        state.apply(change);
        atomic::write(&path, &StateFile { version: VERSION, state: &state })?;
        Ok(Some(state))
    }

    /// Saves which of the fields in [`LEARNT`] changed from `before` to `after`, with the time of now.
    pub(super) fn remember_changes(&self, before: Option<&Profile>, after: &Profile) -> Result<(), StoreProblem> {
        // On loopback, thus in the sandbox, a change takes effect at once.
        if after.environment.is_loopback() {
            return Ok(());
        }
        let differs = |field: &FieldId| before.and_then(|before| before.answer(*field)) != after.answer(*field);
        let at = Timestamp::now();
        let changes: Vec<Change> = LEARNT.into_iter().filter(differs).map(|field| Change { field, at }).collect();
        if changes.is_empty() {
            return Ok(());
        }
        let evidence = Evidence { changes, ..Evidence::default() };
        self.change_state(after, StateChange { evidence, ..StateChange::default() })
    }

    pub(super) fn remove_state(&self, profile: &Profile) -> Result<(), StoreProblem> {
        let path = self.state_path(profile);
        if !path.exists() {
            return Ok(());
        }
        let _lock = lock(&self.state_folder())?;
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(atomic::disk(&path, &error)),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    pub(super) fn state_folder(&self) -> PathBuf {
        self.folders.state.join("connections")
    }

    pub(super) fn state_path(&self, profile: &Profile) -> PathBuf {
        self.state_folder().join(file_name(&ConnectionKey::of(profile)))
    }
}

/// Reads a state file part by part and skips the parts and findings that this version does not know: a check that only another
/// version has must not make the whole file unreadable.
fn lenient(mut table: toml::Table) -> SavedState {
    let findings = match table.remove("findings") {
        Some(toml::Value::Array(findings)) => findings.into_iter().filter_map(atomic::read_as).collect(),
        Some(_) | None => Vec::new(),
    };
    let mut part = |name: &str| table.remove(name);
    SavedState {
        step: part("step").and_then(atomic::read_as),
        evidence: part("evidence").and_then(atomic::read_as).unwrap_or_default(),
        findings,
        journal: Journal::default(),
    }
}
