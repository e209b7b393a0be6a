//! How fast a file moves, over the last seconds.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// How far back it looks: long enough to be calm, short enough to follow the line.
const SPAN: Duration = Duration::from_secs(10);
/// Before so much time has passed, a rate says nothing.
const LEAST: Duration = Duration::from_millis(500);

/// What had moved by when, oldest first.
#[derive(Debug, Default)]
pub(super) struct Speed(VecDeque<(Instant, u64)>);

impl Speed {
    /// By now so many bytes have moved. Returns how many a second; None while that cannot be told.
    pub(super) fn moved(&mut self, now: Instant, done: u64) -> Option<u64> {
        if self.0.back().is_some_and(|(_, before)| *before > done) {
            // It goes on from an earlier place.
            self.0.clear();
        }
        self.0.push_back((now, done));
        while self.0.len() > 2 && self.0.get(1).is_some_and(|(at, _)| now.duration_since(*at) >= SPAN) {
            self.0.pop_front();
        }
        let (since, before) = self.0.front()?;
        let took = now.duration_since(*since);
        let moved = u128::from(done.saturating_sub(*before));
        (took >= LEAST).then(|| u64::try_from(moved * 1000 / took.as_millis().max(1)).unwrap_or(u64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_that_of_the_last_seconds_and_begins_anew_where_the_file_goes_back() {
        let begin = Instant::now();
        let after = |tenths| begin + Duration::from_millis(tenths * 100);
        let mut speed = Speed::default();
        assert_eq!((speed.moved(begin, 0), speed.moved(after(4), 400)), (None, None), "too early to tell");
        assert_eq!(speed.moved(after(10), 1000), Some(1000));
        for second in 2..=30 {
            speed.moved(after(second * 10), 1000 + second * 50);
        }
        assert_eq!(speed.moved(after(310), 1000 + 31 * 50), Some(50), "the quick beginning is forgotten");
        assert_eq!(speed.moved(after(320), 0), None);
        assert_eq!(speed.moved(after(330), 0), Some(0), "nothing moves");
    }
}
