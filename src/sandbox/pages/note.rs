//! What a page says once, after a form: kept here until the page is shown. The words are in `assets/sandbox/notes.html`.

use super::public_key::KeyRefused;
use super::respond::back;
use crate::sandbox::{Secret, Shared};
use axum::response::Response;
use serde::Serialize;
use serde_json::Value;
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use uuid::Uuid;

/// How many notes wait for their page at most.
const KEPT: usize = 64;

/// What happened. A note that was shown is gone: an API key is told once.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Note {
    /// Something was done; the page shows it.
    Done {},
    /// Nothing was chosen, or something that is not there.
    Nothing {},
    /// The world could not be written.
    NotKept { cause: String },
    /// A service said no.
    Refused { code: String, title: String },
    /// How somebody acts was changed.
    PeopleTold {},
    /// A fault cannot be set.
    FaultUnknown { name: String, near: Vec<&'static str> },
    /// A client was made.
    ClientMade { id: String },
    /// A key was put on a client.
    KeyAdded { kid: String },
    /// A key was not.
    KeyRefused { reason: KeyRefused },
    /// The scopes of a client are these now.
    ScopesSet { scopes: Vec<String> },
    /// A letter is on its way.
    LetterSent {},
    /// There was nothing to ask for.
    LetterNeedless {},
    /// An API key, shown this once.
    ApiKey { key: Secret, organisation: String },
    /// The counterpart sent a file.
    FileSent { id: Uuid, size: usize },
    /// The counterpart fetched a file.
    FileFetched { name: String, size: u64, sha256: String, agrees: Option<bool> },
    /// The counterpart confirmed a file.
    FileConfirmed {},
    /// A system was registered.
    SystemRegistered { id: String },
    /// A system user was asked for.
    SystemUserAsked { confirm: String },
}

/// The notes that wait for their page.
#[derive(Debug, Default)]
pub struct Notes {
    waiting: Mutex<VecDeque<(Uuid, Note)>>,
}

impl Notes {
    fn keep(&self, note: Note) -> Uuid {
        let id = Uuid::new_v4();
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() >= KEPT {
            waiting.pop_front();
        }
        waiting.push_back((id, note));
        id
    }

    /// A note as its page writes it; then it is gone.
    pub(super) fn take(&self, id: &str) -> Option<Value> {
        let id: Uuid = id.parse().ok()?;
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let at = waiting.iter().position(|(known, _)| *known == id)?;
        let (_, note) = waiting.remove(at)?;
        serde_json::to_value(note).ok()
    }
}

/// Back to a page, which then says what happened.
pub(super) fn back_with(shared: &Shared, to: &str, note: Note) -> Response {
    let id = shared.notes.keep(note);
    let sign = if to.contains('?') { '&' } else { '?' };
    back(&format!("{to}{sign}note={id}"))
}
