//! How far a profile has come: the state of each step, computed from its findings alone.

use super::{Finding, Plan, Skip, StepId, Verdict};

crate::choice! {
    /// The state of a step (contract 4).
    pub enum StepState {
        /// Set aside on purpose. Counts as done.
        SetAside = "set-aside",
        Failing = "failing",
        /// The user must act, or must ask someone to.
        NeedsYou = "needs-you",
        /// Someone else has been asked to act.
        Waiting = "waiting",
        /// A service could not be asked.
        Unknown = "unknown",
        /// Not proven yet: some checks have not run, or were skipped because of a check in another step.
        NotStarted = "not-started",
        Ready = "ready",
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepReadiness {
    pub step: StepId,
    pub state: StepState,
}

/// The state of every step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness {
    pub steps: Vec<StepReadiness>,
}

impl Readiness {
    /// Computes the states from a plan and the findings so far.
    #[must_use]
    pub fn of(plan: &Plan, findings: &[Finding]) -> Self {
        let steps = StepId::ALL.iter().map(|step| StepReadiness { step: *step, state: state(plan, *step, findings) });
        Self { steps: steps.collect() }
    }

    #[must_use]
    pub fn state(&self, step: StepId) -> StepState {
        self.steps.iter().find(|entry| entry.step == step).map_or(StepState::NotStarted, |entry| entry.state)
    }

    /// The number of steps that are ready or set aside.
    #[must_use]
    pub fn done(&self) -> usize {
        self.steps.iter().filter(|entry| matches!(entry.state, StepState::Ready | StepState::SetAside)).count()
    }

    /// Whether every step is ready or set aside.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.done() == StepId::ALL.len()
    }

    /// The step to work on next. None if all are done.
    #[must_use]
    pub fn next(&self) -> Option<StepId> {
        let first = |wanted: fn(StepState) -> bool| self.steps.iter().find(|entry| wanted(entry.state)).map(|entry| entry.step);
        // A step that has not started may only be waiting for a later step, so a step with a cause of its own comes first.
        let with_a_cause = first(|state| match state {
            StepState::Failing | StepState::NeedsYou | StepState::Waiting | StepState::Unknown => true,
            StepState::NotStarted | StepState::Ready | StepState::SetAside => false,
        });
        with_a_cause.or_else(|| first(|state| state == StepState::NotStarted))
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
        // "Ready" means proven, so a step with a check that was skipped because of another one is not ready.
        StepState::NotStarted
    } else {
        StepState::Ready
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{CheckId, Environment, Message, Profile, Role, Waiting, Who, plan};
    use jiff::Timestamp;

    fn finding(check: CheckId, outcome: Verdict) -> Finding {
        Finding {
            check,
            outcome,
            message: Message::RowOk,
            code: None,
            link: None,
            checked_at: Timestamp::UNIX_EPOCH,
            took_ms: 0,
            evidence: Vec::new(),
        }
    }

    fn all(role: Role, outcome: &Verdict) -> (Plan, Vec<Finding>) {
        let plan = plan(&Profile::new(role, Environment::SANDBOX));
        let findings = plan.checks.iter().map(|planned| finding(planned.check, outcome.clone())).collect();
        (plan, findings)
    }

    fn replace(findings: &mut [Finding], check: CheckId, outcome: Verdict) {
        for finding in findings.iter_mut().filter(|finding| finding.check == check) {
            finding.outcome = outcome.clone();
        }
    }

    #[test]
    fn every_role_is_ready_when_all_pass_and_nothing_is_when_nothing_ran() {
        for role in Role::ALL {
            let (plan, findings) = all(*role, &Verdict::Pass);
            assert!(Readiness::of(&plan, &findings).is_ready(), "{role}");
            assert_eq!(Readiness::of(&plan, &[]).done(), 0, "{role}");
        }
    }

    #[test]
    fn the_worst_cause_of_a_step_decides_and_a_skip_never_hides_it() {
        let order = [
            (Verdict::Fail, StepState::Failing),
            (Verdict::NeedsYou, StepState::NeedsYou),
            (Verdict::Waiting(Waiting { on: Who::Approver, since: None, until: None }), StepState::Waiting),
            (Verdict::Unknown, StepState::Unknown),
        ];
        for (outcome, state) in order {
            let (plan, mut findings) = all(Role::Sender, &Verdict::Pass);
            replace(&mut findings, CheckId::AccessSystemUser, outcome);
            replace(&mut findings, CheckId::AccessSystem, Verdict::Skipped(Skip::Needs { check: CheckId::ClientToken }));
            assert_eq!(Readiness::of(&plan, &findings).state(StepId::Access), state);
        }
    }

    #[test]
    fn a_step_that_hangs_on_another_is_not_called_ready() {
        let (plan, mut findings) = all(Role::Sender, &Verdict::Pass);
        replace(&mut findings, CheckId::EventsSubscription, Verdict::Skipped(Skip::Needs { check: CheckId::AccessSystemUserToken }));
        assert_eq!(Readiness::of(&plan, &findings).state(StepId::Events), StepState::NotStarted);
    }

    #[test]
    fn attention_belongs_to_the_step_with_the_cause_not_to_an_earlier_one_that_hangs_on_it() {
        let (plan, mut findings) = all(Role::Sender, &Verdict::Pass);
        replace(&mut findings, CheckId::KeyScopes, Verdict::Skipped(Skip::Needs { check: CheckId::ClientKey }));
        replace(&mut findings, CheckId::ClientKey, Verdict::NeedsYou);
        assert_eq!(Readiness::of(&plan, &findings).next(), Some(StepId::Client));
        assert_eq!(Readiness::of(&plan, &[]).next(), Some(StepId::Key));
    }

    #[test]
    fn what_does_not_apply_does_not_stop_readiness() {
        let (plan, mut findings) = all(Role::ServiceOwner, &Verdict::Pass);
        replace(&mut findings, CheckId::AccessMembers, Verdict::Skipped(Skip::NotApplicable));
        replace(&mut findings, CheckId::IntegrateTransfer, Verdict::Skipped(Skip::NotApplicable));
        assert!(Readiness::of(&plan, &findings).is_ready());
    }

    #[test]
    fn a_vendor_run_setup_needs_only_the_resource_and_its_policy() {
        let mut profile = Profile::new(Role::Sender, Environment::SANDBOX);
        profile.acting = crate::journey::Acting::ByVendor;
        let plan = plan(&profile);
        let findings = [finding(CheckId::AccessResource, Verdict::Pass), finding(CheckId::AccessPolicy, Verdict::Pass)];
        let readiness = Readiness::of(&plan, &findings);
        assert!(readiness.is_ready());
        assert_eq!(readiness.state(StepId::Key), StepState::SetAside);
        assert_eq!(readiness.state(StepId::Access), StepState::Ready);
    }
}
