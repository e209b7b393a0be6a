//! One answer: its label and value, or an input field while it is edited.

use super::pad::Pad;
use super::{Ctx, choices};
use crate::app::screens::Edit;
use crate::app::{Item, Screen, Session, WizardMessage};
use crate::journey::FieldId;
use crate::tui::theme::Tone;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

const WIDEST_LABEL: usize = 26;
/// In a pane at least this wide, the help below a field starts under its value; in a narrower one, under its label.
const ROOM_UNDER_VALUES: usize = 60;
/// The indent of a line below a label.
const UNDER: usize = 4;

/// The field being edited, if one is.
pub(super) fn edited(ctx: Ctx<'_>) -> Option<&Edit> {
    ctx.model.stack.iter().find_map(|screen| match screen {
        Screen::Edit(edit) => Some(edit),
        _ => None,
    })
}

fn label(ctx: Ctx<'_>, field: FieldId) -> String {
    ctx.words().field(field)
}

/// The width of the label column of a step.
pub(super) fn label_width(ctx: Ctx<'_>, items: &[Item]) -> usize {
    let widths = items.iter().filter_map(|item| match item {
        Item::Field(id) => Some(label(ctx, *id).width()),
        Item::Fill(_) | Item::Deed(_) | Item::Check(_) => None,
    });
    widths.max().unwrap_or(0).min(WIDEST_LABEL)
}

pub(super) fn field(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, id: FieldId, label_width: usize, selected: bool) {
    // A label is never cut either: one that is wider than the column pushes its value to the right, or below.
    let shown = label(ctx, id);
    let lead = format!("{}{shown}{}  ", ctx.pointer(selected), " ".repeat(label_width.saturating_sub(shown.width())));
    match edited(ctx).filter(|edit| edit.field == id) {
        Some(edit) => editing(pad, ctx, session, edit, &lead),
        None => answered(pad, ctx, session, id, &lead),
    }
}

fn answered(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, id: FieldId, lead: &str) {
    let unset = || ctx.words().field_unset(id).unwrap_or_else(|| ctx.say("field.optional"));
    let (value, tone) = match session.profile().answer(id) {
        Some(_) if is_sandbox_webhook(session, id) => (ctx.say("field.sandbox-webhook"), Tone::Plain),
        Some(answer) => (ctx.words().answer(id, &answer), Tone::Plain),
        None if id == FieldId::ClientKeyPassword && session.has_typed_password() => (ctx.say("field.password-typed"), Tone::Plain),
        None if id.is_required(session.profile()) => (ctx.say("field.needed"), Tone::Attention),
        None => (unset(), Tone::Muted),
    };
    if lead.width() + value.width() <= pad.width() {
        pad.spans(vec![Span::raw(lead.to_owned()), ctx.span(value, tone)]);
    } else {
        // A value is never cut: if it does not fit beside its label, it goes on the next line.
        pad.spans(vec![Span::raw(lead.trim_end().to_owned())]);
        pad.text(UNDER, &value, ctx.style(tone));
    }
    if let Some(address) = resolved(session, id) {
        pad.text(UNDER, &address, ctx.style(Tone::Muted));
    }
}

fn is_sandbox_webhook(session: &Session, id: FieldId) -> bool {
    id == FieldId::EventsEndpoint && session.profile().events.endpoint.as_ref().is_some_and(|webhook| webhook.as_str().starts_with('{'))
}

/// The full address of the sandbox's own webhook. It is known only once the sandbox runs.
fn resolved(session: &Session, id: FieldId) -> Option<String> {
    let origin = session.sandbox().address().filter(|_| is_sandbox_webhook(session, id))?;
    session.profile().events.endpoint.as_ref()?.resolve(origin).ok().map(|address| address.to_string())
}

