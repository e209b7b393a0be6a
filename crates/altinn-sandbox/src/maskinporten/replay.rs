//! Remembers used assertions, because each may be used only once (MP-012).

use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The assertions used in the last minutes. Older ones need not be kept, because they are refused for their age.
#[derive(Debug, Default)]
pub struct Replay {
    used: Mutex<HashMap<String, i64>>,
}

/// How long an assertion is remembered, in seconds: it lives at most 120 s, and its `iat` is at most 10 s ahead.
const REMEMBERED: i64 = 140;

impl Replay {
    /// Records an assertion; false if it was used before.
    pub(super) fn first_use(&self, key: String, now: Timestamp) -> bool {
        let now = now.as_second();
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.retain(|_, forgotten| *forgotten > now);
        used.insert(key, now + REMEMBERED).is_none()
    }
}
