//! The list of values to choose from, below the line of text of an answer.

use super::Ctx;
use super::pad::Pad;
use crate::app::screens::Edit;
use crate::app::session::FieldList;
use crate::journey::{Choice, FieldId};
use crate::tui::theme::Tone;
use crate::values::{Holds, There, Value};
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

/// How many values are shown in a small window; a high one has room for more.
const FEW: usize = 5;
const MANY: usize = 12;
const HIGH: u16 = 34;
/// The indent of the list.
const INDENT: usize = 4;
/// The indent of what is told of a value, below it.
const UNDER: usize = INDENT + 4;

/// The values around the selected one, and how many there are besides; or why there is no list.
pub(super) fn list(pad: &mut Pad, ctx: Ctx<'_>, edit: &Edit) {
    let fitting = edit.fitting();
    let room = if ctx.model.size.height >= HIGH { MANY } else { FEW };
    let picked = edit.picked.unwrap_or(0);
    let from = picked.saturating_sub(room / 2).min(fitting.len().saturating_sub(room));
    for (index, choice) in fitting.iter().enumerate().skip(from).take(room) {
        one(pad, ctx, edit.field, choice, edit.picked == Some(index));
    }
    let hidden = fitting.len().saturating_sub(room);
    if hidden > 0 {
        pad.text(INDENT + 2, &ctx.counted("field.list-more", hidden), ctx.style(Tone::Muted));
    }
    let (key, tone) = match &edit.lists.list {
        FieldList::Asked { .. } => ("field.list-asked", Tone::Accent),
        FieldList::NotTold(why) => return pad.text(INDENT, &ctx.model.text.no_choices(why), ctx.style(Tone::Attention)),
        FieldList::Told if edit.lists.choices.is_empty() => ("field.list-empty", Tone::Muted),
        FieldList::Told if fitting.is_empty() => ("field.list-none-fits", Tone::Muted),
        FieldList::Told | FieldList::None => return,
    };
    pad.text(INDENT, &ctx.say(key), ctx.style(tone));
}

/// What is at the path in the line, and the names that it could go on with.
pub(super) fn path(pad: &mut Pad, ctx: Ctx<'_>, edit: &Edit, indent: usize) {
    let Some(look) = edit.seen() else { return };
    let (key, values, tone) = match look.there {
        There::Nothing if look.goes_on.is_empty() => ("path.nothing", Vec::new(), Tone::Attention),
        // It is still being typed.
        There::Nothing => ("", Vec::new(), Tone::Muted),
        There::Folder => ("path.folder", Vec::new(), Tone::Muted),
        There::Hidden => ("path.hidden", Vec::new(), Tone::Attention),
        There::Other(kind) => ("path.other", vec![("kind", Value::from(&kind))], Tone::Attention),
        There::File { size, holds } => {
            let key = match holds {
                Holds::PrivateKey => "path.private-key",
                Holds::Certificate => "path.certificate",
                Holds::SomethingElse => "path.file",
            };
            (key, vec![("size", Value::from(&size))], Tone::Accent)
        }
    };
    if !key.is_empty() {
        pad.text(indent, &ctx.say_with(key, &values), ctx.style(tone));
    }
    let room = if ctx.model.size.height >= HIGH { MANY } else { FEW };
    if let [_, _, ..] = look.goes_on.as_slice() {
        look.goes_on.iter().take(room).for_each(|path| pad.text(indent + 2, path, ctx.style(Tone::Muted)));
    }
    let hidden = look.goes_on.len().saturating_sub(room);
    if hidden > 0 {
        pad.text(indent + 2, &ctx.counted("path.more", hidden), ctx.style(Tone::Muted));
    }
}

/// One value with its name. Of the selected one, and of others where there is room, also what else is told. Nothing is cut: half an
/// id or a name would mislead.
fn one(pad: &mut Pad, ctx: Ctx<'_>, field: FieldId, choice: &Choice, here: bool) {
    let is_sandbox = field == FieldId::EventsEndpoint && choice.value.starts_with('{');
    let value = if is_sandbox { ctx.say("field.sandbox-webhook") } else { choice.value.clone() };
    let name = ctx.model.text.name(&choice.names).to_owned();
    let about = choice.about.as_ref().map(|about| ctx.model.text.choice(about)).unwrap_or_default();
    let parts: Vec<String> = [name, about].into_iter().filter(|part| !part.is_empty() && *part != value).collect();
    let lead = vec![Span::raw(" ".repeat(INDENT)), Span::raw(ctx.pointer(here))];
    if here {
        pad.hanging(lead, &value, ctx.style(Tone::Selection));
        return parts.iter().for_each(|part| pad.text(UNDER, part, ctx.style(Tone::Muted)));
    }
    let room = pad.width().saturating_sub(INDENT + 2);
    let whole = parts.join(ctx.look.glyph(" · ", " - "));
    let beside = [whole.as_str(), parts.first().map_or("", String::as_str)];
    let fitting = beside.into_iter().find(|rest| !rest.is_empty() && value.width() + 2 + rest.width() <= room);
    let Some(rest) = fitting else {
        pad.hanging(lead, &value, ctx.style(Tone::Plain));
        return parts.first().into_iter().for_each(|name| pad.text(UNDER, name, ctx.style(Tone::Muted)));
    };
    let mut spans = lead;
    spans.extend([ctx.span(value, Tone::Plain), Span::raw("  "), ctx.span(rest.to_owned(), Tone::Muted)]);
    pad.spans(spans);
}
