//! Turns findings and deeds into statements. Each statement has a kind, so that reports and the wizard can each show it in their
//! own way.

use super::plain;
use crate::journey::{ChainLink, ChangeKind, ChangeLine, DeedMessage, Finding, Mark, Preview, Row, Skip, Stopped, Verdict, Waiting, Who};
use crate::text::{DeedWords, Text, Words, capitalised};
use crate::values::{Value, one_line};

/// One piece of text about a finding or a deed, with its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// What a deed did or would do, or why it stopped.
    Says(String),
    /// A row of proof. It has no subject if the sentence already names it.
    Proof {
        mark: Mark,
        subject: Option<String>,
        says: String,
    },
    Cause(String),
    /// The next action, and the label before it: "Do:".
    Do {
        label: String,
        action: String,
    },
    /// The command that does it.
    Command(String),
    /// Whom we wait for and since when, or until when.
    Waiting(String),
    /// Who must act, if it is not the reader.
    Who(String),
    Link(String),
    /// The service's own code, such as `MP-200`.
    Code(String),
    Request {
        method: String,
        address: String,
    },
    /// What becomes of one part of a thing that a deed replaces.
    Change {
        kind: ChangeKind,
        what: String,
        says: String,
    },
    /// A value of a deed, with its label.
    Labelled {
        label: String,
        value: String,
    },
}

impl Statement {
    /// The whole statement in one line, without a glyph.
    #[must_use]
    pub fn in_one(&self) -> String {
        match self {
            Self::Says(words) | Self::Cause(words) | Self::Command(words) | Self::Waiting(words) => words.clone(),
            Self::Who(words) | Self::Link(words) | Self::Code(words) => words.clone(),
            Self::Do { label, action } => format!("{label} {action}"),
            Self::Proof { subject: None, says, .. } => says.clone(),
            Self::Proof { subject: Some(subject), says, .. } => format!("{subject}: {says}"),
            Self::Request { method, address } => format!("{method} {address}"),
            Self::Change { what, says, .. } => format!("{what}: {says}"),
            Self::Labelled { label, value } => format!("{label}: {value}"),
        }
    }
}

/// How fields and checks are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// As the screen shows them: `Client id`, "Maskinporten knows the client".
    Titles,
    /// As one needs them on a command line: `Client id (--client-id)`, `client.token`.
    Ids,
}

impl Names {
    const fn of(self, text: &Text) -> Text {
        match self {
            Self::Titles => *text,
            Self::Ids => text.with_flags(),
        }
    }
}

/// The words of a finding. A link of the finding itself replaces that of its message.
#[must_use]
pub fn finding_words(finding: &Finding, text: &Text, names: Names) -> Words {
    let text = &names.of(text);
    let words = text.finding(&finding.message);
    let summary = match (&finding.outcome, names) {
        (Verdict::Skipped(Skip::Needs { check }), Names::Titles) => {
            let values = [("step", Value::from(&usize::from(check.step().number()))), ("check", Value::Text(text.check(*check)))];
            text.line("vocabulary", "said.needs", &values)
        }
        (_, Names::Titles | Names::Ids) => words.summary,
    };
    Words {
        summary: plain(&summary),
        cause: words.cause.as_deref().map(plain),
        fix: words.fix.as_deref().map(plain),
        who: words.who,
        link: finding.link.as_ref().map(ToString::to_string).or(words.link),
    }
}

/// The summary of a finding as a sentence begins: with a capital, unless it begins with a name, such as a resource's id. That stays as
/// it is.
#[must_use]
pub fn finding_sentence(finding: &Finding, text: &Text, names: Names) -> String {
    let summary = finding_words(finding, text, names).summary;
    let begins_with = |value: &Value| Some(text.value(value)).is_some_and(|value| !value.is_empty() && summary.starts_with(&value));
    if finding.message.values().iter().any(|(_, value)| begins_with(value)) { summary } else { capitalised(&summary) }
}

