//! The board: what each check of a run said, so that other checks can wait for it. Who asks for a check that nobody has asked for yet
//! sets it going.

use crate::journey::{CheckId, Message, Plan, Skip, Verdict};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};
use tokio::sync::{mpsc, watch};

/// What the checks of a run said. Each is None until its check is done.
#[derive(Debug)]
pub(super) struct Board {
    said: BTreeMap<CheckId, watch::Sender<Option<Posted>>>,
    /// The further checks that nobody has asked for yet.
    waiting: Mutex<BTreeSet<CheckId>>,
    /// Where the runner hears of them.
    led_to: mpsc::UnboundedSender<CheckId>,
}

#[derive(Debug, Clone)]
pub(super) struct Posted {
    pub(super) verdict: Verdict,
    pub(super) message: Message,
}

impl Board {
    /// The board of a plan, and what tells of each further check that is asked for, once.
    pub(super) fn new(plan: &Plan) -> (Self, mpsc::UnboundedReceiver<CheckId>) {
        let (led_to, asked_for) = mpsc::unbounded_channel();
        let all = plan.checks.iter().map(|planned| planned.check).chain(plan.further.iter().copied());
        let said = all.map(|check| (check, watch::Sender::new(None))).collect();
        (Self { said, waiting: Mutex::new(plan.further.iter().copied().collect()), led_to }, asked_for)
    }

    pub(super) fn contains(&self, check: CheckId) -> bool {
        self.said.contains_key(&check)
    }

    pub(super) fn post(&self, check: CheckId, said: Posted) {
        if let Some(place) = self.said.get(&check) {
            place.send_replace(Some(said));
        }
    }

    /// Has a further check asked, if nobody has yet.
    pub(super) fn ask(&self, check: CheckId) {
        if self.waiting.lock().unwrap_or_else(PoisonError::into_inner).remove(&check) {
            // The receiver is gone only when the run is over, and then nobody waits for the answer.
            let _ = self.led_to.send(check);
        }
    }

    /// Waits for what a check says. None if the check is not part of the run.
    pub(super) async fn posted(&self, check: CheckId) -> Option<Posted> {
        let mut place = self.said.get(&check)?.subscribe();
        self.ask(check);
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
