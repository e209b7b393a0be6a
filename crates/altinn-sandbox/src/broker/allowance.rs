//! How often one IP address may ask for a daily summary (facts broker-api 2.12).

use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;

/// The most requests from one address within the window.
pub(super) const MOST: usize = 10;

const WINDOW: SignedDuration = SignedDuration::from_mins(60);

/// The times of each address's requests.
#[derive(Debug, Clone, Default)]
pub(super) struct SummaryRequests(HashMap<String, Vec<Timestamp>>);

/// How many requests an address has left, and when it gets more.
pub(super) struct Allowance {
    pub(super) left: Option<usize>,
    pub(super) reset: Timestamp,
}

impl SummaryRequests {
    pub(super) fn count(&mut self, address: &str, now: Timestamp) -> Allowance {
        self.0.retain(|_, asked| {
            asked.retain(|at| now.duration_since(*at) < WINDOW);
            !asked.is_empty()
        });
        let asked = self.0.entry(address.to_owned()).or_default();
        let reset = asked.first().unwrap_or(&now).checked_add(WINDOW).unwrap_or(now);
        let left = MOST.checked_sub(asked.len() + 1);
        if left.is_some() {
            asked.push(now);
        }
        Allowance { left, reset }
    }
}
