//! The user moves the selection: through the steps and their lines, and between the panes.

use super::{Item, Pane, Section, Session};
use crate::app::Effect;
use crate::app::reaction::Reaction;
use crate::journey::{CheckId, FieldId, StepId};

impl Session {
    /// The sections in the list of steps. It ends with the summary once all steps are ready.
    #[must_use]
    pub fn sections(&self) -> Vec<Section> {
        let steps = StepId::ALL.iter().copied().map(Section::Step);
        steps.chain(self.readiness().is_ready().then_some(Section::Ready)).collect()
    }

    /// Moves the selection in the current pane. `moved` takes the selected line and the number of lines, and returns the new line.
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
        // Stores the step to open next time, if it has changed.
        let save = (self.saved_step() != saved).then(|| self.save_state());
        Reaction::redraw_if(self.focus != before).with(save)
    }

    /// Shows a step and moves into its lines.
    pub(in crate::app) fn go_to(&mut self, step: StepId) -> Effect {
        self.focus.follows = false;
        self.attend_within(step);
        self.focus.pane = Pane::Step;
        self.save_state()
    }

    pub(in crate::app) const fn turn_to(&mut self, pane: Pane) {
        self.focus.pane = pane;
    }

    /// Unfolds the finding of a check, or folds it if it is unfolded.
    pub(in crate::app) fn unfold(&mut self, check: CheckId) {
        self.focus.unfold(check);
    }

    /// Selects the field on the selected line, else the step's first field.
    pub(in crate::app) fn select_field(&mut self) -> Option<FieldId> {
        let items = self.items();
        let at = |line: usize| Some((line, field(*items.get(line)?)?));
        let (line, field) = at(self.focus.line).or_else(|| (0..items.len()).find_map(at))?;
        self.focus.take_line(line);
        Some(field)
    }

    /// Selects the next field of the step. None after the last.
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
