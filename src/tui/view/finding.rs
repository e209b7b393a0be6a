//! A check: one line, or its finding opened.

use super::Ctx;
use super::pad::Pad;
use crate::app::screens::Reading;
use crate::app::{Screen, Session};
use crate::journey::{CheckId, Finding, Message, Row, Skip, StepId, StepState, Verdict, Who};
use crate::text::Words;
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

/// From this width on a check's public id stands before what is said of it.
const ROOM_FOR_IDS: usize = 78;
/// Where the proof and the advice begin.
const INDENT: usize = 4;

pub(super) fn check(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, check: CheckId, selected: bool) {
    let asking = session.work().checking().is_some_and(|checking| checking.asking.contains(&check));
    let found = session.finding(check);
    let (glyph, tone) = match (asking, found) {
        (true, _) => (ctx.look.spinner(ctx.model.spin), Tone::Accent),
        (false, Some(finding)) => ctx.look.verdict(&finding.outcome),
        (false, None) => (ctx.look.glyph("·", "."), Tone::Muted),
    };
    let mut lead = vec![Span::raw(ctx.pointer(selected)), ctx.span(glyph, tone), Span::raw(" ")];
    if pad.width() >= ROOM_FOR_IDS {
        let step = session.answers().plan().checks.iter().map(|planned| planned.check).filter(|other| other.step() == check.step());
        let width = step.map(|other| other.name().len()).max().unwrap_or(0);
        lead.push(Span::raw(format!("{:width$}  ", check.name())));
    }
    let Some(finding) = found else {
        let title = ctx.model.text.line("checks", &format!("{check}.title"), &[]);
        return pad.hanging(lead, &title, ctx.style(Tone::Muted));
    };
    let muted = matches!(finding.outcome, Verdict::Skipped(_));
    let style = ctx.style(if muted { Tone::Muted } else { Tone::Plain });
    pad.edged_whole(lead, &summary(ctx, session, finding), style, edge(ctx, finding), finding.code.is_none());
    if session.focus().open == Some(check) {
        opened_up(pad, ctx, session, finding, INDENT);
    }
}

/// Why a step is set aside, each reason once: its checks then say what they are about.
pub(super) fn aside(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, step: StepId) {
    if session.state(step) != StepState::SetAside {
        return;
    }
    let (glyph, tone) = ctx.look.state(StepState::SetAside);
    let mut said: Vec<String> = Vec::new();
    for finding in
        session.findings().all().iter().filter(|finding| finding.check.step() == step && session.answers().plan().contains(finding.check))
    {
        let reason = words(ctx, finding).summary;
        if matches!(finding.outcome, Verdict::Skipped(Skip::SetAside { .. })) && !said.contains(&reason) {
            pad.gap();
            pad.hanging(vec![ctx.span(glyph, tone), Span::raw(" ")], &reason, ctx.style(Tone::Title));
            said.push(reason);
        }
    }
}

/// What is so. A check that waits for another one says what it is about: the reason is the same for all of them.
fn summary(ctx: Ctx<'_>, session: &Session, finding: &Finding) -> String {
    let title = || ctx.model.text.line("checks", &format!("{}.title", finding.check), &[]);
    match &finding.outcome {
        Verdict::Skipped(Skip::Needs { .. }) => title(),
        Verdict::Skipped(Skip::SetAside { .. }) if session.state(finding.check.step()) == StepState::SetAside => title(),
        Verdict::Skipped(Skip::NotApplicable | Skip::SetAside { .. })
        | Verdict::Pass
        | Verdict::Warn
        | Verdict::NeedsYou
        | Verdict::Waiting(_)
        | Verdict::Fail
        | Verdict::Unknown => words(ctx, finding).summary,
    }
}

/// The words of a finding, with fields and checks named as this screen names them.
pub(super) fn words(ctx: Ctx<'_>, finding: &Finding) -> Words {
    let text = &ctx.model.text;
    let label = |field: &str| text.line("fields", &format!("{field}.label"), &[]);
    match (&finding.message, &finding.outcome) {
        (Message::FieldMissing { field }, _) => text.finding(&Message::FieldMissing { field: label(field) }),
        (Message::GatewayKeyMissing { field }, _) => text.finding(&Message::GatewayKeyMissing { field: label(field) }),
        (message, Verdict::Skipped(Skip::Needs { check })) => {
            let title = text.line("checks", &format!("{check}.title"), &[]);
            let step = Value::from(&usize::from(check.step().number()));
            let summary = ctx.say_with("check.needs", &[("step", step), ("check", Value::Text(title))]);
            Words { summary, ..text.finding(message) }
        }
        (message, _) => text.finding(message),
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
pub(super) fn opened_up(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, finding: &Finding, indent: usize) {
    let words = words(ctx, finding);
    if matches!(finding.outcome, Verdict::Skipped(Skip::Needs { .. }))
        && !matches!(ctx.model.top(), Some(Screen::Reading(Reading::Explain(_))))
    {
        pad.text(indent, &words.summary, ctx.style(Tone::Plain));
    }
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
    } else if let Some(who) = words.who.filter(|who| *who != Who::You && !finding.outcome.lets_through()) {
        let who = ctx.say(&format!("who.{who}"));
        pad.text(indent, &ctx.say_with("check.who", &[("who", Value::Text(who))]), ctx.style(Tone::Muted));
    }
    if let Some(link) = finding.link.as_ref().or(words.link.as_ref()) {
        pad.text(indent, link, ctx.style(Tone::Accent));
    }
    stored(pad, ctx, session, finding, indent);
}

/// A row: on one line where it fits, else what is said of the subject on the lines after it, further in.
fn proof(pad: &mut Pad, ctx: Ctx<'_>, row: &Row, indent: usize) {
    let (glyph, tone) = ctx.look.mark(row.mark);
    let said = ctx.model.text.finding(&row.message).summary;
    let lead = vec![Span::raw(" ".repeat(indent)), ctx.span(glyph, tone), Span::raw(" ")];
    let (plain, muted) = (ctx.style(Tone::Plain), ctx.style(Tone::Muted));
    // Many a sentence names its subject itself.
    if said.contains(&row.subject) {
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
fn stored(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, finding: &Finding, indent: usize) {
    let explains = matches!(ctx.model.top(), Some(Screen::Reading(Reading::Explain(_))));
    let at = [("at", Value::Moment(finding.checked_at))];
    if !session.findings().is_renewed(finding.check) {
        pad.text(indent, &ctx.say_with("check.stored", &at), ctx.style(Tone::Muted));
    } else if explains {
        pad.text(indent, &ctx.say_with("check.found", &at), ctx.style(Tone::Muted));
    }
}
