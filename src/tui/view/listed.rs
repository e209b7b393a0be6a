//! What is known of the profile that is selected on Home, without opening it: each step, and what its last findings say.

use super::pad::Pad;
use super::statements::statements;
use super::{Ctx, dialog};
use crate::journey::{Readiness, StepId, Verdict, plan};
use crate::report::{Names, finding_statements, finding_words};
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

pub(super) fn listed(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) -> u16 {
    let Some(listed) = ctx.model.home_listed() else { return 0 };
    let Ok(profile) = &listed.profile else { return 0 };
    let text = ctx.model.text.for_role(profile.role);
    let plan = plan(profile);
    let readiness = Readiness::of(&plan, &listed.state.findings);
    let mut pad = Pad::new(dialog::room(area));
    let about = [
        Some(text.role(profile.role)),
        Some(text.environment(&profile.environment)),
        profile.organisation.as_ref().map(ToString::to_string),
    ];
    pad.text(0, &about.into_iter().flatten().collect::<Vec<_>>().join(ctx.look.glyph(" · ", " - ")), ctx.style(Tone::Muted));
    if let Some(at) = listed.state.findings.iter().map(|finding| finding.checked_at).max() {
        pad.text(0, &text.line("vocabulary", "said.stored", &[("at", Value::Moment(at))]), ctx.style(Tone::Muted));
    }
    for step in StepId::ALL {
        let (glyph, tone) = ctx.look.state(readiness.state(*step));
        pad.gap();
        let lead = vec![ctx.span(glyph, tone), Span::raw(format!(" {} ", step.number()))];
        let says = format!("{}: {}", text.step(*step), text.step_state(&readiness, *step));
        pad.hanging(lead, &says, ctx.style(Tone::Title));
        let of_step = listed.state.findings.iter().filter(|finding| finding.check.step() == *step && plan.contains(finding.check));
        for finding in of_step.filter(|finding| !matches!(finding.outcome, Verdict::Pass | Verdict::Skipped(_))) {
            let (glyph, tone) = ctx.look.verdict(&finding.outcome);
            let summary = finding_words(finding, &text, Names::Titles).summary;
            pad.hanging(vec![Span::raw("  "), ctx.span(glyph, tone), Span::raw(" ")], &summary, ctx.style(Tone::Plain));
            statements(&mut pad, ctx, &finding_statements(finding, &text, Names::Titles), 4);
        }
    }
    dialog::boxed(frame, area, ctx, &listed.name, pad)
}
