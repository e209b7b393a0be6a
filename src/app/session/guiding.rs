//! Which guide opens by itself.

use super::{Section, Session};
use crate::journey::{FieldId, GuidePage, StepId, StepState, Verdict};

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
        (is_due && self.guided.insert(page)).then_some(page)
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
