//! A deed under way: its connection and options, the progress it reports, and the evidence of what it has made so far.

use super::speed::Speed;
use crate::checks::{Connection, Kept};
use crate::journey::{DeedMessage, DeedOptions, DeedProgress, Entry, Evidence, FieldId, Moved, Stopped};
use crate::values::Link;
use std::future::Future;
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, watch};

/// How many times a phase reports its bytes, at most. Enough for a smooth bar at any file size.
const BYTE_REPORTS: u64 = 200;
/// However slowly they move, the rate and the time left are told as often as this.
const REPORT_PAUSE: Duration = Duration::from_secs(1);

/// Why a deed stops. The evidence is added at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DeedStop {
    /// What is wrong, and what to do.
    pub(super) message: DeedMessage,
    /// The service's own code, such as `BRO-00006`.
    pub(super) code: Option<String>,
}

impl DeedStop {
    /// Adds the evidence of what was done before it stopped.
    pub(super) fn with(self, evidence: Evidence) -> Stopped {
        Stopped { message: self.message, code: self.code, evidence }
    }
}

impl From<DeedMessage> for DeedStop {
    fn from(message: DeedMessage) -> Self {
        Self { message, code: None }
    }
}

pub(super) struct DeedRun<'a> {
    pub(super) connection: &'a Connection,
    pub(super) options: &'a DeedOptions,
    /// The evidence, with what this deed has added.
    pub(super) evidence: Evidence,
    /// A page that somebody must open next.
    pub(super) link: Option<Link>,
    progress: mpsc::UnboundedSender<DeedProgress>,
}

/// A phase that has begun, at this time.
#[must_use]
pub(super) struct Phase(Instant);

impl<'a> DeedRun<'a> {
    pub(super) fn new(connection: &'a Connection, options: &'a DeedOptions, progress: mpsc::UnboundedSender<DeedProgress>) -> Self {
        Self { connection, options, evidence: connection.evidence.clone(), link: None, progress }
    }

    pub(super) fn begin(&self, message: DeedMessage) -> Phase {
        self.tell(DeedProgress::Started(message));
        Phase(Instant::now())
    }

    /// Reports a phase as done, with how long it took.
    pub(super) fn end(&self, phase: Phase, message: DeedMessage) {
        let took_ms = u64::try_from(phase.0.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.tell(DeedProgress::Done { message, took_ms });
    }

    /// Changes the evidence, which is on disk when this returns. An entry is ended after that.
    pub(super) fn record(&mut self, change: impl FnOnce(&mut Evidence)) {
        change(&mut self.evidence);
        // What the disk refuses is held by the front that is told of it.
        let _ = self.connection.keeping.keep(Kept::Evidence(&self.evidence));
        self.tell(DeedProgress::Recorded(Box::new(self.evidence.clone())));
    }

    /// Gives an answer to a field, which is on disk when this returns. An entry is ended after that.
    pub(super) fn answer(&self, field: FieldId, text: String) {
        // What the disk refuses is held by the front that is told of it.
        let _ = self.connection.keeping.keep(Kept::Answer { field, text: &text });
        self.tell(DeedProgress::Answered { field, text });
    }

    /// Writes an entry into the journal. It is on disk when this returns.
    pub(super) fn note(&self, entry: Entry) -> Result<(), DeedStop> {
        self.connection.keeping.keep(Kept::Entry(&entry)).map_err(|reason| DeedMessage::JournalNotKept { reason })?;
        self.tell(DeedProgress::Noted(Box::new(entry)));
        Ok(())
    }

    /// Runs `work`, which counts its bytes in `counter`, and reports them as they grow, with their rate. `total` is in bytes.
    pub(super) async fn counting<T>(&self, total: u64, counter: watch::Sender<u64>, work: impl Future<Output = T>) -> T {
        let mut counted = counter.subscribe();
        let step = (total / BYTE_REPORTS).max(1);
        let (mut reported, mut speed) = (0, Speed::default());
        let mut look = tokio::time::interval(REPORT_PAUSE);
        tokio::pin!(work);
        loop {
            let (done, is_due) = tokio::select! {
                biased;
                result = &mut work => return result,
                Ok(()) = counted.changed() => (*counted.borrow_and_update(), false),
                _ = look.tick() => (*counted.borrow(), true),
            };
            if is_due || done >= total || done.abs_diff(reported) >= step {
                reported = done;
                let rate = speed.moved(Instant::now(), done);
                self.tell(DeedProgress::Moved(Moved { done, total, rate }));
            }
        }
    }

    fn tell(&self, progress: DeedProgress) {
        // The receiver may be gone. The deed goes on, and its result holds all that matters.
        let _ = self.progress.send(progress);
    }
}
