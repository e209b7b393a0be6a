//! The board: the verdict of each check of a run, so that other checks can wait for it.

use crate::journey::{CheckId, Plan, Skip, Verdict};
use std::collections::BTreeMap;
use tokio::sync::watch;

/// The verdicts of a run. Each is None until its check is done.
#[derive(Debug)]
pub(super) struct Board {
    verdicts: BTreeMap<CheckId, watch::Sender<Option<Verdict>>>,
}

impl Board {
    pub(super) fn new(plan: &Plan) -> Self {
        Self { verdicts: plan.checks.iter().map(|planned| (planned.check, watch::Sender::new(None))).collect() }
    }

    pub(super) fn contains(&self, check: CheckId) -> bool {
        self.verdicts.contains_key(&check)
    }

    pub(super) fn post(&self, check: CheckId, verdict: Verdict) {
        if let Some(place) = self.verdicts.get(&check) {
            place.send_replace(Some(verdict));
        }
    }

    /// Waits for a check's verdict. None if the check is not part of the run.
    pub(super) async fn verdict(&self, check: CheckId) -> Option<Verdict> {
        let mut place = self.verdicts.get(&check)?.subscribe();
        let verdict = place.wait_for(Option::is_some).await.ok()?;
        verdict.clone()
    }

    /// Waits for a check. If it keeps others from passing, returns the check to blame: the one that it was skipped for, else
    /// itself.
    pub(super) async fn blamed(&self, check: CheckId) -> Option<CheckId> {
        match self.verdict(check).await? {
            Verdict::Pass | Verdict::Warn | Verdict::Skipped(Skip::NotApplicable | Skip::SetAside { .. }) => None,
            Verdict::Skipped(Skip::Needs { check: root }) => Some(root),
            Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Fail | Verdict::Unknown => Some(check),
        }
    }
}