/// The verdict of a finding with a capital, and what is so: "Failing", "the key has expired". A summary that begins with the verdict
/// gives both: "Could not ask", "the host refuses".
#[must_use]
pub fn verdict_and_summary(finding: &Finding, text: &Text, names: Names) -> (String, String) {
    let verdict = text.verdict(finding.outcome.mark());
    let summary = finding_words(finding, text, names).summary;
    match summary.split_once(": ") {
        Some((says, rest)) if says.starts_with(&verdict) => (capitalised(says), rest.to_owned()),
        Some(_) | None => (capitalised(&verdict), summary),
    }
}

/// The text under a finding's summary: proof, cause, the next action, whom we wait for or who must act, the link.
#[must_use]
pub fn finding_statements(finding: &Finding, text: &Text, names: Names) -> Vec<Statement> {
    let words = finding_words(finding, text, names);
    let mut said: Vec<Statement> = finding.evidence.iter().map(|row| proof(row, text)).collect();
    said.extend(words.cause.map(Statement::Cause));
    said.extend(words.fix.map(|fix| action(fix, text)));
    match &finding.outcome {
        Verdict::Waiting(waiting) => said.extend(waiting_statements(waiting, text)),
        // A check that passed, with or without a remark, needs nobody to act.
        outcome if outcome.lets_through() => {}
        Verdict::Pass | Verdict::Warn | Verdict::NeedsYou | Verdict::Fail | Verdict::Unknown | Verdict::Skipped(_) => {
            said.extend(words.who.and_then(|who| who_acts(who, text)));
        }
    }
    said.extend(words.link.map(Statement::Link));
    said
}

