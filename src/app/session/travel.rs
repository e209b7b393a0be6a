//! Where the reader goes: through the steps and their lines, from pane to pane.

use super::{Item, Pane, Section, Session};
use crate::app::Effect;
use crate::app::reaction::Reaction;
use crate::journey::{CheckId, FieldId, StepId};

impl Session {
    /// What the list of steps leads to: it ends with what was proven, once everything is.
    #[must_use]
    pub fn sections(&self) -> Vec<Section> {
        let steps = StepId::ALL.iter().copied().map(Section::Step);
        steps.chain(self.readiness().is_ready().then_some(Section::Ready)).collect()
    }

    /// Moves the selection of the pane that has the keys: `moved` says to which of so many lines it goes from one of them.
    pub(in crate::app) fn travel(&mut self, moved: impl Fn(usize, usize) -> usize) -> Reaction {
        let saved = self.saved_step();
        self.focus.follows = false;
        let before = self.focus.clone();
        match self.focus.pane {
            Pane::Steps => {
                let sections = self.sections();
                let line = sections.iter().position(|section| *section == self.focus.section).unwrap_or(0);
                match sections.get(moved(line, sections.len())) {
                    Some(Section::Step(step)) => self.attend_within(*step),
                    Some(Section::Ready) => self.show(Section::Ready),
                    None => {}
                }
            }
            Pane::Step => self.focus.line = moved(self.focus.line, self.items().len()),
        }
        // The next start begins at another step only if it is another one now.
        let save = (self.saved_step() != saved).then(|| self.save_state());
        Reaction::redraw_if(self.focus != before).with(save)
    }

    /// To a step, into its lines.
    pub(in crate::app) fn go_to(&mut self, step: StepId) -> Effect {
        self.focus.follows = false;
        self.attend_within(step);
        self.focus.pane = Pane::Step;
        self.save_state()
    }

    pub(in crate::app) const fn turn_to(&mut self, pane: Pane) {
        self.focus.pane = pane;
    }

    /// Opens the finding of a check, or folds it.
    pub(in crate::app) fn unfold(&mut self, check: CheckId) {
        self.focus.unfold(check);
    }

    /// Selects the field under the cursor, else the first one of the step.
    pub(in crate::app) fn select_field(&mut self) -> Option<FieldId> {
        let items = self.items();
        let at = |line: usize| Some((line, field(*items.get(line)?)?));
        let (line, field) = at(self.focus.line).or_else(|| (0..items.len()).find_map(at))?;
        self.focus.take_line(line);
        Some(field)
    }

    /// Selects the next field of the step.
    pub(in crate::app) fn select_next_field(&mut self) -> Option<FieldId> {
        let items = self.items();
        let fields = items.iter().enumerate().skip(self.focus.line + 1);
        let (line, field) = fields.filter_map(|(line, item)| Some((line, field(*item)?))).next()?;
        self.focus.line = line;
        Some(field)
    }
}

const fn field(item: Item) -> Option<FieldId> {
    match item {
        Item::Field(field) => Some(field),
        Item::Fill(_) | Item::Deed(_) | Item::Check(_) => None,
    }
}
