//! The network calls of this session, the newest last. The oldest are dropped beyond a limit, to bound the memory they take.

use crate::values::Call;
use std::collections::VecDeque;

const MOST: usize = 500;

#[derive(Debug, Default)]
pub struct Calls(VecDeque<Call>);

impl Calls {
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    pub fn newest_first(&self) -> impl Iterator<Item = &Call> {
        self.0.iter().rev()
    }

    pub(super) fn add(&mut self, call: Call) {
        if self.0.len() == MOST {
            self.0.pop_front();
        }
        self.0.push_back(call);
    }
}
