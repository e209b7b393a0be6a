//! Writes findings as text, JSON, JUnit XML or GitHub annotations. It decides nothing: it only turns verdicts and readiness into
//! words and glyphs.

mod calendar;
mod explained;
mod github;
mod glyphs;
mod itinerary;
mod json;
mod junit;
mod links;
mod metrics;
mod moving;
mod paper;
mod printed;
mod ready;
mod statements;
mod text;
mod token;
mod wrap;

#[cfg(test)]
mod tests;

pub use calendar::calendar;
pub use explained::{catalogue_json, catalogue_text, explained_json, explained_text, topic_statements, topic_title, unknown_statements};
pub use glyphs::Glyphs;
pub use itinerary::{way, way_columns, way_lines};
pub use links::{takes_links, with_links};
pub use metrics::metrics;
pub use moving::bar;
pub use paper::{Columns, Paper, change_sign, laid, line};
pub use printed::{printed, printed_commands};
pub use ready::{ready_key, ready_proof, ready_said, ready_title};
pub use statements::{
    Names, Statement, chain_statements, finding_sentence, finding_statements, finding_words, outcome_statements, preview_statements,
    stopped_statements, verdict_and_summary, waiting_statements,
};
pub use token::{TokenReport, refusal_statements};
pub use wrap::{LongWords, cut, wrap};

use crate::journey::{Act, ChainLink, Finding, Next, Plan, Profile, Readiness, StepId, StepState, Verdict, chain};
use crate::text::Text;
use crate::values::one_line;
use jiff::Timestamp;
use statements::{link_answer, link_question};

crate::choice! {
    /// The formats of `check --format`.
    pub enum Format {
        Text = "text",
        /// One JSON document (contract 5).
        Json = "json",
        /// JUnit XML, which most CI systems show.
        Junit = "junit",
        /// Annotations for GitHub Actions.
        Github = "github",
    }
}

crate::choice! {
    /// The formats of what is only looked up.
    pub enum ListFormat {
        Text = "text",
        Json = "json",
    }
}

/// Findings about one connection, with what is needed to show them.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The name of the profile; none if the answers come from a file.
    pub name: Option<&'a str>,
    /// The arguments that name the same answers to another command: `--profile NAME`, `--answers FILE`; empty if none does.
    pub named_by: &'a str,
    pub profile: &'a Profile,
    /// Every check of the profile, whether it was run or not.
    pub plan: &'a Plan,
    /// A check without a finding is left out of the report.
    pub findings: &'a [Finding],
    /// What is left to do, the first thing first.
    pub next: &'a [Next],
    pub checked_at: Timestamp,
    /// Whether only some checks were asked for.
    pub partial: bool,
    /// Whether a remark counts as something to do.
    pub strict: bool,
}

/// The result of all findings together, which decides the exit code (contract 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conclusion {
    /// Nothing is left to do: everything is ready. After a partial run: nothing that was asked is amiss.
    InOrder,
    /// Something has to be done, or waited for.
    ToDo,
    /// Something could not be asked, or was not: it is not known to be ready.
    NotAsked,
}

impl<'a> Report<'a> {
    /// The readiness by these findings alone. After a partial run, a step with a check that was not run does not count as ready.
    #[must_use]
    pub fn readiness(&self) -> Readiness {
        Readiness::of(self.plan, self.findings)
    }

    /// What the findings come to. `ToDo` wins over `NotAsked`, because something to do is known for certain.
    #[must_use]
    pub fn conclusion(&self) -> Conclusion {
        let found = |wanted: fn(&Verdict) -> bool| self.findings.iter().any(|finding| wanted(&finding.outcome));
        let readiness = self.readiness();
        // The user's missing word about a vendor is known without a finding.
        let awaits_word = !self.partial && readiness.count(StepState::NeedsYou) > 0;
        let remarked = self.strict && found(|verdict| *verdict == Verdict::Warn);
        if remarked || awaits_word || found(|verdict| matches!(verdict, Verdict::Fail | Verdict::NeedsYou | Verdict::Waiting(_))) {
            Conclusion::ToDo
        } else if found(|verdict| *verdict == Verdict::Unknown) || (!self.partial && !readiness.is_ready()) {
            Conclusion::NotAsked
        } else {
            Conclusion::InOrder
        }
    }

