//! Retry ladders: when a webhook is called again (facts platform F.2).

use std::time::Duration;

/// Seconds of pause before each further try to validate.
const VALIDATION: [u64; 8] = [1, 5, 10, 30, 60, 120, 120, 120];
/// Seconds of pause before each further try to deliver; after the last one the event is laid aside.
const DELIVERY: [u64; 11] = [10, 30, 60, 300, 600, 1800, 3600, 10_800, 21_600, 43_200, 43_200];

/// How long to wait for a webhook's answer, and the pauses between tries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladders {
    /// The time limit for a webhook's answer.
    pub patience: Duration,
    /// The pause before each further try to validate.
    pub validation: Vec<Duration>,
    /// The pause before each further try to deliver; after the last one the event is laid aside.
    pub delivery: Vec<Duration>,
}

impl Default for Ladders {
    fn default() -> Self {
        let of = |seconds: &[u64]| seconds.iter().copied().map(Duration::from_secs).collect();
        Self { patience: Duration::from_secs(45), validation: of(&VALIDATION), delivery: of(&DELIVERY) }
    }
}

impl Ladders {
    /// Divides every pause by `times`, for tests that cannot wait two days. The time limit for an answer stays.
    #[must_use]
    pub fn hurried(self, times: u32) -> Self {
        let shorter = |pauses: Vec<Duration>| pauses.into_iter().map(|pause| pause / times.max(1)).collect();
        Self { validation: shorter(self.validation), delivery: shorter(self.delivery), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts platform F.2.
    #[test]
    fn the_two_ladders_are_altinns() {
        let seconds = |pauses: &[Duration]| pauses.iter().map(Duration::as_secs).collect::<Vec<_>>();
        let hours = |hours: u64| hours * 3600;
        let altinns = Ladders::default();
        assert_eq!(altinns.patience, Duration::from_secs(45));
        assert_eq!(seconds(&altinns.validation), [1, 5, 10, 30, 60, 120, 120, 120]);
        assert_eq!(seconds(&altinns.delivery), [10, 30, 60, 300, 600, 1800, hours(1), hours(3), hours(6), hours(12), hours(12)]);
    }
}
