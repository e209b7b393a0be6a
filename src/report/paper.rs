//! Lines on paper: so many columns wide, without colours.

use super::{Glyphs, Line, plain};
use unicode_width::UnicodeWidthStr;

/// What the text is written on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// How many columns it has.
    pub width: usize,
    pub glyphs: Glyphs,
}

impl Paper {
    const NARROWEST: usize = 40;
    const WIDEST: usize = 110;

    /// Paper of this many columns, within what reads well.
    #[must_use]
    pub fn new(width: usize, glyphs: Glyphs) -> Self {
        Self { width: width.clamp(Self::NARROWEST, Self::WIDEST), glyphs }
    }
}

/// The lines, one under the other. Labels stand in a column of their own.
#[must_use]
pub fn laid(lines: &[Line], indent: usize, paper: Paper) -> String {
    let column = label_width(lines);
    lines.iter().map(|one| lay(one, indent, column, paper)).collect()
}

/// How wide the column of the labels is.
#[must_use]
pub fn label_width(lines: &[Line]) -> usize {
    let widths = lines.iter().filter_map(|line| match line {
        Line::Labelled { label, .. } => Some(label.width()),
        Line::Says(_) | Line::Proof { .. } | Line::Cause(_) | Line::Do { .. } | Line::Waiting(_) => None,
        Line::Who(_) | Line::Link(_) | Line::Code(_) | Line::Request { .. } => None,
    });
    widths.max().unwrap_or(0)
}

fn lay(one: &Line, indent: usize, column: usize, paper: Paper) -> String {
    match one {
        Line::Says(words) | Line::Cause(words) | Line::Waiting(words) | Line::Who(words) | Line::Link(words) | Line::Code(words) => {
            line(words, indent, paper)
        }
        Line::Do { label, action } => line(&format!("{label} {action}"), indent, paper),
        Line::Proof { mark, subject, says } => proof(paper.glyphs.mark(*mark), subject.as_deref(), says, indent, paper),
        Line::Request { method, address } => hanging(&format!("{method:<5} "), address, indent + 2, paper),
        Line::Labelled { label, value } => {
            hanging(&format!("{label}{}  ", " ".repeat(column.saturating_sub(label.width()))), value, indent + 2, paper)
        }
    }
}

/// A row: on one line where it fits, else what is said of the subject on the lines after it, further in.
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

/// A text after a lead on its first line, wrapped under itself.
fn hanging(lead: &str, text: &str, indent: usize, paper: Paper) -> String {
    let inner = indent + lead.width();
    line(text, inner, paper).replacen(&" ".repeat(inner), &format!("{}{lead}", " ".repeat(indent)), 1)
}

/// A sentence, indented and wrapped. What cannot be broken, such as a link, is left whole.
#[must_use]
pub fn line(text: &str, indent: usize, paper: Paper) -> String {
    let room = paper.width.saturating_sub(indent).max(20);
    wrapped(&plain(text), room).into_iter().map(|line| format!("{}{line}\n", " ".repeat(indent))).collect()
}

pub(super) fn edge_to_edge(left: &str, right: &str, paper: Paper) -> String {
    if right.is_empty() {
        return format!("{}\n", left.trim_end());
    }
    let gap = paper.width.saturating_sub(left.width() + right.width()).max(2);
    format!("{left}{}{right}\n", " ".repeat(gap))
}

/// A text in lines of at most `room` columns; a word that is longer stands alone.
#[must_use]
pub fn wrapped(text: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.width() + 1 + word.width() > room {
                lines.push(std::mem::take(&mut line));
            } else if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}
