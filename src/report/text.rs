//! The report for people: step by step, glyph and word, what is open explained under it, the service's code at the right edge.

use super::{Glyphs, Report, plain};
use crate::journey::{DeedMessage, Finding, StepId, Verdict, Waiting, Who};
use crate::text::Text;
use crate::values::Value;
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

/// Columns before a check's summary: mark, id, gap.
const SUMMARY_AT: usize = 30;

pub(super) fn write(report: &Report, words: &Text, paper: Paper) -> String {
    let readiness = report.readiness();
    let ready = words.line("cli", "report.ready", &[("done", (&readiness.done()).into()), ("all", (&StepId::ALL.len()).into())]);
    let mut out = edge_to_edge(&report.about(words).join(" · "), &ready, paper);
    if !report.findings.is_empty() {
        out.push_str(&words.line("cli", "report.checked", &[("at", Value::Moment(report.checked_at))]));
        out.push('\n');
    }
    for step in report.steps() {
        let state = readiness.state(step);
        let name = words.line("steps", &format!("{step}.name"), &[]);
        let word = words.line("cli", &format!("state.{state}"), &[]);
        out.push('\n');
        out.push_str(&edge_to_edge(&format!("{} {} {name}", paper.glyphs.state(state), step.number()), &word, paper));
        for finding in report.of_step(step) {
            out.push_str(&check(finding, words, paper));
        }
    }
    out
}

fn check(finding: &Finding, words: &Text, paper: Paper) -> String {
    let said = words.finding(&finding.message);
    let lead = format!("  {} {}", paper.glyphs.verdict(&finding.outcome), finding.check);
    let right = match (&finding.code, &finding.outcome) {
        (Some(code), _) => plain(code),
        (None, Verdict::Pass | Verdict::Skipped(_)) => String::new(),
        (None, verdict) => words.line("cli", &format!("mark.{}", verdict.name()), &[]),
    };
    let gap = SUMMARY_AT.saturating_sub(lead.width()).max(2);
    let room = paper.width.saturating_sub(SUMMARY_AT + right.width() + 2).max(20);
    let mut lines = wrapped(&plain(&said.summary), room).into_iter();
    let first = lines.next().unwrap_or_default();
    let mut out = edge_to_edge(&format!("{lead}{}{first}", " ".repeat(gap)), &right, paper);
    for line in lines {
        out.push_str(&format!("{}{line}\n", " ".repeat(SUMMARY_AT)));
    }
    if matches!(finding.outcome, Verdict::Pass | Verdict::Skipped(_)) {
        return out;
    }
    for row in &finding.evidence {
        let said = plain(&words.finding(&row.message).summary);
        out.push_str(&proof(paper.glyphs.mark(row.mark), &plain(&row.subject), &said, paper));
    }
    for sentence in explained(finding, words) {
        out.push_str(&line(&sentence, 6, paper));
    }
    out
}

/// A row: on one line where it fits, else what is said of the subject on the lines after it, further in.
fn proof(mark: &str, subject: &str, said: &str, paper: Paper) -> String {
    const INDENT: usize = 6;
    let gap = if subject.is_empty() || said.is_empty() { "" } else { "   " };
    let whole = format!("{mark} {subject}{gap}{said}");
    if INDENT + whole.width() <= paper.width {
        return line(&whole, INDENT, paper);
    }
    let (first, rest) = if subject.is_empty() { (said, "") } else { (subject, said) };
    let inner = INDENT + mark.width() + 1;
    let lead = format!("{}{mark} ", " ".repeat(INDENT));
    let first = line(first, inner, paper);
    let mut out = first.replacen(&" ".repeat(inner), &lead, 1);
    if !rest.is_empty() {
        out.push_str(&line(rest, inner + 2, paper));
    }
    out
}

/// Cause, action, who, whom we wait for, link: one line each.
fn explained(finding: &Finding, words: &Text) -> Vec<String> {
    let said = words.finding(&finding.message);
    let mut lines: Vec<String> = Vec::new();
    lines.extend(said.cause);
    lines.extend(said.fix.map(|fix| words.line("cli", "report.do", &[("fix", (&fix).into())])));
    if let Verdict::Waiting(Waiting { on, since, until }) = &finding.outcome {
        let on = words.line("cli", &format!("who.{on}"), &[]);
        let key = if since.is_some() { "report.waiting-since" } else { "report.waiting" };
        let since = since.map_or(Value::Number(0), Value::Moment);
        lines.push(words.line("cli", key, &[("on", (&on).into()), ("since", since)]));
        lines.extend(until.map(|until| words.line("cli", "report.until", &[("until", Value::Moment(until))])));
    } else if let Some(who) = said.who.filter(|who| *who != Who::You) {
        // What the reader must do is in the action itself.
        lines.push(words.line("cli", "report.who", &[("who", (&words.line("cli", &format!("who.{who}"), &[])).into())]));
    }
    lines.extend(finding.link.clone().or(said.link));
    lines
}

/// What a deed says, and what to do about it, each on lines of its own.
#[must_use]
pub fn deed_words(message: &DeedMessage, words: &Text, paper: Paper) -> String {
    let said = words.deed(message);
    let mut out = line(&said.says, 0, paper);
    if let Some(fix) = said.fix {
        out.push_str(&line(&words.line("cli", "report.do", &[("fix", (&fix).into())]), 0, paper));
    }
    if let Some(who) = said.who.filter(|who| *who != Who::You) {
        let who = words.line("cli", &format!("who.{who}"), &[]);
        out.push_str(&line(&words.line("cli", "report.who", &[("who", (&who).into())]), 0, paper));
    }
    out
}

/// A sentence, indented and wrapped. What cannot be broken, such as a link, is left whole.
#[must_use]
pub fn line(text: &str, indent: usize, paper: Paper) -> String {
    let room = paper.width.saturating_sub(indent).max(20);
    wrapped(&plain(text), room).into_iter().map(|line| format!("{}{line}\n", " ".repeat(indent))).collect()
}

fn edge_to_edge(left: &str, right: &str, paper: Paper) -> String {
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
