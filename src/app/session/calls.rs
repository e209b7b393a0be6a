//! The network calls of this session, the newest last. The oldest are dropped beyond a limit, to bound the memory they take.

use crate::values::Call;
use std::collections::VecDeque;

const MOST: usize = 500;

#[derive(Debug, Default)]
pub struct Calls {
    calls: VecDeque<Call>,
    /// The words that each shown call has.
    sought: String,
}

impl Calls {
    #[must_use]
    pub fn count(&self) -> usize {
        self.calls.len()
    }

    /// The words that calls are found by, empty if all are shown.
    #[must_use]
    pub fn sought(&self) -> &str {
        &self.sought
    }

    pub(in crate::app) fn seek(&mut self, words: &str) {
        words.clone_into(&mut self.sought);
    }

    /// The calls with every word in their method, host, path or status, the newest first.
    pub fn fitting(&self) -> impl Iterator<Item = &Call> {
        let words: Vec<String> = self.sought.split_whitespace().map(str::to_lowercase).collect();
        let fits = move |call: &&Call| {
            let status = call.status.map(|status| status.to_string()).unwrap_or_default();
            let all = format!("{} {}{} {status}", call.method, call.host, call.path).to_lowercase();
            words.iter().all(|word| all.contains(word.as_str()))
        };
        self.calls.iter().rev().filter(fits)
    }

    /// The fitting calls as text, one a line, the oldest first: for a mail to somebody who helps.
    #[must_use]
    pub fn as_text(&self) -> String {
        let line = |call: &Call| {
            let status = call.status.map_or_else(|| "-".to_owned(), |status| status.to_string());
            format!("{:.3} {} https://{}{} {status} {} ms\n", call.at, call.method, call.host, call.path, call.took_ms)
        };
        let mut lines: Vec<String> = self.fitting().map(line).collect();
        lines.reverse();
        lines.concat()
    }

    pub(super) fn add(&mut self, call: Call) {
        if self.calls.len() == MOST {
            self.calls.pop_front();
        }
        self.calls.push_back(call);
    }
}
