//! Counts the calls of the last minute (facts broker-api 4.3).

use super::route::Route;
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;

const MINUTE: SignedDuration = SignedDuration::from_secs(60);

/// For each route, when its minute began and how many calls it has had since.
#[derive(Debug, Clone, Default)]
pub struct Counters(HashMap<Route, (Timestamp, u32)>);

impl Counters {
    /// Counts a call. If it is one too many, returns the seconds until the next is allowed.
    pub(super) fn count(&mut self, route: Route, most: u32, now: Timestamp) -> Option<i64> {
        let (began, seen) = self.0.entry(route).or_insert((now, 0));
        if now.duration_since(*began) >= MINUTE {
            (*began, *seen) = (now, 0);
        }
        *seen += 1;
        (*seen > most).then(|| (MINUTE - now.duration_since(*began)).as_secs().max(1))
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    /// Facts broker-api 4.3.
    #[test]
    fn each_call_has_its_own_minute() {
        let mut counters = Counters::default();
        let at = |second: i64| Timestamp::from_second(1_000_000 + second).expect("a time");
        assert!((0..10).all(|_| counters.count(Route::Search, 10, at(0)).is_none()));
        assert_eq!(counters.count(Route::Search, 10, at(13)), Some(47));
        assert_eq!(counters.count(Route::Details, 15, at(13)), None);
        assert_eq!(counters.count(Route::Search, 10, at(60)), None);
    }
}
