//! Boxes: a pane's border, and a box above the screen.

use super::Ctx;
use super::pad::Pad;
use crate::tui::theme::Tone;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Borders, Clear};

/// A pane with a title; answers what is inside, with a column free on both sides.
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

/// How wide a box's text may be.
pub(super) fn room(area: Rect) -> u16 {
    area.width.saturating_sub(8).min(84)
}

/// A box as high as its text, in the middle.
pub(super) fn boxed(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, title: &str, pad: Pad) -> u16 {
    let width = room(area) + 4;
    let height = u16::try_from(pad.lines.len()).unwrap_or(u16::MAX).saturating_add(2).min(area.height);
    let place =
        Rect::new(area.x + (area.width.saturating_sub(width)) / 2, area.y + (area.height - height) / 2, width.min(area.width), height);
    frame.render_widget(Clear, place);
    let inner = pane(frame, place, ctx, title, true);
    pad.show(frame, inner, ctx, ctx.model.scroll)
}

/// A screen of its own under the header.
pub(super) fn whole(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, title: &str, pad: Pad) -> u16 {
    frame.render_widget(Clear, area);
    let inner = pane(frame, area, ctx, title, true);
    pad.show(frame, inner, ctx, ctx.model.scroll)
}