fn editing(pad: &mut Pad, ctx: Ctx<'_>, session: &Session, edit: &Edit, lead: &str) {
    let indent = lead.width();
    match edit.choices() {
        Some(choices) => chosen(pad, ctx, edit, choices, lead),
        None => typed(pad, ctx, edit, lead),
    }
    let below = if pad.width() < ROOM_UNDER_VALUES { UNDER } else { indent };
    let remark = edit.remark();
    if let Some(remark) = &remark {
        // Nobody agrees to words of which only the end is in the line.
        if *remark == WizardMessage::Proposed && edit.entry.text().width() > input_room(pad, lead) {
            pad.text(below, edit.entry.text(), ctx.style(Tone::Plain));
        }
        pad.text(below, &ctx.remark(remark), ctx.style(Tone::Accent));
    }
    match edit.problem(session.profile(), ctx.model.now) {
        Some(invalid) => pad.hanging(vec![Span::raw(" ".repeat(below))], &ctx.model.text.invalid(&invalid), ctx.style(Tone::Attention)),
        // The help says in general what the remark says of this very text, but for a proposal.
        None if remark.is_some_and(|remark| !matches!(remark, WizardMessage::Proposed | WizardMessage::ProposedChoice)) => {}
        None => pad.text(below, &ctx.words().field_help(edit.field, &session.profile().environment), ctx.style(Tone::Muted)),
    }
    if edit.choices().is_none() {
        choices::path(pad, ctx, edit, below);
        choices::list(pad, ctx, edit);
    }
}

fn chosen(pad: &mut Pad, ctx: Ctx<'_>, edit: &Edit, choices: &[&str], lead: &str) {
    let words: Vec<String> = choices.iter().map(|choice| ctx.say(&format!("choice.{choice}"))).collect();
    let widest = words.iter().map(|word| word.width()).max().unwrap_or(0) + 2;
    // Choices that do not fit beside the label go below it.
    let beside = lead.width() + widest <= pad.width();
    if !beside {
        pad.spans(vec![Span::raw(lead.trim_end().to_owned())]);
    }
    for (index, word) in words.iter().enumerate() {
        let lead = match (beside, index) {
            (true, 0) => lead.to_owned(),
            (true, _) => " ".repeat(lead.width()),
            (false, _) => " ".repeat(4),
        };
        let here = index == edit.choice;
        let word = format!("{}{word}", ctx.pointer(here));
        pad.spans(vec![Span::raw(lead), ctx.span(word, if here { Tone::Selection } else { Tone::Plain })]);
    }
}

/// The columns that are left for the input line beside its label.
fn input_room(pad: &Pad, lead: &str) -> usize {
    pad.width().saturating_sub(lead.width() + 1)
}

/// The input line. If the text is too long, it shows the part around the cursor.
fn typed(pad: &mut Pad, ctx: Ctx<'_>, edit: &Edit, lead: &str) {
    let text = match edit.is_masked() {
        true => ctx.look.glyph("•", "*").repeat(edit.entry.text().chars().count()),
        false => edit.entry.text().to_owned(),
    };
    let (shown, column) = window(&text, edit.entry.cursor(), input_room(pad, lead));
    if edit.picked.is_none() {
        pad.cursor = Some((pad.lines.len(), lead.width() + column));
    }
    let rest = pad.width().saturating_sub(lead.width() + shown.width());
    let style = ctx.style(Tone::Plain).add_modifier(ratatui::style::Modifier::UNDERLINED);
    pad.spans(vec![Span::raw(lead.to_owned()), Span::styled(shown + &" ".repeat(rest), style)]);
}

/// The part of a text that contains the cursor and fits `width` columns, and the cursor's column in it. `cursor` counts characters.
pub(super) fn window(text: &str, cursor: usize, width: usize) -> (String, usize) {
    let before: String = text.chars().take(cursor).collect();
    let mut shown: Vec<char> = before.chars().collect();
    while String::from_iter(&shown).width() > width && !shown.is_empty() {
        shown.remove(0);
    }
    let column = String::from_iter(&shown).width();
    let mut line = String::from_iter(&shown);
    for c in text.chars().skip(cursor) {
        if line.width() + unicode_width::UnicodeWidthChar::width(c).unwrap_or(0) > width {
            break;
        }
        line.push(c);
    }
    (line, column)
}
