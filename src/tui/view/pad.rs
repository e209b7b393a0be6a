//! Lines of text, which may be more than fit on screen. They are drawn scrolled so that the selected ones are visible.

use super::{Ctx, PlacedLink, lines};
use crate::report::{LongWords, cut, wrap};
use crate::tui::theme::Tone;
use crate::values::Link;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

#[derive(Debug, Default)]
pub(super) struct Pad {
    pub lines: Vec<Line<'static>>,
    /// The lines that must be visible.
    pub focus: Option<Range<usize>>,
    /// The line and column of the cursor.
    pub cursor: Option<(usize, usize)>,
    /// The links: line, column, what is shown of each, and where it leads.
    links: Vec<(usize, usize, String, Link)>,
    width: usize,
}

impl Pad {
    pub fn new(width: u16) -> Self {
        Self { width: usize::from(width.max(1)), ..Self::default() }
    }

    pub const fn width(&self) -> usize {
        self.width
    }

    pub fn gap(&mut self) {
        self.lines.push(Line::default());
    }

    /// Adds one line.
    pub fn spans(&mut self, spans: Vec<Span<'static>>) {
        self.lines.push(Line::from(spans));
    }

    /// Adds a text, wrapped, with each line indented.
    pub fn text(&mut self, indent: usize, text: &str, style: Style) {
        for line in wrap(text, self.width.saturating_sub(indent), LongWords::Broken) {
            self.spans(vec![Span::raw(" ".repeat(indent)), Span::styled(line, style)]);
        }
    }

    /// Adds a link on a line of its own, for the terminal to open. One that is longer than the line is cut, or wrapped where it is to
    /// be read `whole`.
    pub fn link(&mut self, indent: usize, text: &str, whole: bool, style: Style, mark: &str) {
        let Ok(link) = text.parse::<Link>() else { return self.text(indent, text, style) };
        let room = self.width.saturating_sub(indent);
        let shown = if whole { wrap(text, room, LongWords::Broken) } else { vec![cut(text, room, mark)] };
        for line in shown {
            self.links.push((self.lines.len(), indent, line.clone(), link.clone()));
            self.spans(vec![Span::raw(" ".repeat(indent)), Span::styled(line, style)]);
        }
    }

    /// Adds a lead and a text. Wrapped lines of the text are indented by the width of the lead.
    pub fn hanging(&mut self, lead: Vec<Span<'static>>, text: &str, style: Style) {
        let indent: usize = lead.iter().map(Span::width).sum();
        let mut lead = Some(lead);
        for line in wrap(text, self.width.saturating_sub(indent), LongWords::Broken) {
            let mut spans = lead.take().unwrap_or_else(|| vec![Span::raw(" ".repeat(indent))]);
            spans.push(Span::styled(line, style));
            self.spans(spans);
        }
    }

    /// Adds a lead, a text and, at the right edge, `right`. The text is never cut: if it does not fit on one line, it is wrapped.
    /// Then `right` is left out if `may_go`, or if the text beside it would have fewer than 16 columns; else it is on the first
    /// line.
    pub fn edged_whole(&mut self, lead: Vec<Span<'static>>, text: &str, style: Style, right: Span<'static>, may_go: bool) {
        let indent: usize = lead.iter().map(Span::width).sum();
        let beside = if right.width() == 0 { 0 } else { right.width() + 2 };
        let fits = indent + text.width() + beside <= self.width;
        if !fits && (may_go || beside + 16 > self.width.saturating_sub(indent)) {
            return self.hanging(lead, text, style);
        }
        let mut lines = wrap(text, self.width.saturating_sub(indent + beside), LongWords::Broken).into_iter();
        let first = lines.next().unwrap_or_default();
        let rest = self.width.saturating_sub(indent + first.width() + right.width());
        let mut spans = lead;
        spans.extend([Span::styled(first, style), Span::raw(" ".repeat(rest)), right]);
        self.spans(spans);
        for line in lines {
            self.spans(vec![Span::raw(" ".repeat(indent)), Span::styled(line, style)]);
        }
    }

