//! One answer being typed or chosen. A refused answer stays in the line with the reason under it, so nothing typed is lost.

use super::Entry;
use crate::app::{Session, TypedPassword, WizardMessage};
use crate::journey::{FieldId, FieldKind, Profile};
use crate::values::{ClientId, Invalid, SecretRef};
use jiff::Timestamp;

/// How references to secrets begin.
const REFERENCES: [&str; 3] = ["file:", "env:", "cmd:"];

#[derive(Debug)]
pub struct Edit {
    pub field: FieldId,
    /// The line of text, for a field that is typed.
    pub entry: Entry,
    /// The selected choice, from 0, for a field that is chosen.
    pub choice: usize,
    /// Values that a service has given, to choose from instead of typing.
    pub offers: Vec<String>,
    /// The selected offer, from 0. None while the line of text is selected.
    pub picked: Option<usize>,
    /// Whether typed text that may be a secret is shown in full.
    pub reveals: bool,
}

impl Edit {
    /// Starts with the answer that the profile has.
    #[must_use]
    pub fn new(field: FieldId, session: &Session) -> Self {
        let answer = session.profile().answer(field).unwrap_or_default();
        let choice = match field.kind() {
            FieldKind::Choice(choices) => choices.iter().position(|choice| *choice == answer).unwrap_or(0),
            FieldKind::Line | FieldKind::SecretReference | FieldKind::Day | FieldKind::Several | FieldKind::Path => 0,
        };
        Self { field, entry: Entry::new(answer), choice, offers: session.offers(field), picked: None, reveals: false }
    }

    /// The choices, for a field that is chosen. None for one that is typed.
    #[must_use]
    pub const fn choices(&self) -> Option<&'static [&'static str]> {
        match self.field.kind() {
            FieldKind::Choice(choices) => Some(choices),
            FieldKind::Line | FieldKind::SecretReference | FieldKind::Day | FieldKind::Several | FieldKind::Path => None,
        }
    }

    /// Whether the line is shown as dots. The field asks for a reference to a secret (`file:`, `env:`, `cmd:`); other text may be
    /// the secret itself, pasted by mistake.
    #[must_use]
    pub fn is_masked(&self) -> bool {
        let typed = self.entry.text().trim_start();
        let refers = REFERENCES.iter().any(|kind| typed.starts_with(kind) || kind.starts_with(typed)) || typed.parse::<SecretRef>().is_ok();
        self.field.kind() == FieldKind::SecretReference && !self.reveals && !refers
    }

    /// The password itself, typed where a reference to it may stand too.
    #[must_use]
    pub fn password(&self) -> Option<TypedPassword> {
        let typed = self.entry.text();
        let refers = REFERENCES.iter().any(|kind| typed.trim_start().starts_with(kind));
        let is_password = self.field == FieldId::ClientKeyPassword && !typed.is_empty() && !refers;
        (is_password && self.entry.refused.is_none()).then(|| TypedPassword::new(typed))
    }

    /// Why the current answer would be refused. None if it is valid.
    #[must_use]
    pub fn problem(&self, profile: &Profile, now: Timestamp) -> Option<Invalid> {
        if self.entry.refused.is_some() {
            return self.entry.refused.clone();
        }
        if self.password().is_some() {
            return None;
        }
        let mut tried = profile.clone();
        tried.set_at(self.field, &self.answer(), now).err().map(|problem| problem.invalid)
    }

    /// What should be known of the line although it would be taken.
    #[must_use]
    pub fn remark(&self) -> Option<WizardMessage> {
        let typed = || self.entry.text().parse::<ClientId>().ok();
        let is_unusual = self.field == FieldId::ClientId && typed().is_some_and(|id| !id.is_uuid());
        self.entry.remark.clone().or_else(|| is_unusual.then_some(WizardMessage::ClientIdUnusual))
    }

    /// The current answer: the chosen value, else the selected offer, else the line of text.
    #[must_use]
    pub fn answer(&self) -> String {
        match self.choices() {
            Some(choices) => choices.get(self.choice).map(|choice| (*choice).to_owned()).unwrap_or_default(),
            None => self.picked.and_then(|picked| self.offers.get(picked)).map_or_else(|| self.entry.text().to_owned(), Clone::clone),
        }
    }

    /// Selects the offer above. The offers are listed above the line of text.
    pub(in crate::app) fn pick_above(&mut self) {
        let last = self.offers.len().checked_sub(1);
        self.picked = self.picked.map_or(last, |picked| Some(picked.saturating_sub(1)));
    }

    /// Selects the offer below. Below the last one is the line of text.
    pub(in crate::app) fn pick_below(&mut self) {
        self.picked = self.picked.map(|picked| picked + 1).filter(|next| *next < self.offers.len());
    }

    /// The line to type into. Typing unselects the offer. None for a field that is chosen.
    pub(super) fn typing(&mut self) -> Option<&mut Entry> {
        if self.choices().is_some() {
            return None;
        }
        self.picked = None;
        Some(&mut self.entry)
    }
}
