//! Whether a file on its way moves fast enough.

use crate::services::GivenUp;
use crate::services::http::FileLimits;
use crate::values::FileSize;
use std::time::Instant;

/// Watches how many bytes move within each stretch of time, and how long the whole takes.
#[derive(Debug)]
pub(super) struct Pace {
    limits: FileLimits,
    begun: Instant,
    /// When the present stretch began, and how many bytes had moved by then.
    stretch: (Instant, u64),
}

impl Pace {
    pub(super) fn new(limits: FileLimits, now: Instant) -> Self {
        Self { limits, begun: now, stretch: (now, 0) }
    }

    /// By now, `moved` bytes have moved since the beginning.
    ///
    /// # Errors
    /// Why the file is given up.
    pub(super) fn moved(&mut self, now: Instant, moved: u64) -> Result<(), GivenUp> {
        let FileLimits { fewest, stretch, whole, .. } = self.limits;
        if now.duration_since(self.begun) >= whole {
            return Err(GivenUp::TookTooLong { hours: whole.as_secs().div_ceil(3600) });
        }
        let (since, before) = self.stretch;
        if now.duration_since(since) < stretch {
            return Ok(());
        }
        self.stretch = (now, moved);
        if moved.saturating_sub(before) < fewest {
            return Err(GivenUp::TooSlow { fewest: FileSize(fewest), seconds: stretch.as_secs() });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    const LIMITS: FileLimits =
        FileLimits { largest: 1000, part: 1000, fewest: 100, stretch: Duration::from_secs(10), whole: Duration::from_secs(60) };

    #[test]
    fn each_stretch_counts_for_itself() {
        let begin = Instant::now();
        let after = |seconds| begin + Duration::from_secs(seconds);
        let mut pace = Pace::new(LIMITS, begin);
        assert_eq!(pace.moved(after(9), 1), Ok(()), "the stretch is not over");
        assert_eq!(pace.moved(after(10), 1_000_000), Ok(()));
        let slow = GivenUp::TooSlow { fewest: FileSize(100), seconds: 10 };
        assert_eq!(pace.moved(after(20), 1_000_099), Err(slow), "a quick beginning does not pay for what comes after it");
    }

    #[test]
    fn the_whole_has_its_time_however_quick() {
        let begin = Instant::now();
        let after = |seconds| begin + Duration::from_secs(seconds);
        let mut pace = Pace::new(LIMITS, begin);
        for stretch in 1..6 {
            assert_eq!(pace.moved(after(stretch * 10), stretch * 1000), Ok(()));
        }
        assert_eq!(pace.moved(after(60), 1_000_000), Err(GivenUp::TookTooLong { hours: 1 }));
    }
}