/// What was asked before a finding, and where it broke. Nothing where nothing was asked before.
#[must_use]
pub fn chain_statements(chain: &[ChainLink<'_>], text: &Text, names: Names) -> Vec<Statement> {
    let lead = (!chain.is_empty()).then(|| Statement::Says(text.line("vocabulary", "said.chain", &[])));
    lead.into_iter().chain(chain.iter().map(|link| link_statement(link, text, names))).collect()
}

/// Leaves the question out if its answer says the same.
fn link_statement(link: &ChainLink<'_>, text: &Text, names: Names) -> Statement {
    let (question, says) = (link_question(link, text), link_answer(link, text, names));
    let is_said = says.to_lowercase().contains(&question.to_lowercase());
    Statement::Proof { mark: link.mark(), subject: (!is_said).then_some(question), says }
}

/// What a link of a chain asks.
pub(super) fn link_question(link: &ChainLink<'_>, text: &Text) -> String {
    match link {
        ChainLink::Check(finding) => text.check(finding.check),
        ChainLink::Question { answer, .. } => text.chain_question(answer.asked),
    }
}

/// What was answered.
pub(super) fn link_answer(link: &ChainLink<'_>, text: &Text, names: Names) -> String {
    match link {
        ChainLink::Check(finding) => finding_words(finding, text, names).summary,
        ChainLink::Question { answer, .. } => plain(&text.finding(&answer.message).summary),
    }
}

/// Leaves the subject out if the sentence already contains it.
fn proof(row: &Row, text: &Text) -> Statement {
    let says = plain(&text.finding(&row.message).summary);
    let subject = text.policy_subject(&one_line(&row.subject));
    Statement::Proof { mark: row.mark, subject: (!says.contains(&subject)).then_some(subject), says }
}

fn action(action: String, text: &Text) -> Statement {
    Statement::Do { label: text.line("vocabulary", "said.do", &[]), action }
}

/// None if it is the reader, because the action already says what to do.
fn who_acts(who: Who, text: &Text) -> Option<Statement> {
    let line = || text.line("vocabulary", "said.who", &[("who", Value::Text(text.who_in_full(who)))]);
    (who != Who::You).then(|| Statement::Who(line()))
}

/// Whom we wait for and since when; then until when, if there is a limit.
#[must_use]
pub fn waiting_statements(waiting: &Waiting, text: &Text) -> Vec<Statement> {
    let who = Value::Text(text.who(waiting.on));
    let on = match waiting.since {
        Some(since) => text.line("vocabulary", "said.waiting-since", &[("who", who), ("since", Value::Moment(since))]),
        None => text.line("vocabulary", "said.waiting", &[("who", who)]),
    };
    let until = waiting.until.map(|until| text.line("vocabulary", "said.until", &[("until", Value::Moment(until))]));
    [Some(on), until].into_iter().flatten().map(Statement::Waiting).collect()
}

/// The outcome of a deed, and what to do next.
#[must_use]
pub fn outcome_statements(message: &DeedMessage, text: &Text, names: Names) -> Vec<Statement> {
    deed_statements(message, text, names).0
}

/// Why a deed stopped, what to do, who must do it, and the service's own code.
#[must_use]
pub fn stopped_statements(stopped: &Stopped, text: &Text, names: Names) -> Vec<Statement> {
    let (mut said, who) = deed_statements(&stopped.message, text, names);
    said.extend(who.and_then(|who| who_acts(who, text)));
    said.extend(stopped.code.as_deref().map(|code| Statement::Code(one_line(code))));
    said
}

fn deed_statements(message: &DeedMessage, text: &Text, names: Names) -> (Vec<Statement>, Option<Who>) {
    let DeedWords { says, fix, who } = names.of(text).deed(message);
    let action = fix.map(|fix| action(plain(&fix), text));
    let command = match names {
        Names::Ids => message.leads_to().map(|deed| Statement::Command(deed.command())),
        // The wizard does what comes next when one presses Enter.
        Names::Titles => None,
    };
    ([Some(Statement::Says(plain(&says))), action, command].into_iter().flatten().collect(), who)
}

/// What a deed would do: first its sentences, second its requests and values.
#[must_use]
pub fn preview_statements(preview: &Preview, text: &Text) -> (Vec<Statement>, Vec<Statement>) {
    let says = preview.says.iter().map(|message| Statement::Says(plain(&text.deed(message).says)));
    let requests =
        preview.requests.iter().map(|(method, address)| Statement::Request { method: one_line(method), address: one_line(address) });
    let values = preview.rows.iter().map(|(label, value)| Statement::Labelled {
        label: text.line("deeds", &format!("preview.{label}"), &[]),
        value: plain(&text.preview_value(label, value)),
    });
    let changes = preview.changes.iter().map(|line| change(line, text));
    (says.collect(), requests.chain(values).chain(changes).collect())
}

fn change(line: &ChangeLine, text: &Text) -> Statement {
    let says = match line.until {
        Some(until) => text.line("deeds", &format!("preview.change-{}-until", line.kind), &[("until", Value::Moment(until))]),
        None => text.line("deeds", &format!("preview.change-{}", line.kind), &[]),
    };
    Statement::Change { kind: line.kind, what: text.policy_rule(&one_line(&line.what)), says }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{CheckId, Fingerprint, Message};
    use crate::values::Language;
    use jiff::Timestamp;

    const AT: Timestamp = Timestamp::UNIX_EPOCH;

    fn found(outcome: Verdict, message: Message) -> Finding {
        let check = CheckId::AccessSystemUser;
        let answers = Fingerprint::default();
        Finding {
            check,
            answers,
            outcome,
            message,
            code: None,
            link: None,
            checked_at: AT,
            took_ms: 1,
            evidence: Vec::new(),
            asked: Vec::new(),
        }
    }

    fn said(finding: &Finding) -> Vec<Statement> {
        finding_statements(finding, &Text::new(Language::English), Names::Titles)
    }

    #[test]
    fn a_failure_says_who_must_act_and_a_warning_does_not() {
        let says_who = |outcome| said(&found(outcome, Message::ReachOthersSilent)).iter().any(|one| matches!(one, Statement::Who(_)));
        assert_eq!([says_who(Verdict::Warn), says_who(Verdict::Fail)], [false, true]);
    }

    #[test]
    fn a_wait_says_on_whom_since_when_and_until_when() {
        let waiting = Waiting { on: Who::Approver, since: Some(AT), until: Some(AT) };
        let said = waiting_statements(&waiting, &Text::new(Language::English));
        let said: Vec<String> = said.iter().map(Statement::in_one).collect();
        assert_eq!(said, ["Waiting on the approver since 1 January 1970 00:00 UTC.", "Until 1 January 1970 00:00 UTC at the latest."]);
    }

    #[test]
    fn a_sentence_begins_with_a_capital_and_a_name_stays_as_it_is() {
        let said = |message| finding_sentence(&found(Verdict::Fail, message), &Text::new(Language::English), Names::Titles);
        assert!(said(Message::NoAnswerRefused { host: "hooks.example.no".to_owned() }).starts_with("Could not ask: "));
        let resource = "smart-files".parse().expect("an id");
        assert!(said(Message::ResourceNotPublished { resource }).starts_with("smart-files "));
    }

    #[test]
    fn a_summary_that_begins_with_its_verdict_says_it_once() {
        let told = |finding: &Finding| {
            let (verdict, summary) = verdict_and_summary(finding, &Text::new(Language::English), Names::Titles);
            format!("{verdict}: {summary}")
        };
        let silent = found(Verdict::Unknown, Message::NoAnswerRefused { host: "altinn.no".to_owned() });
        assert_eq!(told(&silent), "Could not ask: altinn.no refuses the connection");
        let skipped = Skip::Needs { check: crate::journey::CheckId::KeyReach };
        let skipped = found(Verdict::Skipped(skipped), Message::NeedsCheck { check: "key.reach".to_owned() });
        assert!(told(&skipped).starts_with("Not asked yet; first, in step 1: "), "{}", told(&skipped));
        assert!(told(&found(Verdict::Fail, Message::RowOk)).starts_with("Failing: "));
    }

    #[test]
    fn a_subject_is_left_out_if_the_sentence_names_it() {
        let row = |message| Row { mark: Mark::Pass, subject: "0192:1".to_owned(), message };
        let said = |message| proof(&row(message), &Text::new(Language::English)).in_one();
        assert_eq!(said(Message::RowSubscribedByOther { number: 2.into(), consumer: "0192:1".to_owned() }), "subscription 2 of 0192:1");
        assert_eq!(said(Message::RowOk), "0192:1: in order");
    }

    #[test]
    fn a_title_is_told_in_the_readers_language_as_far_as_it_has_one() {
        let names = crate::values::Names { nb: Some("Filutveksling".to_owned()), nn: None, en: Some("File exchange".to_owned()) };
        let row = Row { mark: Mark::Pass, subject: "acme-files".to_owned(), message: Message::RowTitle { names } };
        let said = Language::ALL.iter().map(|language| proof(&row, &Text::new(*language)).in_one());
        let titles = ["Filutveksling", "Filutveksling", "File exchange"];
        assert!(said.zip(titles).all(|(said, title)| said.starts_with("acme-files: ") && said.ends_with(title)));
    }

    #[test]
    fn fields_are_named_by_their_label_and_on_a_command_line_with_the_flag() {
        let missing = found(Verdict::NeedsYou, Message::FieldMissing { field: "client.id".to_owned() });
        let said = |names| finding_words(&missing, &Text::new(Language::English), names).summary;
        assert_eq!([said(Names::Titles), said(Names::Ids)], ["Client id is not filled in", "Client id (--client-id) is not filled in"]);
        let stopped = DeedMessage::FieldMissing { field: "client.id".to_owned() };
        assert_eq!(
            outcome_statements(&stopped, &Text::new(Language::English), Names::Titles).first(),
            Some(&Statement::Says("The answer to Client id is missing.".to_owned()))
        );
    }
}
