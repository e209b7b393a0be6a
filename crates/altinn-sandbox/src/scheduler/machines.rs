//! Automatic work of the services: scans, checksums, putting uploads together, making storage ready. Each piece is due a while after
//! it was called for; letting time pass at once (`POST /sandbox/time`) makes it due sooner.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// The work that has been called for and is not done yet.
#[derive(Debug)]
pub(crate) struct Machines {
    began: Instant,
    /// How much time has been let pass at once, in all.
    ahead: watch::Sender<Duration>,
    /// When each piece of work is due, counted from `began`.
    due: Mutex<HashMap<u64, Duration>>,
    /// Counts the pieces called for; changes when one is done, too.
    changes: watch::Sender<u64>,
}

impl Machines {
    pub(crate) fn new() -> Self {
        Self { began: Instant::now(), ahead: watch::Sender::default(), due: Mutex::default(), changes: watch::Sender::default() }
    }

    /// Calls for work that is due after `delay`.
    pub(crate) fn called_for(self: &Arc<Self>, delay: Duration) -> Called {
        let due = self.now() + delay;
        let mut id = 0;
        self.changes.send_modify(|changes| {
            *changes += 1;
            id = *changes;
        });
        self.due().insert(id, due);
        Called { machines: Arc::clone(self), id, due }
    }

    /// Lets time pass at once and waits until all work that is then due has been done.
    pub(crate) async fn pass(&self, time: Duration) {
        self.ahead.send_modify(|ahead| *ahead += time);
        let mut changes = self.changes.subscribe();
        let now = self.now();
        while self.due().values().any(|due| *due <= now) {
            if changes.changed().await.is_err() {
                return;
            }
        }
    }

    async fn wait(&self, due: Duration) {
        let mut ahead = self.ahead.subscribe();
        loop {
            let left = due.saturating_sub(self.now());
            if left.is_zero() {
                return;
            }
            tokio::select! {
                () = tokio::time::sleep(left) => {}
                Ok(()) = ahead.changed() => {}
            }
        }
    }

    fn now(&self) -> Duration {
        self.began.elapsed() + *self.ahead.borrow()
    }

    fn due(&self) -> MutexGuard<'_, HashMap<u64, Duration>> {
        self.due.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A piece of work that was called for; dropping it says that it is done, or given up.
pub(crate) struct Called {
    machines: Arc<Machines>,
    id: u64,
    due: Duration,
}

impl Called {
    /// Does the work when it is due.
    pub(crate) async fn done_by(self, work: impl Future<Output = ()>) {
        self.machines.wait(self.due).await;
        work.await;
    }
}

impl Drop for Called {
    fn drop(&mut self) {
        self.machines.due().remove(&self.id);
        self.machines.changes.send_modify(|changes| *changes += 1);
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering};

    #[tokio::test]
    async fn work_is_done_when_the_time_that_it_needs_has_been_let_pass() {
        let machines = Arc::new(Machines::new());
        let done = Arc::new(AtomicBool::new(false));
        let (called, does) = (machines.called_for(Duration::from_secs(3600)), Arc::clone(&done));
        let work = tokio::spawn(called.done_by(async move { does.store(true, Ordering::SeqCst) }));
        machines.pass(Duration::from_secs(1800)).await;
        assert!(!done.load(Ordering::SeqCst), "half of the time is not enough");
        machines.pass(Duration::from_secs(1800)).await;
        assert!(done.load(Ordering::SeqCst));
        work.await.expect("it ends");
    }
}
