//! What is known of the connection: the last finding of each check, and the evidence.

use crate::journey::{Change, CheckId, DeedId, Evidence, FieldId, Finding, SavedState};
use jiff::Timestamp;
use std::collections::BTreeSet;

const MOST_CHANGES: usize = 50;

#[derive(Debug)]
pub struct Findings {
    /// One of each check at the most.
    found: Vec<Finding>,
    /// The checks whose finding is of this session; the others are shown as stored.
    renewed: BTreeSet<CheckId>,
    evidence: Evidence,
    /// The deed done last, until a run has looked at what came of it.
    unseen_deed: Option<DeedId>,
}

impl Findings {
    pub(super) const fn stored(found: Vec<Finding>, evidence: Evidence) -> Self {
        Self { found, renewed: BTreeSet::new(), evidence, unseen_deed: None }
    }

    #[must_use]
    pub fn all(&self) -> &[Finding] {
        &self.found
    }

    #[must_use]
    pub fn of(&self, check: CheckId) -> Option<&Finding> {
        self.found.iter().find(|finding| finding.check == check)
    }

    /// Whether the check's finding is of this session.
    #[must_use]
    pub fn is_renewed(&self, check: CheckId) -> bool {
        self.renewed.contains(&check)
    }

    #[must_use]
    pub const fn evidence(&self) -> &Evidence {
        &self.evidence
    }

    /// Whether the deed was done and no run has looked since.
    pub(super) fn lack(&self, deed: DeedId) -> bool {
        self.unseen_deed == Some(deed)
    }

    /// Takes a finding in; the one before of the same check goes.
    pub(super) fn renew(&mut self, finding: Finding) {
        self.renewed.insert(finding.check);
        match self.found.iter_mut().find(|old| old.check == finding.check) {
            Some(old) => *old = finding,
            None => self.found.push(finding),
        }
    }

    /// Adds what a run or a deed has left. It began before what is known here by now: an answer may have changed since.
    pub(super) fn record(&mut self, evidence: Evidence) {
        self.evidence.merge(evidence);
    }

    /// A deed is done: what was found before says nothing of it.
    pub(super) const fn deed_done(&mut self, deed: DeedId) {
        self.unseen_deed = Some(deed);
    }

    pub(super) const fn run_over(&mut self) {
        self.unseen_deed = None;
    }

    /// Notes when an answer was changed: what a service does not know yet may still be on its way.
    pub(super) fn note_change(&mut self, field: FieldId, at: Timestamp) {
        let changes = &mut self.evidence.changes;
        changes.retain(|change| change.field != field);
        changes.push(Change { field, at });
        let surplus = changes.len().saturating_sub(MOST_CHANGES);
        changes.drain(..surplus);
    }

    pub(super) fn forget_findings(&mut self) {
        self.found.clear();
        self.renewed.clear();
    }

    /// Another connection: what was found and done belongs to the one before. When an answer was changed is still so.
    pub(super) fn forget_connection(&mut self) {
        self.forget_findings();
        let changes = std::mem::take(&mut self.evidence.changes);
        self.evidence = Evidence { changes, ..Evidence::default() };
    }

    /// What is kept of the connection, but for what is known better by now.
    pub(super) fn add_stored(&mut self, state: SavedState) {
        let older = state.findings.into_iter().filter(|old| self.of(old.check).is_none()).collect::<Vec<_>>();
        self.found.extend(older);
        let changes = std::mem::take(&mut self.evidence.changes);
        self.evidence = Evidence { changes, ..state.evidence };
    }
}
