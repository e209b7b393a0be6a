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
    let columns = Columns::of(said);
    said.iter().map(|one| lay(one, indent, columns, paper)).collect()
}

/// The widths of the widest label and of the widest part that changes, in terminal cells; 0 where there are none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Columns {
    pub labels: usize,
    pub changes: usize,
}

impl Columns {
    #[must_use]
    pub fn of(said: &[Statement]) -> Self {
        said.iter().fold(Self::default(), |columns, one| match one {
            Statement::Labelled { label, .. } => Self { labels: columns.labels.max(label.width()), ..columns },
            Statement::Change { what, .. } => Self { changes: columns.changes.max(what.width()), ..columns },
            Statement::Says(_) | Statement::Proof { .. } | Statement::Cause(_) | Statement::Do { .. } | Statement::Waiting(_) => columns,
            Statement::Command(_) | Statement::Who(_) | Statement::Link(_) | Statement::Code(_) | Statement::Request { .. } => columns,
        })
    }
}

fn lay(one: &Statement, indent: usize, columns: Columns, paper: Paper) -> String {
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
            let sign = format!("{} ", change_sign(*kind));
            let part = format!("{what}{}", " ".repeat(columns.changes.saturating_sub(what.width())));
            beside_or_under(&sign, &part, says, indent + 2, paper)
        }
        Statement::Labelled { label, value } => {
            hanging(&format!("{label}{}  ", " ".repeat(columns.labels.saturating_sub(label.width()))), value, indent + 2, paper)
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

fn proof(mark: &str, subject: Option<&str>, says: &str, indent: usize, paper: Paper) -> String {
    let lead = format!("{mark} ");
    match subject {
        None => hanging(&lead, says, indent, paper),
        Some(subject) => beside_or_under(&lead, subject, says, indent, paper),
    }
}

/// What is spoken of and the sentence about it on one line if they fit, else the sentence under it, indented.
fn beside_or_under(lead: &str, subject: &str, says: &str, indent: usize, paper: Paper) -> String {
    if indent + lead.width() + subject.width() + 2 + says.width() <= paper.width {
        return format!("{}{lead}{subject}  {says}\n", " ".repeat(indent));
    }
    hanging(lead, subject.trim_end(), indent, paper) + &line(says, indent + lead.width() + 2, paper)
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
