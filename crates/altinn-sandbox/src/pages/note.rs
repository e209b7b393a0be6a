//! Notes that a page shows once after a form. They are kept here until the page is shown. Their words are in
//! `assets/pages/note.html`.

use crate::signing::public_key::KeyRefused;
use crate::values::Secret;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use uuid::Uuid;

/// The most notes that wait for their page; the oldest is dropped.
const KEPT: usize = 64;

/// What happened. A note is deleted when it is shown, so an API key is shown only once.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Note {
    /// Done; the page itself shows the result.
    Done {},
    /// The approver has answered; the page shows the answer.
    Answered {},
    /// Nothing was chosen, or it does not exist.
    Nothing {},
    /// The client's name is missing.
    NameMissing {},
    /// No scope was ticked.
    NothingTicked {},
    /// The world could not be saved.
    NotKept { cause: String },
    /// A service refused the call.
    Refused { code: String, title: String },
    /// How a person acts was changed.
    PeopleTold {},
    /// A fault cannot be set.
    FaultUnknown { name: String, near: Vec<&'static str> },
    /// A client was created.
    ClientMade { id: String },
    /// A key was added to a client.
    KeyAdded { kid: String },
    /// A key was refused.
    KeyRefused { reason: KeyRefused },
    /// The scopes of a client were set.
    ScopesSet { scopes: Vec<String> },
    /// A letter was sent.
    LetterSent {},
    /// No letter was sent, because there was nothing to ask for.
    LetterNeedless {},
    /// An API key, which is shown only now.
    ApiKey { key: Secret, organisation: String },
    /// The counterpart sent a file.
    FileSent { id: Uuid, size: usize },
    /// The counterpart fetched a file.
    FileFetched { name: String, size: u64, sha256: String, agrees: Option<bool> },
    /// The counterpart confirmed a file.
    FileConfirmed {},
    /// A system was registered.
    SystemRegistered { id: String },
    /// A system user was requested.
    SystemUserAsked { confirm: String },
}

/// A form that is shown again with its typed values.
#[derive(Debug)]
pub(super) struct Form {
    /// Its name in the templates.
    pub(super) name: &'static str,
    /// The id of the field that the note is shown beside.
    pub(super) beside: &'static str,
}

/// The notes that are not yet shown.
#[derive(Debug, Default)]
pub struct Notes {
    waiting: Mutex<VecDeque<(Uuid, PageFeedback)>>,
}

/// What a page gets after a redirect: a note, and the typed values of a form that is shown again.
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

    /// Takes what a page gets after a redirect; it can be taken once.
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
    /// The value typed into a field of a form.
    pub(super) fn typed(&self, form: &str, field: &str) -> Option<&str> {
        self.all(form, field).next()
    }

    /// Every value chosen for a field of a form.
    pub(super) fn all(&self, form: &str, field: &str) -> impl Iterator<Item = &str> {
        let is_it = self.form.as_ref().is_some_and(|known| known.name == form);
        let given = self.typed.get(field).filter(|_| is_it);
        given.into_iter().flat_map(|given| given.as_array().map_or(std::slice::from_ref(given), Vec::as_slice)).filter_map(Value::as_str)
    }

    /// Adds it to a template's values: as `notes` for the top of the page, or as `wrong` by field id together with `typed` by form.
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
