//! Home: continue with a profile, or start a new one.

use super::area::last_rows;
use super::pad::Pad;
use super::{Ctx, questions};
use crate::app::{HomeLine, Screen};
use crate::journey::{
    FieldId, ListedProfile, Profile, PublishedEnvironment, Readiness, SavedState, Situation, Standing, StepState, Verdict, next, plan,
};
use crate::report::cut;
use crate::tui::theme::Tone;
use crate::values::Value;
use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

/// Spaces between columns.
const GAP: usize = 2;
/// A long name is not cut to less than this.
const NARROWEST_NAME: usize = 12;

pub(super) fn home(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) -> u16 {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let about = about(ctx, area.width);
    let lines = lines(ctx, area.width);
    // The list has priority. The panel about the selected line gets the rows that are left, but at least a rule and two lines.
    let left = usize::from(area.height).saturating_sub(lines.lines.len()).max(3);
    let about_height = u16::try_from(about.lines.len().min(left)).unwrap_or(0).min(area.height.saturating_sub(4));
    let (list, below) = last_rows(area, about_height);
    let furthest = lines.show(frame, list, ctx, 0);
    about.show(frame, below, ctx, 0);
    furthest
}

fn lines(ctx: Ctx<'_>, width: u16) -> Pad {
    let mut pad = Pad::new(width);
    pad.gap();
    pad.text(2, &ctx.say("home.purpose"), ctx.style(Tone::Title));
    let mut starts = false;
    let columns = columns(ctx, pad.width());
    if !ctx.model.profiles.is_empty() {
        pad.gap();
        pad.text(2, &ctx.say("home.continue"), ctx.style(Tone::Muted));
    }
    if let Some(Screen::Find(sought)) = ctx.model.top() {
        pad.spans(vec![Span::raw("  "), ctx.span(ctx.say("home.find"), Tone::Hint)]);
        questions::entry(&mut pad, ctx, sought);
        if ctx.model.home_lines().is_empty() {
            pad.text(2, &ctx.say("home.none-found"), ctx.style(Tone::Attention));
        }
    }
    for (index, line) in ctx.model.home_lines().into_iter().enumerate() {
        let selected = index == ctx.model.home;
        let before = pad.lines.len();
        match line {
            HomeLine::Continue(profile) => {
                if let Some(listed) = ctx.model.profiles.get(profile) {
                    listed_line(&mut pad, ctx, listed, columns, selected);
                }
            }
            HomeLine::Start(environment) => {
                if !starts {
                    starts = true;
                    pad.gap();
                    pad.text(2, &ctx.say("home.start"), ctx.style(Tone::Muted));
                }
                start_line(&mut pad, ctx, environment, selected);
            }
        }
        if selected {
            pad.select(pad.lines.len().saturating_sub(1).max(before), true);
        }
    }
    pad
}

fn padded(text: &str, width: usize, mark: &str) -> String {
    let kept = cut(text, width, mark);
    let missing = width.saturating_sub(kept.width());
    kept + &" ".repeat(missing)
}

/// The widths of the columns of the profiles. A column is none if there is no room for it.
#[derive(Clone, Copy)]
struct Columns {
    name: usize,
    role: Option<usize>,
    environment: Option<usize>,
}

/// Each column is as wide as its widest text. If they do not all fit, the role is left out, then the environment too; only then are
/// names cut. The panel below shows the full name.
fn columns(ctx: Ctx<'_>, width: usize) -> Columns {
    let readable = || ctx.model.profiles.iter().filter_map(|listed| listed.profile.as_ref().ok().map(|profile| (listed, profile)));
    let widest = |texts: &mut dyn Iterator<Item = String>| texts.map(|text| text.width()).max().unwrap_or(0);
    let name = widest(&mut ctx.model.profiles.iter().map(|listed| listed.name.clone()));
    let role = widest(&mut readable().map(|(_, profile)| ctx.model.text.role(profile.role)));
    let environment = widest(&mut readable().map(|(_, profile)| ctx.model.text.environment(&profile.environment)));
    let last = widest(&mut readable().map(|(listed, profile)| {
        let readiness = Readiness::of(&plan(profile), &listed.state.findings);
        let standing: String = standing(ctx, profile, listed, &readiness).iter().map(|span| span.content.to_string()).collect();
        format!("{}  {standing}", count(ctx, &readiness))
    }));
    let left = width.saturating_sub(2 + last + GAP);
    if name + role + environment + 2 * GAP <= left {
        Columns { name, role: Some(role), environment: Some(environment) }
    } else if name + environment + GAP <= left {
        Columns { name, role: None, environment: Some(environment) }
    } else {
        Columns { name: name.min(left.max(NARROWEST_NAME)), role: None, environment: None }
    }
}

