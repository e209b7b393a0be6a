//! A page of the guide, and the plan of the whole way.

use super::pad::Pad;
use super::{Ctx, dialog};
use crate::app::Session;
use crate::app::screens::{GuideKey, GuideScreen, guide_key, guide_link};
use crate::journey::{GuideMark, Mark, are_done, itinerary};
use crate::report::{way_columns, way_lines};
use crate::text::GuideLine;
use crate::tui::theme::Tone;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

/// In a window of this width or less a page fills it, so that nothing of what lies behind stands around it.
const FILLED: u16 = 96;

fn room(area: Rect) -> u16 {
    if area.width <= FILLED { area.width.saturating_sub(4) } else { dialog::room(area) }
}

fn boxed(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, title: &str, pad: Pad) -> u16 {
    if area.width <= FILLED { dialog::whole(frame, area, ctx, title, pad) } else { dialog::boxed(frame, area, ctx, title, pad) }
}

/// The widest column of labels. A longer label stands on a line of its own.
const LABEL: usize = 16;

pub(super) fn guide(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, screen: GuideScreen) -> u16 {
    let Some(session) = &ctx.model.session else { return 0 };
    let mut pad = Pad::new(room(area));
    let lines = ctx.model.text.guide(screen.page, session.profile());
    let width = lines.iter().filter_map(label_width).filter(|width| *width <= LABEL).max().unwrap_or(0);
    let mut before = None;
    for line in &lines {
        if before.is_some_and(|before| before != kind(line)) {
            pad.gap();
        }
        before = Some(kind(line));
        match line {
            GuideLine::Paragraph(says) => pad.text(0, &ctx.look.glyphs.written(says), ctx.style(Tone::Plain)),
            GuideLine::Labelled { label, says } => labelled(&mut pad, ctx, label, &ctx.look.glyphs.written(says), width),
            GuideLine::Action { number, says, marks } => {
                let says = ctx.look.glyphs.written(says);
                action(&mut pad, ctx, session, (*number, &says, marks), screen.line == Some(number - 1));
            }
            GuideLine::Note(says) => {
                pad.hanging(
                    vec![ctx.span(format!("{} ", ctx.look.glyph("·", "-")), Tone::Muted)],
                    &ctx.look.glyphs.written(says),
                    ctx.style(Tone::Muted),
                );
            }
        }
    }
    boxed(frame, area, ctx, &ctx.model.text.guide_title(screen.page, session.profile()), pad)
}

const fn kind(line: &GuideLine) -> u8 {
    match line {
        GuideLine::Paragraph(_) => 1,
        GuideLine::Labelled { .. } => 2,
        GuideLine::Action { .. } => 3,
        GuideLine::Note(_) => 4,
    }
}

fn label_width(line: &GuideLine) -> Option<usize> {
    match line {
        GuideLine::Labelled { label, .. } => Some(label.width()),
        GuideLine::Paragraph(_) | GuideLine::Action { .. } | GuideLine::Note(_) => None,
    }
}

fn labelled(pad: &mut Pad, ctx: Ctx<'_>, label: &str, says: &str, width: usize) {
    let gap = " ".repeat(width.saturating_sub(label.width()) + 2);
    if label.width() > width {
        pad.text(0, label, ctx.style(Tone::Muted));
        return pad.hanging(vec![Span::raw(" ".repeat(width + 2))], says, ctx.style(Tone::Plain));
    }
    pad.hanging(vec![ctx.span(label.to_owned(), Tone::Muted), Span::raw(gap)], says, ctx.style(Tone::Plain));
}

/// A numbered line: what is done has its sign, and at the right edge stands the key that does it. The address of the selected one is
/// shown, for whoever has no browser here.
fn action(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, line: (usize, &str, &[GuideMark]), selected: bool) {
    let (number, says, marks) = line;
    let is_done = are_done(marks, session.profile(), session.findings().all());
    let sign = if is_done { ctx.look.mark(Mark::Pass) } else { (" ", Tone::Plain) };
    let tone = if is_done { Tone::Muted } else { Tone::Plain };
    let lead =
        vec![Span::raw(ctx.pointer(selected)), ctx.span(format!("{number} "), Tone::Title), ctx.span(format!("{} ", sign.0), sign.1)];
    let from = pad.lines.len();
    pad.edged_whole(lead, says, ctx.style(tone), ctx.span(hint(ctx, marks), Tone::Hint), false);
    if selected {
        if let Some(link) = guide_link(marks, session) {
            pad.link(6, &link, false, ctx.style(Tone::Accent), ctx.cut_mark());
        }
        pad.select(from, false);
    }
}

fn hint(ctx: Ctx<'_>, marks: &[GuideMark]) -> String {
    match guide_key(marks) {
        Some(GuideKey::Do | GuideKey::Edit | GuideKey::Check) => ctx.say("cap.enter"),
        Some(GuideKey::Open) => "o".to_owned(),
        Some(GuideKey::Copy) => "y".to_owned(),
        None => String::new(),
    }
}

/// The whole way: who does what, and how long it takes.
pub(super) fn plan(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) -> u16 {
    let Some(session) = &ctx.model.session else { return 0 };
    let (profile, text) = (session.profile(), &ctx.model.text);
    let way = itinerary(profile.role, &profile.environment, profile.acting);
    let legs = text.way_legs(&way);
    let mut pad = Pad::new(room(area));
    let columns = way_columns(&legs, pad.width());
    pad.text(0, &ctx.look.glyphs.written(&text.way_total(&way)), ctx.style(Tone::Title));
    for leg in &legs {
        if !leg.turn.is_empty() {
            pad.gap();
        }
        for [turn, who, what, takes] in way_lines(leg, columns) {
            let takes = ctx.look.glyphs.written(&takes);
            let spans = [(turn, Tone::Accent), (who, Tone::Muted), (what, Tone::Plain), (takes, Tone::Muted)];
            pad.spans(spans.into_iter().map(|(words, tone)| ctx.span(words, tone)).collect());
        }
    }
    pad.gap();
    for note in text.way_notes() {
        pad.text(0, &note, ctx.style(Tone::Muted));
    }
    boxed(frame, area, ctx, &text.way_title(profile.role, &profile.environment, profile.acting), pad)
}
