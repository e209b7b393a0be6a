//! What is stored of a connection between two starts of the program, and how the changes of several programs are merged.

use super::{Change, Evidence, Finding, Journal, Profile, ReceivedBy, ReceivedEvent, StepId, TransferEvidence};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// How many received events are stored, the latest ones.
const EVENTS: usize = 50;
/// How much later than a new finding a stored one may be. Two programs may store theirs in another order than they made them; a
/// finding that is later by more was made while this machine's clock was wrong, and would stand in the way until that time comes.
const OUT_OF_ORDER: SignedDuration = SignedDuration::from_hours(24);

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedState {
    /// The step to open at, if the user chose one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
    pub evidence: Evidence,
    /// The latest finding of each check.
    pub findings: Vec<Finding>,
    /// What deeds have made for the profile's organisation. It has a file of its own.
    #[serde(skip)]
    pub journal: Journal,
}

/// What one program changes in a [`SavedState`]. Everything else stays as other programs have written it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StateChange {
    pub step: StepChange,
    /// Only the new evidence.
    pub evidence: Evidence,
    /// Only the new findings.
    pub findings: Vec<Finding>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum StepChange {
    #[default]
    Unchanged,
    /// The user opened this step. None if the program is to choose one.
    To(Option<StepId>),
}

impl StateChange {
    /// The difference between the state as it was last read from disk and as it is now.
    #[must_use]
    pub fn between(before: &SavedState, now: &SavedState) -> Self {
        let (was, is) = (&before.evidence, &now.evidence);
        Self {
            step: if before.step == now.step { StepChange::Unchanged } else { StepChange::To(now.step) },
            evidence: Evidence {
                transfer: is.transfer.clone().filter(|transfer| Some(transfer) != was.transfer.as_ref()),
                subscriptions: not_in(&was.subscriptions, &is.subscriptions),
                events: not_in(&was.events, &is.events),
                changes: not_in(&was.changes, &is.changes),
            },
            findings: not_in(&before.findings, &now.findings),
        }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Both changes as one: this one, and then `later`.
    #[must_use]
    pub fn then(mut self, later: Self) -> Self {
        if later.step != StepChange::Unchanged {
            self.step = later.step;
        }
        self.evidence.merge(later.evidence);
        self.findings.retain(|known| later.findings.iter().all(|new| new.check != known.check));
        self.findings.extend(later.findings);
        self
    }
}

impl SavedState {
    /// The state without the findings that were made with other answers than these.
    #[must_use]
    pub fn for_answers(mut self, profile: &Profile) -> Self {
        self.findings.retain(|finding| finding.stands_for(profile));
        self
    }