fn listed_line(pad: &mut Pad, ctx: Ctx<'_>, listed: &ListedProfile, columns: Columns, selected: bool) {
    let mark = ctx.cut_mark();
    let gap = || Span::raw(" ".repeat(GAP));
    let mut spans = vec![Span::raw(ctx.pointer(selected)), Span::raw(padded(&listed.name, columns.name, mark)), gap()];
    match &listed.profile {
        Err(message) => return pad.hanging(spans, &ctx.model.text.engine(message), ctx.style(Tone::Attention)),
        Ok(profile) => {
            let readiness = Readiness::of(&plan(profile), &listed.state.findings);
            if let Some(role) = columns.role {
                spans.extend([Span::raw(padded(&ctx.model.text.role(profile.role), role, mark)), gap()]);
            }
            if let Some(environment) = columns.environment {
                spans.extend([Span::raw(padded(&ctx.model.text.environment(&profile.environment), environment, mark)), gap()]);
            }
            spans.extend([Span::raw(count(ctx, &readiness)), gap()]);
            spans.extend(standing(ctx, profile, listed, &readiness));
        }
    }
    pad.edged(spans, Span::raw(""), mark);
}

/// How many steps are proven; none can be where a vendor does them.
fn count(ctx: Ctx<'_>, readiness: &Readiness) -> String {
    match readiness.standing() {
        Standing::Proven { proven, .. } | Standing::WithoutStep { proven, .. } => ctx.counted("home.of-five", proven),
        Standing::WithVendor { .. } | Standing::SaidByUser { .. } => ctx.say("home.by-vendor"),
    }
}

/// Why a profile is ready: when it was last checked, without which step, or since when the user says so.
fn is_ready(ctx: Ctx<'_>, readiness: &Readiness, last: Option<Timestamp>) -> String {
    let at = last.map(|at| ("at", Value::Text(ctx.model.text.date(at))));
    match (readiness.standing(), at) {
        (Standing::SaidByUser { day, .. }, _) => ctx.say_with("home.said", &[("day", Value::from(&day))]),
        (Standing::WithoutStep { step, .. }, Some(at)) => {
            ctx.say_with("home.checked-without", &[("step", Value::from(&usize::from(step.number()))), at])
        }
        (Standing::Proven { .. }, Some(at)) => ctx.say_with("home.checked", &[at]),
        (Standing::Proven { .. } | Standing::WithoutStep { .. } | Standing::WithVendor { .. }, _) => ctx.model.text.state(StepState::Ready),
    }
}

