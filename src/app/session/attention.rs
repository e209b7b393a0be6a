//! What the user should look at next: the step, the line in it, and the deed that is due.

use super::{Item, Section, Session};
use crate::journey::{CheckId, StepId, Verdict};

impl Session {
    /// Moves the selection to what the user should look at next.
    pub(super) fn attend(&mut self) {
        if self.answers.can_be_filled() {
            self.show(Section::Step(StepId::Key));
            return;
        }
        match self.next().first() {
            None if self.readiness().is_ready() => self.show(Section::Ready),
            None => self.attend_within(self.readiness().next().unwrap_or(StepId::Key)),
            Some(next) => self.go_to_next(&next.clone()),
        }
    }

    /// Shows a step. Selects its first line that needs the user, else its first check, and unfolds that line's finding.
    pub(super) fn attend_within(&mut self, step: StepId) {
        self.show(Section::Step(step));
        let items = self.items();
        let is_check = |item: &Item| matches!(item, Item::Check(_));
        let line = items.iter().position(|item| self.presses(*item)).or_else(|| items.iter().position(is_check));
        self.focus.line = line.unwrap_or(0);
        if let Some(Item::Check(check)) = items.get(self.focus.line)
            && self.needs_attention(*check)
        {
            self.focus.open = Some(*check);
        }
    }

    /// Shows another section with its first line selected.
    pub(super) fn show(&mut self, section: Section) {
        let worst = match section {
            Section::Step(step) => self.worst(step),
            Section::Ready => None,
        };
        self.focus.show(section, worst);
    }

    fn presses(&self, item: Item) -> bool {
        let profile = self.profile();
        match item {
            Item::Fill(_) => true,
            Item::Deed(deed) => self.due() == Some(deed),
            Item::Field(field) => field.is_required(profile) && profile.answer(field).is_none(),
            Item::Check(check) => self.needs_attention(check),
        }
    }

    /// The first check of a step whose finding needs attention.
    fn worst(&self, step: StepId) -> Option<CheckId> {
        let mut of_step = self.answers.plan().checks.iter().map(|planned| planned.check).filter(|check| check.step() == step);
        of_step.find(|check| self.needs_attention(*check))
    }

    pub(super) fn needs_attention(&self, check: CheckId) -> bool {
        self.finding(check).is_some_and(|finding| match finding.outcome {
            Verdict::Fail | Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Unknown => true,
            Verdict::Pass | Verdict::Warn | Verdict::Skipped(_) => false,
        })
    }
}
