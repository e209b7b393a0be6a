//! The page that opens when nothing is left to do: what was proven and when, the ids, what expires, what to do next. Where a vendor
//! runs the system nothing was proven, and the page shows what the user has said.

use super::pad::Pad;
use super::{Ctx, dialog};
use crate::app::Session;
use crate::journey::{StepId, StepState};
use crate::report::{ready_key, ready_proof, ready_said, ready_title};
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

pub(super) fn ready(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, session: &Session, has_keys: bool) -> u16 {
    let inner = dialog::pane(frame, area, ctx, &ctx.say("ready.title"), has_keys);
    let mut pad = Pad::new(inner.width);
    let is_said = session.answers().plan().vendor.is_some();
    let (profile, text) = (session.profile(), &ctx.model.text);
    let title = ready_title(profile, is_said, text);
    pad.text(0, &title, ctx.style(Tone::Title));
    pad.gap();
    for step in StepId::ALL {
        proven(&mut pad, ctx, session, *step);
    }
    let name = [("name", Value::Text(session.name().to_owned()))];
    let muted = ctx.style(Tone::Muted);
    if is_said {
        ready_said(&profile.vendor, text).iter().for_each(|sentence| pad.text(4, sentence, muted));
        heading(&mut pad, ctx, "ready.next");
        pad.text(2, &ctx.say_with("ready.look-again", &name), ctx.style(Tone::Plain));
    } else {
        ready_proof(session.findings().evidence(), session.findings().all(), text).iter().for_each(|sentence| pad.text(4, sentence, muted));
        heading(&mut pad, ctx, "ready.watch");
        pad.text(2, &ready_key(profile, ctx.model.now, text), ctx.style(Tone::Plain));
        heading(&mut pad, ctx, "ready.next");
        pad.text(2, &ctx.say_with("ready.check-again", &name), ctx.style(Tone::Plain));
        pad.text(2, &ctx.say("ready.guide"), ctx.style(Tone::Plain));
        pad.link(2, &ctx.say("ready.guide-link"), false, ctx.style(Tone::Accent), ctx.cut_mark());
    }
    if !profile.environment.is_production() {
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
