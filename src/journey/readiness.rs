//! How far a profile has come: the state of each step, computed from its findings and from what the user has said of a vendor's work.

use super::{Finding, Plan, Skip, StepId, VendorWord, Verdict};
use jiff::civil::Date;

crate::choice! {
    /// The state of a step (contract 4).
    pub enum StepState {
        /// A vendor does what the step is about. Nothing of it is proven by us.
        WithVendor = "with-vendor",
        /// Left out on purpose.
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
    vendor: Option<VendorWord>,
}

/// How far all steps together have come, as it is put in one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Every step is proven, or some are not yet.
    Proven { proven: usize, of: usize },
    /// The same, with this step set aside: it is not proven, and need not be.
    WithoutStep { step: StepId, proven: usize, of: usize },
    /// A vendor does the other steps. In `step` the user has not said yet how the vendor's work stands, or something is wrong.
    WithVendor { step: StepId, state: StepState, others: usize },
    /// A vendor does the other steps, and the user has said that it works. The later of the two days.
    SaidByUser { step: StepId, day: Date, others: usize },
}

impl Readiness {
    /// Computes the states from a plan and the findings so far.
    #[must_use]
    pub fn of(plan: &Plan, findings: &[Finding]) -> Self {
        let steps = StepId::ALL.iter().map(|step| StepReadiness { step: *step, state: state(plan, *step, findings) });
        Self { steps: steps.collect(), vendor: plan.vendor }
    }

    #[must_use]
    pub fn state(&self, step: StepId) -> StepState {
        self.steps.iter().find(|entry| entry.step == step).map_or(StepState::NotStarted, |entry| entry.state)
    }

    /// The number of steps in a state.
    #[must_use]
    pub fn count(&self, state: StepState) -> usize {
        self.steps.iter().filter(|entry| entry.state == state).count()
    }

    /// The number of steps that checks have proven. A step that is ready by the user's word is none of them.
    #[must_use]
    pub fn proven(&self) -> usize {
        if self.vendor.is_some() { 0 } else { self.count(StepState::Ready) }
    }

    /// Whether nothing is left to do: each step is ready, set aside, or with a vendor whose work the user has seen.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.steps.iter().all(|entry| matches!(entry.state, StepState::Ready | StepState::SetAside | StepState::WithVendor))
    }

    /// The day from which a step is ready by the user's word alone. None for a step that is not, or that checks have proven.
    #[must_use]
    pub fn said_on(&self, step: StepId) -> Option<Date> {
        match self.vendor {
            Some(VendorWord::Said(day)) if self.state(step) == StepState::Ready => Some(day),
            Some(VendorWord::Said(_) | VendorWord::Missing(_)) | None => None,
        }
    }

    #[must_use]
    pub fn standing(&self) -> Standing {
        let others = self.count(StepState::WithVendor);
        let own = self.steps.iter().find(|entry| others > 0 && entry.state != StepState::WithVendor);
        let aside = self.steps.iter().find(|entry| entry.state == StepState::SetAside);
        let (proven, all) = (self.proven(), self.steps.len());
        match (own, aside) {
            (Some(own), _) => match self.said_on(own.step) {
                Some(day) => Standing::SaidByUser { step: own.step, day, others },
                None => Standing::WithVendor { step: own.step, state: own.state, others },
            },
            (None, Some(aside)) => Standing::WithoutStep { step: aside.step, proven, of: all },
            (None, None) => Standing::Proven { proven, of: all },
        }
    }

    /// The step to work on next. None if nothing is left to do.
    #[must_use]
    pub fn next(&self) -> Option<StepId> {
        let first = |wanted: fn(StepState) -> bool| self.steps.iter().find(|entry| wanted(entry.state)).map(|entry| entry.step);
        // A step that has not started may only be waiting for a later step, so a step with a cause of its own comes first.
        let with_a_cause = first(|state| match state {
            StepState::Failing | StepState::NeedsYou | StepState::Waiting | StepState::Unknown => true,
            StepState::NotStarted | StepState::Ready | StepState::SetAside | StepState::WithVendor => false,
        });
        with_a_cause.or_else(|| first(|state| state == StepState::NotStarted))
    }
}

