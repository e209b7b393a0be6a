//! One line on the terminal that is written over as work goes on. Nowhere else: a log of a CI is not a screen.

use super::console::Console;
use crate::report::{LongWords, wrap};

/// The line.
pub(super) struct Progress<'a> {
    console: &'a Console,
    shown: bool,
}

impl<'a> Progress<'a> {
    pub(super) fn new(console: &'a Console) -> Self {
        Self { console, shown: false }
    }

    /// Shows a sentence in place of the one before.
    pub(super) fn show(&mut self, sentence: &str) {
        if self.console.is_watched() {
            let first = wrap(sentence, 78, LongWords::Whole).into_iter().next().unwrap_or_default();
            self.console.say_as_is(&format!("\r\u{1b}[K{first}"));
            self.shown = true;
        }
    }

    /// Takes the line away.
    pub(super) fn clear(&mut self) {
        if self.shown {
            self.console.say_as_is("\r\u{1b}[K");
            self.shown = false;
        }
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        self.clear();
    }
}
