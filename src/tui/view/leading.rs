//! What comes next: the line above the footer, the list of all that is left, the errand to a portal, the question about the client.

use super::pad::Pad;
use super::{Ctx, dialog};
use crate::app::screens::{ErrandScreen, HaveClient};
use crate::app::{Screen, Session};
use crate::journey::{Mark, Next, Who};
use crate::tui::theme::Tone;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

/// What comes next, above the footer: whole, on as many lines as it takes. None where no profile is open.
pub(super) fn lines(ctx: Ctx<'_>, width: u16) -> Vec<Line<'static>> {
    let Some(session) = &ctx.model.session else { return Vec::new() };
    let list = session.next();
    // In a guide, Enter does its selected line.
    let leads = session.leads_here() && ctx.model.guide_marks_here().is_empty();
    let (glyph, tone, what) = if session.can_be_filled() {
        (ctx.look.glyph("▸", ">"), Tone::Title, ctx.say("fill.filled"))
    } else {
        match list.first() {
            Some(next) if next.can_be_done_now() => (ctx.look.glyph("▸", ">"), Tone::Title, words(ctx, session, next)),
            Some(next) => (ctx.look.mark(Mark::Waiting).0, Tone::Muted, words(ctx, session, next)),
            None => (ctx.look.mark(Mark::Pass).0, Tone::Success, ctx.model.text.line("next", "nothing", &[])),
        }
    };
    // On another screen Enter does what that screen says. A guide passes it on.
    let is_here = matches!(ctx.model.top(), Some(Screen::Role | Screen::Guide(_)));
    let key = match list.first() {
        None => String::new(),
        Some(_) if !is_here || session.is_checking() => String::new(),
        Some(_) if leads || (session.can_be_filled() && ctx.model.guide_marks_here().is_empty()) => ctx.say("cap.enter"),
        Some(_) => "n".to_owned(),
    };
    let mut style = ctx.style(tone);
    if leads {
        style = style.add_modifier(Modifier::BOLD);
    }
    let label = format!(" {} ", ctx.say("next.label"));
    // The last column stays free, as beside the keys.
    let mut pad = Pad::new(width.saturating_sub(1));
    let lead = vec![ctx.span(label, Tone::Accent), Span::styled(format!("{glyph} "), style)];
    pad.edged_whole(lead, &what, style, ctx.span(key, Tone::Hint), false);
    pad.lines
}

fn words(ctx: Ctx<'_>, session: &Session, next: &Next) -> String {
    ctx.model.text.next(next, session.profile(), session.findings().all())
}

/// All that is left to do, in order, each with who must do it.
pub(super) fn all(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>) -> u16 {
    let Some(session) = &ctx.model.session else { return 0 };
    let mut pad = Pad::new(dialog::room(area));
    for (index, next) in session.next().iter().enumerate() {
        let lead = vec![ctx.span(format!("{:>2}  ", index + 1), Tone::Muted)];
        let who = if next.who == Who::You { String::new() } else { ctx.model.text.who(next.who) };
        pad.edged_whole(lead, &words(ctx, session, next), ctx.style(Tone::Plain), ctx.span(who, Tone::Muted), false);
    }
    dialog::boxed(frame, area, ctx, &ctx.say("next.all"), pad)
}

pub(super) fn have_client(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, chosen: HaveClient) -> u16 {
    let mut pad = Pad::new(dialog::room(area));
    pad.text(0, &ctx.say("have-client.question"), ctx.style(Tone::Title));
    pad.gap();
    for answer in HaveClient::ORDER {
        let selected = answer == chosen;
        let from = pad.lines.len();
        let lead = format!("{}{}", ctx.pointer(selected), ctx.say(&format!("have-client.{}", answer.name())));
        pad.spans(vec![ctx.span(lead, Tone::Title)]);
        if selected {
            pad.select(from, true);
        }
        pad.text(4, &ctx.say(&format!("have-client.{}-about", answer.name())), ctx.style(Tone::Muted));
    }
    dialog::boxed(frame, area, ctx, &ctx.say("have-client.title"), pad)
}

/// The way through the portal, one numbered line for each thing to do there: as the guide tells it, and what is done here with it.
pub(super) fn errand(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, screen: &ErrandScreen) -> u16 {
    let Some(session) = &ctx.model.session else { return 0 };
    let profile = session.profile();
    let part = |part: &str| ctx.model.text.errand("screens", screen.errand, part, profile);
    let mut pad = Pad::new(dialog::room(area));
    pad.text(0, &part("about").unwrap_or_default(), ctx.style(Tone::Plain));
    pad.gap();
    for (index, says) in ctx.model.text.errand_lines("screens", screen.errand, profile).into_iter().enumerate() {
        pad.hanging(vec![ctx.span(format!("{}  ", index + 1), Tone::Title)], &says, ctx.style(Tone::Plain));
    }
    if let Some(link) = ctx.model.link_here() {
        pad.gap();
        pad.link(0, &link, false, ctx.style(Tone::Accent), ctx.cut_mark());
    }
    if let Some(after) = part("after") {
        pad.gap();
        pad.text(0, &after, ctx.style(Tone::Muted));
    }
    dialog::boxed(frame, area, ctx, &part("title").unwrap_or_default(), pad)
}
