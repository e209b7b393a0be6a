//! Which pane, section and line the user is at.

use crate::journey::{CheckId, StepId};

/// The pane that the keys move in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// Left: the list of steps.
    Steps,
    /// Right: the lines of one step.
    Step,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Step(StepId),
    /// A summary of what was proven, once all five steps are ready.
    Ready,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Focus {
    pub pane: Pane,
    pub section: Section,
    /// The selected line of the right pane, from 0.
    pub line: usize,
    /// The check whose finding is unfolded.
    pub open: Option<CheckId>,
    /// Whether the selection moves by itself to what the user should look at next. It stops doing so once the user moves it.
    pub follows: bool,
}

impl Focus {
    pub(super) const fn new(pane: Pane, section: Section, follows: bool) -> Self {
        Self { pane, section, line: 0, open: None, follows }
    }

    /// Shows another section with its first line selected and a finding unfolded.
    pub(super) const fn show(&mut self, section: Section, open: Option<CheckId>) {
        self.section = section;
        self.line = 0;
        self.open = open;
    }

    /// The user selects a line of the step.
    pub(super) const fn take_line(&mut self, line: usize) {
        self.pane = Pane::Step;
        self.line = line;
        self.follows = false;
    }

    /// Unfolds the finding of a check, or folds it if it is unfolded.
    pub(super) fn unfold(&mut self, check: CheckId) {
        self.open = if self.open == Some(check) { None } else { Some(check) };
    }
}
