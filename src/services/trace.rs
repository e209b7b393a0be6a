//! The trace: the calls that were made, without any secrets.

use super::TraceFile;
use crate::values::Call;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use tokio::sync::mpsc;

const KEPT: usize = 500;

/// The latest calls, and a channel that gets each call as it ends.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    calls: Arc<Mutex<VecDeque<Call>>>,
    feed: Option<mpsc::UnboundedSender<Call>>,
    file: Option<TraceFile>,
}

impl Trace {
    /// A trace that also sends each call to `feed` as it ends.
    #[must_use]
    pub fn feeding(feed: mpsc::UnboundedSender<Call>) -> Self {
        Self { feed: Some(feed), ..Self::default() }
    }

    /// The same trace, with each call written to the file too.
    #[must_use]
    pub fn written_to(self, file: Option<TraceFile>) -> Self {
        Self { file, ..self }
    }

    pub fn add(&self, call: Call) {
        if let Some(file) = &self.file {
            file.write(&call);
        }
        if let Some(feed) = &self.feed {
            // The receiver may be gone. The call is still kept below.
            let _ = feed.send(call.clone());
        }
        let mut calls = self.calls.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if calls.len() == KEPT {
            calls.pop_front();
        }
        calls.push_back(call);
    }

    /// The calls so far, oldest first.
    #[must_use]
    pub fn calls(&self) -> Vec<Call> {
        self.calls.lock().unwrap_or_else(std::sync::PoisonError::into_inner).iter().cloned().collect()
    }
}
