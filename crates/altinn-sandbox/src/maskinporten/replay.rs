//! Remembers used assertions, because each may be used only once (MP-012).

use aws_lc_rs::digest::{SHA256, digest};
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The assertions used in the last minutes. Older ones need not be kept, because they are refused for their age.
#[derive(Debug, Default)]
pub struct Replay {
    used: Mutex<Used>,
}

#[derive(Debug, Default)]
struct Used {
    /// When each may be forgotten, by the hash of its key: a client chooses how long the key is.
    until: HashMap<[u8; 32], i64>,
    /// When the forgotten ones were last removed.
    swept: i64,
}

/// How long an assertion is remembered, in seconds: it lives at most 120 s, and its `iat` is at most 10 s ahead.
const REMEMBERED: i64 = 140;

impl Replay {
    /// Records an assertion; false if it was used before.
    pub(super) fn first_use(&self, key: &str, now: Timestamp) -> bool {
        let now = now.as_second();
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if used.swept != now {
            used.swept = now;
            used.until.retain(|_, until| *until > now);
        }
        let mut hash = [0; 32];
        hash.copy_from_slice(digest(&SHA256, key.as_bytes()).as_ref());
        used.until.insert(hash, now + REMEMBERED).is_none_or(|until| until <= now)
    }
}
