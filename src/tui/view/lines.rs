//! Writes lines into an area. ratatui's `Paragraph` goes over each cell of the area for a style as well, and over each text twice: a
//! part of all work before the first frame.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Writes the lines from the top, as many as there is room for, and as much of each.
pub(super) fn write<'a>(frame: &mut Frame<'_>, area: Rect, lines: impl IntoIterator<Item = Line<'a>>) {
    let area = area.intersection(frame.area());
    for (y, line) in (area.top()..area.bottom()).zip(lines) {
        frame.buffer_mut().set_line(area.x, y, &line, area.width);
    }
}