fn state(plan: &Plan, step: StepId, findings: &[Finding]) -> StepState {
    // The user's answers about the vendor belong to the step of the system user, which our own organisation approves.
    if plan.vendor.is_some() && step != StepId::Access {
        return StepState::WithVendor;
    }
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
    } else if any(|v| matches!(v, Verdict::NeedsYou)) || matches!(plan.vendor, Some(VendorWord::Missing(_))) {
        StepState::NeedsYou
    } else if any(|v| matches!(v, Verdict::Waiting(_))) {
        StepState::Waiting
    } else if any(|v| matches!(v, Verdict::Unknown)) {
        StepState::Unknown
    } else if found.len() < asked
        || any(|v| matches!(v, Verdict::Skipped(Skip::Needs { .. } | Skip::SetAside { .. } | Skip::ThisRun)))
        || !any(Verdict::lets_through)
    {
        // "Ready" means proven. A check that was skipped because of another one, or while its step was still set aside, has proven
        // nothing; neither have checks of which none applies.
        StepState::NotStarted
    } else {
        StepState::Ready
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Acting, CheckId, Environment, FieldId, Fingerprint, Message, Profile, Role, Waiting, Who, plan};
    use jiff::Timestamp;

    fn finding(check: CheckId, outcome: Verdict) -> Finding {
        Finding {
            check,
            answers: Fingerprint::default(),
            outcome,
            message: Message::RowOk,
            code: None,
            link: None,
            checked_at: Timestamp::UNIX_EPOCH,
            took_ms: 0,
            evidence: Vec::new(),
            asked: Vec::new(),
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
            assert_eq!(Readiness::of(&plan, &[]).proven(), 0, "{role}");
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
    fn a_step_of_which_no_check_applies_is_not_proven() {
        let (plan, findings) = all(Role::Sender, &Verdict::Skipped(Skip::NotApplicable));
        let readiness = Readiness::of(&plan, &findings);
        assert_eq!((readiness.proven(), readiness.is_ready()), (0, false));
    }

    #[test]
    fn a_step_that_is_set_aside_is_ready_without_being_counted_as_proven() {
        let mut profile = Profile::new(Role::Sender, Environment::SANDBOX);
        profile.events.set_aside = Some("later".to_owned());
        let aside = plan(&profile);
        let passes = aside.checks.iter().filter(|planned| planned.skip.is_none());
        let mut findings: Vec<Finding> = passes.map(|planned| finding(planned.check, Verdict::Pass)).collect();
        let readiness = Readiness::of(&aside, &findings);
        assert!(readiness.is_ready());
        assert_eq!(readiness.standing(), Standing::WithoutStep { step: StepId::Events, proven: 4, of: 5 });
        // Taken up again, it has to be asked: that it was set aside proves nothing.
        profile.events.set_aside = None;
        let taken_up = plan(&profile);
        let skip = Skip::SetAside { reason: "later".to_owned(), date: None };
        let of_events = taken_up.checks.iter().filter(|planned| planned.check.step() == StepId::Events);
        findings.extend(of_events.map(|planned| finding(planned.check, Verdict::Skipped(skip.clone()))));
        let readiness = Readiness::of(&taken_up, &findings);
        assert_eq!((readiness.state(StepId::Events), readiness.is_ready()), (StepState::NotStarted, false));
        assert_eq!(readiness.standing(), Standing::Proven { proven: 4, of: 5 });
    }

    #[test]
    fn what_a_vendor_does_is_ready_only_by_the_users_word_and_is_not_counted_as_proven() {
        let mut profile = Profile::new(Role::Sender, Environment::SANDBOX);
        profile.acting = Acting::ByVendor;
        let asked = [finding(CheckId::AccessResource, Verdict::Pass), finding(CheckId::AccessPolicy, Verdict::Pass)];
        let answers = [
            (FieldId::VendorName, "Acme Files AS"),
            (FieldId::VendorApprovedOn, "2026-11-20"),
            (FieldId::VendorTransferSeenOn, "2026-11-21"),
        ];
        for (field, text) in answers {
            let readiness = Readiness::of(&plan(&profile), &asked);
            assert!(!readiness.is_ready(), "before {field}");
            let (step, state) = (StepId::Access, StepState::NeedsYou);
            assert_eq!(readiness.standing(), Standing::WithVendor { step, state, others: 4 }, "before {field}");
            assert_eq!(profile.set(field, text), Ok(()));
        }
        let readiness = Readiness::of(&plan(&profile), &asked);
        assert!(readiness.is_ready());
        let others = [StepId::Key, StepId::Client, StepId::Integrate, StepId::Events].map(|step| readiness.state(step));
        assert_eq!(others, [StepState::WithVendor; 4]);
        assert_eq!(readiness.proven(), 0);
        let day = jiff::civil::date(2026, 11, 21);
        assert_eq!(readiness.standing(), Standing::SaidByUser { step: StepId::Access, day, others: 4 });
        // The two checks must have run and have found nothing wrong.
        assert_eq!(Readiness::of(&plan(&profile), &asked[..1]).state(StepId::Access), StepState::NotStarted);
        let failing = [finding(CheckId::AccessResource, Verdict::Fail), finding(CheckId::AccessPolicy, Verdict::Pass)];
        assert_eq!(Readiness::of(&plan(&profile), &failing).state(StepId::Access), StepState::Failing);
    }
}
