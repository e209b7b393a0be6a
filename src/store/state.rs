//! What is kept of a connection: evidence, the last findings, where the user was. One file each, under a hash of what makes it
//! that connection, so that a profile and an answers file about the same one share it.

use super::atomic::{self, Content};
use super::{Store, StoreProblem};
use crate::journey::{Change, Evidence, FieldId, Finding, Profile, StepId};
use aws_lc_rs::digest;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The version of the file format.
const VERSION: i64 = 1;
/// How many received events are kept.
const EVENTS: usize = 50;

/// The answers that a service has to learn of, or that decide which of its memories is asked.
const LEARNT: [FieldId; 9] = [
    FieldId::Organisation,
    FieldId::ClientOwner,
    FieldId::ClientId,
    FieldId::ClientKey,
    FieldId::ClientKid,
    FieldId::ClientKeyPosted,
    FieldId::Resource,
    FieldId::SystemId,
    FieldId::SystemExternalRef,
];

/// What is kept of a connection.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConnectionState {
    /// The step that was open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
    pub evidence: Evidence,
    pub findings: Vec<Finding>,
}

/// As it lies on disk.
#[derive(Serialize)]
struct Stored<'a> {
    version: i64,
    #[serde(flatten)]
    state: &'a ConnectionState,
}

/// The name of a profile's connection: a hash of base URLs, role, organisation, client, resource and acting (contract 7).
#[must_use]
pub fn connection(profile: &Profile) -> String {
    let bases = profile.environment.endpoints(None).map_or_else(
        // The sandbox's port may differ from one start to the next; it stays the same connection.
        || profile.environment.name().to_owned(),
        |endpoints| format!("{} {}", endpoints.platform, endpoints.maskinporten),
    );
    let answer = |field| profile.answer(field).unwrap_or_default();
    let parts = [FieldId::Role, FieldId::Organisation, FieldId::ClientId, FieldId::Resource, FieldId::Acting].map(answer);
    let hash = digest::digest(&digest::SHA256, format!("{bases}\n{}", parts.join("\n")).as_bytes());
    hash.as_ref().iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a newer program wrote the file.
pub(super) fn is_newer(table: &toml::Table) -> bool {
    table.get("version").and_then(toml::Value::as_integer).is_some_and(|version| version > VERSION)
}

impl Store {
    /// What is kept of the profile's connection; empty where nothing is, or where it cannot be read.
    #[must_use]
    pub fn state(&self, profile: &Profile) -> ConnectionState {
        self.state_or_aside(profile).unwrap_or_default()
    }

    /// The same, for whoever can tell the user of a broken one.
    ///
    /// # Errors
    /// [`StoreProblem::SetAside`]: nothing in it can be shown; it is kept for whoever wants to look, and the next save starts anew.
    pub fn state_or_aside(&self, profile: &Profile) -> Result<ConnectionState, StoreProblem> {
        let path = self.state_path(profile);
        match atomic::read(&path) {
            Ok(Content::Table(table)) => Ok(lenient(table)),
            Ok(Content::Broken) => Err(StoreProblem::SetAside(atomic::set_aside(&path)?)),
            Ok(Content::Absent) | Err(_) => Ok(ConnectionState::default()),
        }
    }

    /// Keeps it. Evidence and changes of answers that another process has written meanwhile are kept too: nothing that was made
    /// is forgotten because two programs were open.
    ///
    /// # Errors
    /// Why it was not written.
    pub fn save_state(&self, profile: &Profile, state: &ConnectionState) -> Result<(), StoreProblem> {
        let path = self.state_path(profile);
        let kept = match atomic::read(&path)? {
            Content::Table(table) if is_newer(&table) => return Err(StoreProblem::FromTheFuture),
            Content::Table(table) => lenient(table).evidence,
            Content::Broken => {
                atomic::set_aside(&path)?;
                Evidence::default()
            }
            Content::Absent => Evidence::default(),
        };
        let mut merged = state.clone();
        merged.evidence = both(kept, merged.evidence);
        atomic::write(&path, &Stored { version: VERSION, state: &merged })
    }

    /// Writes down which answers changed just now, for as long as a service may not know of it.
    pub(super) fn remember_changes(&self, before: Option<&Profile>, after: &Profile) -> Result<(), StoreProblem> {
        // The sandbox knows at once: nothing is ever on its way there.
        if after.environment.is_local() {
            return Ok(());
        }
        let differs = |field: &FieldId| before.and_then(|before| before.answer(*field)) != after.answer(*field);
        let at = Timestamp::now();
        let changes: Vec<Change> = LEARNT.into_iter().filter(differs).map(|field| Change { field, at }).collect();
        if changes.is_empty() {
            return Ok(());
        }
        let mut state = self.state(after);
        state.evidence.changes.extend(changes);
        self.save_state(after, &state)
    }

    pub(super) fn remove_state(&self, profile: &Profile) -> Result<(), StoreProblem> {
        let path = self.state_path(profile);
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(atomic::disk(&path, &error)),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    fn state_path(&self, profile: &Profile) -> PathBuf {
        self.folders.state.join("connections").join(format!("{}.toml", connection(profile)))
    }
}

/// Reads what this version knows: a finding of a check that is not known here must not cost the others.
fn lenient(mut table: toml::Table) -> ConnectionState {
    let findings = match table.remove("findings") {
        Some(toml::Value::Array(findings)) => findings.into_iter().filter_map(|finding| finding.try_into().ok()).collect(),
        Some(_) | None => Vec::new(),
    };
    let mut part = |name: &str| table.remove(name);
    ConnectionState {
        step: part("step").and_then(|step| step.try_into().ok()),
        evidence: part("evidence").and_then(|evidence| evidence.try_into().ok()).unwrap_or_default(),
        findings,
    }
}

/// What either knows; where both know the same, what `ours` knows of it.
fn both(theirs: Evidence, ours: Evidence) -> Evidence {
    let transfer = match (theirs.transfer, ours.transfer) {
        (Some(theirs), Some(mut ours)) if theirs.id == ours.id => {
            ours.confirmed |= theirs.confirmed;
            Some(ours)
        }
        (Some(theirs), Some(ours)) => Some(if theirs.at > ours.at { theirs } else { ours }),
        (theirs, ours) => ours.or(theirs),
    };
    let mut subscriptions = theirs.subscriptions;
    subscriptions.retain(|known| ours.subscriptions.iter().all(|own| own.id != known.id));
    subscriptions.extend(ours.subscriptions);
    subscriptions.sort_by_key(|subscription| subscription.at);
    let mut events = theirs.events;
    events.retain(|known| ours.events.iter().all(|own| own.id != known.id));
    events.extend(ours.events);
    events.sort_by_key(|event| event.at);
    let surplus = events.len().saturating_sub(EVENTS);
    events.drain(..surplus);
    Evidence { transfer, subscriptions, events, changes: latest(theirs.changes.into_iter().chain(ours.changes)) }
}

/// The latest change of each answer, in the order of the fields.
fn latest(changes: impl Iterator<Item = Change>) -> Vec<Change> {
    let mut kept: Vec<Change> = Vec::new();
    for change in changes {
        match kept.iter_mut().find(|known| known.field == change.field) {
            Some(known) => known.at = known.at.max(change.at),
            None => kept.push(change),
        }
    }
    kept.sort_by_key(|change| change.field);
    kept
}
