//! A link as a QR code, so that the person who must open it can scan it with a phone. With Unicode, a cell shows two modules, one
//! above the other. ASCII has no half blocks, so a module takes two cells.

use super::pad::Pad;
use super::{Ctx, dialog, frame};
use crate::report::Glyphs;
use crate::tui::theme::Tone;
use crate::values::Value;
use qrcode::{Color as Module, EcLevel, QrCode};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Span;
use ratatui::widgets::Clear;

/// The width of the light margin, in modules. The standard asks for four, but two are enough for scanners and save space.
const QUIET: usize = 2;

pub(super) fn code(screen: &mut Frame<'_>, body: Rect, ctx: Ctx<'_>) -> u16 {
    let area = body;
    let Some(link) = ctx.model.link_here() else { return 0 };
    let title = ctx.say("code.title");
    let mut pad = Pad::new(dialog::room(area));
    let Ok(code) = QrCode::with_error_correction_level(link.as_bytes(), EcLevel::L) else {
        pad.text(0, &ctx.say("code.too-long"), ctx.style(Tone::Plain));
        return dialog::boxed(screen, area, ctx, &title, pad);
    };
    let side = code.width() + 2 * QUIET;
    let (width, height) = match ctx.look.glyphs {
        Glyphs::Unicode => (side, side.div_ceil(2)),
        Glyphs::Ascii => (side * 2, side),
    };
    let keys = frame::footer_lines(ctx, area.width).len();
    let area = place_for(height, screen.area(), area, keys);
    if width > usize::from(area.width) || height > usize::from(area.height) {
        // The message names the height of the whole window, with the footer.
        let needs = [("columns", Value::from(&width)), ("rows", Value::from(&(height + keys)))];
        pad.text(0, &ctx.say_with("code.too-small", &needs), ctx.style(Tone::Plain));
        return dialog::boxed(screen, body, ctx, &title, pad);
    }
    screen.render_widget(Clear, area);
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
    pad.show(screen, place, ctx, 0)
}

/// The screen's own place, or the whole window but the keys, if the code needs that.
fn place_for(height: usize, window: Rect, body: Rect, keys: usize) -> Rect {
    if height <= usize::from(body.height) {
        return body;
    }
    Rect { height: window.height.saturating_sub(u16::try_from(keys).unwrap_or(u16::MAX)), ..window }
}

/// Draws two rows of modules in a row of cells, with `█` for light. The code must be dark on light: the colours are fixed for that;
/// without colours, the terminal's background is taken to be dark.
fn half_blocks(pad: &mut Pad, ctx: Ctx<'_>, side: usize, is_dark: impl Fn(usize, usize) -> bool) {
    let style = ctx.look.code();
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

/// Draws a module as two spaces, reversed if it is light.
fn spaces(pad: &mut Pad, side: usize, is_dark: impl Fn(usize, usize) -> bool) {
    let light = Style::new().add_modifier(Modifier::REVERSED);
    for y in 0..side {
        let module = |x| Span::styled("  ", if is_dark(x, y) { Style::new() } else { light });
        pad.spans((0..side).map(module).collect());
    }
}
