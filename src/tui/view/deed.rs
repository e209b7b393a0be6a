//! The screen of a deed: its preview, then its progress, then its outcome.

use super::pad::Pad;
use super::statements::statements;
use super::{Ctx, dialog, questions};
use crate::app::screens::{DeedScreen, Stage};
use crate::app::session::{DeedPhase, Session};
use crate::journey::{CandidateAbout, DeedMessage, Mark, MustType, Preview, Stopped};
use crate::report::{Names, Statement, bar, outcome_statements, preview_statements, stopped_statements};
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

pub(super) fn deed(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, screen: &DeedScreen) -> u16 {
    let mut pad = Pad::new(dialog::room(area));
    match &screen.stage {
        Stage::Whom(entry) => {
            pad.text(0, &ctx.say("deed.whom"), ctx.style(Tone::Title));
            questions::entry(&mut pad, ctx, entry);
            pad.gap();
            match &entry.refused {
                Some(invalid) => pad.text(0, &ctx.model.text.invalid(invalid), ctx.style(Tone::Attention)),
                None => pad.text(0, &ctx.say("deed.whom-about"), ctx.style(Tone::Muted)),
            }
        }
        Stage::Sizing { preview: planned, entry } => {
            preview(&mut pad, ctx, planned);
            pad.gap();
            pad.text(0, &ctx.say("deed.size"), ctx.style(Tone::Attention));
            questions::entry(&mut pad, ctx, entry);
            let from = pad.lines.len().saturating_sub(1);
            match &entry.refused {
                Some(invalid) => pad.text(0, &ctx.model.text.invalid(invalid), ctx.style(Tone::Attention)),
                None => pad.text(0, &ctx.say("deed.size-about"), ctx.style(Tone::Muted)),
            }
            pad.focus = Some(from..pad.lines.len());
        }
        Stage::Asking => {
            pad.spans(vec![ctx.span(ctx.look.spinner(ctx.model.spin), Tone::Accent), Span::raw(format!(" {}", ctx.say("deed.asking")))])
        }
        Stage::Which { preview: planned, line } => which(&mut pad, ctx, planned, *line),
        Stage::Preview(planned) if screen.bodies => bodies(&mut pad, ctx, planned),
        Stage::Preview(planned) => preview(&mut pad, ctx, planned),
        Stage::Typing { preview: planned, done, entry } => {
            preview(&mut pad, ctx, planned);
            pad.gap();
            let name = ctx.model.session.as_ref().map_or("", Session::name);
            let asked = match planned.must_type.get(*done) {
                Some(MustType::Id(id)) => ctx.say_with("deed.type-id", &[("id", Value::Text(id.clone()))]),
                Some(MustType::ProfileName) | None => ctx.say_with("deed.type-name", &[("name", Value::Text(name.to_owned()))]),
            };
            pad.text(0, &asked, ctx.style(Tone::Attention));
            questions::entry(&mut pad, ctx, entry);
            pad.focus = Some(pad.lines.len().saturating_sub(1)..pad.lines.len());
        }
        Stage::Running => {
            let doing = ctx.model.session.as_ref().and_then(|session| session.work().doing());
            phases(&mut pad, ctx, doing.map_or(&[], |doing| &doing.phases), true);
            pad.focus = Some(pad.lines.len().saturating_sub(1)..pad.lines.len());
        }
        Stage::Done(result) => {
            phases(&mut pad, ctx, &result.phases, false);
            outcome(&mut pad, ctx, &result.says);
            if let Some(link) = &result.link {
                pad.gap();
                statements(&mut pad, ctx, &[Statement::Link(link.to_string())], 0);
            }
        }
        Stage::Stopped(done, stopped) => {
            phases(&mut pad, ctx, done, false);
            halted(&mut pad, ctx, stopped, done.is_empty());
        }
    }
    dialog::boxed(frame, area, ctx, &ctx.deed(screen.deed), pad)
}

/// The things of which one goes, each with what it is recognised by.
fn which(pad: &mut Pad, ctx: Ctx<'_>, preview: &Preview, selected: usize) {
    pad.text(0, &ctx.say(&format!("deed.which-{}", preview.deed)), ctx.style(Tone::Title));
    pad.gap();
    for (index, candidate) in preview.candidates.iter().enumerate() {
        let is_selected = index == selected;
        let about = match &candidate.about {
            CandidateAbout::LeadsTo(address) => address.clone(),
            CandidateAbout::Ends(None) => ctx.say("deed.which-endless"),
            CandidateAbout::Ends(Some(at)) => {
                let key = if *at > ctx.model.now { "deed.which-until" } else { "deed.which-ended" };
                ctx.say_with(key, &[("at", Value::Moment(*at))])
            }
        };
        let from = pad.lines.len();
        pad.hanging(vec![Span::raw(ctx.pointer(is_selected))], &candidate.id, ctx.style(Tone::Title));
        if is_selected {
            pad.select(from, true);
        }
        pad.text(4, &about, ctx.style(Tone::Muted));
    }
}

