//! A check: one line, or its finding opened.

use super::Ctx;
use super::pad::Pad;
use crate::app::{Opened, Screen};
use crate::journey::{CheckId, Finding, Row, Verdict};
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

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
        (false, Some(finding)) => ctx.look.verdict(&finding.outcome),
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
        return pad.hanging(lead, &title, ctx.style(Tone::Muted));
    };
    let words = ctx.model.text.finding(&finding.message);
    let muted = matches!(finding.outcome, Verdict::Skipped(_));
    let style = ctx.style(if muted { Tone::Muted } else { Tone::Plain });
    pad.edged_whole(lead, &words.summary, style, edge(ctx, finding), finding.code.is_none());
    if opened.open == Some(check) {
        opened_up(pad, ctx, opened, finding, INDENT);
    }
}

/// The service's own code; else the word of what is not simply in order, or how long the asking took.
fn edge(ctx: Ctx<'_>, finding: &Finding) -> Span<'static> {
    match (&finding.code, &finding.outcome, finding.took_ms) {
        (Some(code), _, _) => ctx.span(code.clone(), Tone::Muted),
        (None, Verdict::Warn, _) => ctx.span(ctx.say("check.remark"), Tone::Attention),
        (None, Verdict::Skipped(_), _) | (None, _, 0) => Span::raw(""),
        (None, Verdict::Pass | Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Fail | Verdict::Unknown, took) => {
            ctx.span(ctx.say_with("check.took", &[("ms", Value::from(&took))]), Tone::Muted)
        }
    }
}

/// Proof, cause, the one next action, who, and the link on a line of its own.
pub(super) fn opened_up(pad: &mut Pad, ctx: Ctx<'_>, opened: &Opened, finding: &Finding, indent: usize) {
    let words = ctx.model.text.finding(&finding.message);
    for row in &finding.evidence {
        proof(pad, ctx, row, indent);
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

/// A row: on one line where it fits, else what is said of the subject on the lines after it, further in.
fn proof(pad: &mut Pad, ctx: Ctx<'_>, row: &Row, indent: usize) {
    let (glyph, tone) = ctx.look.mark(row.mark);
    let said = ctx.model.text.finding(&row.message).summary;
    let lead = vec![Span::raw(" ".repeat(indent)), ctx.span(glyph, tone), Span::raw(" ")];
    let (plain, muted) = (ctx.style(Tone::Plain), ctx.style(Tone::Muted));
    if row.subject.is_empty() {
        return pad.hanging(lead, &said, muted);
    }
    if indent + 4 + row.subject.width() + said.width() <= pad.width() {
        let mut spans = lead;
        spans.extend([Span::styled(format!("{}  ", row.subject), plain), Span::styled(said, muted)]);
        return pad.spans(spans);
    }
    pad.hanging(lead, &row.subject, plain);
    pad.text(indent + 4, &said, muted);
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
