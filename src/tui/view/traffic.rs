//! The traffic: the calls to the services, and one of them with its headers and bodies. `Call` holds no secret.

use super::pad::Pad;
use super::{Ctx, dialog, questions};
use crate::app::Screen;
use crate::tui::theme::Tone;
use crate::values::{Body, Call, CallEnd, Held, HttpMessage, NamedPart, SentSecret, Value};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// The calls, the newest at the top: time, method, host, path, status and how long it took.
pub(super) fn traffic(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) -> u16 {
    let Some(session) = &ctx.model.session else { return 0 };
    let calls = session.calls();
    let mut pad = Pad::new(area.width.saturating_sub(4));
    let is_listed = match ctx.model.top() {
        Some(Screen::Sift(sought)) => {
            pad.text(0, &ctx.say("traffic.sift"), ctx.style(Tone::Hint));
            questions::entry(&mut pad, ctx, sought);
            pad.gap();
            false
        }
        _ if calls.sought().is_empty() => true,
        _ => {
            let words = [("words", Value::Text(calls.sought().to_owned()))];
            pad.text(0, &ctx.say_with("traffic.sifted", &words), ctx.style(Tone::Hint));
            pad.gap();
            true
        }
    };
    let selected = calls.selected().map(|(number, _)| number).filter(|_| is_listed);
    for (number, call) in calls.fitting() {
        let is_selected = selected == Some(number);
        let lead = vec![
            Span::raw(ctx.pointer(is_selected)),
            ctx.span(format!("{}  {:<6}", ctx.model.text.clock(call.at), call.method), Tone::Muted),
        ];
        let from = pad.lines.len();
        pad.edged_whole(lead, &format!("{}{}", call.host, call.path), ctx.style(Tone::Plain), outcome(ctx, call), false);
        if is_selected {
            pad.select(from, true);
        }
    }
    dialog::whole(frame, area, ctx, &ctx.counted("traffic.title", calls.fitting().count()), pad)
}

/// One call: what was sent, and what was answered.
pub(super) fn exchange(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, number: u64) -> u16 {
    let call = ctx.model.session.as_ref().and_then(|session| session.calls().of(number));
    let mut pad = Pad::new(area.width.saturating_sub(4));
    let Some(call) = call else {
        pad.text(0, &ctx.say("exchange.gone"), ctx.style(Tone::Muted));
        return dialog::whole(frame, area, ctx, &ctx.say("exchange.title"), pad);
    };
    let lead = vec![ctx.span(format!("{} ", call.method), Tone::Title)];
    pad.edged_whole(lead, &call.address(), ctx.style(Tone::Accent), outcome(ctx, call), false);
    pad.gap();
    pad.text(0, &ctx.say("exchange.sent"), ctx.style(Tone::Title));
    half(&mut pad, ctx, &call.sent);
    pad.gap();
    match call.end {
        CallEnd::Answered(_) => {
            pad.text(0, &ctx.say("exchange.answered"), ctx.style(Tone::Title));
            half(&mut pad, ctx, &call.answered);
        }
        CallEnd::Unanswered(why) => pad.text(0, &ctx.say(&format!("exchange.unanswered-{why}")), ctx.style(Tone::Failure)),
    }
    dialog::whole(frame, area, ctx, &ctx.say("exchange.title"), pad)
}

fn outcome(ctx: Ctx<'_>, call: &Call) -> Span<'static> {
    let (status, tone) = match call.end {
        CallEnd::Answered(status @ 200..=299) => (status.to_string(), Tone::Success),
        CallEnd::Answered(status) => (status.to_string(), Tone::Attention),
        CallEnd::Unanswered(_) => (ctx.say("traffic.none"), Tone::Failure),
    };
    ctx.span(format!("{status:>4} {:>9}", ctx.model.text.took(call.took_ms)), tone)
}

fn half(pad: &mut Pad, ctx: Ctx<'_>, half: &HttpMessage) {
    for header in &half.headers {
        part(pad, ctx, header);
    }
    if !half.headers.is_empty() {
        pad.gap();
    }
    match &half.body {
        Body::Empty => pad.text(2, &ctx.say("exchange.no-body"), ctx.style(Tone::Muted)),
        Body::NotKept => pad.text(2, &ctx.say("exchange.not-kept"), ctx.style(Tone::Muted)),
        Body::Bytes { size: None } => pad.text(2, &ctx.say("exchange.bytes-unknown"), ctx.style(Tone::Muted)),
        Body::Bytes { size: Some(size) } => {
            pad.text(2, &ctx.say_with("exchange.bytes", &[("size", Value::FileSize(*size))]), ctx.style(Tone::Muted));
        }
        Body::Form(fields) => fields.iter().for_each(|field| part(pad, ctx, field)),
        Body::Text { text, is_whole } => {
            for line in text.lines() {
                // Wrapping would remove the indentation of the JSON, so the indentation is drawn as the lead.
                let indent = line.len() - line.trim_start().len();
                pad.hanging(vec![Span::raw(" ".repeat(indent + 2))], line.trim_start(), ctx.style(Tone::Plain));
            }
            if !is_whole {
                pad.text(2, &ctx.say("exchange.cut"), ctx.style(Tone::Muted));
            }
        }
    }
}

fn part(pad: &mut Pad, ctx: Ctx<'_>, part: &NamedPart) {
    let lead = vec![Span::raw("  "), ctx.span(format!("{}: ", part.name), Tone::Muted)];
    match &part.holds {
        Held::Text(text) => pad.hanging(lead, text, ctx.style(Tone::Plain)),
        Held::Secret(secret) => {
            let says = ctx.say(match secret {
                SentSecret::Token => "exchange.token",
                SentSecret::ApiKey => "exchange.api-key",
                SentSecret::Assertion => "exchange.assertion",
            });
            pad.hanging(lead, &says, ctx.style(Tone::Muted));
        }
    }
}
