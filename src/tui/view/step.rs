//! The pane of one step: its description, what to do next, its answers, its checks.

use super::pad::Pad;
use super::{Ctx, dialog, field, finding};
use crate::app::session::NextLook;
use crate::app::{Item, Pane, Session};
use crate::journey::{DeedId, FillPreset, StepId};
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

pub(super) fn step(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, session: &Session, id: StepId, has_keys: bool) -> u16 {
    let name = ctx.model.text.step(id);
    let inner = dialog::pane(frame, area, ctx, &format!("{}  {name}", id.number()), has_keys);
    let mut pad = Pad::new(inner.width);
    let about = ctx.model.text.step_about(id, session.profile().role, session.answers().plan().vendor.is_some());
    pad.text(0, &about, ctx.style(Tone::Plain));
    finding::aside(&mut pad, ctx, session, id);
    let items = session.items();
    let label_width = field::label_width(ctx, &items);
    let mut kind = 0;
    for (index, item) in items.iter().enumerate() {
        if kind != kind_of(item) {
            kind = kind_of(item);
            pad.gap();
        }
        let selected = index == session.focus().line;
        let from = pad.lines.len();
        match item {
            Item::Fill(preset) => fill_line(&mut pad, ctx, *preset, selected),
            Item::Deed(deed) => deed_line(&mut pad, ctx, session, *deed, selected),
            Item::Field(id) => field::field(&mut pad, ctx, session, *id, label_width, selected),
            Item::Check(check) => finding::check(&mut pad, ctx, session, *check, selected),
        }
        if selected {
            let reversed = has_keys && session.focus().pane == Pane::Step && field::edited(ctx).is_none();
            pad.select(from, reversed);
        }
    }
    waiting(&mut pad, ctx, session, id);
    pad.show(frame, inner, ctx, ctx.model.scroll)
}

const fn kind_of(item: &Item) -> u8 {
    match item {
        Item::Fill(_) => 1,
        Item::Deed(_) => 2,
        Item::Field(_) => 3,
        Item::Check(_) => 4,
    }
}

fn fill_line(pad: &mut Pad, ctx: Ctx<'_>, preset: FillPreset, selected: bool) {
    pad.spans(vec![Span::raw(ctx.pointer(selected)), ctx.span(ctx.say(&format!("fill.{preset}")), Tone::Title)]);
    pad.text(4, &ctx.say(&format!("fill.{preset}-about")), ctx.style(Tone::Muted));
}

fn deed_line(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, deed: DeedId, selected: bool) {
    let is_due = session.due() == Some(deed);
    let tone = if is_due { Tone::Title } else { Tone::Plain };
    let right = if is_due { ctx.span(ctx.say("deed.due"), Tone::Attention) } else { Span::raw("") };
    pad.edged_whole(vec![Span::raw(ctx.pointer(selected))], &ctx.deed(deed), ctx.style(tone), right, false);
}

/// When the waiting checks of this step run again.
fn waiting(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, id: StepId) {
    let waits = session.waiting().any(|(check, _)| check.step() == id);
    let Some(NextLook { at, .. }) = session.work().next_look().filter(|_| waits) else { return };
    pad.gap();
    pad.text(0, &ctx.say_with("step.looks-again", &[("at", Value::Text(ctx.model.text.clock(*at)))]), ctx.style(Tone::Muted));
}
