//! The result of a check, before the runner turns it into a finding.

use crate::journey::{ChainAnswer, ChainQuestion, CheckId, FieldId, Mark, Message, Row, Skip, Verdict, Waiting, Who};
use crate::services::Problem;
use crate::values::Link;
use jiff::Timestamp;
use jiff::civil::Date;

/// A verdict with its message and the rows that prove it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Judgement {
    pub(super) verdict: Verdict,
    pub(super) message: Message,
    pub(super) code: Option<String>,
    pub(super) link: Option<Link>,
    pub(super) rows: Vec<Row>,
    /// The questions of its chain that the check has asked itself.
    pub(super) asked: Vec<ChainAnswer>,
}

impl Judgement {
    fn new(verdict: Verdict, message: Message) -> Self {
        Self { verdict, message, code: None, link: None, rows: Vec::new(), asked: Vec::new() }
    }

    pub(super) fn pass(message: Message) -> Self {
        Self::new(Verdict::Pass, message)
    }

    pub(super) fn warn(message: Message) -> Self {
        Self::new(Verdict::Warn, message)
    }

    pub(super) fn needs_you(message: Message) -> Self {
        Self::new(Verdict::NeedsYou, message)
    }

    pub(super) fn waiting(on: Who, since: Option<Timestamp>, until: Option<Timestamp>, message: Message) -> Self {
        Self::new(Verdict::Waiting(Waiting { on, since, until }), message)
    }

    pub(super) fn fail(message: Message) -> Self {
        Self::new(Verdict::Fail, message)
    }

    pub(super) fn unknown(message: Message) -> Self {
        Self::new(Verdict::Unknown, message)
    }

    pub(super) fn not_applicable(message: Message) -> Self {
        Self::new(Verdict::Skipped(Skip::NotApplicable), message)
    }

    pub(super) fn set_aside(reason: String, date: Option<Date>, message: Message) -> Self {
        Self::new(Verdict::Skipped(Skip::SetAside { reason, date }), message)
    }

    /// Skipped, because another check has the cause.
    pub(super) fn needs(check: CheckId) -> Self {
        Self::new(Verdict::Skipped(Skip::Needs { check }), Message::NeedsCheck { check: check.to_string() })
    }

    pub(super) fn with_code(self, code: Option<String>) -> Self {
        Self { code, ..self }
    }

    pub(super) fn with_link(self, link: Option<Link>) -> Self {
        Self { link, ..self }
    }

    pub(super) fn with_rows(self, rows: Vec<Row>) -> Self {
        Self { rows, ..self }
    }

    pub(super) fn with_asked(self, asked: Vec<ChainAnswer>) -> Self {
        Self { asked, ..self }
    }
}

/// Why a check has no judgement of its own.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stop {
    /// This field has no answer. Reported by the check that asks for it.
    Missing(FieldId),
    /// Another check has the cause.
    Because(CheckId),
    /// A call failed. If the check `by` does not report it, this one does.
    Told { by: CheckId, problem: Problem },
    /// A call failed, and this check reports it.
    Problem(Problem),
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

pub(super) type CheckResult = Result<Judgement, Stop>;

/// A row of a finding. `subject` is what it is about, such as a host or a scope.
pub(super) fn row(mark: Mark, subject: impl Into<String>, message: Message) -> Row {
    Row { mark, subject: subject.into(), message }
}

/// The answer to a question of the check's own chain.
pub(super) const fn answer(asked: ChainQuestion, mark: Mark, message: Message) -> ChainAnswer {
    ChainAnswer { asked, mark, message }
}
