//! A check: one line, or its finding opened.

use super::Ctx;
use super::pad::Pad;
use crate::app::{Opened, Screen};
use crate::journey::{CheckId, Finding, Verdict};
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::text::Span;

/// From this width on a check's public id stands before what is said of it.
const ROOM_FOR_IDS: usize = 78;
const ID_WIDTH: usize = 18;
/// Where the proof and the advice begin.
const INDENT: usize = 4;

pub(super) fn check(pad: &mut Pad, ctx: Ctx<'_>, opened: &Opened, check: CheckId, selected: bool) {
    let asking = opened.run.as_ref().is_some_and(|run| run.asking.contains(&check));
    let found = opened.finding(check);
    let (glyph, tone) = match (asking, found) {
        (true, _) => (ctx.look.spinner(ctx.model.spin), Tone::Accent),
        (false, Some(finding)) => ctx.look.mark(finding.outcome.mark()),
        (false, None) => (ctx.look.glyph("·", "."), Tone::Muted),
    };
    let mut lead = vec![Span::raw(ctx.pointer(selected)), ctx.span(glyph, tone), Span::raw(" ")];
    if pad.width() >= ROOM_FOR_IDS {
        lead.push(Span::raw(format!("{:ID_WIDTH$}", check.name())));
        if check.name().len() >= ID_WIDTH {
            lead.push(Span::raw(" "));
        }
    }
    let Some(finding) = found else {
        let title = ctx.model.text.line("checks", &format!("{check}.title"), &[]);
        lead.push(ctx.span(title, Tone::Muted));
        pad.edged(lead, Span::raw(""), ctx.cut_mark());
        return;
    };
    let is_open = opened.open == Some(check);
    let words = ctx.model.text.finding(&finding.message);
    let muted = matches!(finding.outcome, Verdict::Skipped(_));
    let summary = ctx.span(words.summary.clone(), if muted { Tone::Muted } else { Tone::Plain });
    if is_open && unicode_width::UnicodeWidthStr::width(words.summary.as_str()) + 24 > pad.width() {
        pad.hanging(lead, &words.summary, summary.style);
    } else {
        lead.push(summary);
        pad.edged(lead, edge(ctx, finding), ctx.cut_mark());
    }
    if is_open {
        opened_up(pad, ctx, opened, finding, INDENT);
    }
}

/// The service's own code, or how long the asking took.
fn edge(ctx: Ctx<'_>, finding: &Finding) -> Span<'static> {
    match (&finding.code, finding.took_ms) {
        (Some(code), _) => ctx.span(code.clone(), Tone::Muted),
        (None, 0) => Span::raw(""),
        (None, took) => ctx.span(ctx.say_with("check.took", &[("ms", Value::from(&took))]), Tone::Muted),
    }
}

/// Proof, cause, the one next action, who, and the link on a line of its own.
pub(super) fn opened_up(pad: &mut Pad, ctx: Ctx<'_>, opened: &Opened, finding: &Finding, indent: usize) {
    let words = ctx.model.text.finding(&finding.message);
    for row in &finding.evidence {
        let (glyph, tone) = ctx.look.mark(row.mark);
        let said = ctx.model.text.finding(&row.message).summary;
        let lead = vec![Span::raw(" ".repeat(indent)), ctx.span(glyph, tone), Span::raw(format!(" {}  ", row.subject))];
        pad.hanging(short(lead, pad.width()), &said, ctx.style(Tone::Muted));
    }
    if let Some(cause) = &words.cause {
        pad.text(indent, cause, ctx.style(Tone::Plain));
    }
    if let Some(fix) = &words.fix {
        let lead = vec![Span::raw(" ".repeat(indent)), ctx.span(ctx.say("check.do"), Tone::Title), Span::raw(" ")];
        pad.hanging(lead, fix, ctx.style(Tone::Plain));
    }
    if let Verdict::Waiting(waiting) = &finding.outcome {
        waits(pad, ctx, waiting, indent);
    } else if let Some(who) = words.who.filter(|_| !finding.outcome.lets_through()) {
        let who = ctx.say(&format!("who.{who}"));
        pad.text(indent, &ctx.say_with("check.who", &[("who", Value::Text(who))]), ctx.style(Tone::Muted));
    }
    if let Some(link) = finding.link.as_ref().or(words.link.as_ref()) {
        pad.text(indent, link, ctx.style(Tone::Accent));
    }
    stored(pad, ctx, opened, finding, indent);
}

/// A row whose subject leaves no room for what is said puts it on the next line.
fn short(lead: Vec<Span<'static>>, width: usize) -> Vec<Span<'static>> {
    let used: usize = lead.iter().map(Span::width).sum();
    if used + 12 <= width {
        lead
    } else {
        lead.into_iter().map(|span| Span::styled(super::super::wrap::cut(&span.content, width / 2, "~"), span.style)).collect()
    }
}

fn waits(pad: &mut Pad, ctx: Ctx<'_>, waiting: &crate::journey::Waiting, indent: usize) {
    let who = Value::Text(ctx.say(&format!("who.{}", waiting.on)));
    let line = match waiting.since {
        Some(since) => ctx.say_with("check.waiting-since", &[("who", who), ("since", Value::Moment(since))]),
        None => ctx.say_with("check.waiting", &[("who", who)]),
    };
    pad.text(indent, &line, ctx.style(Tone::Muted));
    if let Some(until) = waiting.until {
        pad.text(indent, &ctx.say_with("check.until", &[("until", Value::Moment(until))]), ctx.style(Tone::Muted));
    }
}

/// A finding of an earlier session says so, until it is renewed.
fn stored(pad: &mut Pad, ctx: Ctx<'_>, opened: &Opened, finding: &Finding, indent: usize) {
    let explains = matches!(ctx.model.top(), Some(Screen::Explain(_)));
    let at = [("at", Value::Moment(finding.checked_at))];
    if !opened.renewed.contains(&finding.check) {
        pad.text(indent, &ctx.say_with("check.stored", &at), ctx.style(Tone::Muted));
    } else if explains {
        pad.text(indent, &ctx.say_with("check.found", &at), ctx.style(Tone::Muted));
    }
}
