//! Ids of runs, deeds, questions and timers. An answer with an id that is no longer current came too late and is dropped.

#[derive(Debug, Default)]
pub(in crate::app) struct Ids(u64);

impl Ids {
    pub const fn new() -> Self {
        Self(0)
    }

    /// A new id, different from all before it.
    pub const fn fresh(&mut self) -> u64 {
        self.0 += 1;
        self.0
    }
}
