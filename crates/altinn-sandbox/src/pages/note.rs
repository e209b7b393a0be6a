//! What a page says once, after a form: kept here until the page is shown. The words are in `assets/sandbox/notes.html`.

use super::public_key::KeyRefused;
use crate::values::Secret;
use serde::Serialize;
use serde_json::{Map, Value, json};
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
    /// The approver has answered; the page shows how.
    Answered {},
    /// Nothing was chosen, or something that is not there.
    Nothing {},
    /// A client without a name.
    NameMissing {},
    /// No scope was ticked.
    NothingTicked {},
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

/// A form that has to be filled in again.
#[derive(Debug)]
pub(super) struct Form {
    /// Its name in the templates.
    pub(super) name: &'static str,
    /// The id of what the note is about: the note stands beside it.
    pub(super) beside: &'static str,
}

/// The notes that wait for their page.
#[derive(Debug, Default)]
pub struct Notes {
    waiting: Mutex<VecDeque<(Uuid, PageFeedback)>>,
}

/// What a page is led to with: a note, and what was typed where it has to be typed again.
#[derive(Debug, Default)]
pub(super) struct PageFeedback {
    pub(super) note: Option<Note>,
    pub(super) form: Option<Form>,
    pub(super) typed: Map<String, Value>,
}

impl Notes {
    pub(super) fn keep(&self, feedback: PageFeedback) -> Uuid {
        let id = Uuid::new_v4();
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() >= KEPT {
            waiting.pop_front();
        }
        waiting.push_back((id, feedback));
        id
    }

    /// What a page is led to with; then it is gone.
    pub(super) fn take(&self, id: Option<&str>) -> PageFeedback {
        let taken = || {
            let id: Uuid = id?.parse().ok()?;
            let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            let at = waiting.iter().position(|(known, _)| *known == id)?;
            waiting.remove(at).map(|(_, feedback)| feedback)
        };
        taken().unwrap_or_default()
    }
}

impl PageFeedback {
    /// What was typed into a field of a form.
    pub(super) fn typed(&self, form: &str, field: &str) -> Option<&str> {
        self.all(form, field).next()
    }

    /// Everything that was chosen for a field of a form.
    pub(super) fn all(&self, form: &str, field: &str) -> impl Iterator<Item = &str> {
        let is_it = self.form.as_ref().is_some_and(|known| known.name == form);
        let given = self.typed.get(field).filter(|_| is_it);
        given.into_iter().flat_map(|given| given.as_array().map_or(std::slice::from_ref(given), Vec::as_slice)).filter_map(Value::as_str)
    }

    /// As templates read it: `notes` at the top of the page, or `wrong` by the id of what it is about, with `typed` by form.
    pub(super) fn put_into(self, values: &mut Map<String, Value>) {
        let note = self.note.and_then(|note| serde_json::to_value(note).ok());
        let Some(form) = self.form else {
            values.insert("notes".to_owned(), note.into_iter().collect());
            return;
        };
        values.insert("wrong".to_owned(), json!({form.beside: note}));
        values.insert("typed".to_owned(), json!({form.name: self.typed}));
    }
}
