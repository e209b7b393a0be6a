//! The checklist: the list of steps on the left and one step on the right, or only one of the two if both do not fit.

use super::area::first_columns;
use super::pad::Pad;
use super::{Ctx, dialog, ready, step};
use crate::app::{Pane, Screen, Section, Session, Size};
use crate::journey::{Standing, StepId, StepState};
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

const LIST: u16 = 30;
/// The list without names, beside a step that has the keys.
const FOLDED: u16 = 9;
/// In a window at least this wide the step has room beside the whole list.
const ROOM_FOR_NAMES: u16 = 100;

pub(super) fn checklist(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) -> u16 {
    let Some(session) = &ctx.model.session else { return 0 };
    let has_keys = matches!(ctx.model.top(), Some(Screen::Role | Screen::Edit(_)));
    if (Size { width: area.width, height: area.height }).has_two_panes() {
        let folds = area.width < ROOM_FOR_NAMES && session.focus().pane == Pane::Step;
        let (left, right) = first_columns(area, if folds { FOLDED } else { LIST });
        if folds {
            folded(frame, left, ctx, session);
            return right_pane(frame, right, ctx, session, has_keys);
        }
        list(frame, left, ctx, session, has_keys && session.focus().pane == Pane::Steps);
        return right_pane(frame, right, ctx, session, has_keys && session.focus().pane == Pane::Step);
    }
    match session.focus().pane {
        Pane::Steps => {
            list(frame, area, ctx, session, has_keys);
            0
        }
        Pane::Step => right_pane(frame, area, ctx, session, has_keys),
    }
}

/// The list of steps as glyphs and numbers. Its names appear once the list has the keys.
fn folded(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, session: &Session) {
    let inner = dialog::pane(frame, area, ctx, &ctx.say("steps.title"), false);
    let mut pad = Pad::new(inner.width);
    for choice in session.sections() {
        let selected = choice == session.focus().section;
        let lead = match choice {
            Section::Step(id) => {
                let (glyph, tone) = standing(ctx, session, id);
                vec![ctx.span(glyph, tone), Span::raw(format!(" {}", id.number()))]
            }
            Section::Ready => vec![Span::raw(ctx.look.glyph("★", "*"))],
        };
        pad.edged(lead, here(ctx, selected), ctx.cut_mark());
    }
    if !session.sandbox().faults().is_empty() {
        pad.gap();
        pad.spans(vec![ctx.span("f", Tone::Hint), ctx.span(" !", Tone::Attention)]);
    }
    pad.show(frame, inner, ctx, 0);
}

/// The glyph of a step's state; while its checks run, the spinner.
fn standing(ctx: Ctx<'_>, session: &Session, id: StepId) -> (&'static str, Tone) {
    match session.is_asking(id) {
        true => (ctx.look.spinner(ctx.model.spin), Tone::Accent),
        false => ctx.look.state(session.state(id)),
    }
}

fn right_pane(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, session: &Session, has_keys: bool) -> u16 {
    match session.focus().section {
        Section::Step(id) => step::step(frame, area, ctx, session, id, has_keys),
        Section::Ready => ready::ready(frame, area, ctx, session, has_keys),
    }
}

fn list(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, session: &Session, has_keys: bool) {
    let inner = dialog::pane(frame, area, ctx, &ctx.say("steps.title"), has_keys);
    let mut pad = Pad::new(inner.width);
    for choice in session.sections() {
        let from = pad.lines.len();
        let selected = choice == session.focus().section;
        match choice {
            Section::Step(id) => step_line(&mut pad, ctx, session, id, selected),
            Section::Ready => {
                let is_said = session.answers().plan().vendor.is_some();
                let title = ctx.say(if is_said { "steps.said" } else { "steps.proven" });
                pad.edged(vec![Span::raw("    "), Span::raw(title)], here(ctx, selected), ctx.cut_mark());
            }
        }
        if selected {
            pad.select(from, has_keys);
        }
    }
    pad.gap();
    summary(&mut pad, ctx, session);
    pad.show(frame, inner, ctx, 0);
}

/// The sign at the end of the selected line, which points to its pane even while the other pane has the keys.
fn here(ctx: Ctx<'_>, selected: bool) -> Span<'static> {
    Span::raw(if selected { ctx.look.glyph("◂", "<") } else { "" })
}

fn step_line(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, id: StepId, selected: bool) {
    let readiness = session.readiness();
    let state = readiness.state(id);
    let (glyph, tone) = standing(ctx, session, id);
    let name = ctx.model.text.step_in_short(id);
    let spans = vec![ctx.span(glyph, tone), Span::raw(format!(" {} {name}", id.number()))];
    // With one pane the list has the whole width, and there is room for the state in words.
    let right = if pad.width() > 44 {
        ctx.span(ctx.model.text.step_state(&readiness, id), if state == StepState::Waiting { Tone::Muted } else { tone })
    } else {
        here(ctx, selected)
    };
    pad.edged(spans, right, ctx.cut_mark());
}

/// How many steps are proven, and how many are in each of the other states.
fn summary(pad: &mut Pad, ctx: Ctx<'_>, session: &Session) {
    let readiness = session.readiness();
    match readiness.standing() {
        Standing::Proven { proven, .. } | Standing::WithoutStep { proven, .. } => {
            pad.text(0, &ctx.counted("steps.ready", proven), ctx.style(Tone::Plain));
        }
        Standing::SaidByUser { day, .. } => {
            pad.text(0, &ctx.say_with("steps.said-on", &[("day", Value::from(&day))]), ctx.style(Tone::Plain));
        }
        Standing::WithVendor { .. } => {}
    }
    for state in
        [StepState::Failing, StepState::NeedsYou, StepState::Waiting, StepState::Unknown, StepState::SetAside, StepState::WithVendor]
    {
        match readiness.count(state) {
            0 => {}
            many => pad.text(0, &ctx.counted(&format!("steps.{state}"), many), ctx.style(ctx.look.state(state).1)),
        }
    }
    if !session.sandbox().faults().is_empty() {
        pad.gap();
        let faults = Value::Text(session.sandbox().faults().join(", "));
        pad.text(0, &ctx.say_with("steps.faults", &[("faults", faults)]), ctx.style(Tone::Attention));
    }
}
