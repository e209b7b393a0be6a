//! Writes statements as plain text of a given width, without colours.

use super::wrap::{LongWords, wrap};
use super::{Glyphs, Statement, plain};
use crate::journey::ChangeKind;
use crate::values::one_line;
use unicode_width::UnicodeWidthStr;

/// The width and the glyphs of a text report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// In columns.
    pub width: usize,
    pub glyphs: Glyphs,
}

impl Paper {
    const NARROWEST: usize = 40;
    const WIDEST: usize = 110;

    /// Keeps the width between 40 and 110 columns, where lines are easy to read.
    #[must_use]
    pub fn new(width: usize, glyphs: Glyphs) -> Self {
        Self { width: width.clamp(Self::NARROWEST, Self::WIDEST), glyphs }
    }
}

/// The statements, one under the other, with the labels aligned in a column.
#[must_use]
pub fn laid(said: &[Statement], indent: usize, paper: Paper) -> String {
    let column = label_width(said);
    said.iter().map(|one| lay(one, indent, column, paper)).collect()
}

/// The width of the widest label, in columns; 0 if there are no labels.
#[must_use]
pub fn label_width(said: &[Statement]) -> usize {
    let widths = said.iter().filter_map(|one| match one {
        Statement::Labelled { label, .. } | Statement::Change { what: label, .. } => Some(label.width()),
        Statement::Says(_) | Statement::Proof { .. } | Statement::Cause(_) | Statement::Do { .. } | Statement::Waiting(_) => None,
        Statement::Command(_) | Statement::Who(_) | Statement::Link(_) | Statement::Code(_) | Statement::Request { .. } => None,
    });
    widths.max().unwrap_or(0)
}

fn lay(one: &Statement, indent: usize, column: usize, paper: Paper) -> String {
    match one {
        Statement::Says(words)
        | Statement::Cause(words)
        | Statement::Waiting(words)
        | Statement::Who(words)
        | Statement::Link(words)
        | Statement::Code(words) => line(words, indent, paper),
        // A command is copied, so it stays on one line.
        Statement::Command(command) => format!("{}{}\n", " ".repeat(indent + 4), one_line(command)),
        Statement::Do { label, action } => line(&format!("{label} {action}"), indent, paper),
        Statement::Proof { mark, subject, says } => proof(paper.glyphs.mark(*mark), subject.as_deref(), says, indent, paper),
        Statement::Request { method, address } => hanging(&format!("{method:<5} "), address, indent + 2, paper),
        Statement::Change { kind, what, says } => {
            let lead = format!("{} {what}{}  ", change_sign(*kind), " ".repeat(column.saturating_sub(what.width())));
            hanging(&lead, says, indent + 2, paper)
        }
        Statement::Labelled { label, value } => {
            hanging(&format!("{label}{}  ", " ".repeat(column.saturating_sub(label.width()))), value, indent + 2, paper)
        }
    }
}

/// The sign before a part of a thing that is replaced, as in a difference between two files.
#[must_use]
pub const fn change_sign(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Stays => " ",
        ChangeKind::Added => "+",
        ChangeKind::Goes => "-",
    }
}

/// A row of proof: subject and sentence on one line if they fit, else the sentence under the subject, indented.
fn proof(mark: &str, subject: Option<&str>, says: &str, indent: usize, paper: Paper) -> String {
    let lead = format!("{mark} ");
    match subject {
        None => hanging(&lead, says, indent, paper),
        Some(subject) if indent + lead.width() + subject.width() + 2 + says.width() <= paper.width => {
            format!("{}{lead}{subject}  {says}\n", " ".repeat(indent))
        }
        Some(subject) => hanging(&lead, subject, indent, paper) + &line(says, indent + lead.width() + 2, paper),
    }
}

/// A lead and a text. Wrapped lines of the text are indented by the width of the lead.
fn hanging(lead: &str, text: &str, indent: usize, paper: Paper) -> String {
    let inner = indent + lead.width();
    line(text, inner, paper).replacen(&" ".repeat(inner), &format!("{}{lead}", " ".repeat(indent)), 1)
}

/// A sentence, indented and wrapped. A word that is longer than the line, such as a link, is not broken.
#[must_use]
pub fn line(text: &str, indent: usize, paper: Paper) -> String {
    let room = paper.width.saturating_sub(indent).max(20);
    wrap(&plain(text), room, LongWords::Whole).into_iter().map(|line| format!("{}{line}\n", " ".repeat(indent))).collect()
}

/// One line with `left` at the left edge and `right` at the right edge.
pub(super) fn edge_to_edge(left: &str, right: &str, paper: Paper) -> String {
    if right.is_empty() {
        return format!("{}\n", left.trim_end());
    }
    let gap = paper.width.saturating_sub(left.width() + right.width()).max(2);
    format!("{left}{}{right}\n", " ".repeat(gap))
}
