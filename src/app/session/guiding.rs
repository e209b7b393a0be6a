//! Which guide opens by itself.

use super::{Pane, Section, Session};
use crate::journey::{Act, FieldId, GuidePage, StepId, StepState, Verdict};
use std::collections::HashSet;

impl Session {
    /// The page that opens by itself when the user comes to the step that is shown: a step of which nothing is proven, once in a
    /// session. None in the sandbox, where everything is at hand. A new profile begins with what comes before the steps.
    pub(in crate::app) fn guide_due(&mut self) -> Option<GuidePage> {
        let Section::Step(step) = self.focus.section else { return None };
        if self.profile().environment.is_loopback() {
            return None;
        }
        let is_new = self.profile().organisation.is_none() && !self.guided.contains(&GuidePage::Start);
        let page = if is_new { GuidePage::Start } else { GuidePage::Step(step) };
        let is_due = is_new || self.is_unproven(step);
        self.arrived = Some(self.place());
        (is_due && self.guided.insert(page)).then_some(page)
    }

    /// The same where the program has moved on to another step by itself. Not while checks run, since it may move on again when they are
    /// over, and not before they have run; not over what has failed; and not where an errand to a portal comes next, whose own page says
    /// what is done there.
    pub(in crate::app) fn guide_due_on_arrival(&mut self) -> Option<GuidePage> {
        let place = self.place();
        if self.is_checking() || self.arrived.replace(place) == Some(place) {
            return None;
        }
        let says_itself = self.next().first().is_some_and(|next| matches!(next.act, Act::Portal(_) | Act::Check));
        let is_led = self.leads() && self.focus.pane == Pane::Step && !says_itself;
        let has_failed = match self.focus.section {
            Section::Step(step) => matches!(self.state(step), StepState::Failing | StepState::Unknown),
            Section::Ready => true,
        };
        if is_led && !has_failed { self.guide_due() } else { None }
    }

    /// Where the selection is. A new profile's first step is another place once the organisation is known.
    fn place(&self) -> (Section, bool) {
        (self.focus.section, self.answers.profile().organisation.is_some())
    }

    /// The guides that have opened by themselves, to be kept while the profile is closed.
    pub(in crate::app) fn guided(&self) -> HashSet<GuidePage> {
        self.guided.clone()
    }

    /// These guides do not open by themselves again.
    pub(in crate::app) fn has_been_guided(&mut self, pages: HashSet<GuidePage>) {
        self.guided.extend(pages);
    }

    /// The same when a profile is opened: its checks run then, so a guide opens only where an answer is missing.
    pub(in crate::app) fn guide_due_at_opening(&mut self) -> Option<GuidePage> {
        let Section::Step(step) = self.focus.section else { return None };
        let profile = self.profile();
        let lacks = |field: &FieldId| field.step() == Some(step) && field.is_required(profile) && profile.answer(*field).is_none();
        if FieldId::ALL.iter().any(lacks) { self.guide_due() } else { None }
    }

    fn is_unproven(&self, step: StepId) -> bool {
        let is_ours = !matches!(self.state(step), StepState::SetAside | StepState::Ready)
            && (self.state(step) != StepState::WithVendor || step == StepId::Access);
        let mut of_step = self.findings.all().iter().filter(|finding| finding.check.step() == step);
        is_ours && !of_step.any(|finding| finding.outcome == Verdict::Pass)
    }
}
