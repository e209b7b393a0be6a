//! How far a profile has come: the state of each step, from its findings alone.

use super::{Finding, Plan, Skip, StepId, Verdict};

crate::choice! {
    /// The state of a step (CONTRACT 4).
    pub enum StepState {
        /// Left out on purpose; counts as done.
        SetAside = "set-aside",
        /// Something is wrong.
        Failing = "failing",
        /// Someone has to act.
        NeedsYou = "needs-you",
        /// Someone is about to act.
        Waiting = "waiting",
        /// Something could not be asked.
        Unknown = "unknown",
        /// Not proven yet: nothing has run, or what is left hangs on another step.
        NotStarted = "not-started",
        /// Proven.
        Ready = "ready",
    }
}

/// A step with its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepReadiness {
    /// The step.
    pub step: StepId,
    /// Its state.
    pub state: StepState,
}

/// The readiness of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness {
    /// The five steps.
    pub steps: Vec<StepReadiness>,
}

impl Readiness {
    /// From a plan and what has been found so far.
    #[must_use]
    pub fn of(plan: &Plan, findings: &[Finding]) -> Self {
        let steps = StepId::ALL.iter().map(|step| StepReadiness { step: *step, state: state(plan, *step, findings) });
        Self { steps: steps.collect() }
    }

    /// The state of one step.
    #[must_use]
    pub fn state(&self, step: StepId) -> StepState {
        self.steps.iter().find(|entry| entry.step == step).map_or(StepState::NotStarted, |entry| entry.state)
    }

    /// How many steps are ready or set aside.
    #[must_use]
    pub fn done(&self) -> usize {
        self.steps.iter().filter(|entry| matches!(entry.state, StepState::Ready | StepState::SetAside)).count()
    }

    /// Whether the whole journey is done.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.done() == StepId::ALL.len()
    }

    /// The first step that is not done: where the reader's attention belongs.
    #[must_use]
    pub fn next(&self) -> Option<StepId> {
        self.steps.iter().find(|entry| !matches!(entry.state, StepState::Ready | StepState::SetAside)).map(|entry| entry.step)
    }
}

fn state(plan: &Plan, step: StepId, findings: &[Finding]) -> StepState {
    let planned: Vec<_> = plan.checks.iter().filter(|planned| planned.check.step() == step).collect();
    if planned.iter().all(|planned| matches!(planned.skip, Some(Skip::SetAside { .. }))) {
        return StepState::SetAside;
    }
    let found: Vec<&Verdict> = planned
        .iter()
        .filter(|planned| planned.skip.is_none())
        .filter_map(|planned| findings.iter().find(|finding| finding.check == planned.check))
        .map(|finding| &finding.outcome)
        .collect();
    let any = |wanted: fn(&Verdict) -> bool| found.iter().any(|verdict| wanted(verdict));
    let asked = planned.iter().filter(|planned| planned.skip.is_none()).count();
    if any(|v| matches!(v, Verdict::Fail)) {
        StepState::Failing
    } else if any(|v| matches!(v, Verdict::NeedsYou)) {
        StepState::NeedsYou
    } else if any(|v| matches!(v, Verdict::Waiting(_))) {
        StepState::Waiting
    } else if any(|v| matches!(v, Verdict::Unknown)) {
        StepState::Unknown
    } else if found.len() < asked || any(|v| matches!(v, Verdict::Skipped(Skip::Needs { .. }))) {
        // A step is never called ready while part of it hangs on another step: ready means proven.
        StepState::NotStarted
    } else {
        StepState::Ready
    }
}