    /// Applies a change. Of two findings of the same check the later one stays.
    pub fn apply(&mut self, change: StateChange) {
        if let StepChange::To(step) = change.step {
            self.step = step;
        }
        self.evidence.merge(change.evidence);
        for finding in change.findings {
            match self.findings.iter_mut().find(|known| known.check == finding.check) {
                Some(known) if known.checked_at > finding.checked_at && !is_from_a_wrong_clock(known, &finding) => {}
                Some(known) => *known = finding,
                None => self.findings.push(finding),
            }
        }
        self.findings.sort_unstable_by_key(|finding| finding.check);
    }
}

impl Evidence {
    /// Adds the evidence of `other`. It is merged because two programs, or a run and an answer, may change the evidence at the same
    /// time. If both have an entry with the same id, that of `other` is used.
    pub fn merge(&mut self, other: Self) {
        self.transfer = later_transfer(self.transfer.take(), other.transfer);
        self.subscriptions.retain(|known| other.subscriptions.iter().all(|new| new.id != known.id));
        self.subscriptions.extend(other.subscriptions);
        self.subscriptions.sort_by_key(|subscription| subscription.at);
        self.events.retain(|known| other.events.iter().all(|new| new.id != known.id));
        self.events.extend(other.events);
        self.events.sort_by_key(|event| event.at);
        let surplus = self.events.len().saturating_sub(EVENTS);
        self.events.drain(..surplus);
        let changes = std::mem::take(&mut self.changes);
        self.changes = latest(changes.into_iter().chain(other.changes));
    }
}

impl Evidence {
    /// Adds events that are not known yet. One that came to a webhook and is then asked for, or the other way, counts as what it was
    /// last: each proves another thing.
    pub fn add_events(&mut self, events: Vec<ReceivedEvent>) {
        for event in events {
            let is_polled = |event: &ReceivedEvent| event.by == ReceivedBy::Poll;
            match self.events.iter_mut().find(|known| known.id == event.id) {
                Some(known) if is_polled(known) == is_polled(&event) => {}
                Some(known) => *known = event,
                None => self.events.push(event),
            }
        }
        let surplus = self.events.len().saturating_sub(EVENTS);
        self.events.drain(..surplus);
    }
}

fn is_from_a_wrong_clock(known: &Finding, new: &Finding) -> bool {
    known.checked_at.duration_since(new.checked_at) > OUT_OF_ORDER
}

fn later_transfer(known: Option<TransferEvidence>, new: Option<TransferEvidence>) -> Option<TransferEvidence> {
    match (known, new) {
        (Some(known), Some(mut new)) if known.id == new.id => {
            new.confirmed |= known.confirmed;
            Some(new)
        }
        (Some(known), Some(new)) => Some(if known.at > new.at { known } else { new }),
        (known, new) => new.or(known),
    }
}

/// The latest change of each field, in the order of the fields.
fn latest(changes: impl Iterator<Item = Change>) -> Vec<Change> {
    let mut kept: Vec<Change> = Vec::new();
    for change in changes {
        match kept.iter_mut().find(|known| known.field == change.field) {
            Some(known) => known.at = known.at.max(change.at),
            None => kept.push(change),
        }
    }
    kept.sort_unstable_by_key(|change| change.field);
    kept
}

fn not_in<T: Clone + PartialEq>(before: &[T], now: &[T]) -> Vec<T> {
    now.iter().filter(|item| !before.contains(item)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{CheckId, Environment, FieldId, Role};
    use jiff::Timestamp;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap_or_default()
    }

    #[test]
    fn only_what_is_new_is_a_change() {
        let before =
            SavedState { step: Some(StepId::Client), findings: vec![Finding::passed(CheckId::ClientKey, 1)], ..SavedState::default() };
        assert!(StateChange::between(&before, &before).is_empty());
        let mut now = before.clone();
        now.findings.push(Finding::passed(CheckId::ClientToken, 2));
        let change = StateChange::between(&before, &now);
        assert_eq!((change.step, &change.findings), (StepChange::Unchanged, &vec![Finding::passed(CheckId::ClientToken, 2)]));
    }

    #[test]
    fn of_two_findings_of_a_check_the_later_one_stays() {
        let mut state = SavedState { findings: vec![Finding::passed(CheckId::ClientKey, 5)], ..SavedState::default() };
        let older = vec![Finding::passed(CheckId::ClientKey, 3), Finding::passed(CheckId::KeyClock, 3)];
        state.apply(StateChange { findings: older, ..StateChange::default() });
        assert_eq!(state.findings, vec![Finding::passed(CheckId::KeyClock, 3), Finding::passed(CheckId::ClientKey, 5)]);
        state.apply(StateChange { findings: vec![Finding::passed(CheckId::ClientKey, 6)], ..StateChange::default() });
        assert_eq!(state.findings.last(), Some(&Finding::passed(CheckId::ClientKey, 6)));
    }

    #[test]
    fn a_finding_from_the_time_of_a_wrong_clock_gives_way() {
        let a_year_on = 365 * 24 * 3600;
        let mut state = SavedState { findings: vec![Finding::passed(CheckId::ClientKey, a_year_on)], ..SavedState::default() };
        state.apply(StateChange { findings: vec![Finding::passed(CheckId::ClientKey, 3)], ..StateChange::default() });
        assert_eq!(state.findings, vec![Finding::passed(CheckId::ClientKey, 3)]);
    }

    #[test]
    fn findings_of_other_answers_are_left_out() {
        let before = Profile::new(Role::Sender, Environment::SANDBOX);
        let mut after = before.clone();
        assert_eq!(after.set(FieldId::ClientKid, "other"), Ok(()));
        let findings = [CheckId::KeyReach, CheckId::ClientToken].map(|check| Finding::passed(check, 1).made_with(&before)).to_vec();
        let kept = SavedState { findings, ..SavedState::default() }.for_answers(&after);
        assert_eq!(kept.findings.iter().map(|finding| finding.check).collect::<Vec<_>>(), [CheckId::KeyReach]);
    }

    #[test]
    fn a_run_that_ends_does_not_forget_an_answer_changed_meanwhile() {
        let mut now = Evidence { changes: vec![Change { field: FieldId::ClientKid, at: at(9) }], ..Evidence::default() };
        now.merge(Evidence { changes: vec![Change { field: FieldId::Resource, at: at(1) }], ..Evidence::default() });
        assert_eq!(now.changed(&[FieldId::ClientKid]), Some(at(9)));
        assert_eq!(now.changed(&[FieldId::Resource]), Some(at(1)));
    }
}
