//! One answer being typed or chosen. A refused answer stays in the line with the reason under it, so nothing typed is lost.

use super::Entry;
use super::path_line::PathLine;
use crate::app::session::{FieldList, Lists, Session};
use crate::app::{Action, TypedSecret, WizardMessage};
use crate::journey::{Choice, FieldId, FieldKind, Profile};
use crate::values::{ClientId, Invalid, SecretRef, is_key_material};
use jiff::Timestamp;

/// What stands between several values.
const SEPARATORS: [char; 2] = [',', ';'];
const PAGE: usize = 5;
/// How references to secrets begin.
const REFERENCES: [&str; 3] = ["file:", "env:", "cmd:"];

#[derive(Debug)]
pub struct Edit {
    pub field: FieldId,
    /// The line of text, for a field that is typed.
    pub entry: Entry,
    /// The selected choice, from 0, for a field that is chosen.
    pub choice: usize,
    /// Values to choose from instead of typing.
    pub lists: Lists,
    /// The selected one of those that fit, from 0. None while the line of text is selected.
    pub picked: Option<usize>,
    /// What the program proposes, where there was no answer.
    proposal: Option<String>,
    pub(super) path_line: PathLine,
    /// Whether typed text that may be a secret is shown in full.
    pub reveals: bool,
}

impl Edit {
    /// Starts with the answer that the profile has, else with what is proposed.
    #[must_use]
    pub fn new(field: FieldId, session: &Session, lists: Lists) -> Self {
        let proposal = session.proposal(field);
        let answer = session.profile().answer(field).or_else(|| proposal.clone()).unwrap_or_default();
        let choice = match field.kind() {
            FieldKind::Choice(choices) => choices.iter().position(|choice| *choice == answer).unwrap_or(0),
            FieldKind::Line | FieldKind::SecretReference | FieldKind::Day | FieldKind::Several | FieldKind::Path => 0,
        };
        Self { field, entry: Entry::new(answer), choice, lists, picked: None, proposal, path_line: PathLine::default(), reveals: false }
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
        // A key is too long to be typed: what is short in these fields is a path.
        let is_path = matches!(self.field, FieldId::ClientKey | FieldId::ClientCertificate) && !is_key_material(typed);
        self.field.kind() == FieldKind::SecretReference && !self.reveals && !refers && !is_path
    }

    /// The password itself, typed where a reference to it may stand too.
    #[must_use]
    pub fn password(&self) -> Option<TypedSecret> {
        let typed = self.entry.text();
        let refers = REFERENCES.iter().any(|kind| typed.trim_start().starts_with(kind));
        let is_password = self.field == FieldId::ClientKeyPassword && !typed.is_empty() && !refers;
        (is_password && self.entry.refused.is_none()).then(|| TypedSecret::new(typed))
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
        self.entry.remark.clone().or_else(|| is_unusual.then_some(WizardMessage::ClientIdUnusual)).or_else(|| self.proposed())
    }

    /// That what stands there is the program's proposal.
    fn proposed(&self) -> Option<WizardMessage> {
        let stands = self.proposal.as_ref().is_some_and(|proposal| *proposal == self.answer());
        stands.then_some(if self.choices().is_some() { WizardMessage::ProposedChoice } else { WizardMessage::Proposed })
    }

    /// The values that fit what is typed. Before anything is typed all do.
    #[must_use]
    pub fn fitting(&self) -> Vec<&Choice> {
        let typed = self.searched();
        self.lists.choices.iter().filter(|choice| choice.fits(typed)).collect()
    }

    /// The typed text that the list is narrowed by: of several values the last one.
    fn searched(&self) -> &str {
        match self.field.kind() {
            _ if self.entry.is_untouched() => "",
            FieldKind::Several => self.entry.text().rsplit(SEPARATORS).next().unwrap_or_default(),
            FieldKind::Choice(_) | FieldKind::Line | FieldKind::SecretReference | FieldKind::Day | FieldKind::Path => self.entry.text(),
        }
    }

    /// The current answer: the chosen value, else the selected one of the list, else the line of text.
    #[must_use]
    pub fn answer(&self) -> String {
        if let Some(choices) = self.choices() {
            return choices.get(self.choice).map(|choice| (*choice).to_owned()).unwrap_or_default();
        }
        let typed = self.entry.text();
        let Some(picked) = self.picked.and_then(|picked| self.fitting().get(picked).copied()) else { return typed.to_owned() };
        let is_one_more = self.field.kind() == FieldKind::Several && !self.entry.is_untouched();
        let before = typed.rfind(SEPARATORS).filter(|_| is_one_more).and_then(|end| typed.get(..=end));
        before.map_or_else(|| picked.value.clone(), |before| format!("{before} {}", picked.value))
    }

    /// Selects the value above. The list is below the line of text; above the line is the last value.
    pub(in crate::app) fn pick_above(&mut self) {
        self.picked = self.picked.map_or_else(|| self.fitting().len().checked_sub(1), |picked| picked.checked_sub(1));
    }

    /// Selects the value below. The last one stays selected: typing may have selected the only one that fits, and who goes down to it
    /// means it.
    pub(in crate::app) fn pick_below(&mut self) {
        let next = self.picked.map_or(0, |picked| picked + 1);
        self.picked = self.fitting().len().checked_sub(1).map(|last| next.min(last));
    }

    /// Whether the line is empty and nothing is selected in the list above it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.picked.is_none() && self.entry.text().trim().is_empty()
    }

    /// Whether the line is empty below a list of values.
    #[must_use]
    pub fn needs_choice(&self) -> bool {
        self.is_empty() && !self.fitting().is_empty()
    }

    /// Selects the value a page above or below.
    pub(in crate::app) fn pick_page(&mut self, action: Action) {
        let last = self.fitting().len().checked_sub(1);
        let page = |from: usize| if action == Action::PageUp { from.saturating_sub(PAGE) } else { from + PAGE };
        self.picked = last.map(|last| self.picked.map_or(0, page).min(last));
    }

    /// Selects the first value that a typed text fits, where a service has told the list: who types a part of a name means one of
    /// them. What fits none, or is one of them whole, stays as it is typed.
    pub(in crate::app) fn pick_what_fits(&mut self) {
        let typed = self.searched().trim();
        let fitting = self.fitting();
        let is_part = !typed.is_empty() && !fitting.is_empty() && !fitting.iter().any(|choice| choice.is(typed));
        self.picked = (self.lists.list == FieldList::Told && is_part).then_some(0);
    }

    /// The line to type into. None for a field that is chosen.
    pub(super) fn typing(&mut self) -> Option<&mut Entry> {
        if self.choices().is_some() { None } else { Some(&mut self.entry) }
    }
}
