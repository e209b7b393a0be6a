//! Draws the statements about findings and deeds.

use super::Ctx;
use super::pad::Pad;
use crate::journey::{ChangeKind, Mark};
use crate::report::{Columns, Statement, change_sign};
use crate::tui::theme::Tone;
use ratatui::style::Style;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

pub(super) fn statements(pad: &mut Pad, ctx: Ctx<'_>, said: &[Statement], indent: usize) {
    let columns = Columns::of(said);
    for one in said {
        statement(pad, ctx, one, indent, columns);
    }
}

fn statement(pad: &mut Pad, ctx: Ctx<'_>, said: &Statement, indent: usize, columns: Columns) {
    let indented = |more: usize| Span::raw(" ".repeat(indent + more));
    match said {
        Statement::Says(words) | Statement::Cause(words) => pad.text(indent, words, ctx.style(Tone::Plain)),
        Statement::Command(words) => pad.text(indent + 4, words, ctx.style(Tone::Accent)),
        Statement::Waiting(words) | Statement::Who(words) | Statement::Code(words) => pad.text(indent, words, ctx.style(Tone::Muted)),
        Statement::Link(words) => pad.link(indent, words, ctx.reads_whole(), ctx.style(Tone::Accent), ctx.cut_mark()),
        Statement::Do { label, action } => {
            pad.hanging(vec![indented(0), ctx.span(label.clone(), Tone::Title), Span::raw(" ")], action, ctx.style(Tone::Plain));
        }
        Statement::Proof { mark, subject, says } => proof(pad, ctx, *mark, subject.as_deref(), says, indent),
        Statement::Request { method, address } => {
            pad.hanging(vec![indented(2), Span::raw(format!("{method:<5} "))], address, ctx.style(Tone::Accent));
        }
        Statement::Change { kind, what, says } => {
            let tone = match kind {
                ChangeKind::Stays => Tone::Muted,
                ChangeKind::Added => Tone::Success,
                ChangeKind::Goes => Tone::Attention,
            };
            let lead = vec![indented(2), Span::raw(format!("{} ", change_sign(*kind)))];
            let part = format!("{what}{}", " ".repeat(columns.changes.saturating_sub(what.width())));
            beside_or_under(pad, lead, (&part, ctx.style(tone)), (says, ctx.style(Tone::Plain)));
        }
        Statement::Labelled { label, value } => {
            let gap = " ".repeat(columns.labels.saturating_sub(label.width()) + 2);
            pad.hanging(vec![indented(2), ctx.span(format!("{label}{gap}"), Tone::Muted)], value, ctx.style(Tone::Plain));
        }
    }
}

fn proof(pad: &mut Pad, ctx: Ctx<'_>, mark: Mark, subject: Option<&str>, says: &str, indent: usize) {
    let (glyph, tone) = ctx.look.mark(mark);
    let lead = vec![Span::raw(" ".repeat(indent)), ctx.span(glyph, tone), Span::raw(" ")];
    let (plain, muted) = (ctx.style(Tone::Plain), ctx.style(Tone::Muted));
    let Some(subject) = subject else { return pad.hanging(lead, says, muted) };
    beside_or_under(pad, lead, (subject, plain), (says, muted));
}

/// What is spoken of and the sentence about it on one line if they fit, else the sentence under it, indented.
fn beside_or_under(pad: &mut Pad, lead: Vec<Span<'static>>, (subject, of_subject): (&str, Style), (says, of_sentence): (&str, Style)) {
    let indent: usize = lead.iter().map(Span::width).sum();
    if indent + 2 + subject.width() + says.width() <= pad.width() {
        let mut spans = lead;
        spans.extend([Span::styled(format!("{subject}  "), of_subject), Span::styled(says.to_owned(), of_sentence)]);
        return pad.spans(spans);
    }
    pad.hanging(lead, subject.trim_end(), of_subject);
    pad.text(indent + 2, says, of_sentence);
}
