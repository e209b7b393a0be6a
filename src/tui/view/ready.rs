//! The page that opens when all five steps are ready: what was proven and when, the ids, what expires, what to do next.

use super::pad::Pad;
use super::{Ctx, dialog};
use crate::app::Session;
use crate::journey::{Evidence, StepId, StepState};
use crate::tui::theme::Tone;
use crate::values::Value;
use jiff::{Span as Time, Unit, tz::TimeZone};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

pub(super) fn ready(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, session: &Session, has_keys: bool) -> u16 {
    let inner = dialog::pane(frame, area, ctx, &ctx.say("ready.title"), has_keys);
    let mut pad = Pad::new(inner.width);
    pad.text(0, &ctx.say(&format!("ready.{}", session.profile().role)), ctx.style(Tone::Title));
    pad.gap();
    for step in StepId::ALL {
        proven(&mut pad, ctx, session, *step);
    }
    ids(&mut pad, ctx, session.findings().evidence());
    heading(&mut pad, ctx, "ready.watch");
    match key_days(ctx, session) {
        Some(days) => pad.text(2, &ctx.say_with("ready.key-expires", &[("days", Value::Number(days))]), ctx.style(Tone::Plain)),
        None => pad.text(2, &ctx.say("ready.key-unknown"), ctx.style(Tone::Plain)),
    }
    heading(&mut pad, ctx, "ready.next");
    let name = [("name", Value::Text(session.name().to_owned()))];
    pad.text(2, &ctx.say_with("ready.check-again", &name), ctx.style(Tone::Plain));
    pad.text(2, &ctx.say("ready.guide"), ctx.style(Tone::Plain));
    pad.text(2, &ctx.say("ready.guide-link"), ctx.style(Tone::Accent));
    if !session.profile().environment.is_production() {
        pad.text(2, &ctx.say("ready.production"), ctx.style(Tone::Plain));
    }
    pad.show(frame, inner, ctx, ctx.model.scroll)
}

fn heading(pad: &mut Pad, ctx: Ctx<'_>, key: &str) {
    pad.gap();
    pad.text(0, &ctx.say(key), ctx.style(Tone::Muted));
}

/// One step, and when the last of its checks ran.
fn proven(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, step: StepId) {
    let state = session.state(step);
    let (glyph, tone) = ctx.look.state(state);
    let name = ctx.model.text.step_in_short(step);
    let last = session.findings().all().iter().filter(|finding| finding.check.step() == step).map(|finding| finding.checked_at).max();
    let right = match (state, last) {
        (StepState::SetAside, _) => ctx.model.text.state(state),
        (_, Some(at)) => ctx.say_with("ready.at", &[("at", Value::Moment(at))]),
        (_, None) => String::new(),
    };
    let lead = vec![Span::raw("  "), ctx.span(glyph, tone), Span::raw(" ")];
    pad.edged_whole(lead, &name, ctx.style(Tone::Plain), ctx.span(right, Tone::Muted), false);
}

fn ids(pad: &mut Pad, ctx: Ctx<'_>, evidence: &Evidence) {
    if let Some(transfer) = &evidence.transfer {
        let values = [("id", Value::Text(transfer.id.to_string())), ("at", Value::Moment(transfer.at))];
        pad.text(4, &ctx.say_with("ready.transfer", &values), ctx.style(Tone::Muted));
    }
    let subscriptions: Vec<String> = evidence.subscriptions.iter().map(|subscription| subscription.id.to_string()).collect();
    if !subscriptions.is_empty() {
        pad.text(4, &ctx.say_with("ready.subscriptions", &[("ids", Value::List(subscriptions))]), ctx.style(Tone::Muted));
    }
    if let Some(event) = evidence.events.last() {
        pad.text(4, &ctx.say_with("ready.event", &[("at", Value::Moment(event.at))]), ctx.style(Tone::Muted));
    }
}

/// The days until the key expires, which is one year after it was posted to Maskinporten (contract 2).
fn key_days(ctx: Ctx<'_>, session: &Session) -> Option<i64> {
    let end = session.profile().client.key_posted?.checked_add(Time::new().years(1)).ok()?;
    let today = ctx.model.now.to_zoned(TimeZone::UTC).date();
    today.until((Unit::Day, end)).ok().map(|span| i64::from(span.get_days()))
}
