//! How often each endpoint may be called (facts broker-api 4.3). Stored on disk, because Altinn's gateway counts the calls of all
//! processes together.

use crate::files::{Replacement, lock_within, read_own};
use crate::values::FileSize;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

const FILE: &str = "calls.json";
const WINDOW_MS: i64 = 60_000;
/// Far more than the calls of a minute take.
const LARGEST: FileSize = FileSize(1024 * 1024);
/// How long to wait for another process that writes the file. A call is not held up for longer.
const PATIENCE: Duration = Duration::from_millis(200);

/// How many calls a minute an endpoint allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::services) enum Rate {
    Search,
    Usual,
}

impl Rate {
    fn a_minute(self) -> usize {
        match self {
            Self::Search => 10,
            Self::Usual => 120,
        }
    }
}

/// One endpoint: the times of its calls in the last minute, and until when it has asked us to wait. Unix time in milliseconds.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Record {
    asked: Vec<i64>,
    until: Option<i64>,
}

type Records = BTreeMap<String, Record>;

/// The calls of the last minute, by endpoint.
#[derive(Debug, Clone)]
pub(super) struct Budget {
    file: Option<PathBuf>,
    records: Arc<Mutex<Records>>,
}

impl Budget {
    pub(super) fn in_memory() -> Self {
        Self { file: None, records: Arc::default() }
    }

    pub(super) fn in_folder(folder: PathBuf) -> Self {
        Self { file: Some(folder.join(FILE)), records: Arc::default() }
    }

    /// Counts one call. The error is the time when the next one may be made.
    pub(super) fn take(&self, endpoint: &str, rate: Rate, now: Timestamp) -> Result<(), Timestamp> {
        let now_ms = now.as_millisecond();
        self.change(now_ms, |records| {
            let record = records.entry(endpoint.to_owned()).or_default();
            if let Some(until) = record.until.filter(|until| *until > now_ms) {
                return Err(until);
            }
            if record.asked.len() >= rate.a_minute() {
                let oldest = record.asked.iter().min().copied().unwrap_or(now_ms);
                return Err(oldest + WINDOW_MS);
            }
            record.asked.push(now_ms);
            Ok(())
        })
        .map_err(|until| Timestamp::from_millisecond(until).unwrap_or(now))
    }

    /// Whether the endpoint itself has asked us to wait; the error is until when. Counts no call.
    pub(super) fn may_call(&self, endpoint: &str, now: Timestamp) -> Result<(), Timestamp> {
        let mut records = self.records.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stored) = self.file.as_deref().and_then(load) {
            *records = stored;
        }
        let until = records.get(endpoint).and_then(|record| record.until).and_then(|until| Timestamp::from_millisecond(until).ok());
        until.filter(|until| *until > now).map_or(Ok(()), Err)
    }

    /// Notes that the endpoint itself has asked us to wait until this time.
    pub(super) fn wait(&self, endpoint: &str, until: Timestamp, now: Timestamp) {
        self.change(now.as_millisecond(), |records| {
            records.entry(endpoint.to_owned()).or_default().until = Some(until.as_millisecond());
        });
    }

    /// Reads the file, changes its content and writes it back, under the folder's lock where it can be had. Without it, two processes
    /// at the same instant may each miss a call of the other, and the gateway then answers 429.
    fn change<T>(&self, now_ms: i64, change: impl FnOnce(&mut Records) -> T) -> T {
        let mut records = self.records.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = self.file.as_deref().and_then(Path::parent);
        let _lock = folder.and_then(|folder| lock_within(folder, PATIENCE).ok());
        if let Some(stored) = self.file.as_deref().and_then(load) {
            *records = stored;
        }
        records.retain(|_, record| {
            record.asked.retain(|at| (now_ms - WINDOW_MS..=now_ms).contains(at));
            record.until = record.until.filter(|until| *until > now_ms);
            !record.asked.is_empty() || record.until.is_some()
        });
        let outcome = change(&mut records);
        if let Some(file) = &self.file {
            // If the file cannot be written, the budget still holds within this process.
            let _ = store(file, &records);
        }
        outcome
    }
}

fn load(file: &Path) -> Option<Records> {
    serde_json::from_slice(&read_own(file, LARGEST).ok()??).ok()
}

fn store(file: &Path, records: &Records) -> std::io::Result<()> {
    let mut new = Replacement::of(file)?;
    new.write(&serde_json::to_vec(records)?)?;
    new.take_place()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + second).unwrap()
    }

    #[test]
    fn the_eleventh_search_of_a_minute_waits_until_the_first_is_a_minute_old() {
        let budget = Budget::in_memory();
        for second in 0..10 {
            assert_eq!(budget.take("search", Rate::Search, at(second)), Ok(()));
        }
        assert_eq!(budget.take("search", Rate::Search, at(20)), Err(at(60)));
        assert_eq!(budget.take("other", Rate::Usual, at(20)), Ok(()));
        assert_eq!(budget.take("search", Rate::Search, at(61)), Ok(()));
    }

    #[test]
    fn another_process_counts_on_and_the_file_is_its_owners() {
        let folder = tempfile::tempdir().unwrap();
        let first = Budget::in_folder(folder.path().to_owned());
        for second in 0..10 {
            first.take("search", Rate::Search, at(second)).unwrap();
        }
        let second = Budget::in_folder(folder.path().to_owned());
        assert_eq!(second.take("search", Rate::Search, at(10)), Err(at(60)));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(folder.path().join(FILE)).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn the_services_own_word_holds_and_a_broken_file_does_no_harm() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "{\"half").unwrap();
        let budget = Budget::in_folder(folder.path().to_owned());
        assert_eq!(budget.take("overview", Rate::Usual, at(0)), Ok(()));
        budget.wait("overview", at(7), at(0));
        assert_eq!(budget.take("overview", Rate::Usual, at(6)), Err(at(7)));
        assert_eq!(budget.take("overview", Rate::Usual, at(7)), Ok(()));
    }

    #[test]
    fn calls_in_the_future_do_not_count_after_the_clock_is_set_back() {
        let budget = Budget::in_memory();
        for second in 0..10 {
            budget.take("search", Rate::Search, at(3600 + second)).unwrap();
        }
        assert_eq!(budget.take("search", Rate::Search, at(0)), Ok(()));
    }
}
