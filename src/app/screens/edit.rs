//! An answer being given, in place. Nothing typed is lost: a refused answer stays, with the reason under it.

use super::{Entry, Screen, role};
use crate::app::{Action, Effect, Model, Opened, SavedState};
use crate::journey::{Change, Evidence, FieldId, FieldKind, Profile};
use crate::values::Invalid;

const CHANGES_KEPT: usize = 50;

/// A field being edited.
#[derive(Debug)]
pub struct Edit {
    pub field: FieldId,
    /// What stands there, for a field that is typed.
    pub entry: Entry,
    /// The selected choice, for a field that is chosen.
    pub choice: usize,
    /// What a service has told, to choose from instead of typing.
    pub found: Vec<String>,
    /// Which of it is selected; none while the line itself is.
    pub picked: Option<usize>,
    /// Whether a text that may be a secret is shown.
    pub reveals: bool,
}

impl Edit {
    /// Edits a field of an open profile.
    #[must_use]
    pub fn new(field: FieldId, opened: &Opened) -> Self {
        let answer = opened.profile.answer(field).unwrap_or_default();
        let choice = match field.kind() {
            FieldKind::Choice(choices) => choices.iter().position(|choice| *choice == answer).unwrap_or(0),
            FieldKind::Line | FieldKind::SecretReference | FieldKind::Day | FieldKind::Several | FieldKind::Path => 0,
        };
        Self { field, entry: Entry::new(answer), choice, found: opened.found(field), picked: None, reveals: false }
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
            None => self.picked.and_then(|picked| self.found.get(picked)).map_or_else(|| self.entry.text().to_owned(), Clone::clone),
        }
    }

    /// Through what was found, which stands above the line being typed.
    fn pick(&mut self, action: Action) {
        let last = self.found.len().checked_sub(1);
        self.picked = match (action, self.picked) {
            (Action::Up, None) => last,
            (Action::Up, Some(picked)) => Some(picked.saturating_sub(1)),
            (_, Some(picked)) => Some(picked + 1).filter(|next| Some(*next) <= last),
            (_, None) => None,
        };
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

pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(Screen::Edit(edit)) = model.stack.last_mut() else { return Vec::new() };
    match action {
        Action::Up | Action::Down if edit.choices().is_none() => edit.pick(action),
        Action::Up | Action::Down | Action::First | Action::Last => {
            let count = edit.choices().map_or(0, <[_]>::len);
            edit.choice = super::moved(edit.choice, count, action);
        }
        Action::Reveal => edit.reveals = !edit.reveals,
        Action::Choose => {
            let (saved, mut effects) = accept(model);
            if saved {
                model.pop();
                // What is kept of another connection comes first; the run follows it.
                if !effects.iter().any(|effect| matches!(effect, Effect::LoadState(_))) {
                    effects.extend(role::auto_run(model));
                }
            }
            return effects;
        }
        Action::Next => return accept_and_go_on(model),
        Action::Back => drop(model.pop()),
        _ => model.dirty = false,
    }
    Vec::new()
}

/// Takes the answer if it is one, and keeps it at once.
fn accept(model: &mut Model) -> (bool, Vec<Effect>) {
    let now = model.now;
    let (Some(Screen::Edit(edit)), Some(opened)) = (model.stack.last(), model.opened.as_mut()) else { return (false, Vec::new()) };
    if edit.entry.refused.is_some() {
        return (false, Vec::new());
    }
    let (before, selected) = (opened.profile.clone(), opened.item());
    if opened.profile.set(edit.field, &edit.answer()).is_err() {
        return (false, Vec::new());
    }
    if opened.profile == before {
        return (true, Vec::new());
    }
    opened.plan_anew(selected);
    opened.evidence.changes.retain(|change| change.field != edit.field);
    opened.evidence.changes.push(Change { field: edit.field, at: now });
    let surplus = opened.evidence.changes.len().saturating_sub(CHANGES_KEPT);
    opened.evidence.changes.drain(..surplus);
    if connection(&before) == connection(&opened.profile) {
        return (true, role::save(opened));
    }
    // Another connection: what was found and done belongs to the one before.
    opened.findings.clear();
    opened.evidence = Evidence { changes: opened.evidence.changes.clone(), ..Evidence::default() };
    let (name, profile) = (opened.name.clone(), Box::new(opened.profile.clone()));
    let mut effects = role::cancel_run(model);
    effects.extend([Effect::SaveProfile { name, profile: profile.clone() }, Effect::LoadState(profile)]);
    (true, effects)
}

/// The answers that say which connection it is (contract 7).
fn connection(profile: &Profile) -> [Option<String>; 6] {
    [FieldId::Environment, FieldId::Role, FieldId::Organisation, FieldId::ClientId, FieldId::Resource, FieldId::Acting]
        .map(|field| profile.answer(field))
}

/// What is kept of the connection that the answers now describe: taken in, unless they have changed again.
pub(in crate::app) fn kept_read(model: &mut Model, profile: &Profile, kept: SavedState) -> Vec<Effect> {
    let Some(opened) = model.opened.as_mut().filter(|opened| connection(&opened.profile) == connection(profile)) else {
        model.dirty = false;
        return Vec::new();
    };
    let changes = std::mem::take(&mut opened.evidence.changes);
    let fresh: Vec<_> = opened.findings.iter().map(|finding| finding.check).collect();
    opened.findings.extend(kept.findings.into_iter().filter(|old| !fresh.contains(&old.check)));
    opened.evidence = Evidence { changes, ..kept.evidence };
    let edits = model.stack.iter().any(|screen| matches!(screen, Screen::Edit(_)));
    if edits { Vec::new() } else { role::auto_run(model) }
}

/// Tab: takes the answer and edits the next field of the step.
fn accept_and_go_on(model: &mut Model) -> Vec<Effect> {
    let (saved, mut effects) = accept(model);
    if !saved {
        return effects;
    }
    model.pop();
    let next = model.opened.as_mut().and_then(|opened| {
        let items = opened.items();
        let line = (opened.line + 1..items.len()).find(|line| matches!(items.get(*line), Some(crate::app::Item::Field(_))))?;
        opened.line = line;
        match items.get(line) {
            Some(crate::app::Item::Field(field)) => Some(Edit::new(*field, opened)),
            _ => None,
        }
    });
    match next {
        Some(edit) => model.push(Screen::Edit(edit)),
        None => effects.extend(role::auto_run(model)),
    }
    effects
}
