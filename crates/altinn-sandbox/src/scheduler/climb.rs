//! The way up a ladder.

use std::time::{Duration, Instant};
use tokio::sync::watch;

/// The way up a ladder, where time may be let pass at once.
pub(super) struct Climb {
    began: Instant,
    /// How much time had been let pass when it began.
    before: Duration,
    passed: watch::Receiver<Duration>,
    /// When the last try began, since the first.
    at: Duration,
}

impl Climb {
    /// Begins now; `passed` is how much time has been let pass at once.
    pub(super) fn begin(passed: watch::Receiver<Duration>) -> Self {
        let before = *passed.borrow();
        Self { began: Instant::now(), before, passed, at: Duration::ZERO }
    }

    /// Waits for the next try: a pause after the last one, which began at `tried`, was over.
    pub(super) async fn rest(&mut self, tried: Instant, pause: Duration) {
        self.at += tried.elapsed() + pause;
        loop {
            let now = self.began.elapsed() + self.passed.borrow_and_update().saturating_sub(self.before);
            let left = self.at.saturating_sub(now);
            if left.is_zero() {
                return;
            }
            tokio::select! {
                () = tokio::time::sleep(left) => {}
                // An error means that the sandbox itself is gone.
                Ok(()) = self.passed.changed() => {}
            }
        }
    }
}
