//! Runs of checks. The user starts them, or an answer or a deed does; while a check waits for someone, a timer starts them again.

use super::{Checking, NextLook, Session, Work};
use crate::app::reaction::Reaction;
use crate::app::{Effect, Ids};
use crate::journey::{Act, CheckId, EngineMessage, Evidence, Finding, Message, pause};
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;

impl Session {
    #[must_use]
    pub const fn is_checking(&self) -> bool {
        self.work.checking().is_some()
    }

    /// Runs all checks at the user's request. The pauses between later looks start from the shortest again.
    pub(in crate::app) fn check_anew(&mut self, ids: &mut Ids) -> Vec<Effect> {
        self.looks = 0;
        self.check(ids, Vec::new())
    }

    /// Runs all checks, where checks may start without being asked. Not while a deed is under way, since a run follows the deed
    /// anyway.
    pub(in crate::app) fn check_by_itself(&mut self, ids: &mut Ids) -> Vec<Effect> {
        let may_run = self.answers.let_checks_run_by_themselves() && self.work.doing().is_none();
        if may_run { self.check(ids, Vec::new()) } else { Vec::new() }
    }

    /// Runs these checks together with those they need. Empty means all.
    pub(in crate::app) fn check(&mut self, ids: &mut Ids, only: Vec<CheckId>) -> Vec<Effect> {
        let run = ids.fresh();
        let all = self.answers.plan();
        let total = if only.is_empty() { all.checks.len() } else { all.only(self.profile(), &only).checks.len() };
        let mut effects: Vec<Effect> = self.work.begin(Work::Checking(Checking::new(run, total))).into_iter().collect();
        let (profile, evidence) = (Box::new(self.profile().clone()), Box::new(self.findings.evidence().clone()));
        effects.push(Effect::RunChecks { run, profile, evidence, only });
        effects
    }

    pub(in crate::app) fn stop_checking(&mut self) -> Option<Effect> {
        let stopped = self.work.stop();
        self.reconsider();
        stopped
    }

    pub(in crate::app) fn check_started(&mut self, run: u64, check: CheckId) -> Reaction {
        let Some(checking) = self.work.run(run) else { return Reaction::none() };
        checking.asking.push(check);
        // A check that fails leads to further questions.
        checking.total = checking.total.max(checking.done + checking.asking.len());
        Reaction::redraw()
    }

    pub(in crate::app) fn check_found(&mut self, run: u64, finding: Finding) -> Reaction {
        let Some(checking) = self.work.run(run) else { return Reaction::none() };
        checking.found(finding.check);
        // Where checks do not start by themselves, an answer may have changed since this run began.
        if !finding.stands_for(self.answers.profile()) {
            return Reaction::redraw();
        }
        let selected = self.item();
        self.findings.renew(finding);
        // It can make a field appear above the selected line.
        self.stay_on(selected);
        Reaction::redraw().with([self.save_state()])
    }

    /// A run is over. The selection moves to what the user should look at next, unless an answer is being edited. A timer is set if
    /// a check waits for someone.
    pub(in crate::app) fn run_ended(
        &mut self,
        ids: &mut Ids,
        run: u64,
        result: Result<Evidence, EngineMessage>,
        now: Timestamp,
        is_answering: bool,
    ) -> Reaction {
        if self.work.run(run).is_none() {
            return Reaction::none();
        }
        self.work = Work::IDLE;
        self.findings.run_over();
        self.reconsider();
        match result {
            Ok(evidence) => self.findings.record(evidence),
            Err(message) => return Reaction::say(message),
        }
        if self.focus.follows && !is_answering {
            self.attend();
        }
        Reaction::redraw().with([self.save_state()]).with(self.rest(ids, now)).with(self.ask_faults_again(ids))
    }

    /// Nothing is under way any more. Sets a timer to look again if a check waits for someone, or for what is done in a portal.
    pub(super) fn rest(&mut self, ids: &mut Ids, now: Timestamp) -> Option<Effect> {
        self.work = Work::IDLE;
        let allowed = self.asked_too_often().map(|(_, until)| until).min();
        let after = match (self.looked_for(now).is_empty(), allowed) {
            (false, _) => pause(&self.profile().environment, self.looks),
            (true, Some(until)) => Duration::try_from(until.duration_since(now)).unwrap_or_default(),
            (true, None) => return None,
        };
        let id = ids.fresh();
        let at = now.checked_add(SignedDuration::try_from(after).unwrap_or_default()).unwrap_or(now);
        self.work = Work::Idle { next_look: Some(NextLook { id, at }) };
        self.looks += 1;
        Some(Effect::SetTimer { id, after })
    }

    /// Whether this timer is the one for the next look. An older timer is ignored.
    pub(in crate::app) fn is_next_look(&self, timer: u64) -> bool {
        self.work.next_look().is_some_and(|next| next.id == timer)
    }

    /// The checks that a service was asked for too often, and from when it may be asked again.
    fn asked_too_often(&self) -> impl Iterator<Item = (CheckId, Timestamp)> {
        self.findings.all().iter().filter_map(|finding| match &finding.message {
            Message::RateLimited { until } if self.answers.plan().contains(finding.check) => Some((finding.check, *until)),
            _ => None,
        })
    }

    /// The checks that wait for someone, those that may be asked again, and the one whose cause is mended in a portal (contract 6).
    fn looked_for(&self, now: Timestamp) -> Vec<CheckId> {
        let portal = self.next().iter().find(|next| matches!(next.act, Act::Portal(_))).and_then(|next| next.check);
        let again = self.asked_too_often().filter(|(_, until)| *until <= now).map(|(check, _)| check);
        let mut checks: Vec<CheckId> = self.waiting().map(|(check, _)| check).chain(again).collect();
        checks.extend(portal.filter(|check| !checks.contains(check)));
        checks
    }

    /// Runs the checks that are looked for again, with those they need.
    pub(in crate::app) fn look_again(&mut self, ids: &mut Ids) -> Reaction {
        let again = self.looked_for(self.now);
        if again.is_empty() { Reaction::none() } else { Reaction::redraw().with(self.check(ids, again)) }
    }
}