/// The most important fact about a profile: why it is ready, else what its next step lacks.
fn standing(ctx: Ctx<'_>, profile: &Profile, listed: &ListedProfile, readiness: &Readiness) -> Vec<Span<'static>> {
    let Some(step) = readiness.next() else {
        let (glyph, tone) = ctx.look.state(StepState::Ready);
        let last = listed.state.findings.iter().map(|finding| finding.checked_at).max();
        return vec![ctx.span(format!("{glyph} {}", is_ready(ctx, readiness, last)), tone)];
    };
    let state = readiness.state(step);
    let (glyph, tone) = ctx.look.state(state);
    let missing =
        FieldId::ALL.iter().find(|field| field.step() == Some(step) && field.is_required(profile) && profile.answer(**field).is_none());
    let waits = listed.state.findings.iter().find_map(|finding| match &finding.outcome {
        Verdict::Waiting(waiting) => Some(waiting.on),
        _ => None,
    });
    let word = match (state, missing, waits) {
        (StepState::Waiting, _, Some(who)) => ctx.say_with("home.waiting-on", &[("who", Value::Text(ctx.model.text.who(who)))]),
        (StepState::NeedsYou, Some(field), _) => {
            ctx.say_with("home.needs", &[("what", Value::Text(ctx.model.text.for_role(profile.role).field_within(*field)))])
        }
        (state, _, _) => ctx.model.text.state(state),
    };
    vec![ctx.span(format!("{glyph} {word}"), tone)]
}

fn start_line(pad: &mut Pad, ctx: Ctx<'_>, environment: PublishedEnvironment, selected: bool) {
    let name = |environment| ctx.say(&format!("home.start-{environment}"));
    let about = |environment| ctx.say(&format!("home.about-{environment}"));
    let widest =
        |text: &dyn Fn(PublishedEnvironment) -> String| PublishedEnvironment::ALL.iter().map(|one| text(*one).width()).max().unwrap_or(0);
    let names = widest(&name);
    let mut spans = vec![Span::raw(ctx.pointer(selected)), Span::raw(padded(&name(environment), names, ctx.cut_mark()))];
    // The descriptions are shown if all of them fit, else none. The panel below describes the selected one in any case.
    if 2 + names + GAP + widest(&about) <= pad.width() {
        spans.push(ctx.span(format!("{}{}", " ".repeat(GAP), about(environment)), Tone::Muted));
    }
    pad.edged(spans, Span::raw(""), ctx.cut_mark());
}

/// A sentence or two about the selected line.
fn about(ctx: Ctx<'_>, width: u16) -> Pad {
    let mut pad = Pad::new(width);
    pad.spans(vec![ctx.span(ctx.look.glyph("─", "-").repeat(usize::from(width)), Tone::Muted)]);
    match ctx.model.home_line() {
        HomeLine::Start(environment) => pad.text(2, &ctx.say(&format!("home.more-{environment}")), ctx.style(Tone::Plain)),
        HomeLine::Continue(index) => match ctx.model.profiles.get(index) {
            Some(ListedProfile { name, profile: Ok(profile), state }) => about_profile(&mut pad, ctx, name, profile, state),
            Some(ListedProfile { profile: Err(message), .. }) => pad.text(2, &ctx.model.text.engine(message), ctx.style(Tone::Plain)),
            None => {}
        },
    }
    pad
}

fn about_profile(pad: &mut Pad, ctx: Ctx<'_>, name: &str, profile: &Profile, state: &SavedState) {
    let sentence = match (&profile.organisation, &profile.resource) {
        (Some(organisation), Some(resource)) => ctx.say_with(
            "home.acts-for",
            &[("name", Value::Text(name.to_owned())), ("organisation", organisation.into()), ("resource", resource.into())],
        ),
        _ => ctx.say_with("home.unanswered", &[("name", Value::Text(name.to_owned()))]),
    };
    pad.text(2, &sentence, ctx.style(Tone::Plain));
    let plan = plan(profile);
    let readiness = Readiness::of(&plan, &state.findings);
    let comes = match readiness.next() {
        None => match readiness.standing() {
            Standing::Proven { .. } | Standing::WithVendor { .. } => ctx.say("home.all-ready"),
            Standing::WithoutStep { step, .. } => {
                ctx.say_with("home.all-ready-without", &[("step", Value::from(&usize::from(step.number())))])
            }
            Standing::SaidByUser { .. } => ctx.say("home.all-said"),
        },
        Some(_) => {
            let situation = Situation { profile, findings: &state.findings, journal: &state.journal, now: ctx.model.now };
            ctx.model.text.next_line(next(situation).first(), profile, &state.findings)
        }
    };
    pad.text(2, &comes, ctx.style(Tone::Plain));
}
