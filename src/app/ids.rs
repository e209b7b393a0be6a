//! Ids of runs, deeds, questions and timers: what comes back under an id that is no longer current is dropped.

#[derive(Debug, Default)]
pub(in crate::app) struct Ids(u64);

impl Ids {
    pub const fn new() -> Self {
        Self(0)
    }

    /// An id that was never used.
    pub const fn fresh(&mut self) -> u64 {
        self.0 += 1;
        self.0
    }
}
