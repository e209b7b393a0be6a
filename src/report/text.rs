//! The report for people: each step with its checks, an explanation under each check that neither passed nor was skipped, and the
//! service's code at the right edge.

use super::paper::{Paper, edge_to_edge, laid, line};
use super::wrap::{LongWords, wrap};
use super::{Names, Report, Statement, finding_sentence, finding_words};
use crate::journey::{Finding, StepId, StepState, Verdict};
use crate::text::Text;
use crate::values::{Value, one_line};
use unicode_width::UnicodeWidthStr;

/// Columns before a check's summary: mark, id, gap.
const SUMMARY_AT: usize = 30;
/// Columns before the explanation under a check.
const INDENT: usize = 6;

pub(super) fn write(report: &Report, words: &Text, paper: Paper) -> String {
    let readiness = report.readiness();
    let mut out = edge_to_edge(&report.about(words).join(" · "), &words.standing(&readiness), paper);
    if !report.findings.is_empty() {
        out.push_str(&words.line("cli", "report.checked", &[("at", Value::Moment(report.checked_at))]));
        out.push('\n');
    }
    for step in report.steps() {
        let state = readiness.state(step);
        let lead = format!("{} {} {}", paper.glyphs.state(state), step.number(), words.step(step));
        out.push('\n');
        out.push_str(&edge_to_edge(&lead, &words.step_state(&readiness, step), paper));
        if state == StepState::WithVendor {
            out.push_str(&vendors_work(report, step, words, paper));
        } else {
            out.extend(report.of_step(step).map(|finding| check(finding, report, words, paper)));
        }
    }
    if !report.partial {
        out.push('\n');
        out.push_str(&line(&words.next_line(report.next.first(), report.profile, report.findings), 0, paper));
        let command = report.next.first().and_then(|next| report.command(next));
        out.push_str(&laid(&command.map(Statement::Command).into_iter().collect::<Vec<_>>(), 0, paper));
    }
    paper.glyphs.written(&out)
}

/// What the vendor does in a step, once. It is the same for each check, and none of them is asked.
fn vendors_work(report: &Report, step: StepId, words: &Text, paper: Paper) -> String {
    let mut said: Vec<String> = Vec::new();
    for finding in report.of_step(step) {
        let summary = line(&finding_sentence(finding, words, Names::Ids), INDENT, paper);
        let text = summary + &laid(&report.statements(finding, words), INDENT, paper);
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said.concat()
}

fn check(finding: &Finding, report: &Report, words: &Text, paper: Paper) -> String {
    let lead = format!("  {} {}", paper.glyphs.verdict(&finding.outcome), finding.check);
    let right = match (&finding.code, &finding.outcome) {
        (Some(code), _) => one_line(code),
        (None, Verdict::Pass | Verdict::Skipped(_)) => String::new(),
        (None, verdict) => words.verdict(verdict.mark()),
    };
    let gap = SUMMARY_AT.saturating_sub(lead.width()).max(2);
    let room = paper.width.saturating_sub(SUMMARY_AT + right.width() + 2).max(20);
    let mut lines = wrap(&finding_words(finding, words, Names::Ids).summary, room, LongWords::Whole).into_iter();
    let first = lines.next().unwrap_or_default();
    let mut out = edge_to_edge(&format!("{lead}{}{first}", " ".repeat(gap)), &right, paper);
    for line in lines {
        out.push_str(&format!("{}{line}\n", " ".repeat(SUMMARY_AT)));
    }
    if !matches!(finding.outcome, Verdict::Pass | Verdict::Skipped(_)) {
        out.push_str(&laid(&report.statements(finding, words), INDENT, paper));
    }
    out
}
