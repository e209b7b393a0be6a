//! Screens that only show text: the help, everything about a finding.

use super::pad::Pad;
use super::{Ctx, dialog, finding};
use crate::app::screens::Reading;
use crate::app::{Screen, keymap};
use crate::journey::{CheckId, Mark, Topic};
use crate::report::{Names, verdict_and_summary};
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

/// What the screen below the help is for, then its keys.
pub(super) fn help(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) -> u16 {
    let mut pad = Pad::new(dialog::room(area));
    let under = ctx.model.stack.iter().rev().find(|screen| !matches!(screen, Screen::Reading(Reading::Help)));
    let about = match under {
        None => "home",
        Some(Screen::Roles(_)) => "roles",
        Some(Screen::Deed(_)) => "deed",
        Some(Screen::HaveClient(_) | Screen::Errand(_)) => "errand",
        Some(Screen::Letter(_)) => "letter",
        Some(Screen::Waiting(_) | Screen::Reading(Reading::Code(_))) => "waiting",
        Some(Screen::Reading(Reading::Traffic | Reading::Exchange(_)) | Screen::Sift(_)) => "traffic",
        Some(Screen::Guide(_) | Screen::Reading(Reading::Plan)) => "guide",
        Some(Screen::Faults(_)) => "faults",
        Some(Screen::Token(_)) => "token",
        Some(Screen::Reading(Reading::Listed) | Screen::Find(_) | Screen::LookUp(_)) => "home",
        Some(Screen::Reading(Reading::Explain(_) | Reading::AllNext | Reading::Help)) => "role",
        Some(Screen::Role | Screen::Edit(_) | Screen::Naming(_) | Screen::Remove(_)) => "role",
    };
    pad.text(0, &ctx.say(&format!("help.{about}")), ctx.style(Tone::Plain));
    pad.gap();
    let rows: Vec<(String, String)> =
        keymap::help_rows(ctx.model).into_iter().map(|(key, label)| (ctx.cap(key), ctx.say(&format!("keys-long.{label}")))).collect();
    let width = rows.iter().map(|(cap, _)| cap.width()).max().unwrap_or(0);
    for (cap, says) in rows {
        let lead = format!("  {cap}{}  ", " ".repeat(width.saturating_sub(cap.width())));
        pad.hanging(vec![ctx.span(lead, Tone::Hint)], &says, ctx.style(Tone::Plain));
    }
    if about == "role" {
        pad.gap();
        marks(&mut pad, ctx);
    }
    dialog::boxed(frame, area, ctx, &ctx.say("help.title"), pad)
}

/// The glyphs of the checklist, each with its meaning.
fn marks(pad: &mut Pad, ctx: Ctx<'_>) {
    for state in crate::journey::StepState::ALL.iter().rev() {
        let (glyph, tone) = ctx.look.state(*state);
        let lead = vec![Span::raw("  "), ctx.span(glyph, tone), Span::raw("  ")];
        pad.hanging(lead, &ctx.say(&format!("state-about.{state}")), ctx.style(Tone::Plain));
    }
    let (glyph, tone) = ctx.look.mark(Mark::Warn);
    let lead = vec![Span::raw("  "), ctx.span(glyph, tone), Span::raw("  ")];
    pad.hanging(lead, &ctx.say("state-about.remark"), ctx.style(Tone::Plain));
}

pub(super) fn explain(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, check: CheckId) -> u16 {
    let Some(session) = &ctx.model.session else { return 0 };
    let Some(found) = session.finding(check) else { return 0 };
    let mut pad = Pad::new(dialog::room(area));
    let (glyph, tone) = ctx.look.verdict(&found.outcome);
    let (verdict, summary) = verdict_and_summary(found, &ctx.words(), Names::Titles);
    pad.text(0, &ctx.model.text.check(check), ctx.style(Tone::Muted));
    pad.gap();
    pad.hanging(vec![ctx.span(format!("{glyph} {verdict}: "), tone)], &summary, ctx.style(Tone::Plain));
    if let Some(code) = &found.code {
        let code = [("code", Value::Text(code.clone()))];
        pad.text(0, &ctx.model.text.line("vocabulary", "said.code", &code), ctx.style(Tone::Muted));
    }
    pad.gap();
    finding::opened_up(&mut pad, ctx, session, found, 0);
    let apart = Topic::by_id(found.message.words()).and_then(|topic| ctx.words().topic(topic).apart);
    if let Some(apart) = apart.filter(|_| !found.outcome.lets_through()) {
        pad.gap();
        pad.text(0, &ctx.model.text.line("explain", "label-not", &[]), ctx.style(Tone::Muted));
        pad.text(0, &apart, ctx.style(Tone::Plain));
    }
    dialog::boxed(frame, area, ctx, check.name(), pad)
}
