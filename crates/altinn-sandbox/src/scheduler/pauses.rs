//! Waiting between repeated tries at a webhook.

use std::time::{Duration, Instant};
use tokio::sync::watch;

/// Waits between the tries of a retry ladder. Time that a user lets pass at once (`Memory::pass`) shortens the wait.
pub(super) struct LadderPauses {
    began: Instant,
    /// How much time had already been let pass when this ladder began.
    before: Duration,
    passed: watch::Receiver<Duration>,
    /// When the next try is due, counted from the first one.
    at: Duration,
}

impl LadderPauses {
    /// Starts counting now. `passed` tells how much time has been let pass at once, in all.
    pub(super) fn begin(passed: watch::Receiver<Duration>) -> Self {
        let before = *passed.borrow();
        Self { began: Instant::now(), before, passed, at: Duration::ZERO }
    }

    /// Waits until the next try is due: `pause` after the end of the last try, which began at `tried`.
    pub(super) async fn wait(&mut self, tried: Instant, pause: Duration) {
        self.at += tried.elapsed() + pause;
        loop {
            let now = self.began.elapsed() + self.passed.borrow_and_update().saturating_sub(self.before);
            let left = self.at.saturating_sub(now);
            if left.is_zero() {
                return;
            }
            tokio::select! {
                () = tokio::time::sleep(left) => {}
                // When the sandbox is gone, `changed` fails and only the sleep counts.
                Ok(()) = self.passed.changed() => {}
            }
        }
    }
}
