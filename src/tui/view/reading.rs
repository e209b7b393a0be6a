//! Screens that only show text: a wait, a letter to send, the traffic, the help, everything about a finding.

use super::pad::Pad;
use super::statements::statements;
use super::{Ctx, dialog, finding, questions};
use crate::app::screens::Reading;
use crate::app::{Screen, keymap, letter};
use crate::journey::{CheckId, Mark, Verdict};
use crate::report::{Names, finding_words, waiting_statements};
use crate::text::capitalised;
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

pub(super) fn waiting(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, check: CheckId) -> u16 {
    let Some(session) = &ctx.model.session else { return 0 };
    let Some(found) = session.finding(check) else { return 0 };
    let mut pad = Pad::new(dialog::room(area));
    let words = finding_words(found, &ctx.words(), Names::Titles);
    pad.text(0, &words.summary, ctx.style(Tone::Title));
    if let Verdict::Waiting(waiting) = &found.outcome {
        statements(&mut pad, ctx, &waiting_statements(waiting, &ctx.model.text), 0);
    } else {
        pad.text(0, &ctx.say("waiting.over"), ctx.style(Tone::Success));
    }
    pad.gap();
    if let Some(fix) = &words.fix {
        pad.text(0, fix, ctx.style(Tone::Plain));
        pad.gap();
    }
    if let Some(link) = &words.link {
        pad.link(0, link, true, ctx.style(Tone::Accent), ctx.cut_mark());
        pad.gap();
    }
    let next = match session.work().next_look() {
        Some(next) => ctx.say_with("step.looks-again", &[("at", Value::Text(ctx.model.text.clock(next.at)))]),
        None => ctx.say("waiting.looking"),
    };
    pad.text(0, &next, ctx.style(Tone::Muted));
    dialog::boxed(frame, area, ctx, &ctx.say("waiting.title"), pad)
}

/// A letter for the user to send: recipient, subject and body.
pub(super) fn letter(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, check: CheckId) -> u16 {
    let Some(session) = &ctx.model.session else { return 0 };
    let Some(letter) = letter::letter(session, &ctx.model.text, check) else { return 0 };
    let mut pad = Pad::new(dialog::room(area));
    let heads = [("letter.to", &letter.to), ("letter.about", &letter.subject)].map(|(key, text)| (ctx.say(key), text));
    let width = heads.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
    for (label, text) in heads {
        let gap = " ".repeat(width.saturating_sub(label.width()) + 2);
        pad.hanging(vec![ctx.span(label, Tone::Muted), Span::raw(gap)], text, ctx.style(Tone::Title));
    }
    pad.gap();
    pad.text(0, &letter.body, ctx.style(Tone::Plain));
    dialog::boxed(frame, area, ctx, &ctx.say("letter.title"), pad)
}

/// The calls to the services, the newest at the top: time, method, host, path, status and time. `Call` holds no secret.
pub(super) fn traffic(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) -> u16 {
    let Some(session) = &ctx.model.session else { return 0 };
    let mut pad = Pad::new(area.width.saturating_sub(4));
    match ctx.model.top() {
        Some(Screen::Sift(sought)) => {
            pad.text(0, &ctx.say("traffic.sift"), ctx.style(Tone::Hint));
            questions::entry(&mut pad, ctx, sought);
            pad.gap();
        }
        _ if session.calls().sought().is_empty() => {}
        _ => {
            let words = [("words", Value::Text(session.calls().sought().to_owned()))];
            pad.text(0, &ctx.say_with("traffic.sifted", &words), ctx.style(Tone::Hint));
            pad.gap();
        }
    }
    for call in session.calls().fitting() {
        let (status, tone) = match call.status {
            Some(status @ 200..=299) => (status.to_string(), Tone::Success),
            Some(status) => (status.to_string(), Tone::Attention),
            None => (ctx.say("traffic.none"), Tone::Failure),
        };
        let took = ctx.model.text.took(call.took_ms);
        let right = ctx.span(format!("{status:>4} {took:>9}"), tone);
        let address = format!("{}{}", call.host, call.path);
        pad.edged_whole(
            vec![ctx.span(format!("{}  {:<6}", ctx.model.text.clock(call.at), call.method), Tone::Muted)],
            &address,
            ctx.style(Tone::Plain),
            right,
            false,
        );
    }
    dialog::whole(frame, area, ctx, &ctx.counted("traffic.title", session.calls().fitting().count()), pad)
}

/// What the screen below the help is for, then its keys.
pub(super) fn help(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) -> u16 {
    let mut pad = Pad::new(dialog::room(area));
    let under = ctx.model.stack.iter().rev().find(|screen| !matches!(screen, Screen::Reading(Reading::Help)));
    let about = match under {
        None => "home",
        Some(Screen::Roles(_)) => "roles",
        Some(Screen::Deed(_)) => "deed",
        Some(Screen::HaveClient(_) | Screen::Errand(_)) => "errand",
        Some(Screen::Reading(Reading::Waiting(_) | Reading::Letter(_) | Reading::Code(_))) => "waiting",
        Some(Screen::Reading(Reading::Traffic) | Screen::Sift(_)) => "traffic",
        Some(Screen::Guide(_) | Screen::Reading(Reading::Plan)) => "guide",
        Some(Screen::Faults(_)) => "faults",
        Some(Screen::Reading(Reading::Listed) | Screen::Find(_)) => "home",
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
    let summary = finding_words(found, &ctx.words(), Names::Titles).summary;
    pad.text(0, &ctx.model.text.check(check), ctx.style(Tone::Muted));
    pad.gap();
    let verdict = capitalised(&ctx.model.text.verdict(found.outcome.mark()));
    pad.hanging(vec![ctx.span(format!("{glyph} {verdict}: "), tone)], &summary, ctx.style(Tone::Plain));
    if let Some(code) = &found.code {
        let code = [("code", Value::Text(code.clone()))];
        pad.text(0, &ctx.model.text.line("vocabulary", "said.code", &code), ctx.style(Tone::Muted));
    }
    pad.gap();
    finding::opened_up(&mut pad, ctx, session, found, 0);
    dialog::boxed(frame, area, ctx, check.name(), pad)
}
