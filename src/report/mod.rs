//! The same findings as a JSON document, as text, as JUnit XML, as annotations of a CI. Nothing is judged here: findings and
//! readiness come in, words and marks go out.

mod github;
mod glyphs;
mod json;
mod junit;
mod paper;
mod statements;
mod text;
mod wrap;

#[cfg(test)]
mod tests;

pub use glyphs::Glyphs;
pub use paper::{Paper, label_width, laid, line};
pub use statements::{
    Names, Statement, finding_statements, finding_words, outcome_statements, percent, preview_statements, stopped_statements,
    waiting_statements,
};
pub use wrap::{LongWords, cut, wrap};

use crate::journey::{Finding, Plan, Profile, Readiness, StepId, Verdict};
use crate::text::Text;
use jiff::Timestamp;

crate::choice! {
    /// How a report is written.
    pub enum Format {
        Text = "text",
        /// One JSON document (contract 5).
        Json = "json",
        /// JUnit XML, which most CI systems show.
        Junit = "junit",
        /// Annotations of GitHub Actions.
        Github = "github",
    }
}

/// Findings about one connection, with what is needed to show them.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The name of the profile; none for an answers file.
    pub name: Option<&'a str>,
    pub profile: &'a Profile,
    /// Every check of the profile, asked now or not.
    pub plan: &'a Plan,
    /// What was found. Checks without a finding are left out.
    pub findings: &'a [Finding],
    pub checked_at: Timestamp,
    /// Whether only some checks were asked for.
    pub partial: bool,
}

/// What the findings come to, as an exit code (contract 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conclusion {
    /// Nothing is left to do.
    InOrder,
    /// Something has to be done, or waited for.
    ToDo,
    /// Something could not be asked.
    NotAsked,
}

impl Conclusion {
    /// From findings: to do before not asked.
    #[must_use]
    pub fn of(findings: &[Finding]) -> Self {
        let to_do = |finding: &Finding| matches!(finding.outcome, Verdict::Fail | Verdict::NeedsYou | Verdict::Waiting(_));
        if findings.iter().any(to_do) {
            Self::ToDo
        } else if findings.iter().any(|finding| finding.outcome == Verdict::Unknown) {
            Self::NotAsked
        } else {
            Self::InOrder
        }
    }
}

impl<'a> Report<'a> {
    /// The readiness that these findings prove. A partial run proves no more than it asked.
    #[must_use]
    pub fn readiness(&self) -> Readiness {
        Readiness::of(self.plan, self.findings)
    }

    /// The report in a format, ending in a line break. `paper` says how wide it is; only text asks.
    #[must_use]
    pub fn write(&self, format: Format, words: &Text, paper: Paper) -> String {
        match format {
            Format::Text => text::write(self, words, paper),
            Format::Json => json::write(self, words),
            Format::Junit => junit::write(self, words),
            Format::Github => github::write(self, words),
        }
    }

    /// The findings of a step, in the order of the plan.
    fn of_step(&self, step: StepId) -> impl Iterator<Item = &'a Finding> {
        let findings = self.findings;
        let planned = self.plan.checks.iter().filter(move |planned| planned.check.step() == step);
        planned.filter_map(move |planned| findings.iter().find(|finding| finding.check == planned.check))
    }

    /// The steps that the report is about: all five, or those that a partial run touched.
    fn steps(&self) -> impl Iterator<Item = StepId> {
        StepId::ALL.iter().copied().filter(|step| !self.partial || self.of_step(*step).next().is_some())
    }

    /// Who or what it is about: the profile's name, the role, the environment, the organisation.
    fn about(&self, words: &Text) -> Vec<String> {
        let profile = self.profile;
        let organisation = profile.organisation.as_ref().map(ToString::to_string);
        let parts =
            [self.name.map(ToOwned::to_owned), Some(words.role(profile.role)), Some(words.environment(&profile.environment)), organisation];
        parts.into_iter().flatten().collect()
    }
}

/// What comes from a service must not steer a terminal or break a document.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
}
