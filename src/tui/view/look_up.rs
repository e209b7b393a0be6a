//! What a code, a text or an id means: an input line, and below it what was found for the last one.

use super::area::first_rows;
use super::pad::Pad;
use super::statements::statements;
use super::{Ctx, dialog, questions};
use crate::app::screens::{LookUp, LookedUp};
use crate::report::{Statement, topic_statements, topic_title, unknown_statements};
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;

/// The longest lines of text, so that they are read easily in a wide window.
const WIDEST: u16 = 96;

pub(super) fn look_up(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, screen: &LookUp) -> u16 {
    frame.render_widget(Clear, area);
    let inner = dialog::pane(frame, area, ctx, &ctx.say("look-up.title"), true);
    let mut head = Pad::new(inner.width.min(WIDEST));
    questions::entry_as(&mut head, ctx, &screen.entry, screen.is_masked());
    head.gap();
    let height = u16::try_from(head.lines.len()).unwrap_or(u16::MAX);
    let (top, below) = first_rows(inner, height.min(inner.height.saturating_sub(1)));
    head.show(frame, top, ctx, 0);
    let mut pad = Pad::new(below.width.min(WIDEST));
    match &screen.answer {
        Some(answer) => told(&mut pad, ctx, answer),
        None => pad.text(2, &ctx.say("look-up.help"), ctx.style(Tone::Muted)),
    }
    pad.show(frame, below, ctx, ctx.model.scroll)
}

fn told(pad: &mut Pad, ctx: Ctx<'_>, answer: &LookedUp) {
    let LookedUp { found, unshown } = answer;
    let text = &ctx.words();
    if *unshown > 0 {
        let values = [("lines", Value::from(unshown))];
        pad.text(0, &ctx.say_with("look-up.pasted", &values), ctx.style(Tone::Muted));
    }
    if found.holds_secret {
        pad.text(0, &text.line("explain", "holds-secret", &[]), ctx.style(Tone::Attention));
    }
    if *unshown > 0 || found.holds_secret {
        pad.gap();
    }
    if answer.is_nothing() {
        pad.text(0, &ctx.say("look-up.nothing"), ctx.style(Tone::Plain));
    }
    for (at, topic) in found.topics.iter().enumerate() {
        if at > 0 {
            pad.gap();
        }
        pad.text(0, &topic_title(*topic, text), ctx.style(Tone::Title));
        statements(pad, ctx, &topic_statements(*topic, text), 2);
    }
    if let Some(unknown) = &found.unknown {
        if !found.topics.is_empty() {
            pad.gap();
        }
        statements(pad, ctx, &unknown_statements(unknown, text), 0);
        pad.gap();
        for words in text.service_desk_letter(unknown) {
            pad.text(4, &words, ctx.style(Tone::Accent));
        }
    } else if let Some(trace) = &found.trace_id {
        pad.gap();
        let label = text.line("explain", "label.trace", &[]);
        statements(pad, ctx, &[Statement::Labelled { label, value: trace.clone() }], 0);
    }
}
