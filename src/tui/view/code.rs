//! A link as a QR code, for the telephone of whoever must open it: two modules in a cell, or one in two where half blocks are
//! not to be had.

use super::pad::Pad;
use super::{Ctx, dialog};
use crate::report::Glyphs;
use crate::tui::theme::Tone;
use crate::values::Value;
use qrcode::{Color as Module, EcLevel, QrCode};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Span;
use ratatui::widgets::Clear;

/// The light edge that a reader needs to find the code: the norm says four, readers are content with two.
const QUIET: usize = 2;

pub(super) fn code(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) -> u16 {
    let Some(link) = ctx.model.link_here() else { return 0 };
    let title = ctx.say("code.title");
    let mut pad = Pad::new(dialog::room(area));
    let Ok(code) = QrCode::with_error_correction_level(link.as_bytes(), EcLevel::L) else {
        pad.text(0, &ctx.say("code.too-long"), ctx.style(Tone::Plain));
        return dialog::boxed(frame, area, ctx, &title, pad);
    };
    let side = code.width() + 2 * QUIET;
    let (width, height) = match ctx.look.glyphs {
        Glyphs::Unicode => (side, side.div_ceil(2)),
        Glyphs::Ascii => (side * 2, side),
    };
    if width > usize::from(area.width) || height > usize::from(area.height) {
        // What is around it takes the rows that are not the code's.
        let around = usize::from(frame.area().height.saturating_sub(area.height));
        let needs = [("columns", Value::from(&width)), ("rows", Value::from(&(height + around)))];
        pad.text(0, &ctx.say_with("code.too-small", &needs), ctx.style(Tone::Plain));
        return dialog::boxed(frame, area, ctx, &title, pad);
    }
    frame.render_widget(Clear, area);
    let (width, height) = (u16::try_from(width).unwrap_or(u16::MAX), u16::try_from(height).unwrap_or(u16::MAX));
    let place = Rect::new(area.x + (area.width - width) / 2, area.y + (area.height - height) / 2, width, height);
    let mut pad = Pad::new(width);
    let modules = code.to_colors();
    let inside = |at: usize| at.checked_sub(QUIET).filter(|at| *at < code.width());
    let is_dark = |x: usize, y: usize| match (inside(x), inside(y)) {
        (Some(x), Some(y)) => modules.get(y * code.width() + x) == Some(&Module::Dark),
        (_, _) => false,
    };
    match ctx.look.glyphs {
        Glyphs::Unicode => half_blocks(&mut pad, ctx, side, is_dark),
        Glyphs::Ascii => spaces(&mut pad, side, is_dark),
    }
    pad.show(frame, place, ctx, 0)
}

/// Dark on light whatever the terminal's own colours are; without colours, light on what is taken to be dark.
fn half_blocks(pad: &mut Pad, ctx: Ctx<'_>, side: usize, is_dark: impl Fn(usize, usize) -> bool) {
    let style = if ctx.look.mono { Style::new() } else { Style::new().fg(Color::White).bg(Color::Black) };
    for y in (0..side).step_by(2) {
        let cell = |x: usize| match (is_dark(x, y), y + 1 < side && is_dark(x, y + 1)) {
            (false, false) => '█',
            (false, true) => '▀',
            (true, false) => '▄',
            (true, true) => ' ',
        };
        pad.spans(vec![Span::styled((0..side).map(cell).collect::<String>(), style)]);
    }
}

/// Light modules are reversed spaces.
fn spaces(pad: &mut Pad, side: usize, is_dark: impl Fn(usize, usize) -> bool) {
    let light = Style::new().add_modifier(Modifier::REVERSED);
    for y in 0..side {
        let module = |x| Span::styled("  ", if is_dark(x, y) { Style::new() } else { light });
        pad.spans((0..side).map(module).collect());
    }
}
