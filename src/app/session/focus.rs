//! Where the reader is.

use crate::journey::{CheckId, StepId};

/// Which pane has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The list of steps.
    Steps,
    /// What the step says.
    Step,
}

/// What the right pane shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Step(StepId),
    /// What was proven, when all five are ready.
    Ready,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Focus {
    pub pane: Pane,
    pub section: Section,
    /// The line selected there.
    pub line: usize,
    /// The check whose finding is open.
    pub open: Option<CheckId>,
    /// Whether it goes where attention belongs by itself: until the reader moves it.
    pub follows: bool,
}

impl Focus {
    pub(super) const fn new(pane: Pane, section: Section, follows: bool) -> Self {
        Self { pane, section, line: 0, open: None, follows }
    }

    /// Another section from its top, with a finding open.
    pub(super) const fn show(&mut self, section: Section, open: Option<CheckId>) {
        self.section = section;
        self.line = 0;
        self.open = open;
    }

    /// The reader turns to a line of the step.
    pub(super) const fn take_line(&mut self, line: usize) {
        self.pane = Pane::Step;
        self.line = line;
        self.follows = false;
    }

    /// Opens the finding of a check, or folds it.
    pub(super) fn unfold(&mut self, check: CheckId) {
        self.open = if self.open == Some(check) { None } else { Some(check) };
    }
}