    /// The report in a format, ending in a line break. Only the text format uses `paper`.
    #[must_use]
    pub fn write(&self, format: Format, words: &Text, paper: Paper) -> String {
        let words = &words.for_role(self.profile.role);
        match format {
            Format::Text => text::write(self, words, paper),
            Format::Json => json::write(self, words),
            Format::Junit => junit::write(self, words),
            Format::Github => github::write(self, words),
        }
    }

    /// The JSON document on one line, for a stream of them.
    #[must_use]
    pub fn write_on_one_line(&self, words: &Text) -> String {
        json::write_on_one_line(self, &words.for_role(self.profile.role))
    }

    /// The chain of each finding that accuses or waits: what was asked before it, with each answer, and where it broke. Empty where
    /// nothing does.
    #[must_use]
    pub fn chains(&self, words: &Text) -> String {
        let words = &words.for_role(self.profile.role);
        let told = |finding: &'a Finding| {
            let links = self.chain(finding);
            let line = |link: &ChainLink<'_>| {
                let verdict = words.verdict(link.mark());
                format!("  {verdict}: {}: {}\n", link_question(link, words), link_answer(link, words, Names::Ids))
            };
            (!links.is_empty()).then(|| format!("{}\n{}", finding.check, links.iter().map(line).collect::<String>()))
        };
        self.findings.iter().filter_map(told).collect()
    }

    /// What is said under a finding's summary; under its next action the command that does it, if one does.
    fn statements(&self, finding: &'a Finding, words: &Text) -> Vec<Statement> {
        let mut said = finding_statements(finding, words, Names::Ids);
        let next = self.next.iter().find(|next| next.check == Some(finding.check));
        if let Some(command) = next.and_then(|next| self.command(next)) {
            let after = said.iter().position(|one| matches!(one, Statement::Do { .. })).map_or(said.len(), |place| place + 1);
            said.insert(after, Statement::Command(command));
        }
        said.extend(chain_statements(&self.chain(finding), words, Names::Ids));
        said
    }

    /// The questions that led to a finding.
    fn chain(&self, finding: &'a Finding) -> Vec<ChainLink<'a>> {
        let findings = self.findings;
        chain(finding, self.profile.role, |check| findings.iter().find(|finding| finding.check == check))
    }

    /// The command that does what is left to do, if one does.
    fn command(&self, next: &Next) -> Option<String> {
        match next.act {
            Act::Deed(deed) | Act::Person(deed) => Some([&deed.command(), self.named_by].join(" ").trim_end().to_owned()),
            Act::Answer(_) | Act::Choose(_) | Act::HaveClient | Act::Portal(_) | Act::Wait | Act::Check => None,
        }
    }

    /// The findings of a step, in the order of the plan.
    fn of_step(&self, step: StepId) -> impl Iterator<Item = &'a Finding> {
        let findings = self.findings;
        let planned = self.plan.checks.iter().filter(move |planned| planned.check.step() == step);
        planned.filter_map(move |planned| findings.iter().find(|finding| finding.check == planned.check))
    }

    /// The steps in the report: all five, or after a partial run those that have a finding.
    fn steps(&self) -> impl Iterator<Item = StepId> {
        StepId::ALL.iter().copied().filter(|step| !self.partial || self.of_step(*step).next().is_some())
    }

    /// The parts of the title: the profile's name, the role, the environment, the organisation.
    fn about(&self, words: &Text) -> Vec<String> {
        let profile = self.profile;
        let organisation = profile.organisation.as_ref().map(ToString::to_string);
        let parts =
            [self.name.map(ToOwned::to_owned), Some(words.role(profile.role)), Some(words.environment(&profile.environment)), organisation];
        parts.into_iter().flatten().map(|part| one_line(&part)).collect()
    }
}

/// The text without characters that a reader does not see. The line breaks of our own texts stay.
fn plain(text: &str) -> String {
    text.split('\n').map(one_line).collect::<Vec<_>>().join("\n")
}
