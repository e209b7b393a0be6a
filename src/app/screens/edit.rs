//! An answer being given, in place. Nothing typed is lost: a refused answer stays, with the reason under it.

use super::Entry;
use crate::app::Session;
use crate::journey::{FieldId, FieldKind, Profile};
use crate::values::Invalid;

/// A field being edited.
#[derive(Debug)]
pub struct Edit {
    pub field: FieldId,
    /// What stands there, for a field that is typed.
    pub entry: Entry,
    /// The selected choice, for a field that is chosen.
    pub choice: usize,
    /// What a service has told, to choose from instead of typing.
    pub offers: Vec<String>,
    /// Which of it is selected; none while the line itself is.
    pub picked: Option<usize>,
    /// Whether a text that may be a secret is shown.
    pub reveals: bool,
}

impl Edit {
    /// Edits a field of an open profile.
    #[must_use]
    pub fn new(field: FieldId, session: &Session) -> Self {
        let answer = session.profile().answer(field).unwrap_or_default();
        let choice = match field.kind() {
            FieldKind::Choice(choices) => choices.iter().position(|choice| *choice == answer).unwrap_or(0),
            FieldKind::Line | FieldKind::SecretReference | FieldKind::Day | FieldKind::Several | FieldKind::Path => 0,
        };
        Self { field, entry: Entry::new(answer), choice, offers: session.offers(field), picked: None, reveals: false }
    }

    /// The choices, for a field that is chosen.
    #[must_use]
    pub const fn choices(&self) -> Option<&'static [&'static str]> {
        match self.field.kind() {
            FieldKind::Choice(choices) => Some(choices),
            FieldKind::Line | FieldKind::SecretReference | FieldKind::Day | FieldKind::Several | FieldKind::Path => None,
        }
    }

    /// Whether what stands there may be a secret itself and not a reference to one: shown as dots.
    #[must_use]
    pub fn is_masked(&self) -> bool {
        let typed = self.entry.text().trim_start();
        let refers = ["file:", "env:", "cmd:"].iter().any(|kind| typed.starts_with(kind) || kind.starts_with(typed));
        self.field.kind() == FieldKind::SecretReference && !self.reveals && !refers
    }

    /// What would be wrong with the answer as it stands.
    #[must_use]
    pub fn problem(&self, profile: &Profile) -> Option<Invalid> {
        if self.entry.refused.is_some() {
            return self.entry.refused.clone();
        }
        let mut tried = profile.clone();
        tried.set(self.field, &self.answer()).err().map(|problem| problem.invalid)
    }

    /// The answer as it stands.
    #[must_use]
    pub fn answer(&self) -> String {
        match self.choices() {
            Some(choices) => choices.get(self.choice).map(|choice| (*choice).to_owned()).unwrap_or_default(),
            None => self.picked.and_then(|picked| self.offers.get(picked)).map_or_else(|| self.entry.text().to_owned(), Clone::clone),
        }
    }

    /// Up through what is offered, which stands above the line being typed.
    pub(in crate::app) fn pick_above(&mut self) {
        let last = self.offers.len().checked_sub(1);
        self.picked = self.picked.map_or(last, |picked| Some(picked.saturating_sub(1)));
    }

    /// Down through what is offered, back to the line at its end.
    pub(in crate::app) fn pick_below(&mut self) {
        self.picked = self.picked.map(|picked| picked + 1).filter(|next| *next < self.offers.len());
    }

    /// The line that is typed in, for a field that is typed; typing leaves what was told.
    pub(super) fn typing(&mut self) -> Option<&mut Entry> {
        if self.choices().is_some() {
            return None;
        }
        self.picked = None;
        Some(&mut self.entry)
    }
}
