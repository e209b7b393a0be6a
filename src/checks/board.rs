//! The board: what each check of a run said, so that other checks can wait for it.

use crate::journey::{CheckId, Message, Plan, Skip, Verdict};
use std::collections::BTreeMap;
use tokio::sync::watch;

/// What the checks of a run said. Each is None until its check is done.
#[derive(Debug)]
pub(super) struct Board {
    said: BTreeMap<CheckId, watch::Sender<Option<Posted>>>,
}

#[derive(Debug, Clone)]
pub(super) struct Posted {
    pub(super) verdict: Verdict,
    pub(super) message: Message,
}

impl Board {
    pub(super) fn new(plan: &Plan) -> Self {
        Self { said: plan.checks.iter().map(|planned| (planned.check, watch::Sender::new(None))).collect() }
    }

    pub(super) fn contains(&self, check: CheckId) -> bool {
        self.said.contains_key(&check)
    }

    pub(super) fn post(&self, check: CheckId, said: Posted) {
        if let Some(place) = self.said.get(&check) {
            place.send_replace(Some(said));
        }
    }

    /// Waits for what a check says. None if the check is not part of the run.
    pub(super) async fn posted(&self, check: CheckId) -> Option<Posted> {
        let mut place = self.said.get(&check)?.subscribe();
        let said = place.wait_for(Option::is_some).await.ok()?;
        said.clone()
    }

    /// Waits for a check. If it keeps others from passing, returns the check to blame: the one that it was skipped for, else
    /// itself.
    pub(super) async fn blamed(&self, check: CheckId) -> Option<CheckId> {
        match self.posted(check).await?.verdict {
            Verdict::Pass | Verdict::Warn | Verdict::Skipped(Skip::NotApplicable | Skip::SetAside { .. } | Skip::ThisRun) => None,
            Verdict::Skipped(Skip::Needs { check: root }) => Some(root),
            Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Fail | Verdict::Unknown => Some(check),
        }
    }
}
