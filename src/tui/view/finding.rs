//! One check: its line, and everything about its finding if it is open.

use super::Ctx;
use super::pad::Pad;
use super::statements::statements;
use crate::app::screens::Reading;
use crate::app::{Screen, Session};
use crate::journey::{CheckId, Finding, Mark, Message, Skip, StepId, StepState, Verdict, chain};
use crate::report::{Names, chain_statements, finding_statements, finding_words};
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::text::Span;

/// A pane at least this wide shows a check's id before its summary.
const ROOM_FOR_IDS: usize = 78;
/// The indent of an opened finding.
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
        let title = ctx.model.text.check(check);
        return pad.hanging(lead, &title, ctx.style(Tone::Muted));
    };
    let muted = matches!(finding.outcome, Verdict::Skipped(_));
    let style = ctx.style(if muted { Tone::Muted } else { Tone::Plain });
    pad.edged_whole(lead, &summary(ctx, session, finding), style, edge(ctx, finding), finding.code.is_none());
    if session.focus().open == Some(check) {
        opened_up(pad, ctx, session, finding, INDENT);
    }
}

/// Why a step is set aside, each reason once. The lines of its checks then show titles instead of repeating the reason.
pub(super) fn aside(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, step: StepId) {
    if session.state(step) != StepState::SetAside {
        return;
    }
    let (glyph, tone) = ctx.look.state(StepState::SetAside);
    let mut said: Vec<String> = Vec::new();
    for finding in
        session.findings().all().iter().filter(|finding| finding.check.step() == step && session.answers().plan().contains(finding.check))
    {
        let reason = finding_words(finding, &ctx.words(), Names::Titles).summary;
        if matches!(finding.outcome, Verdict::Skipped(Skip::SetAside { .. })) && !said.contains(&reason) {
            pad.gap();
            pad.hanging(vec![ctx.span(glyph, tone), Span::raw(" ")], &reason, ctx.style(Tone::Title));
            said.push(reason);
        }
    }
}

/// The summary of a finding. A check that needs another check first, or whose step is set aside, shows its title instead, because
/// the reason would be the same on every line.
fn summary(ctx: Ctx<'_>, session: &Session, finding: &Finding) -> String {
    let title = || ctx.model.text.check(finding.check);
    let found = || finding_words(finding, &ctx.words(), Names::Titles).summary;
    match &finding.outcome {
        Verdict::Skipped(Skip::Needs { .. }) => title(),
        Verdict::Skipped(Skip::SetAside { .. }) if session.state(finding.check.step()) == StepState::SetAside => title(),
        // It says nothing of itself by which the lines could be told apart.
        Verdict::Skipped(Skip::NotApplicable) if finding.message == Message::NotApplicable => format!("{}: {}", title(), found()),
        Verdict::Skipped(Skip::NotApplicable | Skip::SetAside { .. } | Skip::ThisRun)
        | Verdict::Pass
        | Verdict::Warn
        | Verdict::NeedsYou
        | Verdict::Waiting(_)
        | Verdict::Fail
        | Verdict::Unknown => found(),
    }
}

/// The text at the right edge: the service's own code; else the word "remark" for a warning; else how long the check took.
fn edge(ctx: Ctx<'_>, finding: &Finding) -> Span<'static> {
    match (&finding.code, &finding.outcome, finding.took_ms) {
        (Some(code), _, _) => ctx.span(code.clone(), Tone::Muted),
        (None, Verdict::Warn, _) => ctx.span(ctx.model.text.verdict(Mark::Warn), Tone::Attention),
        (None, Verdict::Skipped(_), _) | (None, _, 0) => Span::raw(""),
        (None, Verdict::Pass | Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Fail | Verdict::Unknown, took) => {
            ctx.span(ctx.model.text.took(took), Tone::Muted)
        }
    }
}

/// Draws everything about a finding below its line. The "explain" screen also shows when it was found.
pub(super) fn opened_up(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, finding: &Finding, indent: usize) {
    let text = &ctx.words();
    let explains = matches!(ctx.model.top(), Some(Screen::Reading(Reading::Explain(_))));
    if matches!(finding.outcome, Verdict::Skipped(Skip::Needs { .. })) && !explains {
        pad.text(indent, &finding_words(finding, text, Names::Titles).summary, ctx.style(Tone::Plain));
    }
    statements(pad, ctx, &finding_statements(finding, text, Names::Titles), indent);
    if explains {
        let chain = chain(finding, session.profile().role, |check| session.finding(check));
        statements(pad, ctx, &chain_statements(&chain, text, Names::Titles), indent);
    }
    // A finding from an earlier session shows its date until the check has run again.
    let key = match (session.findings().is_renewed(finding.check), explains) {
        (false, _) => "said.stored",
        (true, true) => "said.found",
        (true, false) => return,
    };
    pad.text(indent, &text.line("vocabulary", key, &[("at", Value::Moment(finding.checked_at))]), ctx.style(Tone::Muted));
}