    /// Adds a line with `right` at its right edge. If both do not fit, the left part is cut and ends in `mark`.
    pub fn edged(&mut self, left: Vec<Span<'static>>, right: Span<'static>, mark: &'static str) {
        let room = self.width.saturating_sub(if right.width() == 0 { 0 } else { right.width() + 1 });
        let mut spans = Vec::new();
        let mut used = 0;
        for span in left {
            let kept = cut(&span.content, room.saturating_sub(used), mark);
            used += kept.width();
            spans.push(Span::styled(kept, span.style));
        }
        spans.push(Span::raw(" ".repeat(self.width.saturating_sub(used + right.width()))));
        spans.push(right);
        self.spans(spans);
    }

    /// Marks the lines from `from` on as selected. With `reversed`, the first of them is shown in reverse.
    pub fn select(&mut self, from: usize, reversed: bool) {
        self.focus = Some(from..self.lines.len());
        if !reversed {
            return;
        }
        if let Some(line) = self.lines.get_mut(from) {
            let missing = self.width.saturating_sub(line.width());
            line.spans.push(Span::raw(" ".repeat(missing)));
            for span in &mut line.spans {
                // A reversed line loses its colours, because some terminals make them unreadable there.
                span.style = Style::new().add_modifier(Modifier::REVERSED);
            }
        }
    }

    /// Draws the lines that fit, and at the edges how many do not. Returns how many lines it can be scrolled.
    pub fn show(self, frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, scrolled: u16) -> u16 {
        let height = usize::from(area.height);
        if height == 0 || area.width == 0 {
            return 0;
        }
        let furthest = self.lines.len().saturating_sub(height);
        let kept_in_sight = self.focus.as_ref().map_or(0, |focus| focus.end.saturating_sub(height).min(focus.start)).min(furthest);
        let offset = (kept_in_sight + usize::from(scrolled)).min(furthest);
        let more = furthest - offset;
        lines::write(frame, area, self.lines.into_iter().skip(offset));
        if let Some((line, column)) = self.cursor.filter(|(line, _)| (offset..offset + height).contains(line)) {
            let x = area.x + u16::try_from(column).unwrap_or(u16::MAX).min(area.width - 1);
            frame.set_cursor_position(Position::new(x, area.y + u16::try_from(line - offset).unwrap_or(0)));
        }
        for (line, column, shown, link) in self.links.into_iter().filter(|(line, ..)| (offset..offset + height).contains(line)) {
            let (x, y) = (u16::try_from(column).unwrap_or(u16::MAX), u16::try_from(line - offset).unwrap_or(u16::MAX));
            ctx.links.borrow_mut().push(PlacedLink { x: area.x + x, y: area.y + y, shown, link });
        }
        hints(frame, area, ctx, offset, more);
        u16::try_from(furthest - kept_in_sight).unwrap_or(u16::MAX)
    }
}

/// Draws `↑ 3 more` and `↓ 12 more` in the rows just above and below the area, which are the borders of a pane.
fn hints(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, above: usize, below: usize) {
    let screen = frame.area();
    let mut hint = |count: usize, glyph: &'static str, row: u16| {
        if count == 0 || row >= screen.height {
            return;
        }
        let text = format!(" {glyph} {} ", ctx.counted("view.more", count));
        let width = u16::try_from(text.width()).unwrap_or(u16::MAX);
        if width + 2 > area.width {
            return;
        }
        let place = Rect::new(area.right() - width, row, width, 1).intersection(screen);
        lines::write(frame, place, [Line::styled(text, ctx.style(Tone::Accent))]);
    };
    if area.y > 0 {
        hint(above, ctx.look.glyph("↑", "^"), area.y - 1);
    }
    hint(below, ctx.look.glyph("↓", "v"), area.bottom());
}
