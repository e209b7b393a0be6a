//! Whom a check waits for, and what the user can say or do about it.

use super::Entry;
use crate::journey::CheckId;

crate::choice! {
    /// One line of the screen.
    pub enum WaitingChoice {
        /// Open the page and approve it oneself.
        Approve = "approve",
        SaidYes = "said-yes",
        SaidNo = "said-no",
        Remind = "remind",
        /// The first letter.
        Write = "write",
    }
}

#[derive(Debug)]
pub struct WaitingScreen {
    pub check: CheckId,
    /// The selected line, from 0.
    pub line: usize,
    /// Why they said no, while it is typed.
    pub reason: Option<Entry>,
    /// The profile's name, which is typed after it in production.
    pub name: Option<Entry>,
    /// The deed that notes the answer, while it is under way.
    pub noting: Option<u64>,
}

impl WaitingScreen {
    pub(in crate::app) const fn new(check: CheckId, line: usize) -> Self {
        Self { check, line, reason: None, name: None, noting: None }
    }

    /// The line that is typed in.
    pub(in crate::app) const fn typing(&mut self) -> Option<&mut Entry> {
        if self.name.is_some() { self.name.as_mut() } else { self.reason.as_mut() }
    }
}
