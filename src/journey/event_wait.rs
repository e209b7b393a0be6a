//! When Altinn Events tries again (facts platform F.2).

use jiff::{SignedDuration, Timestamp};

/// Seconds of pause before each further try to validate a webhook.
const VALIDATION: [i64; 8] = [1, 5, 10, 30, 60, 120, 120, 120];
/// Seconds of pause before each further try to deliver an event.
const DELIVERY: [i64; 11] = [10, 30, 60, 300, 600, 1800, 3600, 10_800, 21_600, 43_200, 43_200];

/// When a webhook that was subscribed at `first` is next tried, if it has not answered. None once the last try is over.
#[must_use]
pub fn next_validation(first: Timestamp, now: Timestamp) -> Option<Timestamp> {
    next(first, &VALIDATION, now)
}

/// When an event that was first sent at `first` is sent again, if the webhook did not take it. None once the last try is over.
#[must_use]
pub fn next_delivery(first: Timestamp, now: Timestamp) -> Option<Timestamp> {
    next(first, &DELIVERY, now)
}

fn next(first: Timestamp, pauses: &[i64], now: Timestamp) -> Option<Timestamp> {
    let tries = pauses.iter().scan(first, |at, pause| {
        *at = at.checked_add(SignedDuration::from_secs(*pause)).ok()?;
        Some(*at)
    });
    tries.into_iter().find(|at| *at > now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_rung_of_the_ladder_is_told_until_the_last() {
        let at = |seconds| Timestamp::UNIX_EPOCH.checked_add(SignedDuration::from_secs(seconds)).ok();
        let next = |seconds| next_delivery(Timestamp::UNIX_EPOCH, at(seconds).unwrap_or_default());
        assert_eq!([next(0), next(10), next(99), next(1000)], [at(10), at(40), at(100), at(2800)]);
        assert_eq!(next(200_000), None);
        assert_eq!(next_validation(Timestamp::UNIX_EPOCH, at(47).unwrap_or_default()), at(106));
        assert_eq!(next_validation(Timestamp::UNIX_EPOCH, at(500).unwrap_or_default()), None);
    }
}
