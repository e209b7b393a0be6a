//! The page that opens when nothing is left to do: what was proven and when, the ids, what expires, what to do next. Where a vendor
//! runs the system nothing was proven, and the page shows what the user has said.

use super::pad::Pad;
use super::{Ctx, dialog};
use crate::app::Session;
use crate::journey::{CheckId, Message, Row, StepId, StepState, VendorAnswers};
use crate::tui::theme::Tone;
use crate::values::Value;
use jiff::{Span as Time, Unit, tz::TimeZone};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

pub(super) fn ready(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, session: &Session, has_keys: bool) -> u16 {
    let inner = dialog::pane(frame, area, ctx, &ctx.say("ready.title"), has_keys);
    let mut pad = Pad::new(inner.width);
    let is_said = session.answers().plan().vendor.is_some();
    let role = session.profile().role;
    let title = if is_said { ctx.say(&format!("ready.said-{role}")) } else { ctx.say(&format!("ready.{role}")) };
    pad.text(0, &title, ctx.style(Tone::Title));
    pad.gap();
    for step in StepId::ALL {
        proven(&mut pad, ctx, session, *step);
    }
    let name = [("name", Value::Text(session.name().to_owned()))];
    if is_said {
        said(&mut pad, ctx, &session.profile().vendor);
        heading(&mut pad, ctx, "ready.next");
        pad.text(2, &ctx.say_with("ready.look-again", &name), ctx.style(Tone::Plain));
    } else {
        ids(&mut pad, ctx, session);
        heading(&mut pad, ctx, "ready.watch");
        match key_days(ctx, session) {
            Some(days) => pad.text(2, &ctx.say_with("ready.key-expires", &[("days", Value::Number(days))]), ctx.style(Tone::Plain)),
            None => pad.text(2, &ctx.say("ready.key-unknown"), ctx.style(Tone::Plain)),
        }
        heading(&mut pad, ctx, "ready.next");
        pad.text(2, &ctx.say_with("ready.check-again", &name), ctx.style(Tone::Plain));
        pad.text(2, &ctx.say("ready.guide"), ctx.style(Tone::Plain));
        pad.link(2, &ctx.say("ready.guide-link"), false, ctx.style(Tone::Accent), ctx.cut_mark());
    }
    if !session.profile().environment.is_production() {
        pad.text(2, &ctx.say("ready.production"), ctx.style(Tone::Plain));
    }
    pad.show(frame, inner, ctx, ctx.model.scroll)
}

fn heading(pad: &mut Pad, ctx: Ctx<'_>, key: &str) {
    pad.gap();
    pad.text(0, &ctx.say(key), ctx.style(Tone::Muted));
}

/// One step, and when the last of its checks ran; or why it is ready without having been proven.
fn proven(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, step: StepId) {
    let readiness = session.readiness();
    let state = readiness.state(step);
    let (glyph, tone) = ctx.look.state(state);
    let name = ctx.model.text.step_in_short(step);
    let last = session.findings().all().iter().filter(|finding| finding.check.step() == step).map(|finding| finding.checked_at).max();
    let right = match (state, last) {
        (StepState::SetAside | StepState::WithVendor, _) => ctx.model.text.state(state),
        _ if readiness.said_on(step).is_some() => ctx.model.text.step_state(&readiness, step),
        (_, Some(at)) => ctx.say_with("ready.at", &[("at", Value::Moment(at))]),
        (_, None) => String::new(),
    };
    let lead = vec![Span::raw("  "), ctx.span(glyph, tone), Span::raw(" ")];
    pad.edged_whole(lead, &name, ctx.style(Tone::Plain), ctx.span(right, Tone::Muted), false);
}

/// What the user has said of the vendor's work.
fn said(pad: &mut Pad, ctx: Ctx<'_>, vendor: &VendorAnswers) {
    let VendorAnswers { name, approved_on, transfer_seen_on } = vendor;
    let name = name.as_ref().map(|name| ctx.say_with("ready.vendor", &[("vendor", Value::Text(name.clone()))]));
    let approved = approved_on.map(|day| ctx.say_with("ready.approved", &[("day", Value::from(&day))]));
    let seen = transfer_seen_on.map(|day| ctx.say_with("ready.transfer-seen", &[("day", Value::from(&day))]));
    for sentence in [name, approved, seen].into_iter().flatten() {
        pad.text(4, &sentence, ctx.style(Tone::Muted));
    }
}

/// The numbers of the subscriptions that the last check has found. What was made once may have been taken away since.
fn subscribed(session: &Session) -> Vec<String> {
    let rows = session.finding(CheckId::EventsSubscription).map(|finding| finding.evidence.as_slice()).unwrap_or_default();
    let number = |row: &Row| match row.message {
        Message::RowSubscribed { number } | Message::RowSubscribedByOther { number, .. } => Some(number.to_string()),
        _ => None,
    };
    rows.iter().filter_map(number).collect()
}

fn ids(pad: &mut Pad, ctx: Ctx<'_>, session: &Session) {
    let evidence = session.findings().evidence();
    if let Some(transfer) = &evidence.transfer {
        let values = [("id", Value::Text(transfer.id.to_string())), ("at", Value::Moment(transfer.at))];
        pad.text(4, &ctx.say_with("ready.transfer", &values), ctx.style(Tone::Muted));
    }
    let subscriptions = subscribed(session);
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
