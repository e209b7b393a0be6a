//! A deed under way: what it works with, what it tells as it goes, what it has made so far.

use crate::checks::Connection;
use crate::journey::{DeedMessage, DeedOptions, DeedProgress, Evidence, Stopped};
use std::future::Future;
use std::time::Instant;
use tokio::sync::{mpsc, watch};

/// How many times at most a phase tells of its bytes: enough for a smooth bar, whatever the size.
const BYTE_REPORTS: u64 = 200;

/// Why a deed stops, before the evidence is put to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DeedStop {
    /// What is so, and what to do.
    pub(super) message: DeedMessage,
    /// The service's own code.
    pub(super) code: Option<String>,
}

impl DeedStop {
    /// With the evidence of what had been done until then.
    pub(super) fn with(self, evidence: Evidence) -> Stopped {
        Stopped { message: self.message, code: self.code, evidence }
    }
}

impl From<DeedMessage> for DeedStop {
    fn from(message: DeedMessage) -> Self {
        Self { message, code: None }
    }
}

/// A deed under way.
pub(super) struct DeedRun<'a> {
    /// What it talks through.
    pub(super) connection: &'a Connection,
    /// How it is wanted.
    pub(super) options: &'a DeedOptions,
    /// What is known by now.
    pub(super) evidence: Evidence,
    progress: mpsc::UnboundedSender<DeedProgress>,
}

/// A phase that has begun.
#[must_use]
pub(super) struct Phase(Instant);

impl<'a> DeedRun<'a> {
    pub(super) fn new(connection: &'a Connection, options: &'a DeedOptions, progress: mpsc::UnboundedSender<DeedProgress>) -> Self {
        Self { connection, options, evidence: connection.evidence.clone(), progress }
    }

    pub(super) fn begin(&self, message: DeedMessage) -> Phase {
        self.tell(DeedProgress::Started(message));
        Phase(Instant::now())
    }

    /// The phase is done.
    pub(super) fn end(&self, phase: Phase, message: DeedMessage) {
        let took_ms = u64::try_from(phase.0.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.tell(DeedProgress::Done { message, took_ms });
    }

    /// Changes the evidence and tells it at once: whoever is killed afterwards has lost nothing.
    pub(super) fn record(&mut self, change: impl FnOnce(&mut Evidence)) {
        change(&mut self.evidence);
        self.tell(DeedProgress::Recorded(Box::new(self.evidence.clone())));
    }

    /// Runs `work`, which counts its bytes into the sender, and tells them as they go.
    pub(super) async fn counting<T>(&self, total: u64, counter: watch::Sender<u64>, work: impl Future<Output = T>) -> T {
        let mut counted = counter.subscribe();
        let step = (total / BYTE_REPORTS).max(1);
        let mut told = 0;
        tokio::pin!(work);
        loop {
            tokio::select! {
                biased;
                result = &mut work => return result,
                Ok(()) = counted.changed() => {
                    let done = *counted.borrow_and_update();
                    if done >= total || done.saturating_sub(told) >= step {
                        told = done;
                        self.tell(DeedProgress::Bytes { done, total });
                    }
                }
            }
        }
    }

    fn tell(&self, progress: DeedProgress) {
        // Nobody watches any more: the deed goes on all the same, its outcome tells the rest.
        let _ = self.progress.send(progress);
    }
}