fn preview(pad: &mut Pad, ctx: Ctx<'_>, preview: &Preview) {
    let (says, details) = preview_statements(preview, &ctx.words());
    headline(pad, ctx, &says);
    pad.gap();
    statements(pad, ctx, &details, 0);
}

/// Draws the first statement as a title and the others below it.
fn headline(pad: &mut Pad, ctx: Ctx<'_>, said: &[Statement]) {
    let rest = match said {
        [Statement::Says(first), rest @ ..] => {
            pad.text(0, first, ctx.style(Tone::Title));
            rest
        }
        other => other,
    };
    statements(pad, ctx, rest, 0);
}

/// The bodies of the requests, as the service receives them.
fn bodies(pad: &mut Pad, ctx: Ctx<'_>, preview: &Preview) {
    for (index, (request, body)) in preview.bodies.iter().enumerate() {
        if index > 0 {
            pad.gap();
        }
        pad.hanging(vec![Span::raw("  ")], request, ctx.style(Tone::Accent));
        for line in body.lines() {
            // Wrapping would remove the indentation of the JSON, so the indentation is drawn as the lead.
            let indent = line.len() - line.trim_start().len();
            pad.hanging(vec![Span::raw(" ".repeat(indent + 2))], line.trim_start(), ctx.style(Tone::Plain));
        }
    }
}

/// One line per phase, with how long it took, or with a bar while it transfers bytes.
fn phases(pad: &mut Pad, ctx: Ctx<'_>, phases: &[DeedPhase], running: bool) {
    for (index, phase) in phases.iter().enumerate() {
        let says = ctx.words().deed(&phase.message).says;
        let (glyph, tone) = match (phase.took_ms, running && index + 1 == phases.len()) {
            (Some(_), _) => ctx.look.mark(Mark::Pass),
            (None, true) => (ctx.look.spinner(ctx.model.spin), Tone::Accent),
            (None, false) => ctx.look.mark(Mark::Fail),
        };
        let right = match (phase.took_ms, phase.moved) {
            (Some(0), _) => Span::raw(""),
            (Some(took), _) => ctx.span(ctx.model.text.took(took), Tone::Muted),
            (None, Some(moved)) => ctx.span(bar(moved, ctx.look.glyphs), Tone::Accent),
            (None, None) => Span::raw(""),
        };
        let may_go = phase.took_ms.is_some();
        pad.edged_whole(vec![ctx.span(glyph, tone), Span::raw(" ")], &says, ctx.style(Tone::Plain), right, may_go);
        if let Some(words) = phase.moved.filter(|_| running && !may_go).and_then(|moved| ctx.model.text.moving(moved)) {
            pad.text(2, &words, ctx.style(Tone::Muted));
        }
    }
    if phases.is_empty() && running {
        pad.spans(vec![ctx.span(ctx.look.spinner(ctx.model.spin), Tone::Accent)]);
    }
}

fn outcome(pad: &mut Pad, ctx: Ctx<'_>, says: &[DeedMessage]) {
    pad.gap();
    let said: Vec<Statement> = says.iter().flat_map(|message| outcome_statements(message, &ctx.words(), Names::Titles)).collect();
    headline(pad, ctx, &said);
    if let Some(next) = ctx.model.session.as_ref().and_then(Session::due) {
        pad.gap();
        let what = Value::Text(ctx.deed(next));
        pad.text(0, &ctx.say_with("deed.next", &[("what", what)]), ctx.style(Tone::Accent));
    } else if ctx.model.session.as_ref().is_some_and(|session| session.readiness().is_ready()) {
        pad.gap();
        pad.text(0, &ctx.say("deed.all-ready"), ctx.style(Tone::Success));
    }
}

fn halted(pad: &mut Pad, ctx: Ctx<'_>, stopped: &Stopped, from_start: bool) {
    if !from_start {
        pad.gap();
    }
    let said = stopped_statements(stopped, &ctx.words(), Names::Titles);
    let (glyph, tone) = ctx.look.mark(Mark::Fail);
    let rest = match said.as_slice() {
        [Statement::Says(says), rest @ ..] => {
            pad.hanging(vec![ctx.span(glyph, tone), Span::raw(" ")], says, ctx.style(Tone::Title));
            rest
        }
        other => other,
    };
    statements(pad, ctx, rest, 2);
}
