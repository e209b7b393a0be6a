//! The uploads of a transfer, and who was let in to them.

use super::upload::{Kind, LIFETIME, Upload};
use crate::identity::caller::Caller;
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use uuid::Uuid;

/// Every session, by its transfer.
#[derive(Debug, Clone, Default)]
pub struct Sessions(HashMap<Uuid, Session>);

/// The uploads of one transfer, in the order in which they were created.
#[derive(Debug, Clone, Default)]
pub(super) struct Session {
    pub uploads: Vec<Upload>,
    /// Who was let in, and when.
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

    /// When bytes last came.
    pub(in super::super) fn activity(&self, transfer: Uuid) -> Option<Timestamp> {
        self.0.get(&transfer)?.active
    }

    /// The finishing job cleans up: the uploads are gone, and who was let in is still known.
    pub(in super::super) fn finished(&mut self, transfer: Uuid) {
        let Some(session) = self.0.get_mut(&transfer) else { return };
        for upload in session.uploads.drain(..) {
            // What was put in place is no longer there; what remains goes with the folder.
            let _ = std::fs::remove_file(upload.file);
        }
    }

    /// Time passes at once: all that was done so far was done so much earlier.
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

    /// Forgets uploads that nobody has touched for a day.
    pub(in super::super) fn forget_expired(&mut self, now: Timestamp) {
        for session in self.0.values_mut() {
            for upload in session.uploads.iter_mut().filter(|upload| upload.expires <= now && !upload.finishing) {
                upload.ended = true;
            }
        }
    }
}

impl Session {
    /// The whole, or its final: there is one at most.
    pub(super) fn main(&mut self) -> Option<&mut Upload> {
        self.uploads.iter_mut().find(|upload| !matches!(upload.kind, Kind::Partial(_)))
    }

    /// An upload that is there, by the last part of its address.
    pub(super) fn find(&self, partial: Option<&str>) -> Option<&Upload> {
        self.uploads.iter().find(|upload| !upload.ended && is(upload, partial))
    }

    pub(super) fn find_mut(&mut self, partial: Option<&str>) -> Option<&mut Upload> {
        self.uploads.iter_mut().find(|upload| !upload.ended && is(upload, partial))
    }

    /// How many blocks the storage holds for the transfer.
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

    /// Whether the token's subject was let in within a day.
    pub(super) fn has_admitted(&self, caller: &Caller, now: Timestamp) -> bool {
        self.admitted.get(&subject(caller)).is_some_and(|at| now.duration_since(*at) < LIFETIME)
    }

    /// Whether bytes came within a day.
    pub(super) fn is_active(&self, now: Timestamp) -> bool {
        self.active.is_some_and(|at| now.duration_since(at) < LIFETIME)
    }
}

fn is(upload: &Upload, partial: Option<&str>) -> bool {
    match (&upload.kind, partial) {
        (Kind::Partial(id), Some(wanted)) => id.eq_ignore_ascii_case(wanted),
        (Kind::Whole | Kind::Final(_), None) => true,
        (Kind::Partial(_), None) | (Kind::Whole | Kind::Final(_), Some(_)) => false,
    }
}

/// The first of `sid` and `client_id`, with the organisation (1.2).
fn subject(caller: &Caller) -> String {
    let subject = caller.session.clone().unwrap_or_else(|| caller.client_id.to_string());
    format!("{subject}:{}", caller.party().digits())
}
