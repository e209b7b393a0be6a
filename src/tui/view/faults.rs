//! The faults of the sandbox: an input line to find or set one, and the list of faults below it.

use super::area::first_rows;
use super::pad::Pad;
use super::{Ctx, dialog, questions};
use crate::app::screens::FaultsScreen;
use crate::report::cut;
use crate::tui::theme::Tone;
use crate::values::{SetFault, Value};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::Clear;
use unicode_width::UnicodeWidthStr;

/// Wide enough for the longest name of a fault.
const WIDEST_NAME: usize = 28;

pub(super) fn faults(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, screen: &FaultsScreen) -> u16 {
    frame.render_widget(Clear, area);
    let known = screen.told.as_ref().map_or(0, |told| told.known.len());
    let counts = [("count", Value::from(&known)), ("set", Value::from(&screen.set().len()))];
    let inner = dialog::pane(frame, area, ctx, &ctx.say_with("faults.title", &counts), true);
    let head = line(ctx, screen, inner.width);
    let height = u16::try_from(head.lines.len()).unwrap_or(u16::MAX);
    let (top, list) = first_rows(inner, height.min(inner.height.saturating_sub(1)));
    head.show(frame, top, ctx, 0);
    rows(ctx, screen, list.width).show(frame, list, ctx, 0)
}

/// The input line, and below it an error, a remark or the help.
fn line(ctx: Ctx<'_>, screen: &FaultsScreen, width: u16) -> Pad {
    let mut pad = Pad::new(width);
    questions::entry(&mut pad, ctx, &screen.entry);
    let invalid = screen.refused.as_ref().or(screen.entry.refused.as_ref());
    match (invalid, &screen.entry.remark) {
        (Some(invalid), _) => pad.text(2, &ctx.model.text.invalid(invalid), ctx.style(Tone::Attention)),
        (None, Some(remark)) => pad.text(2, &ctx.remark(remark), ctx.style(Tone::Accent)),
        (None, None) => pad.text(2, &ctx.say("faults.help"), ctx.style(Tone::Muted)),
    }
    pad.gap();
    pad
}

fn rows(ctx: Ctx<'_>, screen: &FaultsScreen, width: u16) -> Pad {
    let mut pad = Pad::new(width);
    let fitting = screen.fitting();
    if fitting.is_empty() {
        let key = match (&screen.told, screen.setting()) {
            (None, _) => "faults.asking",
            (Some(_), Some(_)) => "faults.whole",
            (Some(_), None) => "faults.none",
        };
        pad.text(2, &ctx.say(key), ctx.style(Tone::Muted));
        return pad;
    }
    let widest = fitting.iter().map(|fault| fault.name.width()).max().unwrap_or(0).min(WIDEST_NAME);
    for (at, fault) in fitting.iter().enumerate() {
        let selected = at == screen.line && screen.setting().is_none();
        let from = pad.lines.len();
        let set: Vec<String> = screen.set().iter().filter(|set| set.name == fault.name).map(|set| how(ctx, set)).collect();
        let (glyph, tone) = if set.is_empty() { (" ", Tone::Plain) } else { ("!", Tone::Attention) };
        let name = cut(&fault.name, widest, ctx.cut_mark());
        let lead = vec![
            Span::raw(ctx.pointer(selected)),
            ctx.span(glyph, tone),
            ctx.span(
                format!(" {name}{}  ", " ".repeat(widest.saturating_sub(name.width()))),
                if set.is_empty() { Tone::Plain } else { Tone::Title },
            ),
        ];
        pad.hanging(lead, &ctx.model.text.fault(fault), ctx.style(Tone::Plain));
        for set in set {
            pad.text(widest + 6, &set, ctx.style(Tone::Attention));
        }
        if selected {
            pad.select(from, true);
        }
    }
    pad
}

/// How a fault is set: how many times, for which service, for how many seconds.
fn how(ctx: Ctx<'_>, set: &SetFault) -> String {
    let mut parts = vec![match set.times {
        None => ctx.say("faults.set"),
        Some(1) => ctx.say("faults.set-once"),
        Some(times) => ctx.say_with("faults.set-times", &[("times", Value::from(&times))]),
    }];
    parts.extend(set.service.iter().map(|service| ctx.say_with("faults.only", &[("service", Value::Text(service.clone()))])));
    parts.extend(set.seconds.iter().map(|seconds| ctx.say_with("faults.seconds", &[("seconds", Value::from(seconds))])));
    parts.join(", ")
}
