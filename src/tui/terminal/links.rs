//! Tells the terminal which text on the screen is a link (OSC 8), so that a click opens it.

use crate::tui::view::PlacedLink;
use crossterm::cursor::{MoveTo, RestorePosition, SavePosition};
use crossterm::queue;
use crossterm::style::{Print, PrintStyledContent};
use ratatui::backend::IntoCrossterm;
use ratatui::style::Style;
use std::io::{self, Write};

/// Writes each link again where it stands. A [`crate::values::Link`] has no control characters, so that it cannot end the sequence.
pub(super) fn write(to: &mut impl Write, links: &[PlacedLink], style: Style) -> io::Result<()> {
    for PlacedLink { x, y, shown, link } in links {
        let styled = style.into_crossterm().apply(shown);
        queue!(to, SavePosition, MoveTo(*x, *y), Print(format_args!("\u{1b}]8;;{link}\u{1b}\\")))?;
        queue!(to, PrintStyledContent(styled), Print("\u{1b}]8;;\u{1b}\\"), RestorePosition)?;
    }
    Ok(())
}
