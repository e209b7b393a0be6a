//! The uploads of a transfer, and the callers that were given access to them.

use super::upload::{LIFETIME, Upload, UploadKind};
use crate::identity::caller::Caller;
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use uuid::Uuid;

/// The sessions by their transfer.
#[derive(Debug, Clone, Default)]
pub struct Sessions(HashMap<Uuid, Session>);

/// The uploads of one transfer, in the order in which they were created.
#[derive(Debug, Clone, Default)]
pub(super) struct Session {
    pub uploads: Vec<Upload>,
    /// The callers that were given access, and when.
    admitted: HashMap<String, Timestamp>,
    active: Option<Timestamp>,
}

impl Sessions {
    pub(super) fn of(&mut self, transfer: Uuid) -> &mut Session {
        self.0.entry(transfer).or_default()
    }

    pub(super) fn known(&self, transfer: Uuid) -> Option<&Session> {
        self.0.get(&transfer)
    }

    pub(super) fn known_mut(&mut self, transfer: Uuid) -> Option<&mut Session> {
        self.0.get_mut(&transfer)
    }

    /// When bytes last arrived.
    pub(in super::super) fn activity(&self, transfer: Uuid) -> Option<Timestamp> {
        self.0.get(&transfer)?.active
    }

    /// Removes the uploads after the file was put together. The callers that had access are kept.
    pub(in super::super) fn finished(&mut self, transfer: Uuid) {
        let Some(session) = self.0.get_mut(&transfer) else { return };
        for upload in session.uploads.drain(..) {
            // The file may have been moved to its place; any other is removed with the folder.
            let _ = std::fs::remove_file(upload.file);
        }
    }

    /// Lets time pass at once, by moving every recorded time back.
    pub(in super::super) fn pass(&mut self, time: SignedDuration) {
        let earlier = |at: &mut Timestamp| *at = at.checked_sub(time).unwrap_or(Timestamp::MIN);
        for session in self.0.values_mut() {
            for upload in &mut session.uploads {
                earlier(&mut upload.expires);
                upload.blocks.iter_mut().for_each(|block| earlier(&mut block.staged));
            }
            session.admitted.values_mut().chain(session.active.as_mut()).for_each(earlier);
        }
    }

    /// Ends uploads that expired, a day after they were last used.
    pub(in super::super) fn forget_expired(&mut self, now: Timestamp) {
        for session in self.0.values_mut() {
            for upload in session.uploads.iter_mut().filter(|upload| upload.expires <= now && !upload.finishing) {
                upload.ended = true;
            }
        }
    }
}

impl Session {
    /// The whole or final upload, of which a transfer has at most one.
    pub(super) fn main(&mut self) -> Option<&mut Upload> {
        self.uploads.iter_mut().find(|upload| !matches!(upload.kind, UploadKind::Partial(_)))
    }

    /// An upload that has not ended. `partial` is its id; `None` means the whole or final one.
    pub(super) fn find(&self, partial: Option<&str>) -> Option<&Upload> {
        self.uploads.iter().find(|upload| !upload.ended && is(upload, partial))
    }

    pub(super) fn find_mut(&mut self, partial: Option<&str>) -> Option<&mut Upload> {
        self.uploads.iter_mut().find(|upload| !upload.ended && is(upload, partial))
    }

    /// How many blocks are stored for the transfer.
    pub(super) fn blocks(&self) -> usize {
        self.uploads.iter().map(|upload| upload.blocks.len()).sum()
    }

    pub(super) fn admit(&mut self, caller: &Caller, now: Timestamp) {
        self.admitted.insert(subject(caller), now);
    }

    pub(super) fn dismiss(&mut self, caller: &Caller) {
        self.admitted.remove(&subject(caller));
    }

    pub(super) fn touch(&mut self, now: Timestamp) {
        self.active = Some(now);
    }

    /// Whether the caller was given access within the last day.
    pub(super) fn has_admitted(&self, caller: &Caller, now: Timestamp) -> bool {
        self.admitted.get(&subject(caller)).is_some_and(|at| now.duration_since(*at) < LIFETIME)
    }

    /// Whether bytes arrived within the last day.
    pub(super) fn is_active(&self, now: Timestamp) -> bool {
        self.active.is_some_and(|at| now.duration_since(at) < LIFETIME)
    }
}

fn is(upload: &Upload, partial: Option<&str>) -> bool {
    match (&upload.kind, partial) {
        (UploadKind::Partial(id), Some(wanted)) => id.eq_ignore_ascii_case(wanted),
        (UploadKind::Whole | UploadKind::Final(_), None) => true,
        (UploadKind::Partial(_), None) | (UploadKind::Whole | UploadKind::Final(_), Some(_)) => false,
    }
}

/// How the caller is recognised: its `sid`, else its `client_id`, with the organisation (facts broker-api 1.2).
fn subject(caller: &Caller) -> String {
    let subject = caller.session.clone().unwrap_or_else(|| caller.client_id.to_string());
    format!("{subject}:{}", caller.party().digits())
}
