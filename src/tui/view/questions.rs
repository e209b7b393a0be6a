//! Short questions: which role, which name, whether to remove a profile.

use super::pad::Pad;
use super::{Ctx, dialog, field};
use crate::app::screens::{Entry, Naming, Purpose, Removal, Roles};
use crate::journey::Role;
use crate::tui::theme::Tone;
use crate::values::Value;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Span;

pub(super) fn roles(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, roles: &Roles) -> u16 {
    let mut pad = Pad::new(dialog::room(area));
    pad.text(0, &ctx.say("roles.question"), ctx.style(Tone::Title));
    pad.gap();
    for (index, role) in Role::ORDER.iter().enumerate() {
        let selected = index == roles.line;
        let from = pad.lines.len();
        let lead = format!("{}{} {}", ctx.pointer(selected), index + 1, ctx.say(&format!("role.{role}.we")));
        pad.spans(vec![ctx.span(lead, Tone::Title)]);
        if selected {
            pad.select(from, true);
        }
        pad.text(4, &ctx.say(&format!("role.{role}.about")), ctx.style(Tone::Muted));
    }
    let title = ctx.say(&format!("home.start-{}", roles.environment));
    dialog::boxed(frame, area, ctx, &title, pad)
}

pub(super) fn naming(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, naming: &Naming) -> u16 {
    let mut pad = Pad::new(dialog::room(area));
    let title = match &naming.purpose {
        Purpose::New { role, .. } => {
            pad.text(0, &ctx.say_with("naming.new", &[("role", Value::Text(ctx.model.text.role(*role)))]), ctx.style(Tone::Plain));
            ctx.say("naming.new-title")
        }
        Purpose::Rename { from } => {
            pad.text(0, &ctx.say_with("naming.rename", &[("name", Value::Text(from.clone()))]), ctx.style(Tone::Plain));
            ctx.say("naming.rename-title")
        }
    };
    pad.gap();
    entry(&mut pad, ctx, &naming.entry);
    if let Some(remark) = &naming.entry.remark {
        pad.text(2, &ctx.remark(remark), ctx.style(Tone::Accent));
    }
    match naming.check(ctx.model.names()) {
        Err(invalid) => pad.text(2, &ctx.model.text.invalid(&invalid), ctx.style(Tone::Attention)),
        Ok(_) => pad.text(2, &ctx.say("naming.help"), ctx.style(Tone::Muted)),
    }
    dialog::boxed(frame, area, ctx, &title, pad)
}

/// An input line with the cursor.
pub(super) fn entry(pad: &mut Pad, ctx: Ctx<'_>, entry: &Entry) {
    entry_as(pad, ctx, entry, false);
}

/// An input line with the cursor, where dots can stand for what is typed.
pub(super) fn entry_as(pad: &mut Pad, ctx: Ctx<'_>, entry: &Entry, is_masked: bool) {
    let width = pad.width().saturating_sub(3);
    let text = if is_masked { ctx.look.glyph("•", "*").repeat(entry.text().chars().count()) } else { entry.text().to_owned() };
    let (shown, column) = field::window(&text, entry.cursor(), width);
    pad.cursor = Some((pad.lines.len(), 2 + column));
    let style = ctx.style(Tone::Plain).add_modifier(ratatui::style::Modifier::UNDERLINED);
    let rest = width.saturating_sub(unicode_width::UnicodeWidthStr::width(shown.as_str()));
    pad.spans(vec![Span::raw("  "), Span::styled(shown + &" ".repeat(rest), style)]);
}

pub(super) fn remove(frame: &mut Frame<'_>, area: Rect, ctx: Ctx<'_>, removal: &Removal) -> u16 {
    let mut pad = Pad::new(dialog::room(area));
    let name = [("name", Value::Text(removal.name.clone()))];
    pad.text(0, &ctx.say_with("remove.question", &name), ctx.style(Tone::Title));
    pad.gap();
    pad.text(0, &ctx.say("remove.about"), ctx.style(Tone::Plain));
    if let Some(typed) = &removal.entry {
        pad.gap();
        pad.text(0, &ctx.say_with("remove.production", &name), ctx.style(Tone::Attention));
        entry(&mut pad, ctx, typed);
    }
    dialog::boxed(frame, area, ctx, &ctx.say("remove.title"), pad)
}
