//! Which assertions were used: none may come twice (MP-012).

use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The assertions of the last minutes; an older one is refused for its age, so that nothing of it need be kept.
#[derive(Debug, Default)]
pub struct Replay {
    used: Mutex<HashMap<String, i64>>,
}

/// An assertion lives 120 s at most, from an `iat` at most 10 s ahead.
const REMEMBERED: i64 = 140;

impl Replay {
    /// Notes an assertion; false when it was noted before.
    pub(super) fn first_use(&self, key: String, now: Timestamp) -> bool {
        let now = now.as_second();
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.retain(|_, forgotten| *forgotten > now);
        used.insert(key, now + REMEMBERED).is_none()
    }
}
