//! What is in a token: what was asked for, each claim in words, what its holder should know.

use super::pad::Pad;
use super::statements::statements;
use super::{Ctx, dialog, questions};
use crate::app::screens::TokenScreen;
use crate::journey::TokenAnswer;
use crate::report::{Names, TokenReport, refusal_statements};
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The longest lines of text, so that they are read easily in a wide window.
const WIDEST: u16 = 96;

pub(super) fn token(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, screen: &TokenScreen) -> u16 {
    let mut pad = Pad::new(area.width.saturating_sub(4).min(WIDEST));
    if let Some(entry) = &screen.entry {
        pad.text(0, &ctx.say("token.paste"), ctx.style(Tone::Plain));
        questions::entry_as(&mut pad, ctx, entry, true);
        pad.gap();
    }
    pad.text(0, &asked(ctx, screen), ctx.style(Tone::Muted));
    pad.gap();
    if let Some(answer) = &screen.answer {
        told(&mut pad, ctx, screen, answer);
        pad.gap();
    }
    if screen.entry.is_none() {
        pad.text(0, &ctx.say("token.unshown"), ctx.style(Tone::Muted));
    }
    dialog::whole(frame, area, ctx, &ctx.say("token.title"), pad)
}

/// What is asked, or was.
fn asked(ctx: Ctx<'_>, screen: &TokenScreen) -> String {
    let tense = if screen.asking.is_some() { "asking" } else { "asked" };
    if screen.is_pasted {
        return ctx.say(&format!("token.{tense}-pasted"));
    }
    let wanted = &screen.wanted;
    let scopes = ("scopes", Value::from(&wanted.scopes));
    let first = match &wanted.acting_for {
        Some(party) => ctx.say_with(&format!("token.{tense}-acting"), &[scopes, ("party", Value::from(party))]),
        None => ctx.say_with(&format!("token.{tense}"), &[scopes]),
    };
    if wanted.exchange { format!("{first} {}", ctx.say(&format!("token.{tense}-exchange"))) } else { first }
}

fn told(pad: &mut Pad, ctx: Ctx<'_>, screen: &TokenScreen, answer: &TokenAnswer) {
    let text = ctx.words();
    match answer {
        TokenAnswer::Told(facts) => {
            let profile = ctx.model.session.as_ref().map(crate::app::Session::profile);
            let lacks = profile.map(|profile| screen.lacks(facts, profile)).unwrap_or_default();
            let report = TokenReport { facts, profile, lacks: &lacks, now: ctx.model.now };
            statements(pad, ctx, &report.verdict(&text, Names::Titles), 0);
            pad.gap();
            statements(pad, ctx, &report.claims(&text), 0);
            if !facts.others.is_empty() {
                pad.gap();
                statements(pad, ctx, &report.others(), 0);
            }
        }
        TokenAnswer::None(why) => pad.text(0, &text.line("cli", &format!("token.none.{why}"), &[]), ctx.style(Tone::Attention)),
        TokenAnswer::NoClient => pad.text(0, &ctx.say("token.no-client"), ctx.style(Tone::Attention)),
        TokenAnswer::Refused(refusal) => statements(pad, ctx, &refusal_statements(refusal, &text), 0),
        TokenAnswer::NotOpened(message) => pad.text(0, &text.engine(message), ctx.style(Tone::Attention)),
    }
}
