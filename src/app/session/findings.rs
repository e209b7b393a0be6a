//! What is known of the connection: the latest finding of each check, and the evidence.

use crate::journey::{Change, CheckId, DeedId, Evidence, FieldId, Finding, Profile, SavedState};
use jiff::Timestamp;
use std::collections::BTreeSet;

const MOST_CHANGES: usize = 50;

#[derive(Debug)]
pub struct Findings {
    /// At most one for each check.
    found: Vec<Finding>,
    /// The checks whose finding was made in this session. The other findings are shown as stored ones.
    renewed: BTreeSet<CheckId>,
    evidence: Evidence,
    /// The deed done last, until a run of checks has looked at its result.
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

    /// Whether the check's finding was made in this session, and not read from disk.
    #[must_use]
    pub fn is_renewed(&self, check: CheckId) -> bool {
        self.renewed.contains(&check)
    }

    #[must_use]
    pub const fn evidence(&self) -> &Evidence {
        &self.evidence
    }

    /// Whether the deed was done and no run of checks has ended since. The findings then do not show its result yet.
    pub(super) fn lack(&self, deed: DeedId) -> bool {
        self.unseen_deed == Some(deed)
    }

    /// Takes a finding in place of the check's former one.
    pub(super) fn renew(&mut self, finding: Finding) {
        self.renewed.insert(finding.check);
        match self.found.iter_mut().find(|old| old.check == finding.check) {
            Some(old) => *old = finding,
            None => self.found.push(finding),
        }
    }

    /// Adds the evidence of a run or a deed. It is merged and does not replace what is here, since an answer may have changed
    /// meanwhile.
    pub(super) fn record(&mut self, evidence: Evidence) {
        self.evidence.merge(evidence);
    }

    /// A deed was done. The findings are older than that until the next run is over.
    pub(super) const fn deed_done(&mut self, deed: DeedId) {
        self.unseen_deed = Some(deed);
    }

    pub(super) const fn run_over(&mut self) {
        self.unseen_deed = None;
    }

    /// Notes when an answer was changed. If a service refuses it soon after, the change may not have reached that service yet.
    pub(super) fn note_change(&mut self, field: FieldId, at: Timestamp) {
        let changes = &mut self.evidence.changes;
        changes.retain(|change| change.field != field);
        changes.push(Change { field, at });
        let surplus = changes.len().saturating_sub(MOST_CHANGES);
        changes.drain(..surplus);
    }

    /// An answer has changed: drops the findings that rest on the former one.
    pub(super) fn forget_those_of_other_answers(&mut self, profile: &Profile) {
        self.found.retain(|finding| finding.stands_for(profile));
        self.renewed.retain(|check| self.found.iter().any(|finding| finding.check == *check));
    }

    pub(super) fn forget_findings(&mut self) {
        self.found.clear();
        self.renewed.clear();
    }

    /// The answers describe another connection now: drops the findings and the evidence of the former one. The times of changes
    /// stay, since they are about the answers.
    pub(super) fn forget_connection(&mut self) {
        self.forget_findings();
        let changes = std::mem::take(&mut self.evidence.changes);
        self.evidence = Evidence { changes, ..Evidence::default() };
    }

    /// Takes in what another program has stored of the connection: its later findings, and its evidence. Returns whether that was new.
    pub(super) fn take_in(&mut self, state: SavedState) -> bool {
        let before = (self.found.clone(), self.evidence.clone());
        for finding in state.findings {
            match self.found.iter_mut().find(|known| known.check == finding.check) {
                Some(known) if known.checked_at >= finding.checked_at => {}
                Some(known) => {
                    self.renewed.remove(&finding.check);
                    *known = finding;
                }
                None => self.found.push(finding),
            }
        }
        self.evidence.merge(state.evidence);
        before != (self.found.clone(), self.evidence.clone())
    }

    /// Adds the stored state of the connection. Findings made in the meantime stay in place of stored ones.
    pub(super) fn add_stored(&mut self, state: SavedState) {
        let older = state.findings.into_iter().filter(|old| self.of(old.check).is_none()).collect::<Vec<_>>();
        self.found.extend(older);
        let changes = std::mem::take(&mut self.evidence.changes);
        self.evidence = Evidence { changes, ..state.evidence };
    }
}
