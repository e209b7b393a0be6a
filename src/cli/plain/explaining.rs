//! What the user is told besides the questions: the step that begins, why something comes next, what is left, the guide.

use super::Onboarding;
use super::talk::Aside;
use crate::cli::end::Stop;
use crate::journey::{Act, Finding, GuideMark, GuidePage, Message, Next, StepId, plan};
use crate::report::{Names, Statement, finding_sentence, finding_statements};
use crate::text::{GuideLine, Text};
use crate::values::Value;

impl Onboarding<'_> {
    /// Says what comes next, and why. A step is described when one comes to it.
    pub(super) fn come_to(&mut self, next: &Next) -> Result<(), Stop> {
        self.talk.gap()?;
        let is_new = self.step.replace(next.step) != Some(next.step);
        self.look_around();
        if is_new {
            self.say_step(next.step)?;
        }
        let findings = self.state().findings;
        // Its own question says it in other words.
        if next.act != Act::HaveClient {
            let said = self.console.text.next_line(Some(next), &self.profile, &findings);
            self.talk.say(&said)?;
        }
        let finding = next.check.and_then(|check| findings.iter().find(|finding| finding.check == check));
        let reasons = finding.map(|finding| why(finding, next, &self.text())).unwrap_or_default();
        if reasons == self.reasons {
            return Ok(());
        }
        self.reasons = reasons;
        self.talk.say_all(&self.reasons)
    }

    fn say_step(&mut self, step: StepId) -> Result<(), Stop> {
        let values = [("number", Value::from(&usize::from(step.number()))), ("step", Value::Text(self.console.text.step(step)))];
        self.talk.say_word("step", &values)?;
        if !self.described.insert(step) {
            return Ok(());
        }
        let is_vendors = plan(&self.profile).vendor.is_some();
        let about = self.console.text.step_about(step, self.profile.role, is_vendors);
        self.talk.say(&about)
    }

    /// Makes ready what is read out to whoever asks for it: the guide of the step, and all that is left.
    pub(super) fn look_around(&mut self) {
        self.talk.aside = Aside { guide: self.guide(), left: self.all_left() };
    }

    fn guide(&self) -> Vec<String> {
        let page = self.step.filter(|_| self.profile.organisation.is_some()).map_or(GuidePage::Start, GuidePage::Step);
        let text = self.text();
        let lines = text.guide(page, &self.profile).into_iter().flat_map(|line| match line {
            GuideLine::Paragraph(says) | GuideLine::Note(says) => vec![says],
            GuideLine::Labelled { label, says } => vec![format!("{label}: {says}")],
            GuideLine::Action { number, says, marks } => {
                let links = marks.iter().filter_map(|mark| match mark {
                    GuideMark::Link(link) => link.address(&self.profile.environment, None),
                    GuideMark::Deed(_) | GuideMark::Field(_) | GuideMark::Check(_) | GuideMark::Copy(_) => None,
                });
                std::iter::once(format!("{number}: {says}")).chain(links).collect()
            }
        });
        std::iter::once(text.guide_title(page, &self.profile)).chain(lines).collect()
    }

    /// All that is left to do, in order.
    fn all_left(&mut self) -> Vec<String> {
        let (left, findings) = (self.left(), self.state().findings);
        let lines = left.iter().enumerate().map(|(index, next)| {
            let line = self.console.text.next(next, &self.profile, &findings);
            format!("{}: {line}", index + 1)
        });
        std::iter::once(self.word("left-count", &[("count", Value::from(&left.len()))])).chain(lines).collect()
    }

    pub(super) fn say_statements(&mut self, said: &[Statement]) -> Result<(), Stop> {
        let words = self.console.text;
        let spoken = |statement: &Statement| match statement {
            // Alone it says nothing to an ear.
            Statement::Code(code) => words.line("vocabulary", "said.code", &[("code", Value::Text(code.clone()))]),
            statement => statement.in_one(),
        };
        self.talk.say_all(said.iter().map(spoken))
    }
}

/// Why it comes next: what is so, its cause, and the proof. What was found to do is said where nothing else says it; whom one waits
/// for stands in the line of what comes next, and the page of an errand comes with its way.
fn why(finding: &Finding, next: &Next, text: &Text) -> Vec<String> {
    // The question says that.
    if matches!(finding.message, Message::FieldMissing { .. }) {
        return Vec::new();
    }
    let sentence = finding_sentence(finding, text, Names::Titles);
    let summary = format!("{}.", sentence.trim_end_matches('.'));
    let said = finding_statements(finding, text, Names::Titles);
    let is_told = |statement: &Statement| match (next.act, statement) {
        (_, Statement::Cause(_) | Statement::Proof { .. }) | (Act::Check, _) | (Act::Wait, Statement::Link(_)) => true,
        (Act::Answer(_) | Act::Choose(_) | Act::HaveClient | Act::Deed(_) | Act::Person(_) | Act::Portal(_) | Act::Wait, _) => false,
    };
    std::iter::once(summary).chain(said.iter().filter(|statement| is_told(statement)).map(Statement::in_one)).collect()
}
