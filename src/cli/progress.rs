//! One line of progress that each step overwrites. It is shown only on a terminal: in a CI log every step would be a new line.

use super::console::Console;
use crate::report::{LongWords, wrap};
use crate::values::one_line;

pub(super) struct ProgressLine<'a> {
    console: &'a Console,
    shown: bool,
}

impl<'a> ProgressLine<'a> {
    pub(super) fn new(console: &'a Console) -> Self {
        Self { console, shown: false }
    }

    /// Replaces what the line shows, if standard error is a terminal that can do that.
    pub(super) fn show(&mut self, sentence: &str) {
        if self.console.is_watched() {
            let first = wrap(sentence, 78, LongWords::Whole).into_iter().next().unwrap_or_default();
            self.console.draw(&format!("\r\u{1b}[K{}", one_line(&first)));
            self.shown = true;
        }
    }

    /// Erases the line if it is shown.
    pub(super) fn clear(&mut self) {
        if self.shown {
            self.console.draw("\r\u{1b}[K");
            self.shown = false;
        }
    }
}

impl Drop for ProgressLine<'_> {
    fn drop(&mut self) {
        self.clear();
    }
}
