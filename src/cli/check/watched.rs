//! The screen of `--watch`: each report is drawn over the one before, on the terminal's other screen, so that nothing of what the user
//! had there is scrolled away or cleared. The last report stays when the watch ends.

use crate::cli::console::Console;
use crate::cli::end::Stop;

const ENTER: &str = "\u{1b}[?1049h";
const LEAVE: &str = "\u{1b}[?1049l";
const FROM_THE_TOP: &str = "\u{1b}[H\u{1b}[2J";

/// Dropping it gives the terminal back.
pub(super) struct WatchedScreen<'a> {
    console: &'a Console,
    last: Option<String>,
}

impl<'a> WatchedScreen<'a> {
    pub(super) const fn new(console: &'a Console) -> Self {
        Self { console, last: None }
    }

    /// Draws a text over what is there.
    pub(super) fn draw(&mut self, text: String) -> Result<(), Stop> {
        let enter = if self.last.is_none() { ENTER } else { "" };
        let drawn = format!("{enter}{FROM_THE_TOP}{text}");
        self.last = Some(text);
        self.console.draw_result(&drawn)
    }
}

impl Drop for WatchedScreen<'_> {
    fn drop(&mut self) {
        if let Some(last) = &self.last {
            // Nobody is left to tell that the terminal is gone.
            let _ = self.console.draw_result(&format!("{LEAVE}{last}"));
        }
    }
}
