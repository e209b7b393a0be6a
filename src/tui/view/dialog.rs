//! Borders: a pane, a box on top of the screen, a pane that fills the screen.

use super::Ctx;
use super::pad::Pad;
use crate::tui::theme::Tone;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Borders, Clear};

/// Draws a border with a title. Returns the area inside it, without one column at each side.
pub(super) fn pane(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, title: &str, has_keys: bool) -> Rect {
    let tone = if has_keys { Tone::Plain } else { Tone::Muted };
    let block = Block::new()
        .borders(Borders::ALL)
        .border_set(ctx.look.border())
        .border_style(ctx.style(tone))
        .title(ctx.span(format!(" {title} "), Tone::Title));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    Rect { x: inner.x.saturating_add(1).min(inner.right()), width: inner.width.saturating_sub(2), ..inner }
}

/// The width of the text in a box.
pub(super) fn room(area: Rect) -> u16 {
    area.width.saturating_sub(8).min(84)
}

/// Draws a box in the middle, as high as its text. Returns how many lines it can be scrolled.
pub(super) fn boxed(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, title: &str, pad: Pad) -> u16 {
    let width = room(area) + 4;
    let height = u16::try_from(pad.lines.len()).unwrap_or(u16::MAX).saturating_add(2).min(area.height);
    let place =
        Rect::new(area.x + (area.width.saturating_sub(width)) / 2, area.y + (area.height - height) / 2, width.min(area.width), height);
    frame.render_widget(Clear, place);
    let inner = pane(frame, place, ctx, title, true);
    pad.show(frame, inner, ctx, ctx.model.scroll)
}

/// Draws a pane that fills the area. Returns how many lines it can be scrolled.
pub(super) fn whole(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, title: &str, pad: Pad) -> u16 {
    frame.render_widget(Clear, area);
    let inner = pane(frame, area, ctx, title, true);
    pad.show(frame, inner, ctx, ctx.model.scroll)
}
