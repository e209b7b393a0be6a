//! The JSON document (contract 5). Its schema is `assets/schema/check.v1.json`.

use super::statements::{link_answer, link_question};
use super::{Names, Report, finding_words, plain};
use crate::journey::{
    Acting, ChainLink, ChainQuestion, CheckId, DeedId, FieldId, Finding, Mark, Next, NextKind, Role, Skip, StepId, StepState, Verdict,
    Waiting, Who,
};
use crate::text::Text;
use crate::values::one_line;
use jiff::Timestamp;
use serde::Serialize;

const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile: Option<String>,
    role: Role,
    environment: &'a str,
    organisation: Option<&'a str>,
    acting: Acting,
    checked_at: Timestamp,
    partial: bool,
    ready: bool,
    steps: Vec<Step>,
    /// What is left to do, the first thing first.
    next: Vec<Todo>,
}

#[derive(Serialize)]
struct Todo {
    kind: NextKind,
    step: StepId,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<FieldId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deed: Option<DeedId>,
    who: Who,
    summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Timestamp>,
}

#[derive(Serialize)]
struct Step {
    id: StepId,
    state: StepState,
    checks: Vec<Check>,
}

#[derive(Serialize)]
struct Check {
    id: CheckId,
    verdict: Mark,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    who: Option<Who>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    /// Why it was skipped: `not-applicable`, `needs` or `set-aside`.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
    /// The check that must be in order first, if `why` is `needs`.
    #[serde(skip_serializing_if = "Option::is_none")]
    needs: Option<CheckId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waiting: Option<Wait>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<Proof>,
    /// What was asked before it, and where it broke.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    chain: Vec<Asked>,
    checked_at: Timestamp,
    took_ms: u64,
}

#[derive(Serialize)]
struct Wait {
    on: Who,
    since: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Timestamp>,
}

#[derive(Serialize)]
struct Proof {
    verdict: Mark,
    subject: String,
    summary: String,
}

/// A question of the chain, and its answer.
#[derive(Serialize)]
struct Asked {
    check: CheckId,
    /// Where it is no check: the question that `check` asked itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<ChainQuestion>,
    verdict: Mark,
    asked: String,
    answer: String,
}

/// The document, indented, with a line break at its end.
pub(super) fn write(report: &Report, words: &Text) -> String {
    // Serialising cannot fail: the document has only texts, numbers, truth values and lists.
    serde_json::to_string_pretty(&document(report, words)).unwrap_or_default() + "\n"
}

/// The document on one line, for a stream of them.
pub(super) fn write_on_one_line(report: &Report, words: &Text) -> String {
    serde_json::to_string(&document(report, words)).unwrap_or_default() + "\n"
}

fn document<'a>(report: &Report<'a>, words: &Text) -> Document<'a> {
    let readiness = report.readiness();
    let steps = report.steps().map(|id| Step {
        id,
        state: readiness.state(id),
        checks: report.of_step(id).map(|finding| check(finding, &report.chain(finding), words)).collect(),
    });
    Document {
        version: VERSION,
        profile: report.name.map(one_line),
        role: report.profile.role,
        environment: report.profile.environment.name(),
        organisation: report.profile.organisation.as_ref().map(|organisation| organisation.digits()),
        acting: report.profile.acting,
        checked_at: report.checked_at,
        partial: report.partial,
        ready: readiness.is_ready(),
        steps: steps.collect(),
        next: report.next.iter().map(|next| todo(next, report, words)).collect(),
    }
}

fn todo(next: &Next, report: &Report, words: &Text) -> Todo {
    Todo {
        kind: next.kind(),
        step: next.step,
        field: next.field(),
        deed: next.deed(),
        who: next.who,
        summary: plain(&words.next(next, report.profile, report.findings)),
        link: next.link.as_ref().map(ToString::to_string),
        since: next.since,
        until: next.until,
    }
}

fn check(finding: &Finding, chain: &[ChainLink<'_>], words: &Text) -> Check {
    let said = finding_words(finding, words, Names::Ids);
    let (why, needs) = match &finding.outcome {
        Verdict::Skipped(Skip::NotApplicable) => (Some("not-applicable"), None),
        Verdict::Skipped(Skip::Needs { check }) => (Some("needs"), Some(*check)),
        Verdict::Skipped(Skip::SetAside { .. }) => (Some("set-aside"), None),
        Verdict::Skipped(Skip::ThisRun) => (Some("this-run"), None),
        Verdict::Pass | Verdict::Warn | Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Fail | Verdict::Unknown => (None, None),
    };
    let waiting = match &finding.outcome {
        Verdict::Waiting(Waiting { on, since, until }) => Some(Wait { on: *on, since: *since, until: *until }),
        Verdict::Pass | Verdict::Warn | Verdict::NeedsYou | Verdict::Fail | Verdict::Unknown | Verdict::Skipped(_) => None,
    };
    let proof = |row: &crate::journey::Row| Proof {
        verdict: row.mark,
        subject: one_line(&row.subject),
        summary: plain(&words.finding(&row.message).summary),
    };
    let asked = |link: &ChainLink<'_>| {
        let (check, question) = match link {
            ChainLink::Check(finding) => (finding.check, None),
            ChainLink::Question { by, answer } => (*by, Some(answer.asked)),
        };
        let (asked, answer) = (link_question(link, words), link_answer(link, words, Names::Ids));
        Asked { check, question, verdict: link.mark(), asked, answer }
    };
    Check {
        id: finding.check,
        verdict: finding.outcome.mark(),
        code: finding.code.as_deref().map(one_line),
        summary: said.summary,
        cause: said.cause,
        fix: said.fix,
        who: said.who,
        link: said.link,
        why,
        needs,
        waiting,
        evidence: finding.evidence.iter().map(proof).collect(),
        chain: chain.iter().map(asked).collect(),
        checked_at: finding.checked_at,
        took_ms: finding.took_ms,
    }
}
