//! A deed: what it would do, how it goes on, what came of it.

use super::pad::Pad;
use super::{Ctx, dialog, questions};
use crate::app::screens::{DeedScreen, Stage};
use crate::app::session::{DeedPhase, Session};
use crate::journey::{DeedMessage, Preview, Stopped};
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

const BAR: usize = 20;

pub(super) fn deed(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, screen: &DeedScreen) -> u16 {
    let mut pad = Pad::new(dialog::room(area));
    match &screen.stage {
        Stage::Asking => {
            pad.spans(vec![ctx.span(ctx.look.spinner(ctx.model.spin), Tone::Accent), Span::raw(format!(" {}", ctx.say("deed.asking")))])
        }
        Stage::Preview(shown) if screen.bodies => bodies(&mut pad, ctx, shown),
        Stage::Preview(shown) => preview(&mut pad, ctx, shown),
        Stage::Typing(shown, entry) => {
            preview(&mut pad, ctx, shown);
            pad.gap();
            let name = ctx.model.session.as_ref().map(|session| session.name().to_owned()).unwrap_or_default();
            pad.text(0, &ctx.say_with("deed.type-name", &[("name", Value::Text(name))]), ctx.style(Tone::Attention));
            questions::entry(&mut pad, ctx, entry);
            pad.focus = Some(pad.lines.len().saturating_sub(1)..pad.lines.len());
        }
        Stage::Running => {
            let doing = ctx.model.session.as_ref().and_then(|session| session.work().doing());
            phases(&mut pad, ctx, doing.map_or(&[], |doing| &doing.phases), true);
            pad.focus = Some(pad.lines.len().saturating_sub(1)..pad.lines.len());
        }
        Stage::Done(done, says) => {
            phases(&mut pad, ctx, done, false);
            outcome(&mut pad, ctx, says);
        }
        Stage::Stopped(done, stopped) => {
            phases(&mut pad, ctx, done, false);
            halted(&mut pad, ctx, stopped, done.is_empty());
        }
    }
    dialog::boxed(frame, area, ctx, &ctx.deed(screen.deed), pad)
}

fn preview(pad: &mut Pad, ctx: Ctx<'_>, shown: &Preview) {
    for (index, message) in shown.says.iter().enumerate() {
        let tone = if index == 0 { Tone::Title } else { Tone::Plain };
        pad.text(0, &ctx.model.text.deed(message).says, ctx.style(tone));
    }
    pad.gap();
    for (method, address) in &shown.requests {
        pad.hanging(vec![Span::raw(format!("  {method:<5} "))], address, ctx.style(Tone::Accent));
    }
    let labels: Vec<(String, String)> = shown
        .rows
        .iter()
        .map(|(label, value)| (ctx.model.text.line("deeds", &format!("preview.{label}"), &[]), ctx.model.text.value(value)))
        .collect();
    let width = labels.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
    for (label, value) in labels {
        let lead = format!("  {label}{}  ", " ".repeat(width.saturating_sub(label.width())));
        pad.hanging(vec![ctx.span(lead, Tone::Muted)], &value, ctx.style(Tone::Plain));
    }
}

/// What the requests send, as the service gets it.
fn bodies(pad: &mut Pad, ctx: Ctx<'_>, shown: &Preview) {
    for (index, (request, body)) in shown.bodies.iter().enumerate() {
        if index > 0 {
            pad.gap();
        }
        pad.hanging(vec![Span::raw("  ")], request, ctx.style(Tone::Accent));
        for line in body.lines() {
            // Wrapping would take the indentation of the JSON away.
            let indent = line.len() - line.trim_start().len();
            pad.hanging(vec![Span::raw(" ".repeat(indent + 2))], line.trim_start(), ctx.style(Tone::Plain));
        }
    }
}

/// One line per phase, with its time, a bar where there are bytes.
fn phases(pad: &mut Pad, ctx: Ctx<'_>, phases: &[DeedPhase], running: bool) {
    for (index, phase) in phases.iter().enumerate() {
        let says = ctx.model.text.deed(&phase.message).says;
        let (glyph, tone) = match (phase.took_ms, running && index + 1 == phases.len()) {
            (Some(_), _) => (ctx.look.glyph("✓", "v"), Tone::Success),
            (None, true) => (ctx.look.spinner(ctx.model.spin), Tone::Accent),
            (None, false) => (ctx.look.glyph("✗", "x"), Tone::Failure),
        };
        let right = match (phase.took_ms, phase.bytes) {
            (Some(0), _) => Span::raw(""),
            (Some(took), _) => ctx.span(ctx.say_with("check.took", &[("ms", Value::from(&took))]), Tone::Muted),
            (None, Some((done, total))) => ctx.span(bar(ctx, done, total), Tone::Accent),
            (None, None) => Span::raw(""),
        };
        let may_go = phase.took_ms.is_some();
        pad.edged_whole(vec![ctx.span(glyph, tone), Span::raw(" ")], &says, ctx.style(Tone::Plain), right, may_go);
    }
    if phases.is_empty() && running {
        pad.spans(vec![ctx.span(ctx.look.spinner(ctx.model.spin), Tone::Accent)]);
    }
}

fn bar(ctx: Ctx<'_>, done: u64, total: u64) -> String {
    let part = done.min(total).saturating_mul(100).checked_div(total).unwrap_or(100);
    let full = usize::try_from(part).unwrap_or(0) * BAR / 100;
    format!("{}{} {part:>3} %", ctx.look.glyph("█", "#").repeat(full), ctx.look.glyph("░", "-").repeat(BAR - full))
}

fn outcome(pad: &mut Pad, ctx: Ctx<'_>, says: &[DeedMessage]) {
    pad.gap();
    for (index, message) in says.iter().enumerate() {
        let words = ctx.model.text.deed(message);
        pad.text(0, &words.says, ctx.style(if index == 0 { Tone::Title } else { Tone::Plain }));
        if let Some(fix) = words.fix {
            pad.text(0, &fix, ctx.style(Tone::Plain));
        }
    }
    if let Some(next) = ctx.model.session.as_ref().and_then(Session::due) {
        pad.gap();
        let what = Value::Text(ctx.deed(next));
        pad.text(0, &ctx.say_with("deed.next", &[("what", what)]), ctx.style(Tone::Accent));
    } else if ctx.model.session.as_ref().is_some_and(|session| session.readiness().is_ready()) {
        pad.gap();
        pad.text(0, &ctx.say("deed.all-ready"), ctx.style(Tone::Success));
    }
}

fn halted(pad: &mut Pad, ctx: Ctx<'_>, stopped: &Stopped, from_start: bool) {
    if !from_start {
        pad.gap();
    }
    let words = ctx.model.text.deed(&stopped.message);
    let (glyph, tone) = (ctx.look.glyph("✗", "x"), Tone::Failure);
    pad.hanging(vec![ctx.span(glyph, tone), Span::raw(" ")], &words.says, ctx.style(Tone::Title));
    if let Some(fix) = words.fix {
        pad.hanging(vec![Span::raw("  "), ctx.span(ctx.say("check.do"), Tone::Title), Span::raw(" ")], &fix, ctx.style(Tone::Plain));
    }
    if let Some(code) = &stopped.code {
        pad.text(2, code, ctx.style(Tone::Muted));
    }
}
